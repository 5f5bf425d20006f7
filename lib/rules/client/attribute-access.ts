import type { AttributeModel, IdentityProviderModel, PoolModel, UserPoolModel } from "../../model/model";
import { knownItems } from "../../model/value";
import { bareName, isStandard } from "../attribute-names";
import { isTrue } from "../language/arguments";
import type { Claim } from "../language/claims";
import { literals, planText } from "../language/expressions";
import { type Field, field, isItemOf, meets } from "../language/fields";
import { say } from "../language/phrases";
import { guide } from "../language/sources";
import { implies } from "../language/statements";
import { badPool, goodPool, google } from "../pool/pool-examples";
import { userPoolRule } from "../pool/pool-rule";
import { attributeKey, attributeName, claimAttributes } from "../pool/schema-attribute";
import type { Example, PoolRule, Rule } from "../rule";
import { granted, grantedExpression, IS_WRITABLE, mappedAttributes } from "./attribute-grants";
import { AWS, bad, on } from "./client-rule";

const mappingGuide = guide("cognito-user-pools-specifying-attribute-mapping");

const isMutable = isTrue(field<AttributeModel>(({ mutable }) => mutable, "mutable"));

/** What registration and federation need a client to write. */
export const attributeAccessRules: readonly Rule[] = [
  {
    id: "ATT-04",
    name: "required-attributes-writable",
    since: "1.0",
    severity: "error",
    subject: "client",
    title: "require write permission on every required attribute",
    why: 'AWS rejects the client at apply, "Invalid write attributes specified while creating a client", and names neither the pool nor the attribute. Without the permission nobody could sign up through the client.',
    fix: "add the required attributes to writeAttributes",
    source: [guide("user-pool-settings-attributes"), AWS.createClient, "https://github.com/aws/aws-cdk/issues/2608"],
    check: (client, pool) => {
      const writable = granted(client.writeAttributes);
      if (writable === undefined || writable.length === 0) return [];
      const missing = (pool.pool?.schema ?? []).filter(
        ({ required, name }) => required && isStandard(name) && !writable.includes(name),
      );
      return missing.map(({ key }) => ({
        at: ["writeAttributes"],
        message: `user pool ${pool.key} requires ${key}, which client ${client.key} cannot write`,
        fix: `add ${key} to writeAttributes`,
      }));
    },
    conditions: () => {
      const missing = `setsubtract(local.required_attributes, ${grantedExpression("self.write_attributes")})`;
      return [
        {
          on: "client",
          expression: `alltrue([for name in local.required_attributes : ${IS_WRITABLE}])`,
          message: planText`the pool requires ${`join(", ", ${missing})`}, which the client cannot write; write_attributes must hold every required attribute`,
        },
      ];
    },
    examples: () => ({
      bad: [
        bad(on("ios", { writeAttributes: ["given_name"] }, { pool: requiring("email") }), "writeAttributes"),
        bad(on("ios", { writeAttributes: { scopes: ["profile"] } }, { pool: requiring("email") }), "writeAttributes"),
        bad(on("ios", { writeAttributes: ["email"] }, { pool: requiring("email", "name") }), "writeAttributes"),
      ],
      good: [
        on("ios", { writeAttributes: ["email", "given_name"] }, { pool: requiring("email") }),
        on("ios", {}, { pool: requiring("email", "name") }),
        on("ios", { writeAttributes: ["oidc:profile"] }, { pool: requiring("name") }),
        on("ios", { writeAttributes: [{ var: "attribute" }] }, { pool: requiring("email") }),
      ],
    }),
  },
  {
    id: "ATT-07",
    name: "mapped-attributes-writable",
    since: "1.0",
    severity: "error",
    subject: "client",
    title: "require write permission on every attribute that the client's identity providers map",
    why: '"If your app client does not have write access to a mapped attribute, Amazon Cognito throws an error when it tries to update the attribute": the sign-in fails for every user of that provider.',
    fix: "add the mapped attributes to writeAttributes, or stop mapping them",
    source: [AWS.createClient, mappingGuide],
    check: (client, pool) => {
      const writable = granted(client.writeAttributes);
      if (writable === undefined || writable.length === 0) return [];
      const used = knownItems(client.supportedIdentityProviders);
      return pool.identityProviders
        .filter(({ providerName }) => used.includes(providerName))
        .flatMap((provider) =>
          mappedAttributes(provider, pool)
            .filter((name) => !writable.includes(name))
            .map((name) => ({
              at: ["writeAttributes"],
              message: `identity provider ${provider.providerName} maps ${name}, which client ${client.key} cannot write`,
              fix: `add ${name} to writeAttributes`,
            })),
        );
    },
    conditions: () => {
      const missing = `setsubtract(flatten([for name in self.supported_identity_providers : lookup(local.mapped_attributes, name, [])]), ${grantedExpression("self.write_attributes")})`;
      return [
        {
          on: "client",
          expression: `alltrue(flatten([for provider in self.supported_identity_providers : [for name in lookup(local.mapped_attributes, provider, []) : ${IS_WRITABLE}]]))`,
          message: planText`an identity provider maps ${`join(", ", ${missing})`}, which the client cannot write`,
        },
      ];
    },
    examples: () => ({
      bad: [
        bad(federated({ writeAttributes: ["name"] }, { email: "email" }), "writeAttributes"),
        bad(federated({}, { email: "email", "custom:tenant": "hd" })),
      ],
      good: [
        federated(
          { writeAttributes: ["email"] },
          { email: "email", email_verified: "email_verified", username: "sub" },
        ),
        federated({}, { email: "email", name: "name" }),
        federated({ supportedIdentityProviders: ["COGNITO"], writeAttributes: ["name"] }, { email: "email" }),
      ],
    }),
  },
  lastApart(
    userPoolRule({
      id: "ATT-08",
      name: "mutable-mapped-attributes",
      since: "1.0",
      severity: "error",
      title: "require attributes that an identity provider maps to be mutable",
      why: "Cognito writes mapped attributes at every sign-in. The first one creates the user and works; all later ones fail, and the attribute can never be made mutable.",
      fix: "declare the attribute with mutable: true before the pool exists, or stop mapping it",
      source: [mappingGuide, guide("user-pool-settings-attributes")],
      claims: (_, pool) => {
        const silent = pool.identityProviders.filter((each) => mappedNames(each).length === 0);
        const names = literals(silent.map(({ providerName }) => providerName));
        return [
          changeable(pool, mappedBy(silent.length === 0 ? undefined : `!contains(${names}, key)`)),
          ...(silent.length === 0 ? [] : [changeable(pool, { ...mappedBy(`contains(${names}, key)`), of: () => [] })]),
        ];
      },
      examples: () => ({
        bad: [
          badPool(
            { attributes: { email: { mutable: false } }, ...google({ email: "email" }) },
            "attributes",
            "email",
            "mutable",
          ),
          badPool(
            { attributes: { "custom:org": { mutable: false } }, ...google({ "custom:org": "hd" }) },
            "attributes",
            "custom:org",
            "mutable",
          ),
        ],
        good: [
          goodPool({ attributes: { email: { required: true } }, ...google({ email: "email" }) }),
          goodPool({
            attributes: { "custom:org": { mutable: false }, email: {} },
            ...google({ email: "email" }),
          }),
        ],
      }),
    }),
  ),
  userPoolRule({
    id: "ATT-09",
    name: "required-attributes-mapped",
    since: "1.0",
    severity: "warning",
    title: "require each identity provider to map the attributes that the pool requires",
    why: "Cognito refuses to create a federated user without a value for each required attribute, so nobody can sign in through the provider for the first time.",
    fix: "map the required attributes",
    source: [mappingGuide],
    check: (users, pool) => {
      const required = users.schema.filter((attribute) => attribute.required && isStandard(attribute.name));
      return pool.identityProviders.flatMap((provider) =>
        required
          .filter((attribute) => !maps(provider, attribute))
          .map(({ key }) => ({
            at: ["identityProviders", provider.providerName, "attributeMapping"],
            message: `identity provider ${provider.providerName} does not map ${key}, which the pool requires`,
            fix: `map ${key} to the provider's claim`,
          })),
      );
    },
    examples: () => ({
      bad: [
        badPool(
          { ...requiring("email", "name"), ...google({ email: "email" }) },
          "identityProviders",
          "Google",
          "attributeMapping",
        ),
      ],
      good: [goodPool({ ...requiring("email"), ...google({ email: "email" }) })],
    }),
  }),
];

/** Names in the schema that the mappings of identity providers write. @param where which providers, by `key` */
function mappedBy(where: string | undefined): Field<PoolModel> {
  const providers = `for key, provider in local.identity_providers : keys(provider.attribute_mapping)`;
  const names = `flatten([${providers}${where === undefined ? "" : ` if ${where}`}])`;
  return {
    of: ({ identityProviders }) => identityProviders.flatMap(mappedNames),
    over: () => `[for name in ${names} : replace(name, "/^custom:/", "")]`,
  };
}

function changeable(pool: PoolModel, mapped: Field<PoolModel>): Claim<UserPoolModel> {
  return claimAttributes(
    implies(meets(attributeName, isItemOf(mapped, pool)), isMutable),
    say`${attributeKey} cannot change after sign-up, but an identity provider writes it at each sign-in`,
    "mutable",
  );
}

/** A first plan does not know the mapping of a provider without one: it is evaluated by itself. */
function lastApart(rule: PoolRule): PoolRule {
  return {
    ...rule,
    conditions: (pool) =>
      (rule.conditions?.(pool) ?? []).map((each, index) => (index === 0 ? each : { ...each, apart: true })),
  };
}

/** Names in the schema that a provider's mapping writes. */
function mappedNames(provider: IdentityProviderModel): readonly string[] {
  return Object.keys(provider.attributeMapping)
    .filter((name) => name !== "username")
    .map(bareName);
}

function maps(provider: IdentityProviderModel, attribute: AttributeModel): boolean {
  return mappedNames(provider).includes(attribute.name);
}

function requiring(...names: readonly string[]): NonNullable<Example["pool"]> {
  return { attributes: Object.fromEntries(names.map((name) => [name, { required: true }])) };
}

function federated(client: object, attributeMapping: Record<string, string>): Example {
  const pool = { attributes: { "custom:tenant": {} }, ...google(attributeMapping) };
  return on("ios", { supportedIdentityProviders: ["Google"], ...client }, { pool });
}
