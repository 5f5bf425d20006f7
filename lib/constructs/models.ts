import { Token } from "cdktf";
import type { Construct } from "constructs";
import { withFileTexts } from "../config/file-texts";
import { formatPath, type Problem } from "../config/problem";
import { resolveConfig } from "../config/resolve";
import { resolveClient } from "../config/resolve/client";
import { OpenValues } from "../config/resolve/open-values";
import type { Client, Pool } from "../config/schema";
import { clientSchema } from "../config/schema/client";
import { poolSchema } from "../config/schema/pool";
import type { UserPoolOptions } from "../config/types";
import { schemaProblems } from "../config/validate/schema-problems";
import { type ClientModel, hasManagedLogin, type PoolModel } from "../model/model";
import { written } from "../model/source";
import { checkClient, checkPool, type RuleViolation } from "../rules/check";

export type { UserPoolOptions } from "../config/types";

/** Resolves the properties of a `UserPool` as the config file's pool would be. */
export function modelOfPool(scope: Construct, { region, ...pool }: UserPoolOptions): PoolModel {
  const { id } = scope.node;
  const options: Pool = { ...(pool.existing ? {} : { name: id }), ...pool, clients: {} };
  refuse(scope, [
    ...withFileTexts({ pools: { [id]: openTokens(options) } }, undefined).problems,
    ...schemaProblems(poolSchema, options),
  ]);
  const config = { project: "app", environments: { app: { region } }, pools: { [id]: openTokens(options) as Pool } };
  const { pools, problems } = resolveConfig(config);
  refuse(scope, problems);
  const [model] = pools as [PoolModel];
  scope.node.addValidation({ validate: () => errors(checkPool(model)) });
  return model;
}

/** Resolves the properties of an `AppClient` as the config file's client would be. */
export function modelOfClient(scope: Construct, key: string, options: object, pool: PoolModel): ClientModel {
  if ("secretHashProxy" in options)
    throw new Error(
      `${scope.node.path}: secretHashProxy is for clients of a config file: the stack of the config has the proxy; remove it here`,
    );
  const client = openTokens(options) as Client;
  refuse(scope, [
    ...withFileTexts({ pools: { [pool.key]: { clients: { [key]: client } } } }, undefined).problems,
    ...schemaProblems(clientSchema, options),
  ]);
  const open = new OpenValues();
  const surroundings = {
    resourceServers: pool.resourceServers,
    attributes: pool.pool?.schema ?? [],
    managedLogin: hasManagedLogin(pool),
  };
  const model = resolveClient(key, written(client, []), undefined, surroundings, open);
  refuse(scope, open.problems);
  scope.node.addValidation({ validate: () => errors(checkClient(model, pool)) });
  return model;
}

/** Replaces cdktf tokens, which are known at plan only, by open values, so that they are not taken for text. */
function openTokens(value: unknown): unknown {
  if (typeof value === "string" && Token.isUnresolved(value)) return { var: "token", token: value };
  if (Array.isArray(value)) return Token.isUnresolved(value) ? { var: "token", token: value } : value.map(openTokens);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, openTokens(item)]));
}

function refuse(scope: Construct, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  throw new Error(`${scope.node.path}:\n${problems.map((problem) => `  ${lineOf(problem)}`).join("\n")}`);
}

function errors(violations: readonly RuleViolation[]): string[] {
  return violations.filter(({ severity }) => severity === "error").map(lineOf);
}

function lineOf({ rule, path, message, fix }: Problem): string {
  return `${rule} ${formatPath(path)}: ${message}; ${fix}`;
}
