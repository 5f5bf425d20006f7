/** In place of a value, known at plan but not at synth: a Terraform variable, or a token of a CDKTF app. */
export interface Open {
  /** Name of the variable; of a token, whatever distinguishes it from others. */
  readonly variable: string;
  /** The token; a variable is written `var.<name>`. */
  readonly token?: string;
  /** Whether Terraform hides what the token gives; of a variable, the variable says. */
  readonly sensitive?: true;
}

/** What an argument holds: the value itself, or a variable that will. */
export type Value<T> = T | Open;

/** Whether a value is left open to a Terraform variable. */
export function isOpen(value: unknown): value is Open {
  return typeof value === "object" && value !== null && "variable" in value;
}

/** The value when it is known at synth. */
export function known<T>(value: Value<T> | undefined): T | undefined {
  return isOpen(value) ? undefined : value;
}

/** The items of a list that are known at synth; none when the whole list is open. */
export function knownItems(list: List | undefined): readonly string[] {
  if (list === undefined || isOpen(list)) return [];
  return isClosed(list) ? list : list.filter((item): item is string => typeof item === "string");
}

/** Whether every item of a list is known at synth, so that what is not in it is certainly absent. */
export function isClosed(list: List): list is readonly string[] {
  return !isOpen(list) && list.every((item) => typeof item === "string");
}

/** Text, or a variable that holds it. */
export type Text = Value<string>;

/** A list whose items, or which as a whole, may be left open. */
export type List = Value<readonly Text[]>;
