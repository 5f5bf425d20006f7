import { CLIENT_ARGUMENTS } from "../cognito/app-client";
import type { ClientModel, PoolModel } from "../model/model";
import { isProxied } from "../model/trust";
import { isOpen } from "../model/value";
import { argumentName } from "../text/case";
import { adviceOf, headOf } from "./conditions";
import { rules } from "./index";
import { literal, pieces, sensitiveArguments, template } from "./language/expressions";
import { conditionsOverArgument, itemsOf } from "./pool-variable-conditions";
import type { ClientRule, Condition, Rule, Validation, VariableCondition } from "./rule";

/**
 * What Terraform shall evaluate over a variable before anything else: what a rule says of it alone, and the conditions
 * of the clients that are open to it, with every other argument as it is known here. The provider refuses some values before it comes to a
 * postcondition, and then without the rule and without the client's name.
 */
export function variableConditions(name: string, pool: PoolModel): VariableCondition[] {
  const found = new Map<string, VariableCondition>();
  const own = pool.variables.filter((variable) => variable.name === name).flatMap(itemsOf);
  for (const condition of [...own, ...conditionsOverArgument(name, pool)]) found.set(condition.expression, condition);
  for (const rule of rules)
    for (const condition of rule.subject === "pool"
      ? (rule.validation?.(pool) ?? []).flatMap((each) => written(rule, `user pool ${pool.key}`, each))
      : [])
      if (variablesOf(condition.expression).has(name)) found.set(condition.expression, condition);
  for (const client of [...pool.clients].sort((a, b) => (a.key < b.key ? -1 : 1)))
    for (const condition of conditionsOver(name, client, pool))
      if (!found.has(condition.expression)) found.set(condition.expression, condition);
  return [...found.values()];
}

function conditionsOver(name: string, client: ClientModel, pool: PoolModel): VariableCondition[] {
  return rules
    .flatMap((rule) => {
      if (rule.subject !== "client") return [];
      const validations = rule.validation ? [rule.validation(client, pool)] : ownConditions(rule, pool);
      return validations.flatMap((each) => written(rule, `client ${client.key}`, each, client, pool));
    })
    .filter(({ severity, expression }) => severity === "error" && !/\blocal\./.test(expression))
    .map((condition) => ({
      ...condition,
      expression: substituted(condition.expression, client, pool),
      message: withoutConstants(substituted(condition.message, client, pool)),
    }))
    .filter(({ expression }) => {
      const named = variablesOf(expression);
      return named.size === 1 && named.has(name) && !/\bself\./.test(expression);
    });
}

function ownConditions(rule: ClientRule, pool: PoolModel): readonly Condition[] {
  return (rule.conditions?.(pool) ?? []).filter(({ on }) => on === "client");
}

function written(
  rule: Rule,
  object: string,
  validation: Validation | undefined,
  client?: ClientModel,
  pool?: PoolModel,
): VariableCondition[] {
  if (validation === undefined) return [];
  const { expression, message, severity = rule.severity } = validation;
  const hidden = client && pool ? sensitiveArguments(pool, [client]) : new Set<string>();
  const said = template([`${headOf(rule)}: ${object}: `, ...pieces(message(hidden)), adviceOf(rule)]);
  return [{ rule: rule.id, severity, expression, message: said }];
}

function variablesOf(expression: string): ReadonlySet<string> {
  return new Set([...expression.matchAll(/\bvar\.([\w-]+)/g)].map(([, variable]) => variable as string));
}

/** The expression with each argument of the client in place of `self.`, as far as it is known here. */
function substituted(expression: string, client: ClientModel, pool: PoolModel): string {
  return expression.replace(/\bself\.(\w+)(?:\[0\]\.(\w+))?/g, (found, argument: string, nested?: string) => {
    if (argument === "allowed_oauth_scopes" && hasUnnamedScope(client, pool)) return found;
    const value = fieldOf(client, argument);
    const inner = nested === undefined ? value : fieldOf(value, nested);
    if (inner === undefined) return found;
    return nested === undefined && isBlock(inner) ? blockOf(argument, inner) : expressionOf(inner);
  });
}

/** A message in which constants are written as they are: `${60}` as `60`, `${join(", ", ["code"])}` as `code`. */
function withoutConstants(message: string): string {
  return message
    .replace(/setunion\((var\.[\w-]+), \[\]\)/g, "$1")
    .replace(/\$\{(\d+)\}/g, "$1")
    .replace(/\$\{"([\w ]*)"\}/g, "$1")
    .replace(/\$\{(?:length|join)\((?:", ", )?\[((?:"[^"\\$%]*"(?:, )?)*)\]\)\}/g, (found, list: string) => {
      const items = [...list.matchAll(/"([^"]*)"/g)].map(([, item]) => item);
      return found.startsWith("${length") ? String(items.length) : items.join(", ");
    });
}

/** Whether a scope is listed under its resource server's key, because the identifier is left open. */
function hasUnnamedScope({ scopeReferences }: ClientModel, { resourceServers }: PoolModel): boolean {
  const open = resourceServers.filter(({ identifier }) => isOpen(identifier)).map(({ key }) => key);
  return Object.values(scopeReferences).some(({ resourceServer }) => open.includes(resourceServer));
}

function fieldOf(value: unknown, argument: string): unknown {
  if (argument === "proxied") return isProxied(value as ClientModel);
  return (value as Record<string, unknown> | undefined)?.[camelCase(argument)];
}

function camelCase(argument: string): string {
  return argument.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function isBlock(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isOpen(value);
}

/** A block as Terraform has it: a list of one object, which has every argument of the block. */
function blockOf(argument: string, block: object): string {
  const facts = CLIENT_ARGUMENTS[camelCase(argument) as keyof typeof CLIENT_ARGUMENTS];
  const names = "arguments" in facts ? Object.keys(facts.arguments).map(argumentName) : [];
  const values = names.map((name) => `${name} = ${expressionOf(fieldOf(block, name) ?? null)}`);
  return `[{ ${values.join(", ")} }]`;
}

function expressionOf(value: unknown): string {
  if (isOpen(value)) return `var.${value.variable}`;
  if (typeof value === "string") return literal(value);
  if (Array.isArray(value)) return `[${value.map(expressionOf).join(", ")}]`;
  return String(value);
}
