import { argument, listArgument, type PlannedObject, UNKNOWN } from "./planned-object";

/** Reads the arguments of one object into the form of a config, and notes which an apply decides. */
export class Values {
  readonly undecided: string[] = [];
  /** Arguments that variables hold in the meantime. */
  readonly open: string[] = [];

  constructor(readonly object: PlannedObject) {}

  /** A text, or a variable in its place. */
  text(path: string): unknown {
    return this.scalar(path);
  }

  /** A text, a number or a switch, or a variable in its place. */
  scalar(path: string): unknown {
    const value = argument(this.object, path);
    return value === UNKNOWN ? this.#variable(path) : value;
  }

  /** A list of texts, or variables in place of the list or its items. */
  texts(path: string): unknown {
    const list = listArgument(this.object, path);
    if (list === UNKNOWN) return this.#variable(path);
    return list?.map((item) => (item === UNKNOWN ? this.#variable(path) : item));
  }

  /** A list whose items are written, or a variable in place of the list. */
  choices(path: string): unknown {
    const list = listArgument(this.object, path);
    return list === UNKNOWN || list?.includes(UNKNOWN) ? this.#variable(path) : list;
  }

  /** A value that no variable can hold. */
  fixed(path: string): unknown {
    const value = argument(this.object, path);
    if (value !== UNKNOWN) return value;
    this.undecided.push(path);
    return undefined;
  }

  /** A list whose items no variable can hold. */
  fixedList(path: string): readonly unknown[] | undefined {
    const list = listArgument(this.object, path);
    if (list !== UNKNOWN && !list?.includes(UNKNOWN)) return list;
    this.undecided.push(path);
    return undefined;
  }

  /** The blocks of an argument. */
  blocks(path: string): readonly Readonly<Record<string, unknown>>[] {
    return (this.fixedList(path) ?? []) as readonly Readonly<Record<string, unknown>>[];
  }

  #variable(path: string): { var: string } {
    this.open.push(path);
    return { var: `known_after_apply_${this.open.length}` };
  }
}

/** The object without what is undefined; nothing where nothing is left. */
export function filled(object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | undefined {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
