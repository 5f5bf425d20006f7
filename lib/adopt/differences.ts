import { COMPUTED } from "../cognito/computed";
import { detailsWhere } from "../cognito/provider-details";
import { RESOURCES, type ResourceKind } from "../cognito/resources";
import { nameOf as firstOf, isEmptyValue, isSameInAws } from "../cognito/same-value";
import { PROVIDER_TYPES, type ProviderType } from "../cognito/values";
import { kindOf, nameOf } from "../gate/objects";
import type { ResourceChange } from "../gate/plan-file";
import { same } from "../model/same";
import { quoted } from "../text/quoted";
import type { PlaceOfObject } from "./places";
import type { TerraformValues } from "./terraform-values";

/** Something that a plan changes of an object that it imports. */
export interface Difference {
  readonly address: string;
  /** The object and the argument. Text of users is marked. */
  readonly what: string;
  readonly why: string;
  /** How to make the config say what AWS has; absent where AWS does the same before and after the change. */
  readonly fix?: string;
  /** Where in the config that is: `userpools.yaml:14:9`. */
  readonly place?: string | undefined;
}

/** What an update of an imported object changes, argument by argument; nothing of one that is not updated. */
export function differences(object: ResourceChange, placeOf: PlaceOfObject): Difference[] {
  const { address, type, change } = object;
  if (!change.actions.includes("update") || change.actions.length > 1) return [];
  const kind = kindOf(object);
  const noun = kind === undefined ? type : RESOURCES[kind].noun;
  const facts = kind === undefined ? {} : (RESOURCES[kind] as ResourceKind).arguments;
  const [before, after] = [change.before ?? {}, change.after ?? {}];
  const unknown = (change.after_unknown ?? {}) as TerraformValues;
  const names = Object.keys({ ...before, ...after, ...unknown }).filter(
    (name) =>
      !COMPUTED[type]?.includes(name) &&
      // what only AWS gives is not known while an update is planned
      unknown[name] !== true &&
      !same(before[name] ?? null, after[name] ?? null) &&
      !(isEmptyValue(before[name]) && isEmptyValue(after[name])),
  );
  const found = names.flatMap((name): Omit<Difference, "address">[] => {
    const what = `${noun} ${quoted(nameOf(object))}: ${quoted(name)}`;
    if (name === "provider_details")
      return detailDifferences(what, before, after).map(({ key, ...each }) =>
        each.fix === undefined ? each : { ...each, place: placeOf(object, [["providerDetails", key]]) },
      );
    if (name === "tags" && same(before.tags_all, after.tags_all))
      return [{ what, why: "the tags of the environment give AWS the same" }];
    if (name in UNREADABLE && isEmptyValue(before[name])) return [{ what, why: UNREADABLE[name] as string }];
    if (isSameInAws(name, facts, before, after)) return [{ what, why: meaningOf(name, facts, before) }];
    const rows = Object.entries(facts).filter(([, { terraform }]) => firstOf(terraform) === name);
    const [[key, row] = []] = rows;
    const fix =
      FIXES[name] ??
      (isNeverGiven(before[name]) && row?.unset !== undefined
        ? `add ${key} to unset`
        : key === undefined
          ? "the config has no argument for it"
          : `write ${rows.map(([each]) => each).join(", ")} as AWS has it`);
    const [was, is] = [without(before[name], after[name]), without(after[name], before[name])];
    const keys = [...(KEYS[name] ?? []), ...rows.map(([each]) => each)].map((each) => [each]);
    return [{ what, why: `AWS has ${shown(was)}, the config gives ${shown(is)}`, fix, place: placeOf(object, keys) }];
  });
  if (found.length > 0) return found.map((each) => ({ address, ...each }));
  const why = "no value changes: Terraform marks what it imports as sensitive";
  return [{ address, what: `${noun} ${quoted(nameOf(object))}`, why }];
}

/** Why AWS does the same: it acts on a value that it has never been given, or the order is another. */
function meaningOf(name: string, facts: ResourceKind["arguments"], before: TerraformValues): string {
  const row = Object.values(facts).find(({ terraform }) => firstOf(terraform) === name);
  const means = row?.unset?.means ?? row?.absent;
  return means !== undefined && isEmptyValue(before[name])
    ? `AWS has never been given a value, and acts on ${shown(means)} today`
    : "AWS takes both for the same value";
}

/** What changes of the details of an identity provider. Values of secrets are never shown. */
function detailDifferences(
  what: string,
  before: TerraformValues,
  after: TerraformValues,
): (Omit<Difference, "address"> & { readonly key: string })[] {
  const [was, is] = [before, after].map(({ provider_details: details }) => (details ?? {}) as TerraformValues) as [
    TerraformValues,
    TerraformValues,
  ];
  const type = before.provider_type as ProviderType;
  const where = (test: Parameters<typeof detailsWhere>[1]) =>
    (PROVIDER_TYPES as readonly unknown[]).includes(type) ? detailsWhere(type, test) : [];
  const [outputs, secrets] = [where((detail) => detail.output === true), where((detail) => detail.secret === true)];
  return Object.keys({ ...was, ...is })
    .filter((key) => !same(was[key] ?? null, is[key] ?? null))
    .map((key) => {
      const detail = `${what} ${quoted(key)}`;
      if (outputs.includes(key))
        return { key, what: detail, why: "AWS adds it to its answer, and takes it from nobody" };
      const why = secrets.includes(key)
        ? "AWS has another value"
        : `AWS has ${shown(was[key])}, the config gives ${shown(is[key])}`;
      return { key, what: detail, why, fix: `write providerDetails.${quoted(key)} as AWS has it` };
    });
}

/** Whether AWS has never been given a value: an import leaves 0 of a number. */
function isNeverGiven(value: unknown): boolean {
  return value === 0 || isEmptyValue(value);
}

/** What AWS answers otherwise than it takes it, so that no import reads it. */
const UNREADABLE: Readonly<Record<string, string>> = {
  image_file: "AWS answers with the address of the image alone; the first apply sends the image that it has",
};

/** What the config cannot always say. */
const FIXES: Readonly<Record<string, string>> = {
  schema: "write attributes as AWS has them; one of developers, dev:, no config can have",
};

/** Under which keys of the config the value is, where it is not under that of the argument. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  schema: ["attributes"],
  token_validity_units: ["accessTokenValidity", "idTokenValidity", "refreshTokenValidity"],
  allowed_oauth_flows_user_pool_client: ["allowedOauthFlows", "callbackUrls"],
  sign_in_policy: ["signInPolicy"],
  username_configuration: ["caseSensitive"],
};

/** A value; of a list what the other one has not. */
function without(value: unknown, other: unknown): unknown {
  if (!Array.isArray(value) || !Array.isArray(other)) return value;
  return value.filter((item) => !isEmptyValue(item) && !other.some((each) => same(item, each)));
}

function shown(value: unknown): string {
  if (isEmptyValue(value)) return "nothing";
  return quoted(JSON.stringify(value, (_, each) => (isEmptyValue(each) ? undefined : each)));
}
