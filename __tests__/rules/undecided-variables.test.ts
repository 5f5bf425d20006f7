import type { PoolModel } from "../../lib/model/model";
import { rules } from "../../lib/rules";
import { checkPool } from "../../lib/rules/check";
import { assertionsOfRule } from "../../lib/rules/conditions";
import type { Example, Rule } from "../../lib/rules/rule";
import { variableConditions } from "../../lib/rules/variable-conditions";
import { configOf, modelsOf } from "../support/models";
import { opening, type Place } from "./random-models";

/** Arguments whose rule says nothing of them while a variable holds them, and why. */
const SILENT: Readonly<Record<string, readonly string[]>> = {
  "compared with what other clients, pools or stacks have, which the validation of a variable cannot see": [
    ...["DEL-06 deliver.secretsManager.name", "DEL-06 deliver.ssm.prefix", "DOM-03 domain.customDomain"],
    ...["DOM-03 domain.prefix"],
    ...["PRX-10 domain.customDomain", "PRX-10 secretHashProxy.domain", "ROT-08 name"],
  ],
  "refused by the AWS provider before it plans": ["ENV-01 region", "ENV-02 assumeRoleArn"],
};

/** What a rule refuses in an example, and neither its check nor a plan would if a variable held it. */
function undecided(rule: Rule, example: Example): string[] {
  return errorsOf(rule, modelsOf(configOf(example))).flatMap(({ path }) => {
    const opened = opening(configOf(example), path as Place, NAME, false);
    const pools = opened && modelsIfSound(opened.config);
    const pool = pools?.at(-1);
    if (pools === undefined || pool === undefined || !pool.variables.some(({ name }) => name === NAME)) return [];
    const isPlanned = !rule.refusedByProvider && assertionsOfRule(rule, pool).length > 0;
    const isValidated = variableConditions(NAME, pool).some((each) => each.rule === rule.id);
    return isPlanned || isValidated || errorsOf(rule, pools).length > 0 ? [] : [`${rule.id} ${argumentOf(path)}`];
  });
}

const NAME = "opened";

function errorsOf(rule: Rule, pools: readonly PoolModel[]) {
  const found = checkPool(pools.at(-1) as PoolModel, pools.slice(0, -1));
  return found.filter((each) => each.rule === rule.id && each.severity === "error");
}

function modelsIfSound(config: Parameters<typeof modelsOf>[0]): readonly PoolModel[] | undefined {
  try {
    return modelsOf(config);
  } catch {
    return undefined;
  }
}

/** The path from the pool, the client or the environment. */
function argumentOf(path: readonly (string | number)[]): string {
  const own = path[2] === "clients" ? path.slice(4) : path.slice(2);
  return own.filter((step) => typeof step === "string").join(".");
}

test("what a rule refuses is refused of a variable too, but for what no validation can see", () => {
  const found = rules.flatMap((rule) => rule.examples().bad.flatMap((example) => undecided(rule, example)));
  expect([...new Set(found)].sort()).toEqual(Object.values(SILENT).flat().sort());
});
