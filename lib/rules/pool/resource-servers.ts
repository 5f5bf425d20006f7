import { known } from "../../model/value";
import { planText } from "../language/expressions";
import { api, guide } from "../language/sources";
import { all } from "../language/statements";
import { bytes, characters, hasBytes, hasLength, matches } from "../language/text-statements";
import type { Rule } from "../rule";
import { badPool, many } from "./pool-examples";
import { badServer, scopeRule, server, serverRule } from "./resource-server-rule";

const scopesGuide = guide("cognito-user-pools-define-resource-servers");

/** Printable ASCII without space, quote and backslash; a scope's name without slash as well. */
const IDENTIFIER = matches("^[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,256}$");
const SCOPE = matches("^[\\x21\\x23-\\x2E\\x30-\\x5B\\x5D-\\x7E]{1,256}$");
const NAME = matches("^[0-9A-Za-z_\\t\\n\\v\\f\\r +=,.@-]{1,256}$");
const DESCRIPTION = all(hasLength(1, 256), hasBytes(256));

/** Characters in the name of a scope as clients write it. */
const LONGEST_SCOPE = 256;
const MOST_SCOPES = 100;

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
    violations: (server, servers) => {
      const given = known(server.identifier);
      if (given === undefined) return [];
      const at = ["identifier"];
      const twin = servers.find((other) => other !== server && known(other.identifier) === given);
      return [
        ...(IDENTIFIER.holds(given)
          ? []
          : [
              {
                at,
                message: `identifier ${JSON.stringify(given)} must be 1 to 256 printable ASCII characters without spaces, quotes and backslashes`,
              },
            ]),
        ...(twin ? [{ at, message: `identifier ${given} belongs to resource server ${twin.key} as well` }] : []),
      ];
    },
    guards: [
      {
        expression: IDENTIFIER.over("self.identifier"),
        planMessage: planText`identifier ${"jsonencode(self.identifier)"} must be 1 to 256 printable ASCII characters without spaces, quotes and backslashes`,
      },
      {
        expression: "length([for other in local.resource_servers : other if other.identifier == self.identifier]) == 1",
        planMessage: planText`identifier ${"self.identifier"} belongs to another resource server as well`,
      },
    ],
    examples: {
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
    },
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
    violations: ({ name }) => {
      const given = known(name);
      return given === undefined || NAME.holds(given)
        ? []
        : [
            {
              at: ["name"],
              message: `name ${JSON.stringify(given)} must be 1 to 256 letters, digits, spaces or _ + = , . @ -`,
            },
          ];
    },
    guards: [
      {
        expression: NAME.over("self.name"),
        planMessage: planText`name ${"jsonencode(self.name)"} must be 1 to 256 letters, digits, spaces or _ + = , . @ -`,
      },
    ],
    examples: {
      bad: ["", "orders/api", "x".repeat(257)].map((name) => badServer({ name }, "name")),
      good: ["Orders API, v1", "x".repeat(256)].map((name) => server({ name })),
    },
  }),
  scopeRule({
    id: "RS-03",
    name: "scope-name",
    since: "1.0",
    severity: "error",
    title: "require a printable name without a slash of each scope",
    why: "AWS refuses the resource server at apply. A slash separates the server's identifier from the scope, so a scope cannot contain one.",
    fix: "use 1 to 256 printable ASCII characters without / and spaces: orders.read",
    source: [api("ResourceServerScopeType")],
    problem: ({ scopeName }) =>
      SCOPE.holds(scopeName)
        ? undefined
        : `scope ${JSON.stringify(scopeName)} must be 1 to 256 printable ASCII characters without / and spaces`,
    holds: SCOPE.over("scope.scope_name"),
    planMessage: "a scope must be 1 to 256 printable ASCII characters without / and spaces:",
    examples: {
      bad: ["orders/read", "read all", "", "x".repeat(257)].map((scope) =>
        badServer({ scopes: { [scope]: "Read" } }, "scopes", scope),
      ),
      good: ["orders.read", "orders:read", "x".repeat(252)].map((scope) => server({ scopes: { [scope]: "Read" } })),
    },
  }),
  scopeRule({
    id: "RS-04",
    name: "scope-description",
    since: "1.0",
    severity: "error",
    title: "require a description of 1 to 256 characters of each scope",
    why: "AWS refuses the resource server at apply, and the AWS provider, which counts bytes, at plan.",
    fix: "describe in 1 to 256 characters what the scope allows; a letter outside ASCII counts as two bytes or more",
    source: [api("ResourceServerScopeType")],
    problem: ({ scopeName, scopeDescription }) => {
      const given = known(scopeDescription);
      return given === undefined || DESCRIPTION.holds(given)
        ? undefined
        : `the description of scope ${scopeName} has ${lengthOf(given)}; AWS accepts 1 to 256`;
    },
    holds: `try(${DESCRIPTION.over("scope.scope_description")}, false)`,
    planMessage: "a scope's description must have 1 to 256 characters, and at most 256 bytes:",
    examples: {
      bad: ["", "x".repeat(257), "ö".repeat(129)].map((description) =>
        badServer({ scopes: { read: description } }, "scopes", "read"),
      ),
      good: ["x", "x".repeat(256), "ö".repeat(128)].map((description) => server({ scopes: { read: description } })),
    },
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
    violations: ({ scopes }) =>
      scopes.length > MOST_SCOPES
        ? [
            {
              at: ["scopes"],
              message: `the resource server has ${scopes.length} scopes; Cognito allows ${MOST_SCOPES}`,
            },
          ]
        : [],
    guards: [
      {
        expression: `length(self.scope) <= ${MOST_SCOPES}`,
        planMessage: planText`the resource server has ${"length(self.scope)"} scopes; Cognito allows ${() => String(MOST_SCOPES)}`,
      },
    ],
    examples: {
      bad: [badServer({ scopes: many(101, "scope", "Scope") }, "scopes")],
      good: [server({ scopes: many(100, "scope", "Scope") })],
    },
  }),
  scopeRule({
    id: "RS-06",
    name: "scope-length",
    since: "1.0",
    severity: "error",
    title: `limit identifier and scope to ${LONGEST_SCOPE} characters together`,
    why: "Clients request <identifier>/<scope>, and AWS accepts no scope of more than 256 characters: the resource server would exist, but no client could use the scope.",
    fix: "shorten the identifier or the scope",
    source: [api("CreateUserPoolClient"), scopesGuide],
    problem: ({ scopeName }, { identifier }) => {
      const given = known(identifier);
      const length = given === undefined ? 0 : characters(`${given}/${scopeName}`);
      return length <= LONGEST_SCOPE
        ? undefined
        : `${given}/${scopeName} has ${length} characters; AWS accepts at most ${LONGEST_SCOPE}`;
    },
    holds: `length(split("", "\${self.identifier}/\${scope.scope_name}")) <= ${LONGEST_SCOPE}`,
    planMessage: "<identifier>/<scope> must have at most 256 characters:",
    examples: {
      bad: [
        badServer({ identifier: "x".repeat(200), scopes: { ["s".repeat(56)]: "Scope" } }, "scopes", "s".repeat(56)),
      ],
      good: [server({ identifier: "x".repeat(200), scopes: { ["s".repeat(55)]: "Scope" } })],
    },
  }),
];

/** How long a description is, in what the AWS provider counts where that is more than characters. */
function lengthOf(description: string): string {
  const [count, counted] = [characters(description), bytes(description)];
  return count === counted ? `${count} characters` : `${counted} bytes`;
}
