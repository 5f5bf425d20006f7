import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { withFileTexts } from "../config/file-texts";
import { formatPath, type Problem } from "../config/problem";
import { resolveConfig } from "../config/resolve";
import { resolveClient } from "../config/resolve/client";
import { OpenValues } from "../config/resolve/open-values";
import type { Client, Config } from "../config/schema";
import { clientSchema } from "../config/schema/client";
import { userPoolOptionsSchema } from "../config/schema/pool";
import type { UserPoolOptions } from "../config/types";
import { type ClientModel, hasManagedLogin, type PoolModel } from "../model/model";
import { type Path, written } from "../model/source";
import { checkClient, type RuleViolation } from "../rules/check";
import { requireVariables } from "./declared-variables";
import { checkBeside, wrongRegion } from "./surroundings";
import { checkNames } from "./terraform-names";
import { formProblems, openTokens } from "./tokens";

export type { UserPoolOptions } from "../config/types";

/** Resolves the properties of a `UserPool` as the config file's pool would be. */
export function modelOfPool(scope: Construct, props: UserPoolOptions): PoolModel {
  const { id } = scope.node;
  checkNames(scope);
  const options = { ...(props?.existing ? {} : { name: id }), ...props };
  const { region, ...pool } = openTokens(options) as UserPoolOptions;
  refuse(scope, [
    ...withFileTexts({ pools: { [id]: pool } }, undefined).problems,
    ...formProblems(userPoolOptionsSchema, options),
  ]);
  const stack = TerraformStack.of(scope).node.id;
  const config = { project: "app", environments: { [stack]: { region } }, pools: { [id]: { ...pool, clients: {} } } };
  const { pools, problems } = resolveConfig(config as Config);
  refuse(scope, problems);
  const [model] = pools as [PoolModel];
  requireVariables(scope, model.variables);
  const violations = checkBeside(scope, model);
  scope.node.addValidation({ validate: () => [...errors(violations()), ...wrongRegion(scope, model)] });
  return model;
}

/** Resolves the properties of an `AppClient` as the config file's client would be. */
export function modelOfClient(scope: Construct, key: string, options: object, pool: PoolModel): ClientModel {
  if ("secretHashProxy" in options)
    throw new Error(
      `${scope.node.path}: secretHashProxy is for clients of a config file: the stack of the config has the proxy; remove it here`,
    );
  checkNames(scope);
  const client = openTokens(options) as Client;
  refuse(scope, [
    ...withFileTexts({ pools: { [pool.key]: { clients: { [key]: client } } } }, undefined).problems,
    ...formProblems(clientSchema, options),
  ]);
  const open = new OpenValues();
  const surroundings = {
    resourceServers: pool.resourceServers,
    attributes: pool.pool?.schema ?? [],
    managedLogin: hasManagedLogin(pool),
  };
  const model = resolveClient(key, written(client, []), undefined, surroundings, open);
  refuse(scope, open.problems);
  requireVariables(scope, open.variables);
  scope.node.addValidation({ validate: () => errors(checkClient(model, pool)) });
  return model;
}

function refuse(scope: Construct, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  throw new Error(`${scope.node.path}:\n${problems.map((problem) => `  ${lineOf(problem)}`).join("\n")}`);
}

function errors(violations: readonly RuleViolation[]): string[] {
  return violations.filter(({ severity }) => severity === "error").map(lineOf);
}

function lineOf({ rule, path, message, fix }: Problem): string {
  const shown = formatPath(path.slice(ownPlace(path)));
  return `${rule}${shown && ` ${shown}`}: ${message}; ${fix}`;
}

/** How many steps lead to the properties in the config that they were made a part of: `pools.users`, `environments.app`. */
function ownPlace([first]: Path): number {
  return first === "pools" || first === "environments" ? 2 : 0;
}
