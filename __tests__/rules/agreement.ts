import type { PoolModel } from "../../lib/model/model";
import { rules } from "../../lib/rules";
import { isStandard } from "../../lib/rules/attribute-names";
import { type GuardedCondition, guarded } from "../../lib/rules/conditions";
import type { AttachedCondition, Attachment, References, Rule, Violation } from "../../lib/rules/rule";
import { variableConditions } from "../../lib/rules/variable-conditions";
import { evaluate, type Question } from "../support/evaluate";
import { planned, plannedType, RESOURCES } from "../support/planned";
import { resourceTypes } from "../support/provider-types";
import type { RandomModel } from "./random-models";

/** What one condition of one rule says of one model, and what the check says. */
export interface Comparison {
  readonly rule: string;
  readonly holds: boolean;
  readonly expected: boolean;
  readonly message: string;
  /** The key that the message must name. */
  readonly object: string;
  readonly question: Question;
}

/** A breach that the check sees, and that neither a condition nor the check of the open model speaks of. */
export interface Silence {
  readonly rule: string;
  readonly model: number;
}

/** What is asked of Terraform, and what the check expects of it. */
interface Asked {
  readonly question: Question;
  readonly rule: string;
  readonly expected: boolean;
  readonly object: string;
}

/**
 * Has Terraform evaluate every condition of every model, as it was written while some values were open, over the
 * values as they are planned, and puts what the checks say of the same values beside it.
 */
export async function compare(models: readonly RandomModel[], judged: readonly Rule[] = rules): Promise<Comparison[]> {
  const asked = models.flatMap((model, index) => [
    ...judged.flatMap((rule) => questions(rule, model, index)),
    ...variableQuestions(model, index),
  ]);
  const answers = await evaluate(await type(), models.map(modelObject), asked.map(({ question }) => question));
  return asked.map((each, index) => ({ ...each, ...(answers[index] as (typeof answers)[number]) }));
}

let known: Promise<string> | undefined;
function type(): Promise<string> {
  known ??= resourceTypes(RESOURCES).then(
    (types) => `object({ pool = ${plannedType(types)}, schema_attributes = list(object({ name = string, required = bool, mutable = bool })), ${VARIABLES} })`,
  );
  return known;
}

const VARIABLES = "texts = map(string), numbers = map(number), lists = map(list(string))";
const HOLDERS = { string: "texts", number: "numbers", "list(string)": "lists" } as const;

/** A model as Terraform gets it: what the provider plans, the schema as a data source would tell it, the variables. */
function modelObject({ open, closed: model, values }: RandomModel): object {
  const held = (type: keyof typeof HOLDERS) =>
    Object.fromEntries(open.variables.filter((each) => each.type === type).map(({ name }) => [name, values[name]]));
  const declared = (model.pool?.schema ?? []).map(({ name, required, mutable }) => ({
    name: isStandard(name) ? name : `custom:${name}`,
    required,
    mutable,
  }));
  const given = ["sub", "email", "name", "updated_at"].filter((name) => !declared.some((each) => each.name === name));
  const standard = given.map((name) => ({ name, required: name === "sub", mutable: name !== "sub" }));
  return {
    pool: planned(model),
    schema_attributes: [...standard, ...declared],
    texts: held("string"),
    numbers: held("number"),
    lists: held("list(string)"),
  };
}

/** An expression or a template with the variables of the model in place of those of a stack. */
function overVariables(text: string, { variables }: PoolModel): string {
  return variables.reduce(
    (changed, { name, type }) => changed.replaceAll(new RegExp(`\\bvar\\.${name}\\b`, "g"), `model.${HOLDERS[type]}["${name}"]`),
    text,
  );
}

const MANAGED: References = { pool: "model.pool.user_pool", schema: "model.pool.user_pool.schema" };
const EXISTING: References = { schema: "model.schema_attributes" };

/** The conditions of one rule over one model. */
function questions(rule: Rule, { open, closed }: RandomModel, model: number): Asked[] {
  const refs = open.pool ? MANAGED : EXISTING;
  const ask = (condition: GuardedCondition, self: string, object: string, violations: readonly Violation[]): Asked => ({
    question: {
      model,
      self,
      expression: overVariables(condition.expression, open),
      message: overVariables(condition.message, open),
    },
    rule: rule.id,
    object,
    expected: violations.every(({ severity = rule.severity }) => severity !== condition.severity),
  });
  if (rule.subject === "client")
    return open.clients.flatMap((client, index) => {
      const self = `model.pool.clients[${JSON.stringify(client.key)}]`;
      const violations = [...rule.check(closed.clients[index] as typeof client, closed)];
      return guarded(rule, rule.condition?.(client, open, refs)).map((condition) =>
        ask(condition, self, client.key, violations),
      );
    });
  const violations = [...rule.check(closed)];
  const over = open.pool ? guarded(rule, rule.condition?.(open, refs)) : [];
  const attached = (rule.conditions?.(open, refs) ?? []).flatMap((each) => guarded<AttachedCondition>(rule, each));
  return [
    ...over.map((condition) => ask(condition, "model.pool.user_pool", open.key, violations)),
    ...attached.map((condition) => {
      const [self, object, place] = attachment(condition.on, open);
      return ask(condition, self, object, violations.filter(({ at }) => place.every((key, index) => at[index] === key)));
    }),
  ];
}

function attachment(on: Attachment, pool: PoolModel): [self: string, object: string, place: readonly string[]] {
  if (on.resource === "domain") return ["model.pool.domain", pool.key, ["domain"]];
  const [kind, key, list] =
    on.resource === "resourceServer"
      ? ["resource_servers", on.key, "resourceServers"]
      : ["identity_providers", on.name, "identityProviders"];
  return [`model.pool.${kind}[${JSON.stringify(key)}]`, key as string, [list as string, key as string]];
}

function variableQuestions(_model: RandomModel, _index: number): Asked[] {
  void variableConditions;
  return [];
}
