import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { RESOURCES } from "../cognito/resources";
import { displayName } from "../config/read-file";
import { printable } from "../text/printable";

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const values = z.record(z.string(), z.unknown()).nullable();

const resourceChange = z
  .object({
    address: z.string(),
    previous_address: z.string().optional(),
    mode: z.string(),
    type: z.string(),
    name: z.string(),
    deposed: z.string().optional(),
    action_reason: z.string().optional(),
    change: z.object({
      actions: z.array(z.string()).min(1).readonly(),
      before: values,
      after: values,
      after_unknown: z.unknown().optional(),
      /** The object exists, and the plan takes it into the state. */
      importing: z.object({ id: z.string().optional() }).optional(),
      replace_paths: list(list(z.union([z.string(), z.number()]))).optional(),
    }),
  })
  .refine(({ type, change }) => type !== RESOURCES.userPool.type || [change.before, change.after].every(hasSchema), {
    path: ["change", "schema"],
  });

const checkResult = z.object({
  address: z.object({ kind: z.string(), to_display: z.string() }),
  status: z.string(),
  instances: list(
    z.object({ status: z.string(), problems: list(z.object({ message: z.string() })).optional() }),
  ).optional(),
});

/** The configuration, module by module. */
const moduleConfiguration = z.object({
  resources: list(
    z.object({
      mode: z.string().optional(),
      type: z.string(),
      name: z.string(),
      provider_config_key: z.string().optional(),
      expressions: z.record(z.string(), z.unknown()).optional(),
      for_each_expression: z.unknown().optional(),
    }),
  ).optional(),
  outputs: z.record(z.string(), z.object({ expression: z.unknown() })).optional(),
  get module_calls() {
    return z
      .record(
        z.string(),
        z.object({
          expressions: z.record(z.string(), z.unknown()).optional(),
          for_each_expression: z.unknown().optional(),
          module: moduleConfiguration.optional(),
        }),
      )
      .optional();
  },
});

/** A module of a state: its resources as the last refresh found them. */
const stateModule = z.object({
  resources: list(
    z.object({ address: z.string(), mode: z.string(), type: z.string(), name: z.string(), values: values.optional() }),
  ).optional(),
  get child_modules() {
    return list(stateModule).optional();
  },
});

const planFile = z.object({
  format_version: z.string(),
  terraform_version: z.string().optional(),
  resource_changes: list(resourceChange).optional(),
  /** What the refresh found otherwise than the state has it. */
  resource_drift: list(resourceChange).optional(),
  /** The state after the refresh. */
  prior_state: z.object({ values: z.object({ root_module: stateModule.optional() }).optional() }).optional(),
  variables: z.record(z.string(), z.object({ value: z.unknown() })).optional(),
  configuration: z.object({
    provider_config: z
      .record(z.string(), z.object({ expressions: z.record(z.string(), z.unknown()).optional() }))
      .optional(),
    root_module: moduleConfiguration,
  }),
  checks: list(checkResult).optional(),
  /** Whether the plan covers the whole configuration: false with `-target`. Terraform before 1.8 does not say so. */
  complete: z.boolean().optional(),
  /** Terraform stopped with errors. */
  errored: z.boolean().optional(),
});

/** The parts of `terraform show -json PLAN` that the gate reads. */
export type Plan = z.infer<typeof planFile>;
export type ResourceChange = z.infer<typeof resourceChange>;
export type CheckResult = z.infer<typeof checkResult>;
export type StateModule = z.infer<typeof stateModule>;

export interface PlanFileOptions {
  /** Whether a plan of a refresh alone is refused, which lists no planned change. Default true */
  readonly isWhole?: boolean;
}

/** Thrown for a file that is not a plan that the gate can judge: exit code 2. */
export class PlanFileError extends Error {}

const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: "the file does not exist",
  EISDIR: "this is a folder, not a file",
};

/** The supported plan formats: every minor version of major version 1, since these only add. */
const MAJOR = 1;

/**
 * Reads the output of `terraform show -json PLAN`.
 *
 * @param name path of the file, relative to `cwd` or absolute; `-` is standard input
 *
 * @throws PlanFileError when it is missing, truncated, something else, or of a newer format
 */
export function readPlan(name: string, cwd: string, options: PlanFileOptions = {}): Plan {
  const isInput = name === "-";
  const path = resolve(cwd, name);
  const shown = isInput ? "standard input" : displayName(path, cwd);
  let bytes: Buffer;
  try {
    bytes = readFileSync(isInput ? 0 : path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = UNREADABLE[code as string] ?? `the file cannot be read (${code})`;
    throw new PlanFileError(`${shown}: ${why}; create it with: terraform show -json PLAN > plan.json`);
  }
  return parsePlan(bytes, shown, options);
}

/** Reads a plan from the bytes of a file called `name`. */
export function parsePlan(bytes: Buffer, name: string, options: PlanFileOptions = {}): Plan {
  const refuse = (message: string) =>
    new PlanFileError(`${name}: ${message}; create it with: terraform show -json PLAN > plan.json`);
  if (bytes.subarray(0, 2).toString("latin1") === "PK") throw refuse("this is a plan in Terraform's binary format");
  if (bytes.subarray(0, 2).toString("latin1") === "\xff\xfe")
    throw refuse("the file is not UTF-8 text but UTF-16, as Windows PowerShell writes; use PowerShell 7, or cmd.exe");
  if (bytes.includes(0)) throw refuse("the file is not UTF-8 text");
  const text = bytes.toString("utf8").replace(/^\ufeff/, "");
  if (text.trim() === "") throw refuse("the file is empty");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse(
      /^\s*\{"@level"/.test(text)
        ? "this is the log of terraform plan -json, not a plan"
        : "the file is truncated or not JSON",
    );
  }
  return asPlan(value, refuse, options);
}

function asPlan(value: unknown, refuse: (message: string) => PlanFileError, { isWhole = true }: PlanFileOptions): Plan {
  if (!isObject(value)) throw refuse("not a Terraform plan");
  const { format_version: format } = value;
  if ("lineage" in value || ("version" in value && "resources" in value)) throw refuse("this is a state, not a plan");
  if (typeof format !== "string" || !/^\d+\.\d+/.test(format))
    throw refuse("not a Terraform plan: format_version is missing");
  if (Number.parseInt(format, 10) !== MAJOR)
    throw refuse(`format_version ${format.slice(0, 20)} is not supported; supported is ${MAJOR}.x`);
  const { planned_values: planned, configuration } = value;
  if (!isObject(planned) || !isObject(configuration))
    throw refuse(
      "values" in value
        ? "this is a state, not a plan"
        : "not a complete Terraform plan: planned_values or configuration is missing",
    );
  const parsed = planFile.safeParse(value);
  if (!parsed.success) {
    const [part, ...at] = parsed.error.issues[0]?.path ?? [];
    throw refuse(`${String(part)} has an unexpected format${at.length > 0 ? ` at ${at.join(".")}` : ""}`);
  }
  if (!isWhole) return parsed.data;
  const changed = new Set(parsed.data.resource_changes?.map(({ address }) => address));
  const unjudged = managed(planned.root_module).find((address) => !changed.has(address));
  if (unjudged !== undefined)
    throw refuse(`resource_changes is incomplete: ${printable(unjudged)} is in planned_values only`);
  return parsed.data;
}

/** Addresses of the resources that a module of `planned_values` holds: Terraform lists each among the changes as well. */
function managed(module: unknown): string[] {
  if (!isObject(module)) return [];
  const { resources, child_modules: children } = module;
  return [
    ...items(resources).flatMap(({ address, mode }) => (mode === "managed" ? [String(address)] : [])),
    ...items(children).flatMap(managed),
  ];
}

function items(list: unknown): Record<string, unknown>[] {
  return Array.isArray(list) ? list.filter(isObject) : [];
}

/** Whether the values of a pool have a schema in Terraform's form, or none. */
function hasSchema(pool: z.infer<typeof values>): boolean {
  return pool?.schema == null || (Array.isArray(pool.schema) && pool.schema.every(isObject));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
