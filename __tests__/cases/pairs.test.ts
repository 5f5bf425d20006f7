import { plain } from "../../lib/text/quoted";
import { changes } from "../review/reviewed";
import { caseConfig } from "./judged";

const PAIRS = [
  [
    "email-mfa-before",
    "email-mfa-after",
    "needs two applies: first the email sender, account recovery; then email MFA",
    /SetUserPoolMfaConfig before UpdateUserPool/,
  ],
  [
    "sms-change-before",
    "sms-change-after",
    "needs two applies: first autoVerifiedAttributes without phone_number; then the other edits, with phone_number in autoVerifiedAttributes again",
    /while the pool verifies phone numbers/,
  ],
  [
    "custom-domain-version-1",
    "custom-domain-version-2",
    "the apply fails with an AWS provider before 6.3.0",
    /Cannot convert custom domain to prefix domain/,
  ],
] as const;

test.each(PAIRS)("review of %s to %s: %s", (before, after, what, why) => {
  const found = changes(caseConfig(before), caseConfig(after)).find((each) => plain(each.what).endsWith(what));
  expect(found).toMatchObject({ risk: "breaks", why: expect.stringMatching(why) });
});

test.each(PAIRS)("review of %s to itself says nothing", (before) => {
  expect(changes(caseConfig(before), caseConfig(before))).toEqual([]);
});
