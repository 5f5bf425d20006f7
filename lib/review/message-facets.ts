import type { UserPoolModel } from "../model/model";
import { type Facet, replaced } from "./facet";

const MESSAGES = [
  ["inviteMessage", "invitations"],
  ["verificationMessage", "verification messages"],
  ["emailMfa", "e-mail codes"],
] as const;

/** How sign-ups are confirmed, and what users read. */
export const MESSAGE_FACETS: readonly Facet<UserPoolModel>[] = [
  {
    at: ["verificationMessage", "defaultEmailOption"],
    noun: "confirmation of e-mail addresses",
    get: (pool) => pool.verificationMessage.defaultEmailOption,
    tell: (before: string, after: string) => [
      {
        risk: "breaks",
        what: replaced("confirmation of e-mail addresses", before, after),
        why:
          after === "CONFIRM_WITH_LINK"
            ? "new users get a link, and apps that ask for the code cannot confirm sign-ups"
            : "new users get a code, and apps that do not ask for it cannot confirm sign-ups",
      },
    ],
  },
  ...MESSAGES.map(
    ([key, messages]): Facet<UserPoolModel> => ({
      at: [key],
      noun: `text of ${messages}`,
      get: texts(key),
      tell: (before: object | undefined, after: object | undefined) => [
        {
          risk: "notes",
          what: replaced(`text of ${messages}`, before, after),
          why:
            key === "verificationMessage" && drops(before, after)
              ? "what is written no more stays in AWS: the AWS provider does not take it away"
              : "users read other words",
        },
      ],
    }),
  ),
];

/** The texts of a message; without any, AWS's own. */
function texts(key: (typeof MESSAGES)[number][0]): (pool: UserPoolModel) => object | undefined {
  return (pool) => {
    const { defaultEmailOption, ...message } = { defaultEmailOption: undefined, ...pool[key] };
    return Object.keys(message).length === 0 ? undefined : message;
  };
}

/** Whether something is written no more. */
export function drops(before: object = {}, after: object = {}): boolean {
  return Object.keys(before).some((key) => !(key in after));
}
