import { USER_POOL_ARGUMENTS } from "../cognito/user-pool";
import type { PoolModel, VariableModel } from "../model/model";
import { isOpen } from "../model/value";
import { adviceOf, headOf } from "./conditions";
import { formRules } from "./config-form";
import { rules } from "./index";
import { poolArgument } from "./language/arguments";
import { literals, type Piece, pieces, template } from "./language/expressions";
import { hiddenArguments } from "./language/subjects";
import type { RuleText, VariableCondition } from "./rule";
import { severityUnder } from "./severity";

/** Arguments of a pool, other than texts, that a variable can hold. The AWS provider judges them before any condition. */
const ARGUMENTS = [
  "autoVerifiedAttributes",
  "attributesRequireVerificationBeforeUpdate",
  "allowedFirstAuthFactors",
  ...Object.keys(USER_POOL_ARGUMENTS.passwordPolicy.arguments).map((key) => `passwordPolicy.${key}`),
];

const ALLOWED_VALUE = formRules.find(({ id }) => id === "CFG-07") as RuleText;

/** The items that a list can have, as the grammar says of one that is written. */
export function itemsOf({ name, description, items, sensitive }: VariableModel): VariableCondition[] {
  if (items === undefined) return [];
  const others = `setsubtract(var.${name}, ${literals(items)})`;
  const found: Piece[] = sensitive ? ["some item"] : [{ expression: `join(", ", ${others})` }];
  return [
    {
      rule: ALLOWED_VALUE.id,
      severity: "error",
      expression: `length(${others}) == 0`,
      message: template([
        `${headOf(ALLOWED_VALUE)}: ${description}: `,
        ...found,
        ` is not allowed; use ${items.join(", ")} (cdktf-cognito explain ${ALLOWED_VALUE.id})`,
      ]),
    },
  ];
}

/** What the conditions of a pool say of the argument that a variable holds, and of nothing else. */
export function conditionsOverArgument(name: string, pool: PoolModel): VariableCondition[] {
  const { pool: users } = pool;
  const held = ARGUMENTS.filter((path) => {
    const value = path.split(".").reduce<unknown>((found, key) => (found as Record<string, unknown>)?.[key], users);
    return isOpen(value) && value.token === undefined && value.variable === name;
  });
  if (held.length === 0) return [];
  const hidden = hiddenArguments("userPool", pool);
  const overVariable = (text: string) =>
    held.reduce((result, path) => result.replaceAll(poolArgument(path).over("self"), `var.${name}`), text);
  return rules.flatMap((rule) =>
    (rule.conditions?.(pool) ?? []).flatMap(({ on, expression, message, severity = rule.severity }) => {
      if (on !== "userPool" || severityUnder(rule, severity, pool.guardrails) !== "error") return [];
      const condition = {
        expression: overVariable(expression),
        message: overVariable(
          template([`${headOf(rule)}: user pool ${pool.key}: `, ...pieces(message(hidden)), adviceOf(rule)]),
        ),
      };
      const names = condition.expression.match(/\b(?:self|local|var)\.[\w-]+/g) ?? [];
      const isAlone = names.length > 0 && names.every((each) => each === `var.${name}`);
      return isAlone && !condition.message.includes("self.") ? [{ rule: rule.id, severity, ...condition }] : [];
    }),
  );
}
