import { RESOURCES, type ResourceKind } from "../cognito/resources";
import { quoted } from "../text/quoted";
import { importCause } from "./import-causes";
import { CLIENT, kindOf } from "./objects";
import type { ResourceChange } from "./plan-file";

/** Why Terraform replaces or destroys an object. */
export function causesOf(object: ResourceChange): string[] {
  const reason = object.action_reason;
  return [
    ...replacedArguments(object).map((path) => ofImport(object, path)?.why ?? causeOf(object, path)),
    ...(reason !== undefined && REASONS[reason] ? [REASONS[reason]] : []),
  ];
}

/** How to avoid the loss of an object. What an interrupted replacement left has no place of its own in the config. */
export function fixOf(object: ResourceChange): string {
  const { change, deposed, action_reason: reason = "" } = object;
  if (deposed !== undefined)
    return `keep the current one in the config; when nobody uses the old one any more, ${ALLOW}`;
  if (!change.actions.includes("create"))
    return `restore it, or keep it in the config with only: [] and allowDestroy: { reason, until } until it is destroyed${
      object.type === CLIENT ? "; one generation of a client leaves with retire: { generation, reason, until }" : ""
    }`;
  const imported = replacedArguments(object).flatMap((path) => ofImport(object, path)?.fix ?? []);
  if (imported.length > 0) return `${imported.join("; ")}, or ${ALLOW}`;
  const unset = replacedArguments(object).filter((path) => valueAt(change.before, path) == null);
  const undo =
    unset.length > 0
      ? `leave ${unset.join(" and ")} out of the configuration (the state has no value, as after an import)`
      : "undo the edit";
  return `${FIXES[reason] ?? undo}, or ${ALLOW}`;
}

const ALLOW = "allow it for this object with allowDestroy: { reason, until }";

/** How to avoid a replacement that no edit causes. */
const FIXES: Readonly<Record<string, string>> = {
  replace_because_tainted: "run terraform untaint if it works as it is",
  replace_by_request: "plan without -replace",
  replace_by_triggers: "remove it from replace_triggered_by",
};

/** Paths of the arguments that cause a replacement: `username_configuration.case_sensitive`. */
function replacedArguments({ change }: ResourceChange): string[] {
  const paths = (change.replace_paths ?? []).map((path) => path.filter((key) => typeof key === "string").join("."));
  return [...new Set(paths)];
}

/** The value at a path; of a block its first instance. */
function valueAt(values: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((at, key) => {
    const holder = Array.isArray(at) ? at[0] : at;
    return typeof holder === "object" && holder !== null ? (holder as Record<string, unknown>)[key] : undefined;
  }, values);
}

function ofImport(object: ResourceChange, path: string) {
  const { before, after } = object.change;
  return importCause(object, path, valueAt(before, path), valueAt(after, path));
}

function causeOf(object: ResourceChange, path: string): string {
  const kind = kindOf(object);
  const { noun, arguments: facts } = RESOURCES[kind ?? "userPool"] as ResourceKind;
  const { inPlaceFrom } = Object.values(facts).find(({ terraform }) => terraform === path) ?? {};
  if (inPlaceFrom !== undefined)
    return `an AWS provider before ${inPlaceFrom} replaces the ${noun} when ${path} changes, a later one updates it in place`;
  return CAUSES[path] ?? `a change of ${quoted(path)} replaces the ${noun}`;
}

const CAUSES: Readonly<Record<string, string>> = {
  generate_secret:
    "adding or removing a client secret requires recreation, also that of a client that comes behind the SECRET_HASH proxy or leaves it",
  user_pool_id: "it moves to another user pool",
  username_attributes: "the sign-in names of a pool are permanent",
  alias_attributes: "the sign-in names of a pool are permanent",
  "username_configuration.case_sensitive": "the case sensitivity of a pool is permanent",
};

/** @see https://developer.hashicorp.com/terraform/internals/json-format#change-representation */
const REASONS: Readonly<Record<string, string>> = {
  replace_because_tainted: "it is tainted: an earlier apply did not finish",
  replace_by_request: "it was requested with -replace",
  replace_by_triggers: "a replace_triggered_by requires it",
  delete_because_no_resource_config: "it is no longer in the configuration",
  delete_because_no_module: "its module is no longer in the configuration",
  delete_because_wrong_repetition: "its count or for_each was added or removed",
  delete_because_count_index: "count is smaller",
  delete_because_each_key: "its key is no longer in for_each",
};
