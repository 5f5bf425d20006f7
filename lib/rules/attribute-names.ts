import { closest, distance } from "fastest-levenshtein";
import { CUSTOM_PREFIX, READABLE_ATTRIBUTES, STANDARD_ATTRIBUTES } from "../cognito/attributes";
import type { PoolModel } from "../model/model";

/** Covers most attributes of the scope `profile` in a client's permissions. */
export const OIDC_PROFILE = "oidc:profile";

/** What `oidc:profile` covers: the attributes of the scope `profile` but `updated_at`. */
export const OIDC_PROFILE_ATTRIBUTES: readonly string[] = READABLE_ATTRIBUTES.filter(
  (name) => STANDARD_ATTRIBUTES[name]?.scope === "profile" && name !== "updated_at",
);

/** Attributes that every pool has and only AWS itself writes. */
export const NEVER_WRITABLE: readonly string[] = ["email_verified", "identities", "phone_number_verified", "sub"];

/** Names that a client's permissions can hold whatever the pool declares. */
export const BUILT_IN_NAMES: readonly string[] = [
  ...new Set([...READABLE_ATTRIBUTES, ...NEVER_WRITABLE, OIDC_PROFILE]),
].sort();

/** Whether AWS takes a schema's attribute of this name for one of its own. */
export function isStandard(name: string): boolean {
  return Object.hasOwn(STANDARD_ATTRIBUTES, name) || NEVER_WRITABLE.includes(name);
}

/** The declared attributes of a managed pool, in the names that permissions and mappings use. */
export function declaredNames(pool: PoolModel): readonly string[] {
  const known = DECLARED.get(pool);
  if (known) return known;
  const names = (pool.pool?.schema ?? []).map(({ name }) => (isStandard(name) ? name : CUSTOM_PREFIX + name));
  DECLARED.set(pool, names);
  return names;
}

/** Those of each pool, for rules that ask for every name of every client. */
const DECLARED = new WeakMap<PoolModel, readonly string[]>();

/** Whether the pool's schema, unknown at synth, may yet hold the name. */
export function mayExist(pool: PoolModel, name: string): boolean {
  return pool.pool === undefined && /^(?:custom|dev):/.test(name);
}

/** The name without `custom:`. */
export function bareName(name: string): string {
  return name.startsWith(CUSTOM_PREFIX) ? name.slice(CUSTOM_PREFIX.length) : name;
}

/** The right name that was probably meant: another prefix before all, else few letters away. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const bare = name.replace(/^.*:/, "");
  const prefixed = names.find((each) => each === bare || each === CUSTOM_PREFIX + bare);
  if (prefixed !== undefined || names.length === 0) return prefixed;
  const near = closest(name, [...names]);
  return distance(name, near) <= Math.max(2, Math.floor(name.length / 3)) ? near : undefined;
}
