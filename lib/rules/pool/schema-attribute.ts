import type { Attribute } from "../../config/schema";
import type { AttributeModel } from "../../model/model";
import { planText } from "../language/expressions";
import type { BadExample, Example, PoolRule, RuleText } from "../rule";
import { badPool, goodPool } from "./pool-examples";
import { userPoolRule } from "./pool-rule";

/** A rule that judges each attribute of the schema on its own. */
export interface AttributeRuleDefinition extends Omit<RuleText, "severity"> {
  /** What is wrong with the attribute, if anything. */
  readonly problem: (attribute: AttributeModel) => string | undefined;
  /** The key of the attribute that the finding points at. Default the attribute itself. */
  readonly at?: keyof Attribute | ((attribute: AttributeModel) => keyof Attribute);
  /** The same as a Terraform expression over `attribute`, true when the rule does *not* hold. */
  readonly failing: string;
  /** What Terraform says before the names of the attributes that fail. */
  readonly planMessage: string;
  readonly examples: PoolRule["examples"];
}

/** Turns it into a rule about the user pool. */
export function eachAttribute({
  problem,
  at,
  failing,
  planMessage: words,
  ...text
}: AttributeRuleDefinition): PoolRule {
  const failed = `[for attribute in self.schema : attribute.name if ${failing}]`;
  return userPoolRule({
    ...text,
    severity: "error",
    check: ({ schema }) =>
      schema.flatMap((attribute) => {
        const message = problem(attribute);
        if (message === undefined) return [];
        const field = typeof at === "function" ? at(attribute) : at;
        return [{ at: ["attributes", attribute.key, ...(field ? [field] : [])], message }];
      }),
    guard: () => ({
      expression: `length(${failed}) == 0`,
      planMessage: planText`${() => words} ${`join(", ", ${failed})`}`,
    }),
  });
}

/** An example that declares one attribute, and breaks a rule there. */
export function attributeExample(key: string, attribute: Attribute = {}, field?: keyof Attribute): BadExample {
  return badPool({ attributes: { [key]: attribute } }, "attributes", key, ...(field ? [field] : []));
}

/** An example that declares one attribute. */
export function declares(key: string, attribute: Attribute = {}): Example {
  return goodPool({ attributes: { [key]: attribute } });
}
