import { RESOURCES, type Resource, type ResourceKind } from "../cognito/resources";
import type { ResourceChange } from "./plan-file";

export const POOL = RESOURCES.userPool.type;
export const CLIENT = RESOURCES.client.type;
export const DOMAIN = RESOURCES.domain.type;

const KINDS: ReadonlyMap<string, Resource> = new Map(
  Object.entries<ResourceKind>(RESOURCES).map(([resource, { type }]) => [type, resource as Resource]),
);

/** What kind of resource an object of a plan is; `undefined` for one that the gate does not judge. */
export function kindOf({ type }: Pick<ResourceChange, "type">): Resource | undefined {
  return KINDS.get(type);
}

/** The name that people know an object by. */
export function nameOf({ change, name }: ResourceChange): string {
  const { before, after } = change;
  const known = before?.name ?? after?.name ?? before?.provider_name ?? before?.domain ?? before?.identifier;
  return typeof known === "string" ? known : name;
}

/** The key of an instance at the end of an address: `[0]`, `["a"]`. Stacks have none. */
export const INSTANCE = /\[(\d+|"(\\.|[^"\\])*")\]$/;

/** The pool of an object, where the plan has both: in the same module, with the id that the object refers to. */
export function poolOf(object: ResourceChange, pools: readonly ResourceChange[]): ResourceChange | undefined {
  return pools.find(
    (pool) => moduleOf(pool) === moduleOf(object) && pool.change.before?.id === object.change.before?.user_pool_id,
  );
}

/** The module of an object, as its address begins; nothing for the root. */
export function moduleOf({ address, type, name }: ResourceChange): string {
  return address.replace(INSTANCE, "").slice(0, -`${type}.${name}`.length);
}
