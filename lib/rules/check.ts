import type { LoadedConfig } from "../config/load";
import { formatPath, type Problem } from "../config/problem";
import type { SourceFile } from "../config/source-file";
import { nearest } from "../config/validate/nearest";
import type { Diagnostic } from "../diagnostics/diagnostic";
import type { ClientModel, Guardrails, PoolModel } from "../model/model";
import { originOf, type Path, part } from "../model/source";
import { type Assignment, assigned } from "./assigned";
import { docsOf } from "./finding";
import { findRule, rules } from "./index";
import { meantRule } from "./meant-rule";
import { counterexamples } from "./promise/counterexamples";
import { promiseRule } from "./promise/promise-rules";
import type { Rule, Severity, Violation } from "./rule";
import { changedSeverity, familyOf, isAcknowledgeable, severityUnder } from "./severity";

/**
 * Every diagnostic of a loaded config, one for each stack: what is wrong with its form, then what the rules say of each
 * stack. While a part is left out for its form the rules give errors alone: a warning may come from what is missing.
 */
export function checkConfig({ source, files, problems, absent = [], pools }: LoadedConfig): Diagnostic[] {
  return [
    ...source.unreadable.map(({ rule, message, fix, range }) => {
      const place = { path: "", file: source.file, ...(range && source.position(range)) };
      return ruleDiagnostic({ rule, severity: "error", message, fix }, place, []);
    }),
    ...problems.map((problem) =>
      ruleDiagnostic({ ...problem, severity: "error" }, narrowed(placeIn(source, problem), problem.within, source), []),
    ),
    ...absent.map((advice) => ruleDiagnostic({ ...advice, severity: "warning" }, placeIn(source, advice), [])),
    ...pools.flatMap((pool, index) =>
      (problems.length === 0
        ? checkForAllValues(pool, pools.slice(0, index))
        : checkWithDefaults(withOwnSeverities(pool), pools.slice(0, index))
      )
        .filter(({ severity }) => problems.length === 0 || severity === "error")
        .map((each) => ruleDiagnostic(inFile(each, files), placeIn(source, each), [pool.stack])),
    ),
  ];
}

/** The pool without severities of the guardrails: what they make an error is a warning by itself. */
function withOwnSeverities(pool: PoolModel): PoolModel {
  const { severity: _, ...guardrails } = pool.guardrails;
  return { ...pool, guardrails };
}

/** A violation of a text that is in a file of its own names the file; the place is the key that names it. */
function inFile(violation: RuleViolation, files: LoadedConfig["files"]): RuleViolation {
  const file = files?.get(formatPath(violation.path));
  return file === undefined ? violation : { ...violation, message: `${violation.message}, in file ${file}` };
}

/** Where something is written in a config file. */
export function placeIn(source: SourceFile, { path, target }: Pick<Problem, "path" | "target">): Place {
  return { path: formatPath(path), file: source.file, ...source.locate(path, target) };
}

/** The characters of a text that is written on one line as it is; the whole place of any other. */
function narrowed(place: Place, within: Problem["within"], { lines }: SourceFile): Place {
  const { line, column, length } = place;
  if (within === undefined || line === undefined || column === undefined || length === undefined) return place;
  const written = (lines?.[line - 1] ?? "").slice(column - 1, column - 1 + length);
  const quote = /^["'`]/.test(written) ? 1 : 0;
  const [start, end] = within;
  if (written.includes("\\") || end + quote > written.length) return place;
  return { ...place, column: column + quote + start, length: end - start };
}

export type Place = Pick<Diagnostic, "path" | "file" | "line" | "column" | "length">;

/** What a rule says about a place, as a diagnostic. */
export function ruleDiagnostic(
  { rule, severity, message, fix, subject, acknowledged }: Omit<RuleViolation, "path" | "target">,
  place: Place,
  stacks: readonly string[],
): Diagnostic {
  const name = findRule(rule)?.name;
  return {
    code: rule,
    ...(name !== undefined && { name }),
    level: severity,
    ...(subject !== undefined && { subject }),
    ...place,
    message,
    fix,
    docs: docsOf(rule),
    stacks,
    ...(acknowledged !== undefined && { acknowledged }),
  };
}

/** A violation of a rule by one pool, with the place where it was written. */
export interface RuleViolation extends Problem {
  readonly severity: Severity;
  /** The client, where the place does not say which: `client ios`. */
  readonly subject?: string;
  readonly acknowledged?: string;
}

/** Judges one pool, beside those before it in the file, and its clients by every rule. Pure: reads nothing but models. */
export function checkPool(pool: PoolModel, before: readonly PoolModel[] = []): RuleViolation[] {
  const found: RuleViolation[] = [...severities(pool), ...acknowledgements("pool", pool, pool.guardrails)];
  for (const rule of rules)
    for (const violation of rule.subject === "pool" ? rule.check(pool, before) : (rule.poolAdvice?.(pool) ?? []))
      found.push(...located(rule, violation, pool, pool));
  for (const client of pool.clients) found.push(...checkClient(client, pool));
  return found;
}

/** The same, with what the defaults of variables are refused for. */
function checkWithDefaults(pool: PoolModel, before: readonly PoolModel[]): RuleViolation[] {
  return [...checkPool(pool, before), ...defaultErrors(pool, before)];
}

/** The same, with the promises that some value of a variable would break. */
function checkForAllValues(pool: PoolModel, before: readonly PoolModel[]): RuleViolation[] {
  const found = checkWithDefaults(pool, before);
  const known = new Set(found.map(said));
  const isAllowed = (tried: PoolModel) =>
    checkPool({ ...tried, promises: [] }, before).every((each) => each.severity !== "error" || known.has(said(each)));
  const broken = [...counterexamples(pool, isAllowed)].flatMap(({ client, violation }) =>
    located(promiseRule, violation, client, pool).map((each) => aboutClient(client, each)),
  );
  return [...found, ...broken];
}

/** What a plan that sets no variable would be refused for, and the config without its variables is not. */
function defaultErrors(pool: PoolModel, before: readonly PoolModel[]): RuleViolation[] {
  const usual = pool.variables.filter((variable) => variable.default !== undefined && !variable.sensitive);
  if (usual.length === 0) return [];
  const values = Object.fromEntries(usual.map(({ name, default: value }) => [name, value as Assignment[string]]));
  const known = new Set(checkPool(pool, before).map(({ rule, path }) => JSON.stringify([rule, path])));
  return checkPool({ ...assigned(pool, values), promises: [] }, before)
    .filter(({ severity, rule, path }) => severity === "error" && !known.has(JSON.stringify([rule, path])))
    .map((each) => ({ ...each, message: `with the defaults of variables, ${each.message}` }));
}

function said({ rule, path, message }: RuleViolation): string {
  return JSON.stringify([rule, path, message]);
}

/** Judges one client by every rule, with what it accepts itself. */
export function checkClient(client: ClientModel, pool: PoolModel): RuleViolation[] {
  const found: RuleViolation[] = [...acknowledgements("client", client, pool.guardrails)];
  for (const rule of clientRules)
    for (const violation of rule.check(client, pool))
      for (const each of located(rule, violation, client, pool)) found.push(aboutClient(client, each));
  return found;
}

const clientRules = rules.filter((rule) => rule.subject === "client");

/** A violation where it was written; none of a warning that the guardrails switch off. */
function located(
  rule: Rule,
  violation: Violation,
  subject: PoolModel | ClientModel,
  { guardrails }: PoolModel,
): RuleViolation[] {
  const { source, acknowledge } = subject;
  const own = severityUnder(rule, violation.severity ?? rule.severity, guardrails);
  if (own === "off") return [];
  const acknowledged = acknowledge[rule.id];
  const isAccepted = acknowledged !== undefined && isAcknowledgeable(rule, subject, guardrails);
  const severity = isAccepted ? "warning" : own;
  const { path, found } = originOf(violation.source ?? source, violation.at);
  return [
    {
      rule: rule.id,
      severity,
      path,
      target: found && violation.at.length > 0 ? "value" : "key",
      message: violation.message,
      fix: violation.fix ?? rule.fix,
      ...(severity === "warning" && acknowledged !== undefined && { acknowledged }),
    },
  ];
}

/** An error about an adopted object, whether it is acknowledged or not. */
export interface AdoptedError {
  readonly rule: string;
  /** The key of the client; absent of the pool. */
  readonly client?: string;
  /** What is wrong, and what the config says of the argument. */
  readonly said: readonly [message: string, written: unknown];
}

/** Every error about the adopted objects of a pool that can be acknowledged. */
export function adoptedErrors(pool: PoolModel): AdoptedError[] {
  const subjects = [pool, ...pool.clients].filter(({ adopted }) => adopted !== undefined);
  return subjects.flatMap((subject) =>
    rules
      .filter((rule) => (rule.subject === "pool") === (subject === pool))
      .filter((rule) => isAcknowledgeable(rule, subject, pool.guardrails))
      .flatMap((rule) =>
        [...(rule.subject === "pool" ? rule.check(pool, []) : rule.check(subject as ClientModel, pool))]
          .filter(({ severity = rule.severity }) => severity === "error")
          .map(({ at: [argument], message, source = subject.source }): AdoptedError => {
            const value = argument === undefined ? undefined : part(source, argument)?.value;
            return { rule: rule.id, ...(subject !== pool && { client: subject.key }), said: [message, value] };
          }),
      ),
  );
}

/** A violation where a reader finds the client: at its own key if nothing was written, by its name if it was elsewhere. */
function aboutClient({ key, source }: ClientModel, found: RuleViolation): RuleViolation {
  const isOf = (path: Path) => path.some((step, index) => step === "clients" && path[index + 1] === key);
  if (found.path !== source.path && isOf(found.path)) return found;
  const own = originOf(source, ["platform"]).path.slice(0, -1);
  const path = found.path === source.path ? own : found.path;
  const isOwn = own.length === 0 || isOf(path);
  return { ...found, path, ...(!isOwn && { subject: `client ${key}` }) };
}

/** What a pool or a client acknowledges that is not a warning about it. */
function acknowledgements(
  subject: Rule["subject"],
  model: PoolModel | ClientModel,
  guardrails: Guardrails,
): RuleViolation[] {
  const { acknowledge, source } = model;
  return Object.keys(acknowledge).flatMap((id) => {
    const rule = rules.find((each) => each.id === id);
    if (rule?.subject === subject && isAcknowledgeable(rule, model, guardrails)) return [];
    const wrong = misplaced(id, subject, guardrails);
    if (wrong === undefined) return [];
    const { path } = originOf(source, ["acknowledge", id]);
    return [{ rule: "CFG-13", severity: "error" as const, path, target: "key" as const, ...wrong }];
  });
}

function misplaced(
  id: string,
  subject: Rule["subject"],
  guardrails: Guardrails,
): { message: string; fix: string } | undefined {
  const text = findRule(id);
  if (text?.id !== id) return { message: `unknown rule ${id}`, fix: meantFix(id, "use the id of a warning") };
  const rule = rules.find((each) => each.id === id);
  const warned = rule && subjectOfWarnings(rule);
  if (warned === undefined) {
    const because = text.severity === "error" ? " is an error and" : "";
    return { message: `${id}${because} cannot be acknowledged`, fix: `fix it: ${text.fix}` };
  }
  if (changedSeverity(text, guardrails) === "error")
    return {
      message: `${id} is an error by guardrails.severity and cannot be acknowledged`,
      fix: `fix it: ${text.fix}`,
    };
  if (warned === subject) return undefined;
  return warned === "client"
    ? { message: `${id} is about clients`, fix: "acknowledge it on a client, or in clientDefaults" }
    : { message: `${id} is about the pool`, fix: "acknowledge it on the pool" };
}

/** What the guardrails give a severity that is not a warning, or a family without one. */
function severities({ guardrails }: PoolModel): RuleViolation[] {
  return Object.keys(guardrails.severity ?? {}).flatMap((id) => {
    const named = rules.filter((rule) => rule.id === id || familyOf(rule.id) === id);
    if (named.some((rule) => subjectOfWarnings(rule) !== undefined)) return [];
    const text = findRule(id);
    const message =
      text?.id === id ? `the severity of ${id}, an error, cannot be changed` : `unknown rule or family of rules ${id}`;
    const at = { path: ["guardrails", "severity", id], target: "key" as const };
    const general = "use the id or the family of a warning";
    const fix = text?.id === id ? general : (meantFamily(id) ?? meantFix(id, general));
    return [{ rule: "CFG-15", severity: "error" as const, ...at, message, fix }];
  });
}

/** The fix of an id that no rule has: the warning that was probably meant. */
function meantFix(id: string, general: string): string {
  const meant = meantRule(
    id,
    rules.filter((rule) => subjectOfWarnings(rule) !== undefined),
  );
  return meant === undefined ? general : `write ${meant}`;
}

/** The same of a family. */
function meantFamily(id: string): string | undefined {
  const warned = rules.filter((rule) => subjectOfWarnings(rule) !== undefined).map((rule) => familyOf(rule.id));
  const meant = nearest(id, [...new Set(warned)]);
  return meant && `write ${meant}`;
}

/** What the warnings of a rule are about, if it gives any. */
function subjectOfWarnings(rule: Rule): Rule["subject"] | undefined {
  if (rule.subject === "client" && rule.poolAdvice) return "pool";
  return rule.severity === "warning" || rule.advises ? rule.subject : undefined;
}
