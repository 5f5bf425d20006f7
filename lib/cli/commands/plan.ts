import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { CUSTOM_PREFIX, STANDARD_ATTRIBUTES } from "../../cognito/attributes";
import { terraformName } from "../../config/keys";
import { UsageError } from "../../config/load";
import type { Colors } from "../../diagnostics/colors";
import type { PoolModel } from "../../model/model";
import { knownItems } from "../../model/value";
import {
  type Diagnostic,
  InitError,
  type OfflinePlanOptions,
  planOffline,
  type StackPlan,
} from "../../terraform/offline-plan";
import { TerraformMissing, terraformProgram } from "../../terraform/run";
import { startStandIn } from "../../terraform/stand-in-pool";
import { printable } from "../../text/printable";
import { type Context, EXIT, type ExitCode } from "../context";
import { checkedConfig, printDiagnostics } from "./check";
import { type SynthOptions, writeStacks } from "./synth";

export interface PlanOptions extends SynthOptions {
  readonly pluginDir?: string;
  readonly terraform?: string;
  readonly var: readonly string[];
  readonly varFile: readonly string[];
}

const SIGNS: Readonly<Record<string, string>> = { create: "+", update: "~", delete: "-", replace: "-/+", read: "<=" };

/** `plan`: synth, then a real Terraform plan of each stack; the output is in the order of the stacks. */
export async function plan(options: PlanOptions, context: Context): Promise<ExitCode> {
  const checked = await checkedConfig(options, context);
  printDiagnostics(checked, context);
  if (checked.exitCode !== EXIT.ok) return checked.exitCode;

  const { pools } = checked.loaded;
  const variables = variableArguments(pools, options, context.cwd);
  writeStacks(checked, options, { ...context, out: () => {} });
  const stored = pools.flatMap(({ identityProviders }) =>
    identityProviders.flatMap(({ storedSecrets = {} }) => Object.values(storedSecrets)),
  );
  const hasExisting = pools.some(({ existing }) => existing);
  const reads = hasExisting || stored.length > 0;
  const standIn = reads
    ? await startStandIn(
        standInSchema(pools),
        stored.map(({ key }) => key ?? "secret"),
      )
    : undefined;
  const offline: OfflinePlanOptions = {
    pluginDir: options.pluginDir,
    program: terraformProgram(options.terraform, context.cwd),
    variables,
    secrets: (stack) => secretsOf(pools.find((each) => each.stack === stack)),
    ...(standIn && { endpoint: standIn.endpoint }),
  };
  const stacks = pools.map(({ stack }) => stack);
  const progress = (done: number) => context.progress(`terraform plan: ${done} of ${stacks.length} stacks done`);
  try {
    let done = 0;
    let failed = false;
    progress(done);
    for await (const result of planOffline(resolve(context.cwd, options.out, "stacks"), stacks, offline)) {
      failed ||= result.diagnostics.some(({ severity }) => severity === "error");
      context.out(planText(result, context.colors));
      if (++done < stacks.length) progress(done);
    }
    if (stored.length > 0) context.out("secrets in Secrets Manager were planned with a placeholder value\n");
    if (hasExisting)
      context.out(
        "existing pools were planned with the attributes that their clients name; the attributes of the real pools are known to AWS only\n",
      );
    if (pools.some(({ adopted, clients }) => adopted || clients.some((client) => client.adopted)))
      context.out("what is adopted was planned as new; only a plan with an AWS account can import it\n");
    return failed ? EXIT.findings : EXIT.ok;
  } catch (error) {
    if (error instanceof InitError)
      throw new UsageError(
        `${error.message}\nif the registry cannot be reached, name a filesystem mirror of the AWS provider with --plugin-dir`,
      );
    if (error instanceof TerraformMissing) throw new UsageError(error.message);
    throw error;
  } finally {
    standIn?.close();
  }
}

/**
 * The arguments of each stack's plan that assign variables: of `--var` those that the stack declares, since Terraform
 * refuses the assignment of any other.
 *
 * @throws UsageError when no stack has a variable, or a file does not exist
 */
function variableArguments(
  pools: readonly PoolModel[],
  { var: assignments, varFile }: PlanOptions,
  cwd: string,
): (stack: string) => readonly string[] {
  const unassigned = assignments.find((assignment) => !assignment.includes("="));
  if (unassigned !== undefined) throw new UsageError(`--var ${unassigned}: give its value, --var ${unassigned}=VALUE`);
  const unknown = assignments.find((assignment) => !pools.some((pool) => declares(pool, assignment)));
  // Without the value, which may be a secret.
  if (unknown !== undefined)
    throw new UsageError(`unknown variable in --var ${unknown.split("=")[0]}; no stack declares it`);
  const missing = varFile.find((file) => !existsSync(resolve(cwd, file)));
  if (missing !== undefined) throw new UsageError(`--var-file ${missing} does not exist`);
  const files = varFile.map((file) => resolve(cwd, file));
  return (stack) => {
    const pool = pools.find((each) => each.stack === stack);
    const own = assignments.filter((assignment) => declares(pool, assignment));
    return [...files.map((file) => `-var-file=${file}`), ...own.map((each) => `-var=${each}`)];
  };
}

/** Whether the clients that a plan with an account would import have a secret, by their names in Terraform. */
function secretsOf(pool: PoolModel | undefined): Record<string, boolean> {
  const imported = pool?.clients.filter((client) => client.adopted && client.generations.includes(1)) ?? [];
  return Object.fromEntries(imported.map(({ key, generateSecret }) => [terraformName(key), generateSecret]));
}

function declares(pool: PoolModel | undefined, assignment: string): boolean {
  return pool?.variables.some(({ name }) => assignment.startsWith(`${name}=`)) ?? false;
}

function planText({ stack, changes, diagnostics }: StackPlan, colors: Colors): string {
  const of = (action: string) => changes.filter((change) => change.action === action).length;
  const replaced = of("replace");
  const failed = diagnostics.some(({ severity }) => severity === "error");
  const total = failed
    ? colors.red("plan failed")
    : `${of("create") + replaced} to add, ${of("update")} to change, ${of("delete") + replaced} to destroy`;
  return [
    `${colors.bold(stack)}  ${total}`,
    ...(failed ? [] : changes.map(({ action, address }) => `  ${colors.green(SIGNS[action] ?? action)} ${address}`)),
    ...diagnostics.map((diagnostic) => diagnosticText(diagnostic, colors)),
    "",
  ].join("\n");
}

/** Of a failed condition only its message: it begins with the rule and names the object. */
function diagnosticText({ severity, summary, detail, address }: Diagnostic, colors: Colors): string {
  const paint = severity === "error" ? colors.red : colors.yellow;
  const condition = /(postcondition|precondition|assertion) failed|^Invalid value for variable$/.test(summary);
  const message = detail.replace(/\n\nThis (check failed|was checked by)[\s\S]*$/, "");
  const text = condition ? message : [summary, message].filter(Boolean).join(": ");
  const lines = text.split("\n").filter(Boolean).map(printable);
  return `  ${paint(severity)} ${address ? `${address}: ` : ""}${lines.join("\n    ")}`;
}

/** The attributes that every pool has, and the custom ones that clients name, as `DescribeUserPool` gives them. */
function standInSchema(pools: readonly PoolModel[]): object[] {
  const clients = pools.filter(({ existing }) => existing).flatMap((pool) => pool.clients);
  const named = clients.flatMap(({ readAttributes, writeAttributes }) =>
    [readAttributes, writeAttributes].flatMap(knownItems).filter((name) => name.startsWith(CUSTOM_PREFIX)),
  );
  const standard = Object.entries(STANDARD_ATTRIBUTES).map(([name, { type }]) => [name, type] as const);
  return [...standard, ...[...new Set(named)].map((name) => [name, "String"] as const)].map(([name, type]) => ({
    Name: name,
    AttributeDataType: type,
    DeveloperOnlyAttribute: false,
    Mutable: true,
    Required: false,
  }));
}
