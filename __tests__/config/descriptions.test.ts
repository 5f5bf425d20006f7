import { jsonSchema } from "../../lib/config/json-schema";
import { hover } from "./hover";

type Node = Record<string, unknown>;
const schema = JSON.parse(jsonSchema()) as Node;

/** The schemas of the same value: itself, and what it refers to or chooses among. */
function alike(node: Node): Node[] {
  const { $ref, allOf = [], anyOf = [], oneOf = [] } = node as { $ref?: string } & Record<string, Node[] | undefined>;
  const target = $ref
    ?.split("/")
    .slice(1)
    .reduce((at, key) => at[key] as Node, schema);
  return [node, ...[...(target ? [target] : []), ...allOf, ...anyOf, ...oneOf].flatMap(alike)];
}

/** Every key of the grammar, with the descriptions that an editor could show of it. */
function* keys(node: Node, path: string, seen = new Set<Node>()): Generator<[path: string, string[]]> {
  for (const each of alike(node)) {
    if (seen.has(each)) continue;
    seen.add(each);
    for (const [key, child] of Object.entries((each.properties ?? {}) as Record<string, Node>)) {
      const descriptions = alike(child).flatMap(({ description }) => (description as string | undefined) ?? []);
      yield [`${path}.${key}`, [...new Set(descriptions)]];
      yield* keys(child, `${path}.${key}`, seen);
    }
    for (const inner of [each.additionalProperties, each.items])
      if (typeof inner === "object" && inner !== null) yield* keys(inner as Node, `${path}.*`, seen);
  }
}

const KEYS = [...keys(schema, "")];

test("every key at every depth has one description, whatever its type says beside it", () => {
  expect(KEYS.length).toBeGreaterThan(300);
  expect(KEYS.filter(([, descriptions]) => descriptions.length !== 1)).toEqual([]);
  expect(KEYS.filter(([, [description = ""]]) => description.length < 10)).toEqual([]);
});

test("descriptions have the unit, the range, the default and the tier that the tables say", () => {
  const all = new Map(KEYS.map(([path, [description]]) => [path, description]));
  expect(all.get(".pools.*.passwordPolicy.minimumLength")).toBe("Shortest password; 6 to 99 characters; default 8");
  expect(all.get(".pools.*.clientDefaults.refreshTokenValidity")).toBe(
    "Lifetime of a refresh token; 1 hour to 3650 days; default 30d, spa 1d",
  );
  expect(all.get(".pools.*.clientDefaults.authSessionValidity")).toMatch(/3 minutes to 15 minutes; default 3 minutes$/);
  expect(all.get(".pools.*.clientDefaults.refreshTokenRotation.retryGracePeriod")).toMatch(
    /0 seconds to 1 minute; default 0 seconds$/,
  );
  expect(all.get(".pools.*.advancedSecurityMode")).toMatch(/needs tier PLUS unless OFF/);
  expect(all.get(".pools.*.usernameAttributes")).toMatch(/permanent: a change replaces/);
});

describe("a TypeScript editor shows what a key means", () => {
  const text = `import { defineConfig } from "cdktf-cognito/config";
import type { AppClientOptions } from "../../lib/constructs/app-client";
import type { UserPoolOptions } from "../../lib/constructs/models";

export default defineConfig({
  project: "acme",
  guardrails: { callbackHosts: [] },
  environments: {
    prod: { region: "eu-west-1", pools: { users: { mfaConfiguration: "ON", clients: { web: { logoutUrls: [] } } } } },
  },
  pools: {
    users: {
      deletionProtection: true,
      attributes: { email: { mutable: true } },
      lambdaConfig: { preSignUp: "arn:..." },
      clientDefaults: { idTokenValidity: "1h" },
      clients: { app: { platform: "ios", accessTokenValidity: "1h" }, job: { platform: "machine", allowedOauthScopes: [] } },
    },
  },
});
export const options: AppClientOptions = { platform: "spa", enableTokenRevocation: true };
export const pool: UserPoolOptions = { region: "eu-west-1", caseSensitive: true };
`;

  test("of objects, maps, clients, overlays and constructs", async () => {
    const expected = {
      project: "Prefix of default names",
      callbackHosts: "Hosts that callback URLs may name",
      region: "AWS Region in which the pools are created",
      mfaConfiguration: "Whether users need a second factor",
      logoutUrls: "URLs to which a sign-out may return",
      deletionProtection: "Whether AWS refuses to delete the pool; default true",
      mutable: "Whether the value can change after sign-up",
      preSignUp: "ARN of the function",
      idTokenValidity: "Lifetime of an ID token; 5 minutes to 1 day",
      "clients: { app": "App clients by key",
      platform: "What the client runs on",
      accessTokenValidity: "Lifetime of an access token; 5 minutes to 1 day; default 1h",
      allowedOauthScopes: "OAuth scopes",
      enableTokenRevocation: "Whether refresh tokens can be revoked",
      caseSensitive: "Whether usernames and e-mail addresses are case sensitive",
    };
    const shown = await hover(
      text,
      Object.keys(expected).map((key) => text.indexOf(key)),
    );
    for (const [index, description] of Object.values(expected).entries()) expect(shown[index]).toContain(description);
  });
});
