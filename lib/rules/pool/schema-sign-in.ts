import { planText } from "../language/expressions";
import { api, guide, PREFLIGHT } from "../language/sources";
import type { Rule } from "../rule";
import { badPool, goodPool } from "./pool-examples";
import { orEmpty, userPoolRule } from "./pool-rule";

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
    check: ({ aliasAttributes, schema }) =>
      aliasAttributes.includes("preferred_username") &&
      schema.some(({ name, required }) => name === "preferred_username" && required)
        ? [
            {
              at: ["aliasAttributes", aliasAttributes.indexOf("preferred_username")],
              message: "preferred_username is required and cannot be an alias as well",
            },
          ]
        : [],
    guard: () => ({
      expression: `!contains(${orEmpty("self.alias_attributes")}, "preferred_username") || !anytrue([for attribute in self.schema : attribute.required && attribute.name == "preferred_username"])`,
      planMessage: planText`preferred_username is required and cannot be an alias as well; remove one of both`,
    }),
    examples: {
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
    },
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
    check: ({ usernameAttributes, aliasAttributes }) =>
      usernameAttributes.length > 0 && aliasAttributes.length > 0
        ? [
            {
              at: ["aliasAttributes"],
              message: `aliasAttributes [${aliasAttributes.join(", ")}] and usernameAttributes [${usernameAttributes.join(", ")}] exclude each other`,
            },
          ]
        : [],
    guard: () => ({
      expression: `length(${orEmpty("self.alias_attributes")}) == 0 || length(${orEmpty("self.username_attributes")}) == 0`,
      planMessage: planText`alias_attributes and username_attributes exclude each other; remove one of them`,
    }),
    examples: {
      bad: [badPool({ usernameAttributes: ["email"], aliasAttributes: ["email"] }, "aliasAttributes")],
      good: [
        goodPool({ usernameAttributes: ["email"], aliasAttributes: [] }),
        goodPool({ aliasAttributes: ["email"] }),
      ],
    },
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
    check: ({ attributesRequireVerificationBeforeUpdate, autoVerifiedAttributes }) =>
      attributesRequireVerificationBeforeUpdate.flatMap((name, index) =>
        autoVerifiedAttributes.includes(name)
          ? []
          : [
              {
                at: ["attributesRequireVerificationBeforeUpdate", index],
                message: `${name} must be verified before it changes, but is not in autoVerifiedAttributes [${autoVerifiedAttributes.join(", ")}]`,
                fix: `add ${name} to autoVerifiedAttributes`,
              },
            ],
      ),
    guard: () => {
      const unverified = `setsubtract(${orEmpty("self.user_attribute_update_settings[0].attributes_require_verification_before_update")}, ${orEmpty("self.auto_verified_attributes")})`;
      return {
        expression: `length(${unverified}) == 0`,
        planMessage: planText`attributes that are verified before they change must be in auto_verified_attributes: ${`join(", ", ${unverified})`}`,
      };
    },
    examples: {
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
    },
  }),
];
