import { type Message, type Piece, pieces, planText } from "./expressions";
import { inTerraform } from "./names";

/** Something that a message shows: as the check knows it, and as Terraform does. */
export interface Shown<S> {
  readonly of: (subject: S) => unknown;
  /** A Terraform expression over the subject's name. */
  readonly over: (name: string) => string;
  /** Whether it shows keys alone, which are never sensitive. */
  readonly keysOnly?: boolean;
}

/** A message that is said twice: by the check of a subject, and by Terraform of the planned object. */
export interface Phrase<S> {
  readonly of: (subject: S) => string;
  /** What Terraform says of the object under this name. */
  readonly over: (name: string) => Message;
}

/** Text around values of the subject: a tag for template literals. Terraform gets the names of arguments as its own. */
export function say<S>(texts: TemplateStringsArray, ...parts: readonly (string | Shown<S>)[]): Phrase<S> {
  return {
    of: (subject) =>
      texts.map((text, index) => text + shown(parts[index], (part) => String(part.of(subject)))).join(""),
    over: (name) => (hidden) =>
      texts.flatMap((text, index): Piece[] => {
        const part = parts[index];
        if (part === undefined || typeof part === "string") return [inTerraform(text), inTerraform(part ?? "")];
        const expression = part.over(name);
        return [inTerraform(text), ...(part.keysOnly ? [{ expression }] : pieces(planText`${expression}`(hidden)))];
      }),
  };
}

function shown<S>(part: string | Shown<S> | undefined, show: (part: Shown<S>) => string): string {
  return part === undefined || typeof part === "string" ? (part ?? "") : show(part);
}
