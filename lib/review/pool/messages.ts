import type { UserPoolModel } from "../../model/model";
import type { Facet } from "../language/facet";
import { anything, get, replaced } from "../language/facet-kinds";
import type { FacetTable } from "../language/facet-table";

/** How sign-ups are confirmed, and what users read. */
export const MESSAGES = {
  inviteMessage: text("inviteMessage", "invitations"),
  smsAuthenticationMessage: anything(
    ["smsAuthenticationMessage"],
    "text of SMS codes at sign-in",
    get("smsAuthenticationMessage"),
    { risk: "notes", why: "users read another text" },
  ),
  verificationMessage: [
    {
      at: ["verificationMessage", "defaultEmailOption"],
      noun: "confirmation of email addresses",
      get: (pool) => pool.verificationMessage.defaultEmailOption,
      describe: (before: string, after: string) => [
        {
          risk: "breaks",
          what: replaced("confirmation of email addresses", before, after),
          why:
            after === "CONFIRM_WITH_LINK"
              ? "new users get a link, and apps that ask for the code cannot confirm sign-ups"
              : "new users get a code, and apps that do not ask for it cannot confirm sign-ups",
        },
      ],
    },
    text("verificationMessage", "verification messages"),
  ],
} satisfies Partial<FacetTable<UserPoolModel>>;

/** The texts of one kind of message. */
export function text(
  key: "inviteMessage" | "verificationMessage" | "emailMfa",
  messages: string,
): Facet<UserPoolModel> {
  return {
    at: [key],
    noun: `text of ${messages}`,
    get: (pool) => {
      const { defaultEmailOption, ...message } = { defaultEmailOption: undefined, ...pool[key] };
      return Object.keys(message).length === 0 ? undefined : message;
    },
    describe: (before: object | undefined, after: object | undefined) => [
      { risk: "notes", what: replaced(`text of ${messages}`, before, after), why: "users read another text" },
    ],
  };
}
