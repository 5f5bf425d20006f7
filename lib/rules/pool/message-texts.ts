import { USER_POOL_ARGUMENTS } from "../../cognito/user-pool";
import type { Path } from "../../model/source";
import { visibleText } from "../language/characters";
import { containsClause, lengthClause, type TextClause } from "../language/text-clauses";
import { bytes, hasBytes } from "../language/text-statements";
import type { TextArgument } from "./text-arguments";

type Kind = "sms" | "email" | "mfaEmail" | "subject";

const { smsAuthenticationMessage, emailMfa } = USER_POOL_ARGUMENTS;
const { message, subject } = emailMfa.arguments;

/** The AWS provider counts bytes in a message of the second factor, where AWS counts characters. */
const MFA_BYTES: TextClause = {
  statement: hasBytes(message.range[1]),
  message: (text) => `has ${bytes(text)} bytes; the AWS provider takes at most ${message.range[1]}`,
  demand: `at most ${message.range[1]} bytes long`,
  fix: "shorten the text: a letter outside ASCII has two bytes or more",
};

/**
 * What each kind of message must meet. AWS's API model refuses line breaks in text messages, its servers take them.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_VerificationMessageTemplateType.html
 */
const KINDS: Readonly<Record<Kind, readonly TextClause[]>> = {
  sms: [lengthClause(...smsAuthenticationMessage.range)],
  email: [lengthClause(...message.range), visibleText],
  mfaEmail: [lengthClause(...message.range), MFA_BYTES, visibleText],
  subject: [lengthClause(...subject.range), visibleText],
};

/** What Cognito replaces in a message when it sends it. */
const PLACEHOLDERS = {
  "{username}": containsClause("{username}", "\\{username\\}"),
  "{####}": containsClause("{####}", "\\{####\\}"),
  /** AWS's API model takes a link without text, its servers refuse it: "The message is empty". */
  "{##...##}": containsClause("{##...##} around the text of the link", "\\{##[^{}]+##\\}"),
} as const;

/** A text argument that Cognito sends to users: of the length of its kind, of characters that AWS takes, with its placeholders. */
export function messageText(
  kind: Kind,
  at: Path,
  argument: string,
  value: TextArgument["value"],
  ...placeholders: readonly (keyof typeof PLACEHOLDERS)[]
): TextArgument {
  const contains = placeholders.map((placeholder) => PLACEHOLDERS[placeholder]);
  return { at, argument, value, clauses: [...KINDS[kind], ...contains], long: kind !== "subject" };
}
