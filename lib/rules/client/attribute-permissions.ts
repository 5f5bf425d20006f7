import type { ClientModel, PoolModel } from "../../model/model";
import { part } from "../../model/source";
import { knownItems } from "../../model/value";
import { BUILT_IN_NAMES, declaredNames, isStandard, mayExist, NEVER_WRITABLE, nearest } from "../attribute-names";
import { literals, planText } from "../language/expressions";
import { itemPlace } from "../language/places";
import { api, guide, PREFLIGHT } from "../language/sources";
import { not } from "../language/statements";
import { characters, hasLength } from "../language/text-statements";
import { EXISTING } from "../pool/pool-examples";
import type { Example, Rule, Violation } from "../rule";
import { attributeAccessRules } from "./attribute-access";
import { attributeAuthorityRules } from "./attribute-authority";
import { isEmptyList } from "./attribute-grants";
import { AWS, bad, on } from "./client-rule";

const LISTS = ["readAttributes", "writeAttributes"] as const;
type List = (typeof LISTS)[number];

const VERBS: Readonly<Record<List, string>> = { readAttributes: "read", writeAttributes: "write" };
const EITHER_LIST = "setunion(self.read_attributes, self.write_attributes)";
const NAME = hasLength(1, 2048);
const KNOWN = "can(local.has_attribute[name])";

/** A Terraform expression: whether every name in either list is as said. To join the lists takes longer than to judge them. */
const everyName = (said: string) =>
  `alltrue(flatten([for names in [self.read_attributes, self.write_attributes] : [for name in names : ${said}]]))`;

const WRONG_LENGTH = planText`a name in read_attributes or write_attributes is empty or has more than 2048 characters`;

const tenant: Example["pool"] = { attributes: { "custom:tenant": {} } };

/** Which names a client's permissions may hold. */
const attributeNameRules: readonly Rule[] = [
  {
    id: "ATT-01",
    name: "attribute-name-length",
    since: "1.0",
    severity: "error",
    subject: "client",
    title: "limit attribute names to 1 to 2048 characters",
    why: "AWS rejects the client at apply without saying which name it means.",
    fix: "use the attribute's name",
    source: [AWS.createClient],
    check: (client) =>
      eachName(client, (name, list) =>
        NAME.holds(name)
          ? undefined
          : { message: `a name in ${list} has ${characters(name)} characters; Cognito allows 1 to 2048` },
      ),
    // the names of the pool's own attributes are short enough, and most names are those
    conditions: () => [
      { on: "client", expression: everyName(`${NAME.over("name")} if !${KNOWN}`), message: WRONG_LENGTH },
    ],
    validation: () => ({ expression: everyName(NAME.over("name")), message: WRONG_LENGTH }),
    examples: () => ({
      bad: [
        bad(on("ios", { readAttributes: ["email", ""] }), "readAttributes", 1),
        bad(on("ios", { writeAttributes: ["x".repeat(2049)] }, { pool: EXISTING }), "writeAttributes", 0),
      ],
      good: [on("ios", { writeAttributes: [`custom:${"x".repeat(2041)}`] }, { pool: EXISTING })],
    }),
  },
  {
    id: "ATT-02",
    name: "known-attribute",
    since: "1.0",
    severity: "error",
    subject: "client",
    title: "require every attribute that a client reads or writes to exist in the pool",
    why: 'AWS rejects the client at apply: "Invalid write attributes specified while creating a client", or "Invalid read attributes ...". It never says which attribute it means.',
    fix: "use a standard attribute, or declare the custom one under attributes of the pool as custom:NAME",
    planFix: "use a standard attribute, or declare the custom one in a schema block of the pool, without custom:",
    source: [AWS.createClient, guide("user-pool-settings-attributes"), PREFLIGHT],
    // of a name of no or too many characters ATT-01 speaks
    check: (client, pool) =>
      eachName(client, (name, list) =>
        !NAME.holds(name) || exists(name, pool) ? undefined : unknownName(name, VERBS[list], pool),
      ),
    conditions: () => {
      const unknown = `setsubtract(${EITHER_LIST}, local.attributes)`;
      return [
        {
          on: "client",
          expression: everyName(`${not(NAME).over("name")} if !${KNOWN}`),
          message: planText`unknown attribute ${`join(", ", ${unknown})`}; the pool has the standard attributes${`join("", [for name in local.attributes : ", \${name}" if startswith(name, "custom:")])`}`,
        },
      ];
    },
    examples: () => ({
      bad: [
        bad(on("ios", { readAttributes: ["emial"] }), "readAttributes", 0),
        bad(on("ios", { writeAttributes: ["email", "tenant"] }, { pool: tenant }), "writeAttributes", 1),
        bad(on("ios", { writeAttributes: ["custom:email"] }), "writeAttributes", 0),
        bad(
          on("ios", { readAttributes: { attributes: ["custom:tennant"] } }, { pool: tenant }),
          "readAttributes",
          "attributes",
          0,
        ),
        bad(on("ios", { readAttributes: ["cognito:groups"] }), "readAttributes", 0),
        bad(on("ios", { readAttributes: ["emial"] }, { pool: EXISTING }), "readAttributes", 0),
      ],
      good: [
        on("ios", { readAttributes: ["sub", "email", "email_verified", "oidc:profile"] }),
        on(
          "ios",
          { readAttributes: ["custom:tenant"], writeAttributes: ["custom:tenant", "oidc:profile"] },
          { pool: tenant },
        ),
        on("ios", { writeAttributes: ["custom:anything"] }, { pool: EXISTING }),
        on("ios", { writeAttributes: [{ var: "attribute" }] }),
      ],
    }),
  },
  {
    id: "ATT-03",
    name: "writable-attribute",
    since: "1.0",
    severity: "error",
    subject: "client",
    title: "disallow write permissions on attributes that only Cognito writes",
    why: 'sub, identities, email_verified and phone_number_verified are set by Cognito. AWS rejects the client at apply: "Invalid write attributes specified while creating a client".',
    fix: "remove it from writeAttributes; readAttributes can include it",
    source: [guide("user-pool-settings-attributes"), AWS.createClient, PREFLIGHT],
    check: (client) =>
      knownItems(client.writeAttributes)
        .filter((name) => NEVER_WRITABLE.includes(name))
        .map((name) => ({
          at: itemPlace(client.source, "writeAttributes", name),
          message: `no client can write ${name}: only Cognito sets it`,
          fix: `remove ${name} from writeAttributes`,
        })),
    conditions: () => {
      const refused = `setintersection(self.write_attributes, ${literals(NEVER_WRITABLE)})`;
      return [
        {
          on: "client",
          expression: `alltrue([for name in self.write_attributes : !contains(${literals(NEVER_WRITABLE)}, name)])`,
          message: planText`write_attributes contains ${`join(", ", ${refused})`}, which only Cognito writes`,
        },
      ];
    },
    examples: () => ({
      bad: NEVER_WRITABLE.map((name) => bad(on("ios", { writeAttributes: ["email", name] }), "writeAttributes", 1)),
      good: [
        on("ios", { readAttributes: ["sub", "email_verified", "phone_number_verified"], writeAttributes: ["email"] }),
        on("ios", { writeAttributes: { scopes: ["email", "phone"] } }),
      ],
    }),
  },
  {
    id: "ATT-05",
    name: "no-empty-attribute-list",
    since: "1.0",
    severity: "warning",
    subject: "client",
    title: "disallow an empty list of attributes",
    why: "Cognito treats an empty list as absent, and lets the client read or write its default set: every standard attribute.",
    fix: "list the attributes that the client needs",
    source: [AWS.createClient, guide("user-pool-settings-attributes")],
    check: (client) =>
      LISTS.filter((list) => isEmptyList(client[list]) && part(client.source, list) !== undefined).map((list) => ({
        at: [list],
        message: `${list} is empty, which lets the client ${VERBS[list]} every standard attribute`,
      })),
    examples: () => ({
      bad: [
        bad(on("ios", { writeAttributes: [] }), "writeAttributes"),
        bad(on("ios", { readAttributes: { scopes: [] } }), "readAttributes"),
      ],
      good: [on("ios", { writeAttributes: ["nickname"] }), on("ios")],
    }),
  },
  {
    id: "ATT-11",
    name: "no-developer-attributes",
    since: "1.0",
    severity: "warning",
    subject: "client",
    title: "disallow developer-only attributes",
    why: "Users cannot change dev: attributes, and tokens do not carry them: only administrators' calls reach them. AWS recommends permissions on ordinary attributes instead.",
    fix: "use a custom attribute, and leave it out of writeAttributes",
    source: [api("SchemaAttributeType")],
    check: (client, pool) =>
      pool.pool
        ? []
        : eachName(client, (name, list) =>
            name.startsWith("dev:")
              ? { message: `the client cannot ${VERBS[list]} ${name}: only administrators can` }
              : undefined,
          ),
    examples: () => ({
      bad: [bad(on("ios", { readAttributes: ["dev:custom:rank"] }, { pool: EXISTING }), "readAttributes", 0)],
      good: [on("ios", { readAttributes: ["custom:rank"] }, { pool: EXISTING })],
    }),
  },
];

/** Permissions of a client to read and write attributes, and what its identity providers need of them. */
export const attributePermissionRules: readonly Rule[] = [
  ...attributeNameRules,
  ...attributeAccessRules,
  ...attributeAuthorityRules,
];

function eachName(
  client: ClientModel,
  judge: (name: string, list: List) => Omit<Violation, "at"> | undefined,
): Violation[] {
  const violations: Violation[] = [];
  for (const list of LISTS)
    for (const name of knownItems(client[list])) {
      const wrong = judge(name, list);
      if (wrong) violations.push({ at: itemPlace(client.source, list, name), ...wrong });
    }
  return violations;
}

const BUILT_IN = new Set(BUILT_IN_NAMES);

function exists(name: string, pool: PoolModel): boolean {
  return (
    BUILT_IN.has(name) ||
    mayExist(pool, name) ||
    declaredNames(pool).some((declared) => declared === name && !isStandard(name))
  );
}

function unknownName(name: string, verb: string, pool: PoolModel): { message: string; fix: string } {
  const message = `the client cannot ${verb} ${JSON.stringify(name)}: the pool has no such attribute`;
  if (name.startsWith("cognito:"))
    return { message: `${name} is a claim of tokens, not an attribute: every token carries it`, fix: `remove ${name}` };
  const near = nearest(name, [...declaredNames(pool), ...BUILT_IN_NAMES]);
  if (near !== undefined) return { message: `${message}; did you mean ${near}?`, fix: `use ${near}` };
  return {
    message,
    fix: `use a standard attribute, or declare custom:${name.replace(/^.*:/, "")} under attributes of the pool`,
  };
}
