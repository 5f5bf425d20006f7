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
export function argument({ values, unknown, expressions }: PlannedObject, path: string): unknown {
  const steps = path.split(".");
  const value = steps.reduce<unknown>((found, step) => get(single(found), step), values);
  const isWritten = expressions === undefined || isWrittenAt(expressions, steps);
  // the provider leaves an empty text of an absent one in the state
  if (value !== undefined && value !== null && (value !== "" || isWritten)) return value;
  return isWritten && isUnknownAt(unknown, steps) ? UNKNOWN : undefined;
}

/** The items of a list; those that are not known yet as `UNKNOWN`. */
export function listArgument(object: PlannedObject, path: string): readonly unknown[] | typeof UNKNOWN | undefined {
  const value = argument(object, path);
  if (!Array.isArray(value)) return value === UNKNOWN ? UNKNOWN : undefined;
  const unknown = path.split(".").reduce<unknown>((found, step) => get(single(found), step), object.unknown);
  return value.map((item, index) => (get(unknown, index) === true ? UNKNOWN : item));
}

/** The one block of a list of blocks. */
function single(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}

/** Whether the configuration writes an argument; of a block that is not plain, such as a dynamic one, any argument. */
function isWrittenAt(expressions: unknown, steps: readonly string[]): boolean {
  let at = expressions;
  for (const step of steps) {
    if (isExpression(at)) return true;
    at = get(single(at), step);
    if (at === undefined) return false;
  }
  return true;
}

/** Whether something expands to blocks that the configuration does not list: `dynamic`, or an expression. */
function isExpression(value: unknown): boolean {
  return ["references", "constant_value"].some((key) => get(single(value), key) !== undefined);
}

function isUnknownAt(tree: unknown, steps: readonly string[]): boolean {
  let at = tree;
  for (const step of steps) {
    if (single(at) === true) return true;
    at = get(single(at), step);
  }
  return single(at) === true;
}

function get(value: unknown, key: string | number): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string | number, unknown>)[key] : undefined;
}
