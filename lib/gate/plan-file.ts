import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";

/** The parts of `terraform show -json PLAN` that the gate reads. */
export interface Plan {
  readonly format_version: string;
  readonly terraform_version?: string;
  readonly resource_changes?: readonly ResourceChange[];
  readonly checks?: readonly CheckResult[];
  /** The plan could not be finished. */
  readonly errored?: boolean;
}

export interface ResourceChange {
  readonly address: string;
  readonly previous_address?: string;
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly deposed?: string;
  readonly action_reason?: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before: Readonly<Record<string, unknown>> | null;
    readonly after: Readonly<Record<string, unknown>> | null;
    readonly after_unknown?: unknown;
    readonly replace_paths?: readonly (readonly (string | number)[])[];
  };
}

export interface CheckResult {
  readonly address: { readonly kind: string; readonly to_display: string };
  readonly status: string;
  readonly instances?: readonly {
    readonly address?: { readonly to_display: string };
    readonly status: string;
    readonly problems?: readonly { readonly message: string }[];
  }[];
}

/** Thrown for a file that is no plan that the gate can judge: exit code 2. */
export class PlanFileError extends Error {}

/** The plan formats known here: everything of major version 1, whose later minor versions only add. */
const MAJOR = 1;

/**
 * Reads the output of `terraform show -json PLAN`.
 *
 * @throws PlanFileError when it is missing, truncated, something else, or of a newer format
 */
export function readPlan(name: string, cwd: string): Plan {
  const path = resolve(cwd, name);
  const shown = relative(cwd, path).startsWith("..") ? path : relative(cwd, path);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new PlanFileError(
      `${shown}: ${code === "ENOENT" ? "the file does not exist" : `the file cannot be read (${code})`}`,
    );
  }
  return parsePlan(bytes, shown);
}

/** Reads a plan from the bytes of a file called `name`. */
export function parsePlan(bytes: Buffer, name: string): Plan {
  const refuse = (message: string) =>
    new PlanFileError(`${name}: ${message}; make it with: terraform show -json PLAN > plan.json`);
  if (bytes.subarray(0, 2).toString("latin1") === "PK") throw refuse("this is the plan in Terraform's own binary form");
  if (bytes.includes(0)) throw refuse("this is no text in UTF-8");
  const text = bytes.toString("utf8").replace(/^\ufeff/, "");
  if (text.trim() === "") throw refuse("the file is empty");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse(
      /^\s*\{"@level"/.test(text)
        ? "this is the log of terraform plan -json, not a plan"
        : "the file is truncated or no JSON",
    );
  }
  return asPlan(value, refuse);
}

function asPlan(value: unknown, refuse: (message: string) => PlanFileError): Plan {
  if (!isObject(value)) throw refuse("this is no plan");
  const { format_version: format } = value;
  if ("lineage" in value || ("version" in value && "resources" in value)) throw refuse("this is a state, not a plan");
  if (typeof format !== "string" || !/^\d+\.\d+/.test(format))
    throw refuse("this is no plan: it has no format_version");
  if (Number.parseInt(format, 10) !== MAJOR)
    throw refuse(`the plan has format_version ${format.slice(0, 20)}; this program knows ${MAJOR}.x`);
  if (!("planned_values" in value) || !("configuration" in value))
    throw refuse("values" in value ? "this is a state, not a plan" : "this is no plan: parts of it are missing");
  const { resource_changes: changes, checks } = value;
  if (changes !== undefined && !(Array.isArray(changes) && changes.every(isChange)))
    throw refuse("resource_changes are not in the form that Terraform gives them");
  if (checks !== undefined && !(Array.isArray(checks) && checks.every(isCheck)))
    throw refuse("checks are not in the form that Terraform gives them");
  return value as unknown as Plan;
}

function isChange(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value.address === "string" &&
    typeof value.type === "string" &&
    isObject(value.change) &&
    Array.isArray(value.change.actions) &&
    value.change.actions.every((action) => typeof action === "string")
  );
}

function isCheck(value: unknown): boolean {
  return isObject(value) && isObject(value.address) && typeof value.status === "string";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
