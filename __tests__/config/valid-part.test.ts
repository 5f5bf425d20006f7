import { resolveConfig } from "../../lib/config/resolve";
import { DETACHABLE, DETACHABLE_OF_CLIENT } from "../../lib/config/validate/valid-part";
import { rules } from "../../lib/rules";
import { checkPool } from "../../lib/rules/check";
import type { Example } from "../../lib/rules/rule";
import { cli, folderWith } from "../support/cli";
import { findingsIn } from "../support/findings";
import { configOf } from "../support/models";
import { loadText } from "./support";

const CONFIG = `
project: acme
environments:
  prod:
    region: eu-west-1
pools:
  users:
    clients:
      short: { platform: ios, accessTokenValidity: 4m }
      misspelt: { platform: ios }
  staff:
    clients:
      short: { platform: ios, idTokenValidity: 4m }
`;

/** The paths of what `check` says of the config with a replacement in it. */
async function found(text: string | RegExp, by: string): Promise<string[]> {
  const findings = findingsIn(await loadText("userpools.yaml", CONFIG.replace(text, by)));
  return findings.map(({ rule, path }) => `${rule} ${path}`);
}

const SHORT_ACCESS = "TOK-01 pools.users.clients.short.accessTokenValidity";
const SHORT_ID = "TOK-02 pools.staff.clients.short.idTokenValidity";

describe("beside a mistake of form the rules judge", () => {
  test.each<[string, [string | RegExp, string], string[]]>([
    [
      "the other clients, when it is in one",
      ["misspelt: { platform: ios }", "misspelt: { platform: ios, nme: x }"],
      ["CFG-04 pools.users.clients.misspelt.nme", SHORT_ACCESS, SHORT_ID],
    ],
    [
      "the pool but for an unknown key, with the key that was meant left open",
      ["users:\n", "users:\n    nme: x\n"],
      ["CFG-04 pools.users.nme", SHORT_ACCESS, SHORT_ID],
    ],
    [
      "the other pools, when it is in one and cannot be left open",
      ["users:\n", "users:\n    caseSensitive: maybe\n"],
      ["CFG-06 pools.users.caseSensitive", SHORT_ID],
    ],
    [
      "the client but for an unknown key",
      ["accessTokenValidity: 4m", "accessTokenValidity: 4m, shoe: x"],
      ["CFG-04 pools.users.clients.short.shoe", SHORT_ACCESS, SHORT_ID],
    ],
    [
      "the client without what follows from a misspelt key",
      ["accessTokenValidity: 4m", "accessTokenValidity: 4m, allowedOauthFlows: [code], callbackUrl: [a]"],
      ["CFG-04 pools.users.clients.short.callbackUrl", SHORT_ACCESS, SHORT_ID],
    ],
    [
      "the client but for a value that cannot be read, and what depends on it",
      ["accessTokenValidity: 4m", "accessTokenValidity: 4m, refreshTokenValidity: 3x, idTokenValidity: 12h"],
      ["CFG-07 pools.users.clients.short.refreshTokenValidity", SHORT_ACCESS, SHORT_ID],
    ],
    [
      "the client but for one of a closed set",
      ["accessTokenValidity: 4m", "accessTokenValidity: 4m, explicitAuthFlows: [SRP]"],
      ["CFG-07 pools.users.clients.short.explicitAuthFlows[0]", SHORT_ACCESS, SHORT_ID],
    ],
    [
      "everything, when an environment has an unknown key",
      ["region: eu-west-1", "region: eu-west-1\n    shoe: x"],
      ["CFG-04 environments.prod.shoe", SHORT_ACCESS, SHORT_ID],
    ],
    [
      "the other clients, when it is in an environment's values for one",
      ["region: eu-west-1", "region: eu-west-1\n    pools: { users: { clients: { misspelt: { nme: x } } } }"],
      ["CFG-04 environments.prod.pools.users.clients.misspelt.nme", SHORT_ACCESS, SHORT_ID],
    ],
    [
      "the pool but for a key that nothing depends on",
      ["users:\n", "users:\n    passwordPolicy: { minimumLength: ten }\n"],
      ["CFG-06 pools.users.passwordPolicy.minimumLength", SHORT_ACCESS, SHORT_ID],
    ],
    [
      "the pool but for where its logs go",
      ["users:\n", "users:\n    logDelivery: { userNotification: { s3: x } }\n"],
      [
        "CFG-05 pools.users.logDelivery.userNotification.cloudwatchLogs",
        "CFG-04 pools.users.logDelivery.userNotification.s3",
        SHORT_ACCESS,
        SHORT_ID,
      ],
    ],
    [
      "the client but for a key that its platform does not support",
      ["platform: ios, accessTokenValidity: 4m", "platform: ios, accessTokenValidity: 4m, generateSecret: true"],
      ["CFG-09 pools.users.clients.short.generateSecret", SHORT_ACCESS, SHORT_ID],
    ],
    [
      "the client but for such a key in an environment's values for it",
      [
        "region: eu-west-1",
        "region: eu-west-1\n    pools: { users: { clients: { short: { generateSecret: true } } } }",
      ],
      ["CFG-09 environments.prod.pools.users.clients.short.generateSecret", SHORT_ACCESS, SHORT_ID],
    ],
    [
      "the client but for a key that nothing depends on",
      ["platform: ios, accessTokenValidity: 4m", "platform: ios, accessTokenValidity: 4m, publish: { sms: x }"],
      [
        "CFG-05 pools.users.clients.short.publish.ssm",
        "CFG-04 pools.users.clients.short.publish.sms",
        SHORT_ACCESS,
        SHORT_ID,
      ],
    ],
    [
      "the other environments, when two would be one in Terraform",
      ["environments:\n", "environments:\n  dev-x: { region: eu-west-1 }\n  dev_x: { region: eu-west-1 }\n"],
      ["STK-01 environments.dev_x", SHORT_ACCESS, SHORT_ACCESS, SHORT_ID, SHORT_ID],
    ],
    [
      "everything in a Region that nobody knows, when an environment has none",
      ["region: eu-west-1", "tags: { a: b }"],
      ["CFG-05 environments.prod.region", SHORT_ACCESS, SHORT_ID],
    ],
    [
      "the same, when an environment has no keys",
      ["prod:\n    region: eu-west-1", "prod: eu-west-1"],
      ["CFG-06 environments.prod", SHORT_ACCESS, SHORT_ID],
    ],
    [
      "everything without a backend that cannot be read",
      ["region: eu-west-1", "region: eu-west-1\n    backend: { type: s3, bucket: b }"],
      ["CFG-05 environments.prod.backend.region", SHORT_ACCESS, SHORT_ID],
    ],
    [
      "everything without the overlays of an environment that cannot be read",
      ["region: eu-west-1", "region: eu-west-1\n    pools: 3"],
      ["CFG-06 environments.prod.pools", SHORT_ACCESS, SHORT_ID],
    ],
    [
      "everything but for the guardrails, when it is in one",
      ["project: acme", "project: acme\nguardrails: { accessTokenValidity: { max: 1 } }"],
      ["CFG-06 guardrails.accessTokenValidity.max", SHORT_ACCESS, SHORT_ID],
    ],
    [
      "everything, when the project is wrong",
      ["project: acme", "project: Acme"],
      ["CFG-07 project", SHORT_ACCESS, SHORT_ID],
    ],
    ["everything, when there is no project", ["project: acme", ""], ["CFG-05 project", SHORT_ACCESS, SHORT_ID]],
    [
      "everything, when the schema is wrong",
      ["project: acme", "project: acme\n$schema: 3"],
      ["CFG-06 $schema", SHORT_ACCESS, SHORT_ID],
    ],
    [
      "everything, when there are two projects",
      ["project: acme", "project: acme\nproject: other"],
      ["CFG-08 project", SHORT_ACCESS, SHORT_ID],
    ],
    ...(["project", "environments", "pools"] as const).map((key): [string, [string, string], string[]] => [
      `everything, when ${key} is misspelt`,
      [`${key}:`, `${key.slice(0, -1)}:`],
      [`CFG-05 ${key}`, `CFG-04 ${key.slice(0, -1)}`, SHORT_ACCESS, SHORT_ID],
    ]),
    [
      "everything, when the name of the guardrails is misspelt",
      ["project: acme", "project: acme\nguardrail: {}"],
      ["CFG-04 guardrail", SHORT_ACCESS, SHORT_ID],
    ],
    ["nothing, when there is no environment", [/environments:[\s\S]*?(?=pools:)/, ""], ["CFG-05 environments"]],
  ])("%s", async (_, [text, by], expected) => {
    expect(await found(text, by)).toEqual(expected);
  });

  test("a misspelt key, in the lines where it is", async () => {
    const findings = findingsIn(await loadText("userpools.yaml", CONFIG.replace("pools:", "pool:")));
    expect(findings.map(({ rule, line }) => [rule, line])).toEqual([
      ["CFG-05", 6],
      ["CFG-04", 6],
      ["TOK-01", 9],
      ["TOK-02", 13],
    ]);
  });

  test.each(["Dev", "prod"])("a chosen environment, as far as it can be read: %s", async (environment) => {
    const broken = "environments:\n  Dev: { region: eu-west-1 }\n";
    const folder = folderWith({ "userpools.yaml": CONFIG.replace("environments:\n", broken) });
    const { exitCode, stdout } = await cli(folder, "check", "--env", environment);
    expect([exitCode, stdout.includes("TOK-01")]).toEqual([1, environment === "prod"]);
  });

  test("errors alone: a warning may come from what is left out", async () => {
    const warning = CONFIG.replace("accessTokenValidity: 4m", "enableTokenRevocation: false");
    expect(findingsIn(await loadText("userpools.yaml", warning)).map(({ rule }) => rule)).toContain("TOK-24");
    const broken = warning.replace("misspelt: { platform: ios }", "misspelt: { platform: ios, nme: x }");
    const raised = `${broken}\nguardrails: { severity: { TOK: error } }\n`;
    for (const text of [broken, raised])
      expect(findingsIn(await loadText("userpools.yaml", text)).map(({ rule }) => rule)).not.toContain("TOK-24");
  });
});

test.each([
  ...DETACHABLE.map((key) => ["pool", key] as const),
  ...DETACHABLE_OF_CLIENT.map((key) => ["client", key] as const),
])("no %s breaks a rule by having no %s", (of, key) => {
  const examples = rules.flatMap(({ examples }) => [...examples().good, ...examples().bad]);
  const having = examples.filter((each) => Object.hasOwn(each[of] ?? {}, key) && !each.guardrails?.severity);
  expect(having.length).toBeGreaterThan(0);
  for (const example of having) {
    const { [key]: _, ...rest } = example[of] as Record<string, unknown>;
    const without = errors({ ...example, [of]: rest });
    expect({ example, broken: without }).toEqual({
      example,
      broken: without.filter((rule) => errors(example).includes(rule)),
    });
  }
});

/** Examples with a key of a client or a pool: for each key the first few, in which no form is wrong. */
const WRITTEN = (["client", "pool"] as const).flatMap((of) => {
  const found = new Map<string, Example[]>();
  for (const example of rules.flatMap(({ examples }) => examples().good))
    for (const key of Object.keys(example[of] ?? {})) {
      const those = found.get(key) ?? found.set(key, []).get(key);
      if (those && those.length < 2) those.push(example);
    }
  return [...found].filter(([key]) => key !== "platform").map(([key, those]) => ({ of, key, those }));
});

test.each(WRITTEN)("no rule is broken by what nobody can read of $of: $key", async ({ of, key, those }) => {
  for (const example of those) {
    const { [key]: value, ...rest } = example[of] as Record<string, unknown>;
    for (const written of [
      { ...rest, [key]: 17.5 },
      { ...rest, [`${key}s`]: value },
    ]) {
      const config = JSON.stringify(configOf({ ...example, [of]: written }));
      const broken = findingsIn(await loadText("userpools.json", config)).filter(
        ({ severity }) => severity === "error",
      );
      const others = broken.map(({ rule }) => rule).filter((rule) => !rule.startsWith("CFG-"));
      expect({ written, others: others.filter((rule) => !errors(example).includes(rule)) }).toEqual({
        written,
        others: [],
      });
    }
  }
});

/** The rules that an example breaks. */
function errors(example: Example): string[] {
  const pools = resolveConfig(configOf(example)).pools;
  return pools.flatMap((pool, index) =>
    checkPool(pool, pools.slice(0, index)).flatMap(({ rule, severity }) => (severity === "error" ? [rule] : [])),
  );
}

test.each([
  ["is not JSON", '{ "context": { "config": "other.yaml", } }', /cdktf\.json cannot be read: /],
  ["names the config otherwise than by text", '{ "context": { "config": 1 } }', /context\.config is 1/],
])("a cdktf.json that %s is not passed over", async (_, json, message) => {
  const folder = folderWith({ "userpools.yaml": CONFIG, "cdktf.json": json });
  const { exitCode, stderr } = await cli(folder, "check");
  expect([exitCode, stderr]).toEqual([2, expect.stringMatching(message)]);
});
