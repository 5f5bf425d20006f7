import { ruleTexts } from "../../lib/rules";
import { rulesDocument } from "../../lib/rules/document";
import { clientNotRules } from "../../lib/rules/not-rules/client";
import { poolNotRules } from "../../lib/rules/not-rules/pool";
import { cli, folderWith } from "../support/cli";
import { IDS, OWN_IDS } from "./ids";

const notRules = [...clientNotRules, ...poolNotRules];

test("every constraint known of Cognito is a rule, or it is said why not", () => {
  const found = [...ruleTexts.map(({ id }) => id), ...notRules.map(({ id }) => id)];
  expect([...found].sort()).toEqual([...IDS, ...OWN_IDS].sort());
});

test.each(notRules.map((each) => [each.id, each] as const))("%s is not a rule, for a reason", (_, { because }) => {
  expect(because.length).toBeGreaterThan(15);
});

test.each(ruleTexts.map((rule) => [rule.id, rule] as const))("explain tells %s", async (id, rule) => {
  const { exitCode, stdout } = await cli(folderWith({}), "explain", id.toLowerCase());
  expect(exitCode).toBe(0);
  for (const part of [id, rule.severity, rule.title, ...rule.source]) expect(stdout).toContain(part);
  expect(unwrapped(stdout)).toContain(unwrapped(rule.fix));
});

test("SARIF describes the rule of every finding", async () => {
  const config = `
project: acme
environments: { prod: { region: eu-west-1 } }
pools: { users: { clients: { app: { platform: ios, accessTokenValidity: 4m, callbackUrls: ["http://app.example.com/"] } } } }
`;
  const { stdout } = await cli(folderWith({ "userpools.yaml": config }), "check", "--format", "sarif");
  const [{ results, tool }] = JSON.parse(stdout).runs;
  expect(results.length).toBeGreaterThan(1);
  for (const { ruleId, ruleIndex } of results) {
    const rule = ruleTexts.find(({ id }) => id === ruleId);
    const described = tool.driver.rules[ruleIndex];
    expect(described).toMatchObject({ id: ruleId, shortDescription: { text: rule?.title } });
    expect(JSON.stringify(described)).toContain(JSON.stringify(rule?.why).slice(1, -1));
  }
});

function unwrapped(text: string): string {
  return text.replace(/\s+/g, " ");
}

test("docs/rules.md has every rule", () => {
  const page = rulesDocument();
  expect(ruleTexts.filter(({ id }) => !page.includes(`\n### ${id}\n`)).map(({ id }) => id)).toEqual([]);
});
