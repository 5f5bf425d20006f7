import type { Statement } from "./statements";
import { characters, hasLength, matches, quoted } from "./text-statements";

/** One thing that a text must meet, and what to say where it does not. */
export interface TextClause {
  readonly statement: Statement<string>;
  /** What is wrong with a text that fails, after the name of the argument. */
  readonly message: (text: string) => string;
  /** What is demanded, after "must be". */
  readonly demand: string;
  readonly fix?: string;
}

/** The text has from `least` to `most` characters. */
export function lengthClause(least: number, most: number): TextClause {
  return {
    statement: hasLength(least, most),
    message: (text) =>
      text === ""
        ? `is empty; AWS allows ${least} to ${most} characters`
        : `has ${characters(text)} characters; AWS allows ${least} to ${most}`,
    demand: `${least} to ${most} characters long`,
    fix: `write ${least} to ${most} characters`,
  };
}

/** The text contains what this pattern describes. */
export function containsClause(what: string, pattern: string): TextClause {
  return {
    statement: matches(pattern),
    message: () => `does not contain ${what}`,
    demand: `with ${what}`,
    fix: `write ${what} where it belongs`,
  };
}

/** The text has the form of this pattern. */
export function formClause(pattern: string, allowed: string, fix?: string): TextClause {
  return {
    statement: matches(pattern),
    message: (text) => `${quoted(text)} is not ${allowed}`,
    demand: allowed,
    ...(fix !== undefined && { fix }),
  };
}
