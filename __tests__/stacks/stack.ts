import type { Client, Config, Environment, Pool } from "../../lib/config/schema";
import { type StackJson, synthesizeOne } from "../examples/examples";

/** The rest of the file beside what a test is about. */
export interface Written {
  readonly pool?: Partial<Pool>;
  readonly client?: Partial<Client>;
  readonly environment?: Partial<Environment>;
}

/** The output of one pool `users` in environment `prod` with one client `app`, on platform `other` unless it says. */
export function stackOf({ pool, client, environment }: Written): StackJson {
  const config = {
    project: "acme",
    environments: { prod: { region: "eu-west-1", ...environment } },
    pools: { users: { clients: { app: { platform: "other", ...client } }, ...pool } },
  };
  return synthesizeOne(config as Config).json;
}

/** The arguments of a resource. @throws Error when there is none */
export function argumentsOf(stack: StackJson, type: string, name: string): Record<string, unknown> {
  const found = stack.resource?.[type]?.[name];
  if (found === undefined) throw new Error(`no ${type}.${name}`);
  return found;
}

export const userPool = (stack: StackJson) => argumentsOf(stack, "aws_cognito_user_pool", "users");
export const appClient = (stack: StackJson) => argumentsOf(stack, "aws_cognito_user_pool_client", "app");
