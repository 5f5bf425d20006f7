/** How bad it is: an error fails the command, a warning can be acknowledged, a note asks for nothing. */
export type Level = "error" | "warning" | "note";

/** One thing that a command has to say about a config or a plan: what is wrong, where, why, and how to fix it. */
export interface Diagnostic {
  /** What kind of thing: the id of a rule, `TOK-01`, or a word, `replaced`. */
  readonly code: string;
  /** Readable name beside the id of a rule: `access-token-validity`. */
  readonly name?: string | undefined;
  readonly level: Level;
  /** What the command calls its level, where it has words of its own: `refused`, `opens`. */
  readonly verdict?: string;
  /** Who is concerned, where path and message do not say so: `client ios`. */
  readonly subject?: string;
  /** Keys from the config's root, `pools.customers.clients.ios.accessTokenValidity`, or an address in Terraform. */
  readonly path: string;
  readonly file?: string;
  /** 1-based; absent where the format keeps no positions. */
  readonly line?: number;
  /** 1-based, in UTF-16 code units. */
  readonly column?: number;
  /** Whether the place is in the file as it was before the change: the file no longer has it. */
  readonly isBefore?: true;
  /** Characters that it is about, from `column` on, within its line. */
  readonly length?: number;
  /** What is wrong, with the value and what is allowed: lower case, no full stop. Text of users may be marked. */
  readonly message: string;
  readonly why?: string;
  readonly fix?: string | undefined;
  /** Page and anchor that explain the code. */
  readonly docs?: string;
  /** Stacks that are concerned; none for the form of the config itself. */
  readonly stacks: readonly string[];
  /** The reason for which a warning was accepted; never on an error. */
  readonly acknowledged?: string;
  /** Pages about those that are concerned, by their names. */
  readonly pages?: readonly { readonly name: string; readonly url: string }[];
  /** The effective values, where something changes. */
  readonly change?: { readonly before: unknown; readonly after: unknown };
}

/** The place of a diagnostic as people write it: `userpools.yaml:31:28`. */
export function placeOf({ file, line, column, isBefore }: Diagnostic): string {
  const place = [file, line, column].filter((each) => each !== undefined).join(":");
  return isBefore ? `${place} (before)` : place;
}

/** Where in the file as it is now: nothing of a line that only the file before the change has. */
export function regionOf({
  line,
  column,
  length,
  isBefore,
}: Diagnostic): Pick<Diagnostic, "line" | "column" | "length"> {
  return isBefore || line === undefined
    ? {}
    : { line, ...(column !== undefined && { column }), ...(length !== undefined && { length }) };
}

/** What is wrong, and with whom. */
export function sentenceOf({ subject, message }: Diagnostic): string {
  return subject === undefined ? message : `${subject}: ${message}`;
}

/** What a command calls the level of a diagnostic. */
export function verdictOf({ verdict, level }: Diagnostic): string {
  return verdict ?? level;
}
