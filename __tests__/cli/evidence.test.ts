import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CONTROLS } from "../../lib/cognito/baselines";
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
