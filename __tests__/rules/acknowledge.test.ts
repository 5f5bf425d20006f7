import { rules } from "../../lib/rules";
import { checkPool } from "../../lib/rules/check";
import { clientConditions } from "../../lib/rules/conditions";
import type { Example, Rule } from "../../lib/rules/rule";
import { cli, folderWith } from "../support/cli";
import { configOf, modelOf } from "../support/models";

const BECAUSE = "it is known";
const warnings = rules.filter(({ severity }) => severity === "warning");

/** An example in which a warning is acknowledged. */
function accepted({ id, subject }: Rule, bad: Example): Example {
  const acknowledge = { [id]: BECAUSE };
  if (subject === "pool") return { ...bad, pool: { ...bad.pool, acknowledge } };
  return { ...bad, pool: { ...bad.pool, clientDefaults: { ...bad.pool?.clientDefaults, acknowledge } } };
}

test.each(warnings.map((rule) => [rule.id, rule] as const))("%s can be accepted, with the reason", (id, rule) => {
  const found = rule.examples.bad.flatMap((bad) => checkPool(modelOf(configOf(accepted(rule, bad)))));
  const told = found.filter((breach) => breach.rule === id && breach.severity === "warning");
  expect(told.length).toBeGreaterThan(0);
  expect(told.filter(({ acknowledged }) => acknowledged !== BECAUSE)).toEqual([]);
  expect(found.filter((breach) => breach.rule === "CFG-13")).toEqual([]);
});

test("what is accepted is no condition in the output", () => {
  const refs = { pool: "aws_cognito_user_pool.users", schema: "aws_cognito_user_pool.users.schema" };
  const client = { platform: "ios", refreshTokenValidity: { var: "days", unit: "days", default: 30 } } as const;
  const asked = (acknowledge: Record<string, string>) => {
    const model = modelOf(configOf({ client: { ...client, acknowledge } }));
    return model.clients.flatMap((each) => clientConditions(each, model, refs));
  };
  const ids = asked({}).flatMap(({ rule, severity }) => (severity === "warning" ? [rule] : []));
  expect(ids.length).toBeGreaterThan(0);
  const left = asked(Object.fromEntries(ids.map((id) => [id, BECAUSE])));
  expect(left.filter(({ severity }) => severity === "warning")).toEqual([]);
  expect(left.length).toBe(asked({}).length - ids.length);
});

test("check repeats the reason, and does not count the warning", async () => {
  const config = `
project: acme
environments: { prod: { region: eu-west-1 } }
pools:
  users:
    deletionProtection: false
    acknowledge: { POOL-11: a pool for demonstrations }
    clients: { app: { platform: ios } }
`;
  const { exitCode, stdout } = await cli(folderWith({ "userpools.yaml": config }), "check");
  expect(exitCode).toBe(0);
  expect(stdout).toContain("a pool for demonstrations");
  expect(stdout).toMatch(/0 warnings/);
});
