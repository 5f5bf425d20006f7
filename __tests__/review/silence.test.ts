import fc from "fast-check";
import { stringify } from "yaml";
import type { Config } from "../../lib/config/schema";
import { cli, folderWith } from "../support/cli";
import { baseConfig } from "./base";
import { CATALOGUE } from "./catalogue";
import { edited } from "./edited";
import { rows } from "./reviewed";

describe("review is silent", () => {
  test("about a config and itself, and about every edit and itself", () => {
    for (const edit of [{ set: {} }, ...CATALOGUE]) expect(rows(edited(edit), edited(edit))).toEqual([]);
  });

  test("when keys, and lists without an order, are written in another order", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => expect(rows(baseConfig(), reordered(baseConfig(), seed))).toEqual([])),
      { numRuns: 50 },
    );
  });

  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ["60m for 1h", {}, { "clients.ios.accessTokenValidity": "60m" }],
    ["90m for 1h30m", { "clients.ios.accessTokenValidity": "1h30m" }, { "clients.ios.accessTokenValidity": "90m" }],
    ["a default written out", {}, { "clients.ios.preventUserExistenceErrors": "ENABLED", "clients.ios.name": "ios" }],
    ["a name written out", {}, { name: "acme-customers-prod" }],
    ["a preset written out", {}, { "clients.ios.refreshTokenValidity": "30d" }],
    [
      "a value moved into the defaults",
      { "clients.ios.idTokenValidity": "2h", "clients.android.idTokenValidity": "2h" },
      {
        "clientDefaults.idTokenValidity": "2h",
        "clients.web.idTokenValidity": "1h",
        "clients.api.idTokenValidity": "1h",
        "clients.job.idTokenValidity": "1h",
      },
    ],
    [
      "a value moved into the environment",
      { "clients.ios.idTokenValidity": "2h" },
      { "/environments.prod.pools.customers.clients.ios.idTokenValidity": "2h" },
    ],
    [
      "a scope of attributes for its attributes",
      { "clients.web.readAttributes": ["email", "email_verified"] },
      { "clients.web.readAttributes": { scopes: ["email"] } },
    ],
    [
      "a scope by identifier instead of key",
      {},
      { "clients.job.allowedOauthScopes": ["https://orders/read", "https://orders/write"] },
    ],
    ["a rename that is done", { "clients.ios.renamedFrom": "iphone" }, {}],
  ])("about %s", (_, base, head) => {
    expect(rows(edited({ set: base }), edited({ set: head }))).toEqual([]);
  });

  test("about a config that was YAML and is TypeScript, and the other way round", async () => {
    const folder = folderWith({
      "userpools.yaml": stringify(baseConfig()),
      "userpools.config.ts": `import { defineConfig } from "cdktf-cognito/config";\nexport default defineConfig(${JSON.stringify(baseConfig())});\n`,
    });
    for (const [base, head] of [
      ["userpools.yaml", "userpools.config.ts"],
      ["userpools.config.ts", "userpools.yaml"],
    ] as const) {
      const { exitCode, stdout } = await cli(
        folder,
        "review",
        "--base",
        base,
        "--head",
        head,
        "--format",
        "json",
        "--fail-on",
        "notes",
      );
      expect(JSON.parse(stdout)).toMatchObject({ changes: [], summary: { breaks: 0, notes: 0, stacks: 1 } });
      expect(exitCode).toBe(0);
    }
  });
});

/** The same config with every map, and every list that is a set, in another order. */
function reordered(config: Config, seed: number): Config {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 32;
  };
  const shuffled = <T>(items: readonly T[]) =>
    items
      .map((item) => [random(), item] as const)
      .sort(([a], [b]) => a - b)
      .map(([, item]) => item);
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return key === "accountRecovery" ? value : shuffled(value);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(shuffled(Object.entries(value)).map(([name, item]) => [name, walk(item, name)]));
  };
  return walk(config, "") as Config;
}
