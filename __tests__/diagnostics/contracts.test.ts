import { stringify } from "yaml";
import { FORMATS } from "../../lib/diagnostics/formats";
import { CLIENT, changeOf, planOf } from "../gate/plans";
import { cli, folderWith } from "../support/cli";

/** A config of one pool `users` in `prod` with one client `app`. */
const config = (client: object, pool: object = {}) =>
  stringify({
    project: "acme",
    environments: { prod: { region: "eu-west-1" } },
    pools: { users: { ...pool, clients: { app: { platform: "ios", ...client } } } },
  });

const SHORT = { accessTokenValidity: "4m" };
const NOTED = { enableTokenRevocation: false, acknowledge: { "TOK-24": "an old <b>app</b>" } };

describe("JSON: keys, their order and the layout are a contract", () => {
  test("of check", async () => {
    const folder = folderWith({ "userpools.yaml": config({ ...SHORT, enableTokenRevocation: false }) });
    const { stdout } = await cli(folder, "check", "--format", "json");
    expect(stdout.split("    {").slice(0, 2).join("    {")).toBe(
      `{
  "findings": [
    {
      "rule": "TOK-01",
      "severity": "error",
      "stack": "users-prod",
      "path": "pools.users.clients.app.accessTokenValidity",
      "file": "userpools.yaml",
      "line": 10,
      "column": 30,
      "message": "access token lives 4 minutes; Cognito allows 5 minutes to 24 hours",
      "fix": "use 5m or more",
      "docs": "docs/rules.md#tok-01"
    },
`,
    );
    expect(stdout.slice(stdout.indexOf('  "summary"'))).toMatch(
      /^ {2}"summary": \{\n {4}"errors": 1,\n {4}"warnings": \d+,\n {4}"stacks": 1\n {2}\}\n\}\n$/,
    );
  });

  test("of check, with an acknowledged warning", async () => {
    const folder = folderWith({ "userpools.yaml": config(NOTED) });
    const { findings, summary } = JSON.parse((await cli(folder, "check", "--format", "json")).stdout);
    expect(findings).toMatchObject([{ rule: "TOK-24", severity: "warning", acknowledged: "an old <b>app</b>" }]);
    expect(Object.keys(findings[0])).toEqual([
      "rule",
      "severity",
      "stack",
      "path",
      "file",
      "line",
      "column",
      "message",
      "fix",
      "docs",
      "acknowledged",
    ]);
    expect(summary).toEqual({ errors: 0, warnings: 0, stacks: 1 });
  });

  test("of gate", async () => {
    const plan = planOf([changeOf(`${CLIENT}.app`, ["delete"])]);
    const folder = folderWith({ "plan.json": JSON.stringify(plan) });
    expect((await cli(folder, "gate", "plan.json", "--format", "json")).stdout).toBe(
      `{
  "judgements": [
    {
      "verdict": "refused",
      "address": "aws_cognito_user_pool_client.app",
      "what": "client app would be destroyed",
      "why": "its client id is lost; installed apps cannot sign in or refresh",
      "fix": "restore it, or keep it in the config with only: [] and allowDestroy: { reason, until } until it is destroyed; one generation of a client leaves with retire: { generation, reason, until }"
    }
  ],
  "summary": {
    "refused": 1,
    "allowed": 0,
    "noted": 0
  }
}
`,
    );
  });

  test("of review", async () => {
    const folder = folderWith({ "base.yaml": config({}), "userpools.yaml": config({ accessTokenValidity: "24h" }) });
    const { stdout } = await cli(folder, "review", "--base", "base.yaml", "--format", "json");
    const { changes, summary } = JSON.parse(stdout);
    expect(Object.keys(changes[0])).toEqual([
      "risk",
      "environment",
      "pool",
      "client",
      "what",
      "why",
      "path",
      "before",
      "after",
      "file",
      "line",
    ]);
    expect(Object.keys(summary)).toEqual(["breaks", "opens", "costs", "changes", "notes", "stacks"]);
    expect(stdout).toBe(`${JSON.stringify({ changes, summary }, null, 2)}\n`);
  });
});

describe("an acknowledged warning takes one line as text", () => {
  test("with its reason", async () => {
    const folder = folderWith({ "userpools.yaml": config(NOTED) });
    expect((await cli(folder, "check")).stdout).toMatch(
      /^userpools\.yaml:\d+:\d+ {2}warning TOK-24 [a-z-]+ {2}pools\.users\S+ {2}refresh token lives .* {2}acknowledged: an old <b>app<\/b>\n\n0 errors/,
    );
  });
});

describe("every command writes every format", () => {
  const files = {
    "base.yaml": config({}),
    "userpools.yaml": config({ ...SHORT, ...NOTED }, { attributes: {} }),
    "userpools.lock.json": JSON.stringify({
      version: 1,
      pools: { users: { prod: { caseSensitive: true, clients: ["app"] } } },
    }),
    "plan.json": JSON.stringify(planOf([changeOf(`${CLIENT}.app`, ["delete"])])),
  };
  const commands = [
    ["check", []],
    ["lock", []],
    ["gate", ["plan.json"]],
    ["review", ["--base", "base.yaml"]],
  ] as const;

  test.each(commands.flatMap(([command, args]) => FORMATS.map((format) => [command, format, args] as const)))(
    "%s as %s",
    async (command, format, args) => {
      const { stdout, stderr, exitCode } = await cli(folderWith(files), command, ...args, "--format", format);
      expect([stderr, exitCode]).toEqual(["", command === "review" ? 0 : 1]);
      const subject = { check: "TOK-01", lock: "SCH-20", gate: "client.app", review: "opens" }[command];
      expect(stdout).toContain(subject);
      if (format === "json" || format === "sarif") JSON.parse(stdout);
      if (format === "github") expect(stdout).toMatch(/^::(error|warning|notice) /);
      if (format === "markdown") {
        expect(stdout.startsWith(`<!-- cdktf-cognito ${command} -->\n### `)).toBe(true);
        expect(stdout.replace(/`[^`\n]*`/g, "")).not.toContain("<b>");
      }
    },
  );

  test("lock as JSON says what it wrote", async () => {
    const folder = folderWith({ "userpools.yaml": config({}) });
    expect(JSON.parse((await cli(folder, "lock", "--format", "json")).stdout)).toEqual({
      findings: [],
      summary: { errors: 0, warnings: 0, stacks: 1 },
      file: "userpools.lock.json",
      written: true,
      changes: [{ stack: "users-prod", what: "locked" }],
    });
  });
});
