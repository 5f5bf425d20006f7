import type { Config, Pool } from "../../lib/config/schema";
import { type StackJson, synthesizeConfig } from "../examples/examples";

/** Terraform's resources by type and name. */
export type Resources = NonNullable<StackJson["resource"]>;

/** Many pools as one stack, so that one apply makes them all. Only what the provider sends is in it. */
export function inOneStack(pools: Readonly<Record<string, Pool>>): { terraform: object; resource: Resources } {
  const config = { project: "acme", environments: { prod: { region: "eu-west-1" } }, pools };
  const resource: Record<string, Record<string, Record<string, unknown>>> = {};
  for (const { stack, json } of synthesizeConfig(config as Config).stacks)
    for (const [type, resources] of Object.entries(ownNames(stack, json.resource)))
      for (const [name, { lifecycle: _, ...written }] of Object.entries(resources)) {
        resource[type] ??= {};
        resource[type][`${stack}-${name}`] = written;
      }
  return { terraform: { terraform: PROVIDERS, provider: { aws: [{ region: "eu-west-1" }] }, resource }, resource };
}

const PROVIDERS = { required_providers: { aws: { source: "hashicorp/aws", version: ">= 5.100.0, < 7.0.0" } } };

/** Resources that refer to each other by the names that they have in the stack of all. */
function ownNames(stack: string, resources: Resources = {}): Resources {
  const text = JSON.stringify(resources);
  return JSON.parse(text.replace(/("|\$\{)(aws_\w+)\.([\w-]+)/g, `$1$2.${stack}-$3`));
}
