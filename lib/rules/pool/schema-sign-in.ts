import { includes, isPresent, poolArgument } from "../language/arguments";
import { claim } from "../language/claims";
import { isItemOf, listed, meets } from "../language/fields";
import { claimEvery, some, text, texts } from "../language/items";
import { say } from "../language/phrases";
import { api, guide, PREFLIGHT } from "../language/sources";
import { all, not } from "../language/statements";
import { is } from "../language/text-statements";
import type { Rule } from "../rule";
import { badPool, goodPool } from "./pool-examples";
import { userPoolRule } from "./pool-rule";
import { attributeName, attributes, isRequired } from "./schema-attribute";

const aliases = poolArgument("aliasAttributes");
const usernames = poolArgument("usernameAttributes");
const verified = poolArgument("autoVerifiedAttributes");
const verifiedBefore = poolArgument("attributesRequireVerificationBeforeUpdate");

/** Attributes that sign users in, and those that are verified. */
export const signInAttributeRules: readonly Rule[] = [
  userPoolRule({
    id: "SCH-16",
    name: "preferred-username-alias",
    since: "1.0",
    severity: "error",
    title: "disallow preferred_username as both a required attribute and an alias",
    why: "A user gets an alias only after the account is confirmed, so AWS refuses to require it at sign-up.",
    fix: "remove required of preferred_username, or the alias",
    source: [guide("user-pool-settings-attributes")],
    claims: [
      claim(
        not(
          all(
            includes(aliases, "preferred_username"),
            some(attributes, all(meets(attributeName, is("preferred_username")), isRequired)),
          ),
        ),
        ({ aliasAttributes }) => ["aliasAttributes", aliasAttributes.indexOf("preferred_username")],
        "preferred_username is required and cannot be an alias as well",
      ),
    ],
    examples: () => ({
      bad: [
        badPool(
          {
            aliasAttributes: ["email", "preferred_username"],
            attributes: { preferred_username: { required: true } },
          },
          "aliasAttributes",
          1,
        ),
      ],
      good: [
        goodPool({ aliasAttributes: ["preferred_username"], attributes: { preferred_username: {} } }),
        goodPool({ aliasAttributes: ["email"], attributes: { preferred_username: { required: true } } }),
      ],
    }),
  }),
  userPoolRule({
    id: "SCH-17",
    name: "username-or-alias-attributes",
    since: "1.0",
    severity: "error",
    title: "disallow usernameAttributes together with aliasAttributes",
    why: '"Only one of the aliasAttributes or usernameAttributes can be set in a User pool." Neither can be changed once the pool exists.',
    fix: "use usernameAttributes when the address is the username, aliasAttributes when it is an addition to one",
    source: [api("CreateUserPool"), PREFLIGHT],
    claims: [
      claim(
        not(all(isPresent(usernames), isPresent(aliases))),
        ["aliasAttributes"],
        say`aliasAttributes [${listed(aliases)}] and usernameAttributes [${listed(usernames)}] exclude each other`,
      ),
    ],
    examples: () => ({
      bad: [badPool({ usernameAttributes: ["email"], aliasAttributes: ["email"] }, "aliasAttributes")],
      good: [
        goodPool({ usernameAttributes: ["email"], aliasAttributes: [] }),
        goodPool({ aliasAttributes: ["email"] }),
      ],
    }),
  }),
  userPoolRule({
    id: "SCH-24",
    name: "verified-before-update",
    since: "1.0",
    severity: "error",
    title: "require attributes that are verified before an update to be verified automatically",
    why: '"All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes"',
    fix: "add the attribute to autoVerifiedAttributes",
    source: [api("UserAttributeUpdateSettingsType"), PREFLIGHT],
    claims: (users) => [
      claimEvery(
        texts(verifiedBefore, "name"),
        isItemOf(verified, users),
        (_, index) => ["attributesRequireVerificationBeforeUpdate", index],
        say`${text} must be verified before it changes, but is not in autoVerifiedAttributes`,
        (name) => `add ${name} to autoVerifiedAttributes`,
      ),
    ],
    examples: () => ({
      bad: [
        badPool(
          { attributesRequireVerificationBeforeUpdate: ["email"], autoVerifiedAttributes: [] },
          "attributesRequireVerificationBeforeUpdate",
          0,
        ),
      ],
      good: [
        goodPool({ attributesRequireVerificationBeforeUpdate: ["email"], autoVerifiedAttributes: ["email"] }),
        goodPool({ attributesRequireVerificationBeforeUpdate: [], autoVerifiedAttributes: ["email"] }),
      ],
    }),
  }),
];
