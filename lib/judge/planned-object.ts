import { FILLED_IN } from "../cognito/filled-in";

/** A value that Terraform knows only after an apply. */
export const UNKNOWN = Symbol("known after apply");

/** A resource as a plan leaves it: what is planned, what is not known yet, and what the configuration writes. */
export interface PlannedObject {
  readonly address: string;
  readonly type: string;
  /** The name of the resource, without index and modules. */
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** `true`, or a tree with `true` where a value is not known. */
  readonly unknown: unknown;
  /** The arguments that the configuration writes; absent where the plan does not show it. */
  readonly expressions?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * What an argument holds: `undefined` where nobody wrote it, `UNKNOWN` while an apply decides. An argument that AWS fills
 * in is not known before an apply either: unless the configuration writes it, it is AWS's default.
 *
 * @param path as in the tables of facts: `password_policy.minimum_length`
 */
export function argument({ type, values, unknown, expressions }: PlannedObject, path: string): unknown {
  const steps = path.split(".");
  const value = steps.reduce<unknown>((found, step) => get(single(found), step), values);
  const written = expressions === undefined ? "yes" : isWrittenAt(expressions, values, steps);
  // the provider leaves an empty text of an absent one in the state
  if (value !== undefined && value !== null && (value !== "" || written === "yes")) return value;
  const at = unknownAt(unknown, steps);
  // AWS fills in nothing else: it is unknown because the configuration writes it
  return at !== undefined && (written !== "no" || !FILLED_IN[type]?.includes(at)) ? UNKNOWN : undefined;
}

/** The items of a list; those that are not known yet as `UNKNOWN`. */
export function listArgument(object: PlannedObject, path: string): readonly unknown[] | typeof UNKNOWN | undefined {
  const value = argument(object, path);
  if (!Array.isArray(value)) return value === UNKNOWN ? UNKNOWN : undefined;
  const unknown = unknownPart(object, path);
  return value.map((item, index) => (get(unknown, index) === true ? UNKNOWN : item));
}

/** The one block of a list of blocks. */
function single(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}

/**
 * Whether the configuration writes an argument. A plan does not list what dynamic blocks write: where it has a block that the
 * configuration does not list, any argument of it may be written.
 */
function isWrittenAt(expressions: unknown, values: unknown, steps: readonly string[]): "yes" | "no" | "perhaps" {
  let at = expressions;
  let planned = values;
  for (const step of steps) {
    if (isExpression(at)) return "yes";
    at = get(single(at), step);
    planned = get(single(planned), step);
    if (at === undefined) return isBlock(planned) ? "perhaps" : "no";
  }
  return "yes";
}

function isBlock(planned: unknown): boolean {
  return Array.isArray(planned) && typeof planned[0] === "object";
}

/** Whether something is an expression in place of blocks. */
function isExpression(value: unknown): boolean {
  return ["references", "constant_value"].some((key) => get(single(value), key) !== undefined);
}

/** What is not known of an argument: itself or a block around it; nothing where it is known. */
function unknownAt(tree: unknown, steps: readonly string[]): string | undefined {
  let at = tree;
  for (const [index, step] of [...steps, ""].entries()) {
    if (single(at) === true) return steps.slice(0, index).join(".");
    at = get(single(at), step);
  }
  return undefined;
}

/** The block around an argument of which nothing is known, not even whether it is there; but for those that AWS fills in. */
export function unknownBlock({ type, unknown }: PlannedObject, path: string): string | undefined {
  const at = unknownAt(unknown, path.split("."));
  return at === undefined || at === path || FILLED_IN[type]?.includes(at) ? undefined : at;
}

/** Whether a part of a value is not known. */
export function isPartlyUnknown(tree: unknown): boolean {
  if (typeof tree !== "object" || tree === null) return tree === true;
  return Object.values(tree).some(isPartlyUnknown);
}

/** What is not known of an argument, as a tree. */
export function unknownPart({ unknown }: PlannedObject, path: string): unknown {
  return path.split(".").reduce<unknown>((found, step) => get(single(found), step), unknown);
}

function get(value: unknown, key: string | number): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string | number, unknown>)[key] : undefined;
}
