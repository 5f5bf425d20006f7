import {
  argument,
  isPartlyUnknown,
  listArgument,
  type PlannedObject,
  UNKNOWN,
  unknownBlock,
  unknownPart,
} from "./planned-object";

const FLAG = [undefined, true, false] as const;
const LIFETIME = [undefined, 1, 100_000] as const;
const UNIT = [undefined, "seconds", "days"] as const;

/**
 * What an argument that AWS fills in may turn out to be: the default, and values on either side of every limit. A module
 * that passes null to it leaves it unknown to the plan, as it would a value that an apply decides.
 */
const CHOICES: Readonly<Record<string, readonly [unknown, unknown, unknown]>> = {
  access_token_validity: LIFETIME,
  id_token_validity: LIFETIME,
  refresh_token_validity: LIFETIME,
  "token_validity_units.access_token": UNIT,
  "token_validity_units.id_token": UNIT,
  "token_validity_units.refresh_token": UNIT,
  "analytics_configuration.user_data_shared": FLAG,
  auth_session_validity: [undefined, 3, 15],
  enable_propagate_additional_user_context_data: FLAG,
  enable_token_revocation: FLAG,
  managed_login_version: [undefined, 1, 2],
  "username_configuration.case_sensitive": FLAG,
};

/** How often a plan is read, each time with other values for what it does not know. */
export const READINGS = 3;

/** Reads the arguments of one object into the form of a config, and notes which an apply decides. */
export class Values {
  readonly undecided: string[] = [];
  /** Arguments that variables hold in the meantime. */
  readonly open: string[] = [];

  /** Arguments that no variable can hold, and in whose place each reading of the plan takes another value. */
  readonly assumed: string[] = [];

  /**
   * @param number of the object in its plan: no two have the same variable. Default 0
   * @param reading which of the readings of the plan this is. Default the first
   */
  constructor(
    readonly object: PlannedObject,
    readonly number = 0,
    readonly reading = 0,
  ) {}

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
    const choices = CHOICES[path];
    if (choices !== undefined) {
      this.assumed.push(path);
      return choices[this.reading];
    }
    this.undecided.push(path);
    return undefined;
  }

  /** A switch that is off where nobody writes it; nothing while an apply decides it. */
  flag(path: string): boolean | undefined {
    const value = argument(this.object, path);
    if (value !== UNKNOWN) return value === true;
    this.open.push(path);
    return undefined;
  }

  /** A list whose items no variable can hold. */
  fixedList(path: string): readonly unknown[] | undefined {
    const list = listArgument(this.object, path);
    if (list !== UNKNOWN && !list?.includes(UNKNOWN)) return list;
    this.undecided.push(path);
    return undefined;
  }

  /** A map that no variable can hold. */
  fixedMap(path: string): Readonly<Record<string, unknown>> | undefined {
    const map = this.#map(path);
    if (map !== UNKNOWN) return map;
    this.undecided.push(path);
    return undefined;
  }

  /** A map that may be left out. */
  map(path: string): Readonly<Record<string, unknown>> | undefined {
    const map = this.#map(path);
    if (map !== UNKNOWN) return map;
    this.open.push(path);
    return undefined;
  }

  #map(path: string): Readonly<Record<string, unknown>> | typeof UNKNOWN | undefined {
    const isKnown = !isPartlyUnknown(unknownPart(this.object, path));
    const map = argument(this.object, path) as Readonly<Record<string, unknown>> | typeof UNKNOWN | undefined;
    return map === undefined || isKnown ? map : UNKNOWN;
  }

  /** Whether a block is there. */
  hasBlock(path: string): boolean {
    return (this.fixedList(path) ?? []).length > 0;
  }

  /** The blocks of an argument, if all of them is known. */
  blocks(path: string): readonly Readonly<Record<string, unknown>>[] {
    const blocks = (this.fixedList(path) ?? []) as readonly Readonly<Record<string, unknown>>[];
    if (blocks.length > 0 && isPartlyUnknown(unknownPart(this.object, path))) this.undecided.push(path);
    return blocks;
  }

  #variable(path: string): { var: string } | undefined {
    const block = unknownBlock(this.object, path);
    if (block !== undefined) {
      this.undecided.push(block);
      return undefined;
    }
    this.open.push(path);
    return { var: `known_after_apply_${this.number}_${this.open.length}` };
  }
}

/** The object without what is undefined; nothing where nothing is left. */
export function filled(object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | undefined {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
