import { type Message, type Piece, planText } from "./expressions";
import { inTerraform } from "./names";

/** Something that a message shows: as the check knows it, and as Terraform does. */
export interface Shown<S> {
  readonly of: (subject: S) => unknown;
  /** A Terraform expression over the subject's name. */
  readonly over: (name: string) => string;
}

/** A message that is said twice: by the check of a subject, and by Terraform of the planned object. */
export interface Phrase<S> {
  readonly of: (subject: S) => string;
  readonly planMessage: Message;
}

/** Text around values of the subject: a tag for template literals. Terraform gets the names of arguments as its own. */
export function say<S>(texts: TemplateStringsArray, ...parts: readonly (string | Shown<S>)[]): Phrase<S> {
  return {
    of: (subject) =>
      texts.map((text, index) => text + shown(parts[index], (part) => String(part.of(subject)))).join(""),
    planMessage: (hidden) =>
      texts.flatMap((text, index): Piece[] => {
        const part = parts[index];
        const said = part === undefined || typeof part === "string" ? [inTerraform(part ?? "")] : valueIn(part, hidden);
        return [inTerraform(text), ...said];
      }),
  };
}

function shown<S>(part: string | Shown<S> | undefined, show: (part: Shown<S>) => string): string {
  return part === undefined || typeof part === "string" ? (part ?? "") : show(part);
}

function valueIn<S>(part: Shown<S>, hidden: ReadonlySet<string>): readonly Piece[] {
  return planText`${part.over("self")}`(hidden) as readonly Piece[];
}
