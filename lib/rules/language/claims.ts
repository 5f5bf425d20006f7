import type { Path } from "../../model/source";
import type { Condition, Subject, Violation } from "../rule";
import { type Message, plain } from "./expressions";
import { inTerraform } from "./names";
import type { Phrase } from "./phrases";
import type { Statement } from "./statements";

/** A statement that must hold of a subject, and what to say where it does not. */
export interface Claim<S> {
  readonly must: Statement<S>;
  /** Every violation, once `must` is known to fail. */
  readonly violations: (subject: S) => readonly Violation[];
  /** What Terraform says where it fails. Default what the rule says. */
  readonly planMessage?: Message;
}

type Of<S, T> = T | ((subject: S) => T);

/**
 * One thing that must hold of a subject as a whole.
 *
 * @param message what is wrong. A text or a phrase is said by Terraform too; a function only by the check
 * @param own what Terraform says in its place
 */
export function claim<S>(
  must: Statement<S>,
  at: Of<S, Path>,
  message: Of<S, string> | Phrase<S>,
  fix?: Of<S, string>,
  own?: Message,
): Claim<S> {
  const read = <T extends string | Path>(value: Of<S, T>, subject: S) =>
    typeof value === "function" ? value(subject) : value;
  const isPhrase = typeof message === "object";
  const planMessage =
    own ?? (isPhrase ? message.over("self") : typeof message === "string" ? plain(inTerraform(message)) : undefined);
  return {
    must,
    violations: (subject) => [
      {
        at: read(at, subject),
        message: isPhrase ? message.of(subject) : read(message, subject),
        ...(fix && { fix: read(fix, subject) }),
      },
    ],
    ...(planMessage && { planMessage }),
  };
}

/** What Terraform evaluates of a statement over every object of a kind. */
export function conditionOf<S>(on: Subject, must: Statement<S>, message: Message): Condition {
  return { on, expression: must.over("self"), message };
}
