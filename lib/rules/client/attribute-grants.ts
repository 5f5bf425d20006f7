import { CUSTOM_PREFIX } from "../../cognito/attributes";
import type { IdentityProviderModel, PoolModel } from "../../model/model";
import { isClosed, isOpen, type List } from "../../model/value";
import {
  BUILT_IN_NAMES,
  declaredNames,
  isStandard,
  mayExist,
  NEVER_WRITABLE,
  OIDC_PROFILE,
  OIDC_PROFILE_ATTRIBUTES,
} from "../attribute-names";
import { literal } from "../language/expressions";

/** The names in a list of permissions, with those that `oidc:profile` covers; `undefined` while some are open. */
export function granted(list: List): readonly string[] | undefined {
  if (!isClosed(list)) return undefined;
  return list.includes(OIDC_PROFILE) ? [...list, ...OIDC_PROFILE_ATTRIBUTES] : list;
}

/** The same as a Terraform expression. */
export function grantedExpression(argument: string): string {
  return `setunion(${argument}, contains(${argument}, ${literal(OIDC_PROFILE)}) ? local.profile_attributes : [])`;
}

/**
 * A Terraform expression: whether the client can write the attribute `name`. For use in a `for` expression, as `VALUE if
 * CONDITION`: the value is evaluated only for attributes that `write_attributes` does not have, which are few.
 */
export const IS_WRITABLE = `length(self.write_attributes) == 0 || (contains(self.write_attributes, ${literal(OIDC_PROFILE)}) && contains(local.profile_attributes, name)) if !contains(self.write_attributes, name)`;

/** The names in a list of permissions that give an attribute: itself, and `oidc:profile` where that covers it. */
export function grantsOf(attributes: readonly string[]): readonly string[] {
  const inProfile = attributes.some((name) => OIDC_PROFILE_ATTRIBUTES.includes(name));
  return inProfile ? [...attributes, OIDC_PROFILE] : attributes;
}

/** Declared attributes that grant power, in the names that permissions use. */
export function authorityNames(pool: PoolModel): readonly string[] {
  const schema = (pool.pool?.schema ?? []).filter(({ authority }) => authority);
  return schema.map(({ name }) => (isStandard(name) ? name : CUSTOM_PREFIX + name));
}

/** The attributes that a provider's mapping writes at each sign-in, as far as they exist and anybody may write them. */
export function mappedAttributes(provider: IdentityProviderModel, pool: PoolModel): readonly string[] {
  const exists = (name: string) =>
    BUILT_IN_NAMES.includes(name) || declaredNames(pool).includes(name) || mayExist(pool, name);
  return Object.keys(provider.attributeMapping).filter((name) => exists(name) && !NEVER_WRITABLE.includes(name));
}

/** Whether a list is certainly empty, which Cognito takes for "not given". */
export function isEmptyList(list: List): boolean {
  return !isOpen(list) && list.length === 0;
}
