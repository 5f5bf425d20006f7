import { CLIENT_ARGUMENTS } from "../../cognito/app-client";
import { generationsOf } from "../../model/generations";
import type { ClientModel, PoolModel } from "../../model/model";
import { known } from "../../model/value";
import { planText } from "../language/expressions";
import { failing, has, implies, isOn, not, textOf } from "../language/statements";
import { characters, hasLength, matches, quoted } from "../language/text-statements";
import { hasSecret, isConfidential } from "../language/trust";
import type { Rule } from "../rule";
import { AWS, bad, claim, claimEach, clientRule, on, PREFLIGHT, placeOf } from "./client-rule";
import { isCustomScheme } from "./urls";

const NAME_CHARACTERS = "[0-9A-Za-z_ \\t\\n\\v\\f\\r+=,.@-]";
const name = "self.name";
const scopes = { allowedOauthFlows: ["client_credentials" as const], allowedOauthScopes: ["api/read"] };
const api = { pool: { resourceServers: { api: { scopes: { read: "Read" } } } } };
const callbackUrls = ["https://app.example.com/callback"];

/** The client's name, and its secret. */
export const clientIdentityRules: readonly Rule[] = [
  clientRule({
    id: "CLI-01",
    name: "client-name-length",
    since: "1.0",
    refusedByProvider: true,
    severity: "error",
    title: "require a client name of 1 to 128 characters",
    why: "AWS rejects any other length of ClientName.",
    fix: "write a name of 1 to 128 characters",
    source: [AWS.createClient],
    claims: [
      claim(
        textOf("name", hasLength(...CLIENT_ARGUMENTS.name.range)),
        ["name"],
        (client) => `name has ${characters(known(client.name) ?? "")} characters; Cognito allows 1 to 128`,
        (client) => (known(client.name) === "" ? "write a name, or leave it out for the key" : "shorten the name"),
      ),
    ],
    planMessage: planText`name "${name}" has ${`length(split("", ${name}))`} characters; Cognito allows 1 to 128`,
    examples: () => ({
      bad: ["", "a".repeat(129)].map((name) => bad(on("ios", { name }), "name")),
      good: ["a", "a".repeat(128)].map((name) => on("ios", { name })),
    }),
  }),
  clientRule({
    id: "CLI-02",
    name: "client-name-characters",
    since: "1.0",
    severity: "error",
    title: "limit client names to letters, digits, spaces and _ + = , . @ -",
    why: "AWS rejects other characters at apply. The AWS provider accepts any name with at least one valid character.",
    fix: "remove every other character",
    source: [AWS.createClient],
    claims: [
      claim(
        textOf("name", matches(`^${NAME_CHARACTERS}*$`)),
        ["name"],
        (client) =>
          `name ${quoted(known(client.name))} contains ${foreign(known(client.name) ?? "")}; Cognito allows letters, digits, spaces and _ + = , . @ -`,
        (client) => `remove ${foreign(known(client.name) ?? "")}`,
      ),
    ],
    planMessage: planText`name "${name}" contains other characters than letters, digits, spaces and _ + = , . @ -`,
    examples: () => ({
      bad: ["a!#%", "web/app", "café", "app (old)", "${x}"].map((name) => bad(on("ios", { name }), "name")),
      good: ["My app_2 +=,.@-", "iOS"].map((name) => on("ios", { name })),
    }),
  }),
  clientRule({
    id: "CLI-03",
    name: "unique-client-name",
    since: "1.0",
    severity: "warning",
    title: "require client names to be unique in a pool",
    why: "AWS allows duplicates, but then the clients cannot be distinguished in the console, in logs or in bills.",
    fix: "rename one of the clients",
    source: [AWS.createClient],
    claims: [],
    planMessage: planText``,
    advice: (client, pool) => {
      return namesOf(client).flatMap((name) => {
        const first = firstOfName(pool).get(name);
        return first === client.key
          ? []
          : [{ at: ["name"], message: `name ${quoted(name)} is also used by client ${first}` }];
      });
    },
    examples: () => ({
      bad: [
        {
          ...bad(on("ios"), "name"),
          clients: { web: { platform: "spa", name: "app" } },
          at: "pools.users.clients.web.name",
        },
      ],
      good: [
        on("ios", {}, { clients: { web: { platform: "spa", name: "App" } } }),
        on("ios", { name: { var: "name" } }, { clients: { web: { platform: "spa", name: { var: "name" } } } }),
      ],
    }),
  }),
  clientRule({
    id: "SEC-04",
    name: "client-credentials-secret",
    since: "1.0",
    severity: "error",
    title: "require a client secret for the client_credentials grant",
    why: 'AWS rejects the client at apply: "client_credentials flow can not be selected if client does not have a client secret."',
    fix: "use platform machine, or remove client_credentials",
    planFix: "set generate_secret to true, which makes a client with another id, or remove client_credentials",
    source: [AWS.createClient, PREFLIGHT, "https://github.com/hashicorp/terraform-provider-aws/issues/4984"],
    claims: [
      claim(
        implies(has("allowedOauthFlows", "client_credentials"), isConfidential),
        (client) => placeOf(client, "allowedOauthFlows", "client_credentials"),
        "client_credentials is allowed to a client that keeps no secret",
      ),
    ],
    planMessage: planText`client_credentials requires a client that keeps a secret`,
    examples: () => ({
      bad: [
        bad(on("public", scopes, api), "allowedOauthFlows", 0),
        bad(on("other", { ...scopes, generateSecret: false }, api), "allowedOauthFlows", 0),
      ],
      good: [
        on("machine", { allowedOauthScopes: ["api/read"] }, api),
        on("confidential", scopes, api),
        on("other", { ...scopes, generateSecret: true }, api),
      ],
    }),
  }),
  clientRule({
    id: "SEC-05",
    name: "context-data-secret",
    since: "1.0",
    severity: "error",
    title: "require a client secret to propagate user context data",
    why: 'AWS rejects the client at apply: "Client Secret is required to set EnablePropagateAdditionalUserContextData as true".',
    fix: "remove enablePropagateAdditionalUserContextData, or use a platform with a secret",
    planFix:
      "set enable_propagate_additional_user_context_data to false, or generate_secret to true, which makes a client with another id",
    source: [AWS.createClient, PREFLIGHT],
    claims: [
      claim(
        implies(isOn("enablePropagateAdditionalUserContextData"), hasSecret),
        ["enablePropagateAdditionalUserContextData"],
        "enablePropagateAdditionalUserContextData is on, but the client has no secret",
      ),
    ],
    examples: () => ({
      bad: [
        bad(on("spa", { enablePropagateAdditionalUserContextData: true }), "enablePropagateAdditionalUserContextData"),
      ],
      good: [
        on("server", { enablePropagateAdditionalUserContextData: true }),
        on("spa", { enablePropagateAdditionalUserContextData: false }),
      ],
    }),
  }),
  clientRule({
    id: "SEC-06",
    name: "no-secret-on-devices",
    since: "1.0",
    severity: "warning",
    title: "disallow a secret on clients that run on users' devices",
    why: "The implicit grant and custom-scheme redirects belong to browsers and apps; a secret that is shipped to users is not secret.",
    fix: "use a platform without a secret, or the code grant with https callbacks",
    planFix:
      "set generate_secret to false, which makes a client with another id, or use the code grant with https callbacks",
    source: [AWS.appClients, "https://www.rfc-editor.org/rfc/rfc8252#section-8.5"],
    claims: [
      claim(
        implies(isConfidential, not(has("allowedOauthFlows", "implicit"))),
        (client) => placeOf(client, "allowedOauthFlows", "implicit"),
        "the implicit grant is allowed to a client with a secret",
      ),
      claimEach(
        "callbackUrls",
        not(isCustomScheme),
        (url) => `a client with a secret redirects users to ${url}, which an app on their device opens`,
        { when: isConfidential },
      ),
    ],
    planMessage: planText`a client with a secret uses the implicit grant, or redirects users to an app on their device: ${failing("callbackUrls", not(isCustomScheme))}`,
    examples: () => ({
      bad: [
        bad(on("server", { callbackUrls: [...callbackUrls, "myapp://callback"] }), "callbackUrls", 1),
        bad(on("server", { callbackUrls, allowedOauthFlows: ["code", "implicit"] }), "allowedOauthFlows", 1),
      ],
      good: [
        on("server", { callbackUrls: [...callbackUrls, "http://localhost:3000/callback"] }),
        on("ios", { callbackUrls: ["myapp://callback"] }),
      ],
    }),
  }),
];

/** The characters of a name that Cognito does not allow, each once. */
function foreign(name: string): string {
  const allowed = new RegExp(`^${NAME_CHARACTERS}$`, "u");
  return [...new Set(name)].filter((character) => !allowed.test(character)).join(" ");
}

/** The names of a client in Cognito, one for each generation, as far as they are known. */
function namesOf(client: ClientModel): string[] {
  const name = known(client.name);
  return name === undefined ? [] : generationsOf(client).map(({ suffix }) => name + suffix);
}

const FIRST_OF_NAME = new WeakMap<PoolModel, ReadonlyMap<string, string>>();

/** The key of the first client of each name, looked up once for all clients of a pool. */
function firstOfName(pool: PoolModel): ReadonlyMap<string, string> {
  const known = FIRST_OF_NAME.get(pool);
  if (known) return known;
  const keys = new Map<string, string>();
  for (const client of pool.clients)
    for (const name of namesOf(client)) if (!keys.has(name)) keys.set(name, client.key);
  FIRST_OF_NAME.set(pool, keys);
  return keys;
}
