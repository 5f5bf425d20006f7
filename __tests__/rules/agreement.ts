import type { PoolModel } from "../../lib/model/model";
import { knownItems } from "../../lib/model/value";
import { rules } from "../../lib/rules";
import { isStandard } from "../../lib/rules/client/attribute-names";
import { type GuardedCondition, guarded } from "../../lib/rules/conditions";
import type { AttachedCondition, Attachment, References, Rule, Violation } from "../../lib/rules/rule";
import { variableConditions } from "../../lib/rules/variable-conditions";
import { evaluate, type Question } from "../support/evaluate";
import { planned, plannedType, RESOURCES } from "../support/planned";
import { resourceTypes } from "../support/provider-types";
import type { RandomModel } from "./random-models";

/** What one condition of one rule says of one model, beside what the check says. */
export interface Comparison extends Asked {
  readonly holds: boolean;
  readonly message: string;
}

/** What Terraform is asked, and what the check lets one expect. */
interface Asked {
  readonly question: Question;
  readonly rule: string;
  readonly expected: boolean;
  /** The key that the message must name. */
  readonly object: string;
}

/**
 * Has Terraform evaluate every condition of every model, as it was written while some values were open, over the
 * values as they are planned, and puts beside it what the checks say of those values.
 */
export async function compare(models: readonly RandomModel[], judged: readonly Rule[] = rules): Promise<Comparison[]> {
  const asked = models.flatMap((model, index) => [
    ...judged.flatMap((rule) => [
      ...questions(rule, model.open, model.closed, index),
      ...questionsOfExisting(rule, model, index),
    ]),
    ...questionsOfVariables(model, judged, index),
  ]);
  const given = models.map(planOf);
  const answers = await evaluate(
    await type(),
    given,
    asked.map(({ question }) => question),
  );
  return asked.map((each, index) => ({ ...each, ...(answers[index] as (typeof answers)[number]) }));
}

/** Breaches, by errors that have a condition, which neither the open model's check nor any condition would report. */
export function silences({ open, closed }: RandomModel): string[] {
  const refs = open.pool ? MANAGED : EXISTING;
  const breached = (violations: Iterable<Violation>, rule: Rule) =>
    [...violations].some(({ severity = rule.severity }) => severity === "error");
  return rules.flatMap((rule) => {
    if (rule.subject === "client")
      return open.clients.flatMap((client, index) => {
        const silent =
          rule.condition !== undefined &&
          rule.condition(client, open, refs) === undefined &&
          !breached(rule.check(client, open), rule) &&
          breached(rule.check(closed.clients[index] as typeof client, closed), rule);
        return silent ? [rule.id] : [];
      });
    const conditions = [rule.condition?.(open, refs) ?? [], rule.conditions?.(open, refs) ?? []].flat();
    const guardable = rule.conditions !== undefined || (rule.condition !== undefined && open.pool !== undefined);
    const silent = guardable && conditions.length === 0 && !breached(rule.check(open), rule);
    return silent && breached(rule.check(closed), rule) ? [rule.id] : [];
  });
}

const MANAGED: References = { pool: "model.pool.user_pool", schema: "model.pool.user_pool.schema" };
const EXISTING: References = { schema: "model.schema_attributes" };

/** The conditions of one rule over one model. */
function questions(rule: Rule, open: PoolModel, closed: PoolModel, model: number): Asked[] {
  const refs = open.pool ? MANAGED : EXISTING;
  const ask = (
    condition: GuardedCondition,
    self: readonly string[],
    object: string,
    violations: readonly Violation[],
  ): Asked => ({
    question: { model, self, ...overVariables(condition, open) },
    rule: rule.id,
    object,
    expected: violations.every(({ severity = rule.severity }) => severity !== condition.severity),
  });
  if (rule.subject === "client")
    return open.clients.flatMap((client, index) => {
      const violations = [...rule.check(closed.clients[index] as typeof client, closed)];
      return guarded(rule, rule.condition?.(client, open, refs)).map((condition) =>
        ask(condition, ["pool", "clients", client.key], client.key, violations),
      );
    });
  const violations = [...rule.check(closed)];
  const attached = (rule.conditions?.(open, refs) ?? []).map((condition) => ({
    condition,
    ...attachment(condition.on, open),
  }));
  const within = (place: readonly string[]) =>
    violations.filter(({ at }) => place.every((key, index) => at[index] === key));
  const elsewhere = new Set(attached.flatMap(({ place }) => within(place)));
  return [
    ...guarded(rule, open.pool && rule.condition?.(open, refs)).map((condition) =>
      ask(
        condition,
        ["pool", "user_pool"],
        open.key,
        violations.filter((each) => !elsewhere.has(each)),
      ),
    ),
    ...attached.flatMap(({ condition, self, object, place }) =>
      guarded<AttachedCondition>(rule, condition).map((each) => ask(each, self, object, within(place))),
    ),
  ];
}

/** The conditions over a client of a pool that is managed elsewhere, whose schema a data source tells. */
function questionsOfExisting(rule: Rule, { open, closed }: RandomModel, model: number): Asked[] {
  if (open.pool === undefined || rule.subject !== "client") return [];
  const { pool: _, ...rest } = open;
  const elsewhere: PoolModel = { ...rest, existing: { userPoolId: "eu-west-1_Ab3dEf6h1" } };
  return questions(rule, elsewhere, closed, model).filter(({ question }) =>
    question.expression.includes(EXISTING.schema),
  );
}

/** What is asked of variables before the plan; where there are several clients, it is not said of which. */
function questionsOfVariables({ open, closed }: RandomModel, judged: readonly Rule[], model: number): Asked[] {
  const [client] = closed.clients;
  if (client === undefined || closed.clients.length > 1) return [];
  return open.variables.flatMap(({ name }) =>
    variableConditions(name, open, open.pool ? MANAGED : EXISTING).flatMap((condition) => {
      const rule = judged.find(({ id }) => id === condition.rule);
      if (rule?.subject !== "client") return [];
      const violations = [...rule.check(client, closed)];
      return [
        {
          question: { model, self: ["pool"], ...overVariables(condition, open) },
          rule: rule.id,
          object: client.key,
          expected: violations.every(({ severity = rule.severity }) => severity !== condition.severity),
        },
      ];
    }),
  );
}

function attachment(on: Attachment, pool: PoolModel): { self: string[]; object: string; place: string[] } {
  switch (on.resource) {
    case "domain":
      return { self: ["pool", "domain"], object: pool.key, place: ["domain"] };
    case "resourceServer":
      return { self: ["pool", "resource_servers", on.key], object: on.key, place: ["resourceServers", on.key] };
    case "identityProvider":
      return { self: ["pool", "identity_providers", on.name], object: on.name, place: ["identityProviders", on.name] };
  }
}

let known: Promise<string> | undefined;

/** The type of what `planOf` makes. */
function type(): Promise<string> {
  const rest =
    "schema_attributes = list(object({ name = string, required = bool, mutable = bool })), texts = map(string), numbers = map(number), lists = map(list(string))";
  known ??= resourceTypes(RESOURCES).then((types) => `object({ pool = ${plannedType(types)}, ${rest} })`);
  return known;
}

const HOLDERS = { string: "texts", number: "numbers", "list(string)": "lists" } as const;

/** A model as Terraform gets it: what the provider plans, the schema as a data source would tell it, the variables. */
function planOf({ open, closed, values }: RandomModel): object {
  const held = (type: keyof typeof HOLDERS) =>
    Object.fromEntries(open.variables.filter((each) => each.type === type).map(({ name }) => [name, values[name]]));
  const declared = closed.pool
    ? closed.pool.schema.map(({ name, required, mutable }) => ({
        name: isStandard(name) ? name : `custom:${name}`,
        required: required && isStandard(name),
        mutable,
      }))
    : customNames(closed).map((name) => ({ name, required: false, mutable: true }));
  const others = ["sub", "email", "name", "updated_at"].filter((name) => !declared.some((each) => each.name === name));
  const standard = others.map((name) => ({ name, required: name === "sub", mutable: name !== "sub" }));
  return {
    pool: planned(closed),
    schema_attributes: [...standard, ...declared],
    texts: held("string"),
    numbers: held("number"),
    lists: held("list(string)"),
  };
}

/** What the clients take for attributes of a pool whose schema is not known here. */
function customNames({ clients }: PoolModel): string[] {
  const names = clients.flatMap(({ readAttributes, writeAttributes }) =>
    [readAttributes, writeAttributes].flatMap(knownItems),
  );
  return [...new Set(names)].filter((name) => /^(custom|dev):/.test(name));
}

/** A condition with the variables of the model in place of those of a stack. */
function overVariables<C extends GuardedCondition>({ expression, message }: C, { variables }: PoolModel) {
  if (variables.length === 0) return { expression, message };
  const replaced = (text: string) =>
    text.replaceAll(/\bvar\.([\w-]+)/g, (found, name: string) => {
      const variable = variables.find((each) => each.name === name);
      return variable ? `model.${HOLDERS[variable.type]}["${name}"]` : found;
    });
  return { expression: replaced(expression), message: replaced(message) };
}
