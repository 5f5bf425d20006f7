import { createHash } from "node:crypto";
import type { ClientModel, PoolModel, SecretHashProxyModel } from "./model";
import { isProxied } from "./trust";

/** The SECRET_HASH proxy of a pool, with the clients behind it. */
export interface PoolProxy extends Omit<SecretHashProxyModel, "operations"> {
  /** By key. */
  readonly clients: readonly ClientModel[];
}

/** What clients of a pool write of their common proxy. */
export const COMMON_SETTINGS = ["domain", "certificateArn", "webAclArn"] as const;

/** The proxy that the clients of a pool share; `undefined` where none has one. Each setting is that of the first client that has it. */
export function proxyOf({ clients }: PoolModel): PoolProxy | undefined {
  const behind = clients.filter(isProxied).sort((a, b) => (a.key < b.key ? -1 : 1));
  if (behind.length === 0) return undefined;
  const settings = COMMON_SETTINGS.flatMap((key) => {
    const value = behind.map(({ secretHashProxy }) => secretHashProxy?.[key]).find((each) => each !== undefined);
    return value === undefined ? [] : [[key, value] as const];
  });
  return { clients: behind, ...Object.fromEntries(settings) };
}

/**
 * The name of the proxy's function, role and secret: `<project>-<pool>-<environment>-proxy`. A function's name has at
 * most 64 characters, so a longer one ends with a hash.
 */
export function proxyName({ project, stack }: PoolModel): string {
  const name = `${project}-${stack}-proxy`;
  if (name.length <= LONGEST_NAME) return name;
  const hash = createHash("sha256").update(name).digest("hex").slice(0, 8);
  return `${name.slice(0, LONGEST_NAME - hash.length - 1)}-${hash}`;
}

const LONGEST_NAME = 64;
