import { generationsOf } from "../../lib/model/generations";
import { type ClientModel, domainName, domainsOf, type PoolModel } from "../../lib/model/model";
import { placedIn, stylesOf } from "../../lib/model/placed";
import { isOpen, knownItems } from "../../lib/model/value";
import { rules } from "../../lib/rules";
import { isStandard } from "../../lib/rules/attribute-names";
import { TOKENS } from "../../lib/rules/client/lifetimes";
import { quotedTemplate } from "../../lib/rules/language/expressions";
import { hiddenArguments, SUBJECTS } from "../../lib/rules/language/subjects";
import { TABLES } from "../../lib/rules/language/tables";
import type { Condition, Rule, Severity, Subject, Violation } from "../../lib/rules/rule";
import { variableConditions } from "../../lib/rules/variable-conditions";
import { evaluate, type Question } from "../support/evaluate";
import { planned, plannedType, RESOURCES } from "../support/planned";
import { resourceTypes } from "../support/provider-types";
import type { RandomModel } from "./random-models";

/** What the conditions of one rule say of one object of one model, beside what the check says. */
export interface Comparison extends Asked {
  readonly holds: boolean;
  /** Empty where it holds. */
  readonly message: string;
}

/** What Terraform is asked, and what the check lets one expect. */
interface Asked {
  readonly question: Question;
  readonly rule: string;
  readonly expected: boolean;
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
  const answers = await evaluate(
    await type(),
    models.map(planOf),
    asked.map(({ question }) => question),
  );
  return asked.map((each, index) => ({ ...each, ...(answers[index] as (typeof answers)[number]) }));
}

/** Where the objects of a kind are in what Terraform gets. */
const PLACES: Readonly<Record<Subject, readonly string[]>> = {
  client: ["clients"],
  userPool: ["user_pool"],
  domain: ["domains"],
  resourceServer: ["resource_servers"],
  identityProvider: ["identity_providers"],
  group: ["groups"],
  threatProtection: ["risk_configurations"],
  uiCustomization: ["ui_customizations"],
  branding: ["branding_styles"],
  webAcl: ["web_acls"],
  delivery: ["deliveries"],
  proxy: ["proxies"],
};

/** The key in the config of a kind of objects; of the pool itself, none. */
const KEYS: Partial<Readonly<Record<Subject, string>>> = {
  resourceServer: "resourceServers",
  identityProvider: "identityProviders",
  group: "groups",
};

/** The keys in the config of domains. */
const DOMAINS: readonly string[] = ["domain", "additionalDomain"];

/** The conditions of one rule over one model. */
function questions(rule: Rule, open: PoolModel, closed: PoolModel, model: number): Asked[] {
  const conditions = rule.conditions?.(open) ?? [];
  const kinds = [...new Set(conditions.map(({ on, severity = rule.severity }) => `${on} ${severity}`))];
  const violations = rule.subject === "pool" ? [...rule.check(closed)].filter(({ unplanned }) => !unplanned) : [];
  const apart = new Set(conditions.flatMap(({ on }) => (on === "domain" ? DOMAINS : (KEYS[on] ?? []))));
  return kinds.flatMap((kind) => {
    const [on, severity] = kind.split(" ") as [Subject, Severity];
    return Object.keys(SUBJECTS[on].objects(open)).flatMap((key) => {
      const asked = conditions.filter(
        (each) => each.on === on && (each.severity ?? rule.severity) === severity && each.only?.includes(key) !== false,
      );
      if (asked.length === 0 || (on === "client" && looksUnset(rule, closed, key))) return [];
      const found = violationsOf(rule, on, key, closed, violations, apart);
      return [
        {
          question: { model, self: selfOf(on, key), ...asQuestion(asked, open) },
          rule: rule.id,
          expected: found.every((each) => (each.severity ?? rule.severity) !== severity),
        },
      ];
    });
  });
}

function selfOf(on: Subject, key: string): readonly string[] {
  return ["pool", ...PLACES[on], ...(SUBJECTS[on].many === undefined ? [] : [key])];
}

/** What the check says about one object. */
function violationsOf(
  rule: Rule,
  on: Subject,
  key: string,
  pool: PoolModel,
  violations: readonly Violation[],
  apart: ReadonlySet<string>,
): readonly Violation[] {
  if (on === "proxy" && rule.subject === "client") {
    const found = pool.clients.flatMap((client) => [...rule.check(client, pool)]);
    return found.filter(({ unplanned }) => !unplanned);
  }
  if (rule.subject === "client") {
    // of two with one key, which ROT-05 refuses, the plan has the last
    const client = pool.clients.flatMap((each) => generationOf(each, key) ?? []).at(-1);
    return client ? [...rule.check(client, pool)].filter(({ unplanned }) => !unplanned) : [];
  }
  if (on === "domain") {
    const domain = domainsOf(pool).find((each) => domainName(pool, each) === key);
    // what is said of the additional domain as a whole concerns both
    return violations.filter(({ at }) => at.join() === "additionalDomain" || at[0] === domain?.key);
  }
  if (on === "threatProtection" || on === "uiCustomization" || on === "branding") {
    const placed = on === "branding" ? stylesOf(pool) : placedIn(pool, on);
    const { place } = placed.find(({ keys }) => keys.includes(key)) ?? { place: [key] };
    return violations.filter(({ at }) => place.every((step, index) => at[index] === step));
  }
  const place = KEYS[on];
  if (place === undefined) return violations.filter(({ at }) => !apart.has(String(at[0])));
  return violations.filter(({ at }) => at[0] === place && at[1] === key);
}

/**
 * Whether a rule asks for a lifetime of 0 of an adopted client, which is planned as one that is not set. Check and the
 * validation of the variable refuse 0 before there is such a plan.
 */
function looksUnset(rule: Rule, closed: PoolModel, key: string): boolean {
  if (!rule.id.startsWith("TOK-")) return false;
  const client = closed.clients.flatMap((each) => generationOf(each, key) ?? []).at(-1);
  if (client?.adopted === undefined) return false;
  return Object.values(TOKENS).some(({ field }) => client[field] === 0);
}

/** The generation of a client that has the key, under its own name. */
function generationOf(client: ClientModel, key: string): ClientModel | undefined {
  const generations = generationsOf(client);
  const first = client.key === key ? generations[0] : undefined;
  const found = generations.find((generation) => generation.key === key) ?? first;
  if (found === undefined || isOpen(client.name)) return found && client;
  return { ...client, name: `${client.name}${found.suffix}` };
}

/** Whether every condition holds, and what those say that do not. */
function asQuestion(conditions: readonly Condition[], open: PoolModel): Pick<Question, "expression" | "message"> {
  const expression = conditions.map((each) => `(${each.expression})`).join(" && ");
  const texts = conditions.map(
    ({ on, expression, message }) => `!(${expression}) ? ${quotedTemplate(message(hiddenArguments(on, open)))} : ""`,
  );
  const message = `\${join("; ", compact([${texts.join(", ")}]))}`;
  return overVariables({ expression: expanded(expression, open), message: expanded(message, open) }, open);
}

/** An expression in which the objects and tables are what Terraform gets of a model. */
function expanded(text: string, pool: PoolModel): string {
  return text.replace(/\blocal\.(\w+)/g, (found, name: string) => {
    if (name === "schema") return pool.pool ? "model.pool.user_pool.schema" : "model.schema_attributes";
    if (Object.values(PLACES).some(([place]) => place === name)) return `model.pool.${name}`;
    const table = TABLES[name];
    return table ? `(${expanded(table(pool), pool)})` : found;
  });
}

/** The conditions over a client of a pool that is managed elsewhere, whose schema a data source tells. */
function questionsOfExisting(rule: Rule, { open, closed }: RandomModel, model: number): Asked[] {
  if (open.pool === undefined || rule.subject !== "client") return [];
  const { pool: _, ...rest } = open;
  const elsewhere: PoolModel = { ...rest, existing: { userPoolId: "eu-west-1_Ab3dEf6h1" } };
  return questions(rule, elsewhere, closed, model).filter(({ question }) =>
    question.expression.includes("model.schema_attributes"),
  );
}

/** What is asked of variables before the plan; where there are several clients, it is not said of which. */
function questionsOfVariables({ open, closed }: RandomModel, judged: readonly Rule[], model: number): Asked[] {
  const [client] = closed.clients;
  if (client === undefined || closed.clients.length > 1) return [];
  return open.variables.flatMap(({ name }) =>
    variableConditions(name, open).flatMap((condition) => {
      const rule = judged.find(({ id }) => id === condition.rule);
      if (rule?.subject !== "client") return [];
      const violations = [...rule.check(client, closed)];
      return [
        {
          question: { model, self: ["pool"], ...overVariables(condition, open) },
          rule: rule.id,
          expected: violations.every(({ severity = rule.severity }) => severity !== condition.severity),
        },
      ];
    }),
  );
}

let known: Promise<string> | undefined;

/** The type of what `planOf` makes. */
function type(): Promise<string> {
  const rest =
    "schema_attributes = list(object({ name = string, required = bool, mutable = bool })), texts = map(string), numbers = map(number), lists = map(list(string)), flags = map(bool)";
  known ??= resourceTypes(RESOURCES).then((types) => `object({ pool = ${plannedType(types)}, ${rest} })`);
  return known;
}

const HOLDERS = { string: "texts", number: "numbers", "list(string)": "lists", bool: "flags" } as const;

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
    flags: held("bool"),
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
function overVariables({ expression, message }: Pick<Question, "expression" | "message">, { variables }: PoolModel) {
  if (variables.length === 0) return { expression, message };
  const replaced = (text: string) =>
    text.replaceAll(/\bvar\.([\w-]+)/g, (found, name: string) => {
      const variable = variables.find((each) => each.name === name);
      return variable ? `model.${HOLDERS[variable.type]}["${name}"]` : found;
    });
  return { expression: replaced(expression), message: replaced(message) };
}
