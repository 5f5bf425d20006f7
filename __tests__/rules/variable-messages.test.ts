import type { Config } from "../../lib/config/schema";
import { variableConditions } from "../../lib/rules/variable-conditions";
import { everyExample } from "../examples/examples";
import { moduleIn } from "../module/shop";
import { modelsOf } from "../support/models";

/** Rule, object, what is wrong, the fix, and where to read on: tfvars are all that its reader has. */
const WHOLE = /^([A-Z]+-\d+) [a-z-]+: .*\(cdktf-cognito explain \1\)$/s;

test("what Terraform says of a variable names the rule, the fix and where to read on, in every stack", async () => {
  const configs = await Promise.all(everyExample.map((example) => example.config() as Promise<Config>));
  const messages = configs
    .flatMap(modelsOf)
    .flatMap((pool) => pool.variables.flatMap(({ name }) => variableConditions(name, pool)))
    .map(({ message }) => message);
  expect(messages.length).toBeGreaterThan(10);
  expect(messages.filter((message) => !WHOLE.test(message))).toEqual([]);
});

test("and in a module", () => {
  const { variable = {} } = JSON.parse(JSON.stringify(moduleIn("dev").json)) as {
    variable?: Record<string, { validation?: { error_message: string }[] }>;
  };
  const messages = Object.values(variable).flatMap(({ validation = [] }) =>
    validation.map((each) => each.error_message),
  );
  expect(messages.length).toBeGreaterThan(5);
  expect(messages.filter((message) => !WHOLE.test(message))).toEqual([]);
});
