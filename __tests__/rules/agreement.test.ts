import type { PoolModel } from "../../lib/model/model";
import { rules } from "../../lib/rules";
import type { Rule } from "../../lib/rules/rule";
import type { Question } from "../support/evaluate";
import { sampleSize } from "../support/sample";
import { describeTerraform } from "../support/terraform";
import { type Comparison, compare } from "./agreement";
import { IN_AWS_ALONE } from "./ids";
import { type RandomModel, randomModels } from "./random-models";

/** Another seed draws other models: `COGNITO_SEED=7 npx jest __tests__/rules/agreement`. */
const SEED = Number(process.env.COGNITO_SEED ?? 41);
const MODELS = sampleSize(5_000, 1_800);
/** How many models one Terraform evaluates. */
const AT_ONCE = 900;

/** Nothing that a config says fails these conditions, only an edit of what is written for it by hand. */
const BY_HAND = ["CLI-03", "DEL-05", "PRX-09", "ROT-02", "SCH-09", ...IN_AWS_ALONE];

const conditioned = rules.filter((rule) => rule.conditions !== undefined && !BY_HAND.includes(rule.id));

describeTerraform("the two guards of a rule", () => {
  const models = randomModels(MODELS, SEED);
  let comparisons: readonly Found[];

  beforeAll(async () => {
    const chunks = Array.from({ length: Math.ceil(MODELS / AT_ONCE) }, (_, index) =>
      models.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
    );
    comparisons = (await Promise.all(chunks.map((chunk) => found(chunk)))).flat();
    process.stderr.write(
      `${MODELS} models, ${comparisons.length} comparisons, ${bothSides(comparisons)} rules from both sides\n`,
    );
  }, 1_800_000);

  test(`agree on ${MODELS} models`, () => {
    expect(models).toHaveLength(MODELS);
    expect(disagreements(comparisons)).toEqual([]);
  });

  test.each(conditioned.map(({ id }) => [id]))(
    "%s is asked of models that keep it and of models that break it",
    (id) => {
      const asked = comparisons.filter(({ rule }) => rule === id);
      expect(asked.filter(({ holds }) => holds).length).toBeGreaterThan(0);
      expect(asked.filter(({ holds }) => !holds).length).toBeGreaterThan(0);
    },
  );

  test("say what is wrong where it is, and nothing elsewhere", () => {
    const mute = comparisons.filter(({ holds, message, question }) => isObject(question) && (message === "") !== holds);
    expect(mute.slice(0, 3).map(({ rule, holds, message }) => ({ rule, holds, message }))).toEqual([]);
  });
});

/** How many rules are asked of something that keeps them, and of something that breaks them. */
function bothSides(comparisons: readonly Found[]): number {
  const rulesWhere = (keeps: boolean) =>
    new Set(comparisons.filter(({ holds }) => holds === keeps).map(({ rule }) => rule));
  const broken = rulesWhere(false);
  return [...rulesWhere(true)].filter((rule) => broken.has(rule)).length;
}

/** Whether it is asked of an object, not of a variable. */
function isObject({ self }: Question): boolean {
  return self.length > 1;
}

describeTerraform("the message of an unknown attribute", () => {
  test("lists what the pool has, a custom attribute or none", async () => {
    const rule = rules.find(({ id }) => id === "ATT-02") as Rule;
    const messages = (await found(randomModels(30, SEED, [rule]), [rule])).map(({ message }) => message).join("\n");
    expect(messages).toMatch(/the pool has the standard attributes(;|\.|$)/m);
    expect(messages).toMatch(/the pool has the standard attributes, custom:\w+/);
    expect(messages).not.toMatch(/attributes and/);
  }, 120_000);
});

describeTerraform("a disagreement is found", () => {
  const planted: [string, string, (rule: Rule) => Rule][] = [
    ["TOK-01", "the condition allows one second less", (rule) => inCondition(rule, ">= 300", ">= 299")],
    ["TOK-01", "the condition refuses the limit itself", (rule) => inCondition(rule, ">= 300", "> 300")],
    ["TOK-03", "the condition forgets the upper limit", (rule) => inCondition(rule, "<= 315360000", "<= 999999999999")],
    ["CLI-01", "the condition counts one character more", (rule) => inCondition(rule, "<= 128", "<= 129")],
    [
      "ATT-04",
      "the condition takes every attribute for a required one",
      (rule) => inCondition(rule, "local.required_attributes", "local.schema[*].name"),
    ],
    [
      "OAU-14",
      "the condition forgets the logout URLs",
      (rule) => inCondition(rule, "length(self.logout_urls) <= 100", "true"),
    ],
    ["DOM-01", "the condition lets capitals pass", (rule) => inCondition(rule, "[0-9a-z]", "[0-9a-zA-Z]")],
    ["MFA-01", "the check sees nothing", (rule) => ({ ...rule, check: () => [] })],
    [
      "SEC-04",
      "the check sees a violation everywhere",
      (rule) => ({ ...rule, check: () => [{ at: [], message: "" }] }),
    ],
  ];
  test.each(planted)(
    "fails when %s: %s",
    async (id, _, alter) => {
      const rule = rules.find((each) => each.id === id) as Rule;
      const models = randomModels(30, SEED, [rule]);
      expect(disagreements(await found(models, [rule]))).toEqual([]);
      expect(disagreements(await found(models, [alter(rule)]))).not.toEqual([]);
    },
    120_000,
  );
});

type Found = Comparison & { readonly model: RandomModel };

async function found(models: readonly RandomModel[], judged?: readonly Rule[]): Promise<Found[]> {
  const comparisons = await compare(models, judged);
  return comparisons.map((each) => ({ ...each, model: models[each.question.model] as RandomModel }));
}

/** What Terraform and the checks say otherwise, with all that it takes to see it again. */
function disagreements(comparisons: readonly Found[]): object[] {
  return comparisons
    .filter(({ holds, expected }) => holds !== expected)
    .slice(0, 3)
    .map(({ rule, holds, expected, question, message, model }) => ({
      rule,
      check: expected ? "no violation" : "violation",
      terraform: holds,
      expression: question.expression,
      message,
      ...described(model),
    }));
}

function described({ config, values }: RandomModel): object {
  return { seed: SEED, config: JSON.stringify(config), values: JSON.stringify(values) };
}

/** The rule with another condition. */
function inCondition(rule: Rule, written: string, other: string): Rule {
  const conditions = (pool: PoolModel) =>
    (rule.conditions?.(pool) ?? []).map((condition) => ({
      ...condition,
      expression: condition.expression.replaceAll(written, other),
    }));
  return { ...rule, conditions };
}
