import { visibleName } from "../language/characters";
import { formClause, type TextClause } from "../language/text-clauses";

/** Printable ASCII around the at sign: SES takes a domain beyond ASCII in Punycode, and no other name before it. */
const ADDRESS = "[!-;=?A-~]+@[!-;=?A-~]+";

/** What a sender must be. */
export const SENDER: readonly TextClause[] = [
  formClause(
    `^(?:${ADDRESS}|(?:[^<>]|"[^"]*")*<${ADDRESS}>)$`,
    "an address: users@example.com, or Example <users@example.com>",
    "write users@example.com, or Example <users@example.com>",
  ),
];

/** What an address for replies must be. */
export const REPLY_TO: readonly TextClause[] = [
  visibleName,
  formClause(`^${ADDRESS}$`, "an address: help@example.com", "write the address alone: help@example.com"),
];
