import type { Diagnostic, Level } from "./diagnostic";

/** What a command reports, ready for every format. */
export interface Report {
  readonly command: "check" | "lock" | "gate" | "review" | "judge" | "drift";
  /** What concerns several stacks or clients is one diagnostic; in the order in which they are read. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many of what: the last line as text, the heading as Markdown. */
  readonly conclusion: string;
  /** A sentence below the heading of a page. */
  readonly explanation?: string;
  /** The command's own JSON shape, a contract. */
  readonly json: unknown;
  /** The lines of the config file, for pointers; absent where the format keeps no positions. */
  readonly lines?: readonly string[] | undefined;
  /** Every stack that was judged: a diagnostic about all stacks of its pool does not name them. Default: it does. */
  readonly stacks?: readonly string[];
  /** Version of the rules behind the codes, where these are rules. */
  readonly ruleSet?: string;
  /** What is known of a code, for code scanning. */
  readonly describe: (code: string) => CodeText;
  /** What the verdicts of the command mean, for the legend of a page. */
  readonly legend?: Readonly<Record<string, string>>;
}

/** What a code means, whatever the object. */
export interface CodeText {
  readonly title: string;
  readonly name?: string | undefined;
  readonly why?: string;
  readonly fix?: string;
  /** A page about it. */
  readonly help?: string | undefined;
  readonly level: Level;
}
