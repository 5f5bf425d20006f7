import { RESOURCE_SERVER_ARGUMENTS, SCOPE_LENGTH } from "../../cognito/attachments";
import { QUOTAS } from "../../cognito/quotas";
import type { PoolModel, ResourceServerModel } from "../../model/model";
import { claim } from "../language/claims";
import { certainly, count, type Field, field, isAtMost, meets, quotedValue } from "../language/fields";
import { type Shown, say } from "../language/phrases";
import { api, guide } from "../language/sources";
import { any, comparison, implies, not, type Statement } from "../language/statements";
import { characters, hasBytes, hasLength, matches } from "../language/text-statements";
import type { Rule } from "../rule";
import { serverRule } from "./object-rule";
import { badPool, many } from "./pool-examples";
import {
  badServer,
  claimScopes,
  identifier,
  qualifiedScope,
  scopeDescription,
  scopeName,
  scopeServer,
  server,
} from "./resource-server-rule";

const scopesGuide = guide("cognito-user-pools-define-resource-servers");

const {
  identifier: { range: identifierRange },
  name: { range: nameRange },
} = RESOURCE_SERVER_ARGUMENTS;

/** Printable ASCII without space, quote and backslash; a scope's name without slash as well. */
const IDENTIFIER = matches(`^[\\x21\\x23-\\x5B\\x5D-\\x7E]{${identifierRange.join()}}$`);
const SCOPE = matches(`^[\\x21\\x23-\\x2E\\x30-\\x5B\\x5D-\\x7E]{${SCOPE_LENGTH.join()}}$`);
const NAME = matches(`^[0-9A-Za-z_\\t\\n\\v\\f\\r +=,.@-]{${nameRange.join()}}$`);
const DESCRIPTION = hasLength(...SCOPE_LENGTH);

const name = field<ResourceServerModel>((each) => each.name, "name");
const scopes = field<ResourceServerModel>((each) => each.scopes, "scope");

const LONGEST_SCOPE = SCOPE_LENGTH[1];
const MOST_SCOPES = QUOTAS.scopes.limit;

/** APIs that clients ask scopes of. */
export const resourceServerRules: readonly Rule[] = [
  serverRule({
    id: "RS-01",
    name: "resource-server-identifier",
    since: "1.0",
    severity: "error",
    title: "require a printable identifier of each resource server that no other has",
    why: "AWS refuses other characters and a second resource server with the same identifier; the AWS provider checks neither. A new identifier later replaces the server and every scope.",
    fix: "use 1 to 256 printable ASCII characters without spaces, quotes and backslashes, once in the pool",
    source: [api("CreateResourceServer")],
    claims: (pool) => [
      claim(
        meets(identifier, IDENTIFIER),
        ["identifier"],
        say`identifier ${quotedValue(identifier)} must be 1 to 256 printable ASCII characters without spaces, quotes and backslashes`,
      ),
      claim(
        hasOwnIdentifier(pool),
        ["identifier"],
        say`identifier ${identifier} belongs to resource servers ${sharing(pool)}`,
        "give one of them another identifier",
      ),
    ],
    examples: () => ({
      bad: [
        ...["", "my api", "café", "x".repeat(257)].map((identifier) => badServer({ identifier }, "identifier")),
        badPool(
          { resourceServers: { api: { scopes: {} }, other: { identifier: "api", scopes: {} } } },
          "resourceServers",
          "other",
          "identifier",
        ),
      ],
      good: ["https://api.example.com/v1", "x".repeat(256), { var: "audience" }].map((identifier) =>
        server({ identifier }),
      ),
    }),
  }),
  serverRule({
    id: "RS-02",
    name: "resource-server-name",
    since: "1.0",
    severity: "error",
    title: "limit the name of a resource server to 1 to 256 characters that AWS allows",
    why: "AWS refuses the resource server at apply; the AWS provider does not check the name.",
    fix: "use letters, digits, spaces and _ + = , . @ -",
    source: [api("CreateResourceServer")],
    claims: [
      claim(
        meets(name, NAME),
        ["name"],
        say`name ${quotedValue(name)} must be 1 to 256 letters, digits, spaces or _ + = , . @ -`,
      ),
    ],
    examples: () => ({
      bad: ["", "orders/api", "x".repeat(257)].map((name) => badServer({ name }, "name")),
      good: ["Orders API, v1", "x".repeat(256)].map((name) => server({ name })),
    }),
  }),
  serverRule({
    id: "RS-03",
    name: "scope-name",
    since: "1.0",
    severity: "error",
    title: "require a printable name without a slash of each scope",
    why: "AWS refuses the resource server at apply. A slash separates the server's identifier from the scope, so a scope cannot contain one.",
    fix: "use 1 to 256 printable ASCII characters without / and spaces: orders.read",
    source: [api("ResourceServerScopeType")],
    claims: [
      claimScopes(
        meets(scopeName, SCOPE),
        say`scope ${quotedValue(scopeName)} must be 1 to 256 printable ASCII characters without / and spaces`,
      ),
    ],
    examples: () => ({
      bad: ["orders/read", "read all", "", "x".repeat(257)].map((scope) =>
        badServer({ scopes: { [scope]: "Read" } }, "scopes", scope),
      ),
      good: ["orders.read", "orders:read", "x".repeat(252)].map((scope) => server({ scopes: { [scope]: "Read" } })),
    }),
  }),
  serverRule({
    id: "RS-04",
    name: "scope-description",
    since: "1.0",
    severity: "error",
    title: "require a description of 1 to 256 characters of each scope",
    why: "AWS refuses the resource server at apply, and the AWS provider, which counts bytes, at plan.",
    fix: "describe in 1 to 256 characters what the scope allows; a letter outside ASCII counts as two bytes or more",
    source: [api("ResourceServerScopeType")],
    claims: [
      claimScopes(
        certainly(meets(scopeDescription, DESCRIPTION)),
        say`the description of scope ${scopeName} has ${lengthOf(scopeDescription)} characters; AWS accepts 1 to 256`,
      ),
      claimScopes(
        certainly(implies(meets(scopeDescription, DESCRIPTION), meets(scopeDescription, hasBytes(LONGEST_SCOPE)))),
        say`the description of scope ${scopeName} has more than 256 bytes, which is what the AWS provider counts`,
      ),
    ],
    examples: () => ({
      bad: ["", "x".repeat(257), "ö".repeat(129)].map((description) =>
        badServer({ scopes: { read: description } }, "scopes", "read"),
      ),
      good: ["x", "x".repeat(256), "ö".repeat(128)].map((description) => server({ scopes: { read: description } })),
    }),
  }),
  serverRule({
    id: "RS-05",
    name: "scope-quota",
    since: "1.0",
    severity: "error",
    title: `limit the scopes of a resource server to ${MOST_SCOPES}`,
    why: "The quota cannot be raised.",
    fix: "divide the scopes among several resource servers",
    source: [api("CreateResourceServer"), guide("quotas")],
    claims: [
      claim(
        isAtMost(count(scopes), MOST_SCOPES),
        ["scopes"],
        say`the resource server has ${count(scopes)} scopes; Cognito allows ${String(MOST_SCOPES)}`,
      ),
    ],
    examples: () => ({
      bad: [badServer({ scopes: many(101, "scope", "Scope") }, "scopes")],
      good: [server({ scopes: many(100, "scope", "Scope") })],
    }),
  }),
  serverRule({
    id: "RS-06",
    name: "scope-length",
    since: "1.0",
    severity: "error",
    title: `limit identifier and scope to ${LONGEST_SCOPE} characters together`,
    why: "Clients request <identifier>/<scope>, and AWS accepts no scope of more than 256 characters: the resource server would exist, but no client could use the scope.",
    fix: "shorten the identifier or the scope",
    source: [api("CreateUserPoolClient"), scopesGuide],
    claims: [
      claimScopes(
        // of a name or an identifier that is too long by itself RS-03 and RS-01 speak
        any(
          meets(qualifiedScope, hasLength(0, LONGEST_SCOPE)),
          not(meets(scopeName, SCOPE)),
          not(meets(scopeServer, IDENTIFIER)),
        ),
        say`${qualifiedScope} has ${lengthOf(qualifiedScope)} characters; AWS accepts at most ${String(LONGEST_SCOPE)}`,
      ),
    ],
    examples: () => ({
      bad: [
        badServer({ identifier: "x".repeat(200), scopes: { ["s".repeat(56)]: "Scope" } }, "scopes", "s".repeat(56)),
      ],
      good: [server({ identifier: "x".repeat(200), scopes: { ["s".repeat(55)]: "Scope" } })],
    }),
  }),
];

/** The resource servers of the pool with the identifier. */
function sharing({ resourceServers }: PoolModel): Shown<ResourceServerModel> {
  return {
    of: (each) => holders(each, resourceServers).join(", "),
    over: (name) => `join(", ", ${holdersIn(name)})`,
  };
}

/** No other resource server of the pool has the identifier. */
function hasOwnIdentifier({ resourceServers }: PoolModel): Statement<ResourceServerModel> {
  return comparison(
    (each) => holders(each, resourceServers).length <= 1,
    (name) => `length(${holdersIn(name)}) == 1`,
    (name) => `length(${holdersIn(name)}) != 1`,
  );
}

function holders(each: ResourceServerModel, servers: readonly ResourceServerModel[]): string[] {
  const given = identifier.of(each);
  return given === undefined ? [] : servers.filter((other) => identifier.of(other) === given).map(({ key }) => key);
}

function holdersIn(name: string): string {
  return `[for key, other in local.resource_servers : key if other.identifier == ${name}.identifier]`;
}

/** The characters of a text, as AWS counts them. */
function lengthOf<S>(text: Field<S>): Shown<S> {
  return {
    of: (subject) => characters(String(text.of(subject) ?? "")),
    over: (subject) => `try(length(split("", ${text.over(subject)})), 0)`,
  };
}
