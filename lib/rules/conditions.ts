import type { PoolModel } from "../model/model";
import { acknowledgedObjects } from "./acknowledged-objects";
import { rules } from "./index";
import { literals, type Piece, pieces, quotedTemplate, reads, revealed, template } from "./language/expressions";
import { inTerraform } from "./language/names";
import { hiddenArguments, SUBJECTS } from "./language/subjects";
import type { Condition, Rule, RuleText, Severity } from "./rule";
import { severityUnder } from "./severity";

/** One rule over everything in a stack that it is about, as Terraform evaluates it. */
export interface Assertion {
  readonly rule: RuleText;
  readonly severity: Severity;
  /** A Terraform expression over `local.`: the objects and tables of `lib/rules/language`. */
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
  const conditions = conditionsOf(rule, pool);
  return (["error", "warning"] as const).flatMap((severity) => {
    const ofSeverity = conditions.filter((each) => each.severity === severity);
    const together = ofSeverity.filter(({ apart }) => !apart);
    const groups = [together, ...ofSeverity.filter(({ apart }) => apart).map((each) => [each])];
    return groups.filter(({ length }) => length > 0).map((asked) => assertion(rule, severity, asked, pool));
  });
}

/** A condition, and a Terraform expression of which objects it is about: by their `key`. Absent for all. */
interface Asked extends Condition {
  readonly severity: Severity;
  readonly where: string | undefined;
}

function conditionsOf(rule: Rule, pool: PoolModel): Asked[] {
  return (rule.conditions?.(pool) ?? []).flatMap((condition): Asked[] => {
    const { on, only } = condition;
    const severity = severityUnder(rule, condition.severity ?? rule.severity, pool.guardrails);
    if (severity === "off") return [];
    const keys = Object.keys(SUBJECTS[on].objects(pool));
    const accepted = acknowledgedObjects(rule, on, severity, pool);
    // without `only`, what is added by hand is judged
    const except = keys.filter((key) => accepted.has(key));
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

function assertion(rule: Rule, severity: Severity, asked: readonly Asked[], pool: PoolModel): Assertion {
  const violations = concatenated(asked.map((each) => violationsOf(each, pool)));
  const said: readonly Piece[] = [
    `${headOf(rule)}: `,
    { expression: `join("; ", ${violations})` },
    `. ${sentence(inTerraform(rule.fix))} (cdktf-cognito explain ${rule.id})`,
  ];
  const [first, ...others] = asked as readonly [Asked, ...Asked[]];
  const { many, item } = SUBJECTS[first.on];
  const condition =
    many === undefined && others.length === 0
      ? over(item, first.expression)
      : `!contains(${concatenated(grouped(asked).map(resultsOf))}, false)`;
  return { rule, severity, condition, message: template(said) };
}

/** A list of whether each object meets each of the conditions, which are about the same objects. */
function resultsOf(asked: readonly [Asked, ...Asked[]]): string {
  const [{ on, where }] = asked;
  const { item } = SUBJECTS[on];
  const expressions = asked.map(({ expression }) => over(item, expression));
  const objects = objectsOf(on, where);
  if (objects === undefined) return `[${expressions.join(", ")}]`;
  return expressions.length === 1
    ? `[for ${item} in ${objects} : ${expressions[0]}]`
    : `flatten([for ${item} in ${objects} : [${expressions.join(", ")}]])`;
}

/** A list of what Terraform says of each object that violates a condition. */
function violationsOf(
  { on, expression, violated = `!(${expression})`, message, where }: Asked,
  pool: PoolModel,
): string {
  const { item, words } = SUBJECTS[on];
  const hidden = hiddenArguments(on, pool);
  const text = over(item, quotedTemplate([...words(pool), ": ", ...pieces(message(hidden))]));
  // whether a rule is violated reveals no value, but it is sensitive where a sensitive value decides
  const fails = over(item, reads(violated, hidden) ? revealed(violated) : violated);
  const objects = objectsOf(on, where);
  return objects === undefined
    ? `[for text in [${text}] : text if ${fails}]`
    : `[for key, ${item} in ${objects} : ${text} if ${fails}]`;
}

/** A Terraform expression: a map of the objects that a condition is about; none where a stack has one such object. */
function objectsOf(on: Condition["on"], where: string | undefined): string | undefined {
  const { many, item } = SUBJECTS[on];
  return many === undefined || where === undefined
    ? many
    : `{ for key, ${item} in ${many} : key => ${item} if ${where} }`;
}

function grouped(asked: readonly Asked[]): [Asked, ...Asked[]][] {
  const groups = new Map<string, [Asked, ...Asked[]]>();
  for (const each of asked) {
    const key = JSON.stringify([each.on, each.where]);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()];
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
