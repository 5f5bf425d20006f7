import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { CUSTOM_PREFIX, STANDARD_ATTRIBUTES } from "../../cognito/attributes";
import { UsageError } from "../../config/load";
import type { PoolModel } from "../../model/model";
import { knownItems } from "../../model/value";
import {
  type Diagnostic,
  InitError,
  type OfflinePlanOptions,
  planOffline,
  type StackPlan,
} from "../../terraform/offline-plan";
import { TerraformMissing } from "../../terraform/run";
import { startStandIn } from "../../terraform/stand-in-pool";
import { type Colors, type Context, EXIT, type ExitCode } from "../context";
import { printable } from "../report/printable";
import { checkedConfig, report } from "./check";
import { type SynthOptions, writeStacks } from "./synth";

export interface PlanOptions extends SynthOptions {
  readonly pluginDir?: string;
  readonly var: readonly string[];
  readonly varFile: readonly string[];
}

const SIGNS: Readonly<Record<string, string>> = { create: "+", update: "~", delete: "-", replace: "-/+", read: "<=" };

/** `plan`: synth, then what real Terraform would do with each stack, and which condition fails. */
export async function plan(options: PlanOptions, context: Context): Promise<ExitCode> {
  const checked = await checkedConfig(options, context);
  if (checked.findings.length > 0) context.err(report(checked, "text", context.errColors));
  if (checked.exitCode !== EXIT.ok) return checked.exitCode;

  const { pools } = checked.loaded;
  const unknown = options.var.find((assignment) => !pools.some((pool) => declares(pool, assignment)));
  if (unknown !== undefined) throw new UsageError(`no stack has the variable of --var ${unknown}`);
  const varFiles = options.varFile.map((file) => resolve(context.cwd, file));
  const missing = varFiles.find((file) => !existsSync(file));
  if (missing !== undefined) throw new UsageError(`--var-file ${missing} does not exist`);
  writeStacks(checked, options, { ...context, out: () => {} });
  const standIn = pools.some(({ existing }) => existing) ? await startStandIn(standInSchema(pools)) : undefined;
  const stacks = pools.map(({ stack }) => stack);
  const offline: OfflinePlanOptions = {
    pluginDir: options.pluginDir,
    variables: (stack) => [
      ...varFiles.map((file) => `-var-file=${file}`),
      ...options.var
        .filter((each) =>
          declares(
            pools.find((pool) => pool.stack === stack),
            each,
          ),
        )
        .map((each) => `-var=${each}`),
    ],
    ...(standIn && { endpoint: standIn.endpoint }),
  };
  try {
    let failed = false;
    for await (const result of planOffline(resolve(context.cwd, options.out, "stacks"), stacks, offline)) {
      failed ||= result.diagnostics.some(({ severity }) => severity === "error");
      context.out(planText(result, context.colors));
    }
    if (standIn)
      context.out(
        "an existing pool was planned with the attributes that its clients name: its own are known to AWS only\n",
      );
    return failed ? EXIT.findings : EXIT.ok;
  } catch (error) {
    if (error instanceof InitError || error instanceof TerraformMissing)
      throw new UsageError(
        `${error.message}\nTo plan where the registry cannot be reached, name a mirror with --plugin-dir.`,
      );
    throw error;
  } finally {
    standIn?.close();
  }
}

/** Terraform refuses the assignment of a variable that a stack does not have. */
function declares(pool: PoolModel | undefined, assignment: string): boolean {
  return pool?.variables.some(({ name }) => assignment.startsWith(`${name}=`)) ?? false;
}

function planText({ stack, changes, diagnostics }: StackPlan, colors: Colors): string {
  const count = (action: string) => changes.filter((change) => change.action === action).length;
  const replaced = count("replace");
  const failed = diagnostics.some(({ severity }) => severity === "error");
  const total = failed
    ? colors.red("plan failed")
    : `${count("create") + replaced} to add, ${count("update")} to change, ${count("delete") + replaced} to destroy`;
  return [
    `${colors.bold(stack)}  ${total}`,
    ...(failed ? [] : changes.map(({ action, address }) => `  ${colors.green(SIGNS[action] ?? action)} ${address}`)),
    ...diagnostics.map((diagnostic) => diagnosticText(diagnostic, colors)),
    "",
  ].join("\n");
}

/** A failed condition says its message alone: it begins with the rule and names the object. */
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
