import type { Path } from "../../model/source";
import { all, type Statement } from "../language/statements";
import { hasBytes, hasLength, matches } from "../language/text-statements";
import type { TextArgument } from "./pool-rule";

type Kind = "sms" | "email" | "mfaEmail" | "subject";

/** How long each kind of message may be, in characters. */
const LENGTHS: Readonly<Record<Kind, readonly [least: number, most: number]>> = {
  sms: [6, 140],
  email: [6, 20_000],
  mfaEmail: [6, 20_000],
  subject: [1, 140],
};

/** Of which the AWS provider counts bytes. */
const IN_BYTES: Kind = "mfaEmail";

/** What Cognito replaces in a message when it sends it. */
const PLACEHOLDERS = {
  "{username}": "\\{username\\}",
  "{####}": "\\{####\\}",
  "{##...##}": "\\{##[^{}]*##\\}",
} as const;

/** A text argument that Cognito sends to users: within the length of its kind, with its placeholders. */
export function messageText(
  kind: Kind,
  at: Path,
  argument: string,
  value: TextArgument["value"],
  ...placeholders: readonly (keyof typeof PLACEHOLDERS)[]
): TextArgument {
  const [least, most] = LENGTHS[kind];
  const forms: Statement<string>[] = placeholders.map((placeholder) => matches(PLACEHOLDERS[placeholder]));
  const containing = placeholders.length === 0 ? "" : ` with ${placeholders.join(" and ")}`;
  return {
    at,
    argument,
    value,
    form: all(hasLength(least, most), ...(kind === IN_BYTES ? [hasBytes(most)] : []), ...forms),
    allowed: `${least} to ${most} ${kind === IN_BYTES ? "bytes" : "characters"}${containing}`,
    long: kind !== "subject",
  };
}
