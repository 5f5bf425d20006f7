import { readdirSync, readFileSync } from "node:fs";
import { join, parse } from "node:path";
import { type LoadedConfig, loadConfig } from "../../lib/config/load";
import { resolveConfig } from "../../lib/config/resolve";
import type { Config } from "../../lib/config/schema";
import type { PoolModel } from "../../lib/model/model";
import { synthesize } from "../../stacks/synthesize";
import { EXAMPLES, ROOT } from "../support/repository";
import { temporaryFolder } from "../support/temporary-folder";
import {
  hasProvider,
  type PlanJson,
  type PlannedResource,
  type PlanOptions,
  type PlanResult,
  stateOf,
  type Workspace,
} from "../support/terraform";

/** Values of the variables that an example leaves open without a default, by stack. */
const OPEN: Readonly<Record<string, Readonly<Record<string, Record<string, string>>>>> = {
  "multi-platform.ts": {
    "customers-prod": { google_client_id: "1234.apps.googleusercontent.com", google_client_secret: "a secret" },
  },
  "everything.yaml": {
    "customers-prod": { google_client_secret: "a secret" },
    "staff-staging": {
      corporate_client_secret: "a secret",
      staff_web_acl_arn:
        "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/staff/11112222-3333-4444-5555-666677778888",
    },
  },
};

/** One example config and its golden output. */
export class Example {
  constructor(readonly file: string) {}

  /** Name without extension: the folder of its golden output. */
  get name(): string {
    return parse(this.file).name;
  }

  get golden(): string {
    return join(ROOT, "__tests__", "golden", this.name);
  }

  load(): Promise<LoadedConfig> {
    return loadConfig({ cwd: ROOT, config: join("examples", this.file) });
  }

  /** The config as it is written. @throws Error when it is not a config */
  async config(): Promise<Config> {
    const { config, problems } = await this.load();
    if (config === undefined || problems.length > 0) throw new Error(JSON.stringify(problems, null, 2));
    return config;
  }

  variables(stack: string): Record<string, string> {
    return OPEN[this.file]?.[stack] ?? {};
  }
}

export const examples: readonly Example[] = EXAMPLES.map((file) => new Example(file));

/**
 * Also those that need a later AWS provider than that of the plans, which this one cannot plan: the text of their stacks does
 * not depend on it. `__tests__/log-delivery` plans them where such a provider can be had.
 */
export const everyExample: readonly Example[] = [...examples, new Example("newer-provider/log-delivery.yaml")];

export function example(name: string): Example {
  return examples.find((each) => each.name === name) as Example;
}

/** What Terraform gets of one stack. */
export interface Synthesized {
  readonly stack: string;
  readonly file: string;
  readonly text: string;
  readonly json: StackJson;
}

export interface StackJson {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Record<string, unknown>>>>>;
  readonly data?: Readonly<Record<string, Readonly<Record<string, Record<string, unknown>>>>>;
  readonly output?: Readonly<Record<string, { readonly value: unknown; readonly sensitive?: boolean }>>;
  readonly moved?: readonly { readonly from: string; readonly to: string }[];
  readonly provider: { readonly aws: readonly Readonly<Record<string, unknown>>[] };
  readonly terraform: Readonly<Record<string, unknown>>;
  readonly variable?: Readonly<Record<string, unknown>>;
  readonly check?: object;
  readonly locals?: object;
}

/** An output without the versions of the program and its rules, which change no resource. */
export function withoutVersions(text: string): string {
  return text
    .replace(/("ruleSet": |"version": (?="\d+\.\d+\.\d+"\n))"[\d.]+"/g, '$1"VERSION"')
    .replace(/(?<=by cdktf-cognito )[\w.-]+, rule set [\d.]+/, "VERSION")
    .replace(/("value": |value += )"\d+\.\d+"/g, '$1"VERSION"');
}

/** Synthesizes a config to a fresh folder. @throws Error when it is not a config */
export function synthesizeConfig(config: Config, file = "userpools.yaml") {
  const outdir = temporaryFolder("out");
  synthesize(validPools(config), { config: file, outdir });
  return { outdir, stacks: readStacks(outdir) };
}

function validPools(config: Config): readonly PoolModel[] {
  const { pools, problems } = resolveConfig(config);
  if (problems.length > 0) throw new Error(JSON.stringify(problems, null, 2));
  return pools;
}

/** The HCL files of each stack of a config, by name. @throws Error when it is not a config */
export function synthesizeHcl(config: Config): { stack: string; file: string; text: string }[] {
  const outdir = temporaryFolder("out");
  synthesize(validPools(config), { config: "userpools.yaml", outdir, hcl: true });
  const stacks = readdirSync(join(outdir, "stacks")).sort();
  const read = (stack: string, file: string) => readFileSync(join(outdir, "stacks", stack, file), "utf8");
  return stacks.flatMap((stack) => ["cdk.tf", "rules.tf"].map((file) => ({ stack, file, text: read(stack, file) })));
}

/** The one stack of a config that has one. */
export function synthesizeOne(config: Config): Synthesized {
  const { stacks } = synthesizeConfig(config);
  if (stacks.length !== 1) throw new Error(`${stacks.length} stacks`);
  return stacks[0] as Synthesized;
}

/** The stacks of an output folder, by name. */
export function readStacks(outdir: string): Synthesized[] {
  return readdirSync(join(outdir, "stacks"))
    .sort()
    .map((stack) => {
      const file = join(outdir, "stacks", stack, "cdk.tf.json");
      const text = readFileSync(file, "utf8");
      return { stack, file, text, json: JSON.parse(text) };
    });
}

/** The stacks that the AWS provider at hand can plan; of the others it is said aloud that nobody planned them. */
export function plannable(stacks: readonly Synthesized[]): readonly Synthesized[] {
  return stacks.filter(({ stack, json }) => {
    const range = awsRange(json);
    if (hasProvider(range)) return true;
    process.stderr.write(`NOT RUN: plans of stack ${stack}: no AWS provider ${range}\n`);
    return false;
  });
}

/** The versions of the AWS provider that a stack asks for. */
function awsRange({ terraform }: StackJson): string {
  return (terraform as { required_providers: { aws: { version: string } } }).required_providers.aws.version;
}

/** Every address of a stack, and every move, in order. */
export function addressesOf({ json }: Synthesized): string[] {
  const names = (block: StackJson["resource"] = {}, prefix = "") =>
    Object.entries(block).flatMap(([type, resources]) =>
      Object.keys(resources).map((name) => `${prefix}${type}.${name}`),
    );
  return [
    ...names(json.resource),
    ...names(json.data, "data."),
    ...(json.moved ?? []).map(({ from, to }) => `${to} (was ${from})`),
  ].sort();
}

/** Plans a stack with no account, whatever account or role it names. */
export async function planStack(
  workspace: Workspace,
  configuration: string | object,
  options: PlanOptions = {},
): Promise<PlanResult> {
  await workspace.use(configuration, options.endpoint);
  return workspace.plan(options);
}

/** A state in which everything that a plan would create exists, and no other plan of the same config finds a change. */
export function deployed(plan: PlanJson): object {
  const state = stateOf(plan) as State;
  const planned = plan.planned_values.root_module.resources as (PlannedResource & { sensitive_values: object })[];
  for (const { type, name, instances } of state.resources) {
    const resource = planned.find((each) => each.type === type && each.name === name);
    for (const instance of instances) {
      instance.sensitive_attributes = sensitivePaths(resource?.sensitive_values ?? {});
      const { identifier, scope } = instance.attributes as { identifier?: string; scope?: { scope_name: string }[] };
      if (scope) instance.attributes.scope_identifiers = scope.map(({ scope_name }) => `${identifier}/${scope_name}`);
    }
  }
  return state;
}

interface State {
  readonly resources: readonly {
    readonly type: string;
    readonly name: string;
    readonly instances: { attributes: Record<string, unknown>; sensitive_attributes: object[] }[];
  }[];
}

/** Paths as a state writes them: an attribute, or a key of a map in one. */
function sensitivePaths(values: object): object[][] {
  return Object.entries(values).flatMap(([name, value]) => {
    const attribute = { type: "get_attr", value: name };
    if (value === true) return [[attribute]];
    if (Array.isArray(value)) return [];
    return Object.keys(value).map((key) => [attribute, { type: "index", value: { value: key, type: "string" } }]);
  });
}
