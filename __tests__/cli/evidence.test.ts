import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { CONTROLS } from "../../lib/cognito/baselines";
import { HOSTILE } from "../report/hostile";
import { cli, folderWith } from "../support/cli";

const CONFIG = `
project: acme
environments:
  dev: { region: eu-west-1 }
  prod: { region: eu-west-1, pools: { users: { deletionProtection: false } } }
guardrails: { baseline: [security-hub], severity: { BSL-09: off } }
pools:
  users:
    userPoolTier: { var: tier }
    mfaConfiguration: { var: mfa }
    passwordPolicy: { requireSymbols: false }
    acknowledge: { BSL-05: "passphrases | 16 words <b>" }
    clients: { app: { platform: ios } }
  other:
    only: [prod]
    existing: { userPoolId: eu-west-1_Ab3dEf6h1 }
    clients: { jobs: { platform: ios } }
`;

const evidenceOf = async (config: string, ...args: string[]) => {
  const folder = folderWith({ "userpools.yaml": config });
  const result = await cli(folder, "check", "--evidence", "out/evidence.json", "--evidence", "evidence.md", ...args);
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  return { ...result, json: JSON.parse(read("out/evidence.json")), markdown: read("evidence.md") };
};
const statuses = (json: { results: { stack: string; control: string; status: string }[] }, stack: string) =>
  Object.fromEntries(json.results.filter((each) => each.stack === stack).map((each) => [each.control, each.status]));

test("each control of the baseline passes, fails, is acknowledged or is not decidable, in each stack", async () => {
  const { json, exitCode } = await evidenceOf(CONFIG);
  expect(exitCode).toBe(0);
  expect(statuses(json, "users-dev")).toEqual({
    "Cognito.1": "fails",
    "Cognito.2": "not decidable",
    "Cognito.3": "acknowledged",
    "Cognito.4": "fails",
    "Cognito.5": "not decidable",
    "Cognito.6": "passes",
  });
  expect(statuses(json, "users-prod")["Cognito.6"]).toBe("fails");
  expect(new Set(Object.values(statuses(json, "other-prod")))).toEqual(new Set(["not decidable"]));
  expect(json.summary).toEqual({ passes: 1, fails: 5, acknowledged: 2, notDecidable: 10 });
});

/** Three pools that one control each decides: it holds of one client, and is not decided of another. */
const PER_POOL = `
project: acme
environments: { prod: { region: eu-west-1 } }
guardrails: { baseline: [Cognito.6, cognito_user_pool_client_prevent_user_existence_errors] }
pools:
  users:
    clients:
      app: { platform: ios }
      old: { platform: ios, preventUserExistenceErrors: LEGACY }
      open: { platform: ios, preventUserExistenceErrors: { var: errors } }
  staff:
    deletionProtection: false
    clients: { app: { platform: ios, preventUserExistenceErrors: { var: errors } } }
  other:
    existing: { userPoolId: eu-west-1_Ab3dEf6h1 }
    clients: { app: { platform: ios, preventUserExistenceErrors: LEGACY } }
`;

test("what fails and what is not decidable is said of each control, pool and client, in JSON and in Markdown", async () => {
  const { json, markdown } = await evidenceOf(PER_POOL);
  const errors = "cognito_user_pool_client_prevent_user_existence_errors";
  const said = json.results.map(
    ({
      stack,
      control,
      status,
      reasons,
    }: {
      stack: string;
      control: string;
      status: string;
      reasons: { status: string; subject: string; message: string }[];
    }) => [
      `${stack} ${control}: ${status}`,
      ...reasons.map(({ status, subject, message }) => `${subject}: ${status}: ${message}`),
    ],
  );
  expect(said).toEqual([
    [
      `users-prod ${errors}: fails`,
      "client old: fails: errors reveal whether a user exists",
      "client open: not decidable: a variable decides it when the stack is planned",
    ],
    ["users-prod Cognito.6: passes"],
    [
      `staff-prod ${errors}: not decidable`,
      "client app: not decidable: a variable decides it when the stack is planned",
    ],
    ["staff-prod Cognito.6: fails", "pool: fails: deletion protection is INACTIVE"],
    [`other-prod ${errors}: fails`, "client app: fails: errors reveal whether a user exists"],
    ["other-prod Cognito.6: not decidable", "pool: not decidable: the pool is managed elsewhere"],
  ]);
  const rows = markdown.split("\n").filter((line) => line.startsWith("| `"));
  expect(rows).toEqual([
    `| \`${errors}\` | prowler | **fails** | BSL-16, client old: errors reveal whether a user exists<br>BSL-16, client open: a variable decides it when the stack is planned |`,
    "| `Cognito.6` | security-hub | passes |  |",
    `| \`${errors}\` | prowler | not decidable | BSL-16, client app: a variable decides it when the stack is planned |`,
    "| `Cognito.6` | security-hub | **fails** | BSL-12, pool: deletion protection is INACTIVE |",
    `| \`${errors}\` | prowler | **fails** | BSL-16, client app: errors reveal whether a user exists |`,
    "| `Cognito.6` | security-hub | not decidable | BSL-12, pool: the pool is managed elsewhere |",
  ]);
});

test.each([...HOSTILE, "`|` <b>\n| x | y |\n", "[a](https://evil.example) @all #1 ~~~"])(
  "the reason %j stays in its cell",
  async (reason) => {
    const config = { ...parse(PER_POOL), guardrails: { baseline: ["Cognito.6"] } };
    config.pools.staff.acknowledge = { "BSL-12": reason };
    const { json, markdown } = await evidenceOf(JSON.stringify(config));
    const [acknowledged] = json.results.filter(({ status }: { status: string }) => status === "acknowledged");
    expect(acknowledged.reasons[0].acknowledged).toBe(reason);
    const lines = markdown.split(/[\n\r\u2028\u2029]/).filter((line) => line.startsWith("|"));
    expect(lines).toHaveLength(3 * 3);
    for (const line of lines) expect(line.match(/\|/g)).toHaveLength(5);
    // without the code spans nothing of the text is left
    const outside = lines.map((line) => line.replace(/`[^`]*`/g, "")).join("\n");
    expect(outside).not.toMatch(/<(?!br>)|\]\(|@all|evil|alert/);
  },
);

test("without a baseline it covers every control", async () => {
  const { json } = await evidenceOf(CONFIG.replace(/guardrails:.*/, ""));
  expect(Object.keys(statuses(json, "users-dev"))).toEqual(CONTROLS.map(({ id }) => id));
});

test("a control that no config decides can be demanded by its id, and is not decidable", async () => {
  const { json, exitCode } = await evidenceOf(CONFIG.replace("[security-hub]", "[Cognito.2]"));
  expect(exitCode).toBe(0);
  expect(statuses(json, "users-dev")).toEqual({ "Cognito.2": "not decidable" });
});

test("of an unknown control some of those that there are are named, and the nearest", async () => {
  const folder = folderWith({ "userpools.yaml": CONFIG.replace("[security-hub]", "[Cognito.44, nist]") });
  const { stdout } = await cli(folder, "check");
  expect(stdout).toMatch(/"Cognito\.44" is not allowed; use cdk-nag, prowler, security-hub, .*, or one of \d+ more\n/);
  expect(stdout).toContain("fix: write Cognito.4 ");
  expect(stdout).toContain("fix: use one of these; `cdktf-cognito schema` has them all");
});

test("text of the config is text in the page", async () => {
  const { markdown } = await evidenceOf(CONFIG);
  expect(markdown).toContain("acknowledged: `passphrases \\u007c 16 words <b>`");
  expect(markdown).toContain("`Cognito.6` | security-hub | passes |");
});

test("a config that fails its rules has evidence, one whose form is wrong keeps the last", async () => {
  const failing = CONFIG.replace("BSL-09: off", "BSL-09: error");
  expect((await evidenceOf(failing)).exitCode).toBe(1);
  const folder = folderWith({ "userpools.yaml": CONFIG.replace("platform: ios", "platform: none") });
  writeFileSync(join(folder, "evidence.md"), "the last one");
  const { exitCode, stderr } = await cli(folder, "check", "--evidence", "evidence.md");
  expect([exitCode, stderr]).toEqual([1, "cdktf-cognito: no evidence of a config whose form is wrong\n"]);
  expect(readFileSync(join(folder, "evidence.md"), "utf8")).toBe("the last one");
});

test("another form than JSON and Markdown is a usage error", async () => {
  const folder = folderWith({ "userpools.yaml": CONFIG });
  const { exitCode, stderr } = await cli(folder, "check", "--evidence", "evidence.csv");
  expect([exitCode, stderr]).toEqual([
    2,
    expect.stringMatching(/^cdktf-cognito: evidence is written as \.json or \.md, not to .*evidence\.csv\n$/),
  ]);
  expect(existsSync(join(folder, "evidence.csv"))).toBe(false);
});
