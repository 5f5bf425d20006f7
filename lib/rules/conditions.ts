import { terraformName } from "../config/keys";
import type { PoolModel } from "../model/model";
import { acknowledgedObjects } from "./acknowledged-objects";
import { rules } from "./index";
import {
  literal,
  literals,
  type Piece,
  pieces,
  quotedTemplate,
  reads,
  revealed,
  template,
} from "./language/expressions";
import { fixInTerraform } from "./language/names";
import { hiddenArguments, objectKeys, SUBJECTS } from "./language/subjects";
import type { Condition, Rule, RuleText, Severity } from "./rule";
import { severityUnder } from "./severity";

/** One rule over everything in a stack that it is about, as Terraform evaluates it. */
export interface Assertion {
  readonly rule: RuleText;
  readonly severity: Severity;
  /**
   * Local values by name, each a Terraform expression over `local.`, the objects and tables of `lib/rules/language`:
   * whether an object meets a condition, by key where a stack has several. Condition and message both read them, because
   * Terraform evaluates a message also where the condition holds.
   */
  readonly results: Readonly<Record<string, string>>;
  /** A Terraform expression over the results. */
  readonly condition: string;
  /** A Terraform template: rule, every object that violates it and how, fix, and where to read on. */
  readonly message: string;
}

/**
 * What Terraform shall evaluate over a stack, rule by rule: every rule with a condition over a kind of object that the
 * stack has, whatever the config says about the objects. Warnings leave out the objects that acknowledge them; what
 * the provider refuses by itself, before outputs are evaluated, is left out.
 */
export function assertionsOf(pool: PoolModel): Assertion[] {
  return rules.flatMap((rule) => (rule.refusedByProvider ? [] : assertionsOfRule(rule, pool)));
}

/** The same of one rule: one assertion for its errors, one for its warnings, one for each thing that a first plan cannot know. */
export function assertionsOfRule(rule: Rule, pool: PoolModel): Assertion[] {
  const conditions = named(rule, conditionsOf(rule, pool)).flatMap((condition) => oneByOne(condition, pool));
  return (["error", "warning"] as const).flatMap((severity) => {
    const ofSeverity = conditions.filter((each) => each.severity === severity);
    const together = ofSeverity.filter(({ apart }) => !apart);
    const groups = [together, ...ofSeverity.filter(({ apart }) => apart).map((each) => [each])];
    return groups.filter(({ length }) => length > 0).map((asked) => assertion(rule, severity, asked, pool));
  });
}

/** A condition, and a Terraform expression of which objects it is about: by their `key`. Absent for all. */
interface Applied extends Condition {
  readonly severity: Severity;
  readonly where: string | undefined;
}

interface Asked extends Applied {
  /** The local value that holds its results. */
  readonly result: string;
  /** A Terraform expression of whose results are read, by `key`. Absent for all */
  readonly asks?: string;
}

function named({ id }: Rule, conditions: readonly Applied[]): Asked[] {
  const name = terraformName(id.toLowerCase());
  return conditions.map((condition, index) => ({
    ...condition,
    result: conditions.length === 1 ? name : `${name}_${index + 1}`,
  }));
}

/** A condition over the objects of which a first plan knows it, and one over each of the others, or over many together. */
function oneByOne(condition: Asked, pool: PoolModel): Asked[] {
  const { on } = condition;
  const apartFor = [...(condition.apartFor ?? [])].sort();
  const isMany = apartFor.length > MOST_APART;
  const isAll = apartFor.length === objectKeys(on, pool).length;
  if (apartFor.length === 0 || (isAll && (isMany || apartFor.length === 1))) return [condition];
  const groups = isMany ? [`contains(${literals(apartFor)}, key)`] : apartFor.map((key) => `key == ${literal(key)}`);
  return [
    { ...condition, asks: `!contains(${literals(apartFor)}, key)` },
    ...groups.map((asks) => ({ ...condition, asks, apart: true })),
  ];
}

/** How many objects are evaluated one by one, for the size of what is written. */
const MOST_APART = 20;

function conditionsOf(rule: Rule, pool: PoolModel): Applied[] {
  return (rule.conditions?.(pool) ?? []).flatMap((condition): Applied[] => {
    const { on, only } = condition;
    const severity = severityUnder(rule, condition.severity ?? rule.severity, pool.guardrails);
    if (severity === "off") return [];
    const keys = objectKeys(on, pool);
    const accepted = acknowledgedObjects(rule, on, severity, pool);
    // without `only`, what is added by hand is judged
    const except = accepted.size === 0 ? [] : keys.filter((key) => accepted.has(key));
    const where = only
      ? `contains(${literals(only.filter((key) => !accepted.has(key)))}, key)`
      : except.length > 0
        ? `!contains(${literals(except)}, key)`
        : undefined;
    const isAsked = keys.length > 0 && (SUBJECTS[on].many !== undefined || where === undefined);
    return isAsked ? [{ ...condition, severity, where }] : [];
  });
}

/** Rule id and name, as messages begin. */
export function headOf({ id, name }: RuleText): string {
  return name === undefined ? id : `${id} ${name}`;
}

/** What to do, and where to read on, as messages end. */
export function adviceOf(rule: RuleText): string {
  return `. ${sentence(fixInTerraform(rule))} (cdktf-cognito explain ${rule.id})`;
}

function assertion(rule: Rule, severity: Severity, asked: readonly Asked[], pool: PoolModel): Assertion {
  const violations = concatenated(asked.map((each) => violationsOf(each, pool)));
  const said: readonly Piece[] = [`${headOf(rule)}: `, { expression: `join("; ", ${violations})` }, adviceOf(rule)];
  const [first, ...others] = asked as readonly [Asked, ...Asked[]];
  const isOne = others.length === 0 && SUBJECTS[first.on].many === undefined;
  const condition = isOne ? `local.${first.result}` : `!contains(${concatenated(asked.map(resultsOf))}, false)`;
  const results = Object.fromEntries(asked.map((each) => [each.result, resultOf(each, pool)]));
  return { rule, severity, results, condition, message: template(said) };
}

/** Whether each object meets a condition, by key; whether the object meets it, where a stack has one at most. */
function resultOf({ on, expression, where }: Asked, pool: PoolModel): string {
  const { many, item } = SUBJECTS[on];
  // whether a rule is violated reveals no value, but it is sensitive where a sensitive value decides
  const holds = over(item, reads(expression, hiddenArguments(on, pool)) ? revealed(expression) : expression);
  if (many === undefined) return holds;
  return `{ for key, ${item} in ${many} : key => ${holds}${where === undefined ? "" : ` if ${where}`} }`;
}

/** A list of the results of a condition. */
function resultsOf({ on, result, asks }: Asked): string {
  if (SUBJECTS[on].many === undefined) return `[local.${result}]`;
  return asks === undefined ? `values(local.${result})` : `[for key, holds in local.${result} : holds if ${asks}]`;
}

/** A list of what Terraform says of each object that violates a condition. */
function violationsOf({ on, message, where, result, asks }: Asked, pool: PoolModel): string {
  const { many, item, words } = SUBJECTS[on];
  const text = over(item, quotedTemplate([...words(pool), ": ", ...pieces(message(hiddenArguments(on, pool)))]));
  // the text is evaluated where it is needed alone: it may write an argument that is null where the condition holds
  if (many === undefined) return `[for holds in [local.${result}] : ${text} if !holds]`;
  const holds = where === undefined ? `local.${result}[key]` : `lookup(local.${result}, key, true)`;
  // a conditional leaves out what is unknown, which && would not
  return `[for key, ${item} in ${many} : ${text} if ${asks === undefined ? `!${holds}` : `${asks} ? !${holds} : false`}]`;
}

function concatenated(lists: readonly string[]): string {
  return lists.length === 1 ? (lists[0] as string) : `concat(${lists.join(", ")})`;
}

/** An expression or a quoted template with the object in place of `self`. */
function over(item: string, text: string): string {
  return text.replace(/\bself\./g, `${item}.`);
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
