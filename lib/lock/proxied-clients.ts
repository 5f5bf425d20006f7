import type { PoolModel } from "../model/model";
import { originOf } from "../model/source";
import { isProxied } from "../model/trust";
import type { RuleViolation } from "../rules/check";
import { isAllowed } from "./allowance";
import type { LockedPool } from "./lock";
import { lockedKey } from "./locked-key";

/** Clients that come behind the SECRET_HASH proxy, or leave it: with the secret comes or goes the client id. */
export function* proxiedClientViolations(pool: PoolModel, locked: LockedPool, today: string): Iterable<RuleViolation> {
  for (const client of pool.clients) {
    const known = lockedKey(client, locked);
    if (known === undefined || isAllowed(client.allowDestroy, today)) continue;
    const was = locked.proxied?.includes(known) ?? false;
    if (was === isProxied(client)) continue;
    const { path, found } = originOf(client.source, ["secretHashProxy"]);
    yield {
      rule: "LOCK-04",
      severity: "error",
      path,
      target: found ? "value" : "key",
      message: was
        ? `client ${client.key} is locked behind the SECRET_HASH proxy and would leave it: this replaces the client, with a new client id`
        : `client ${client.key} is locked without the SECRET_HASH proxy and would be behind it: this replaces the client, with a new client id`,
      fix: was
        ? "restore secretHashProxy; or add a client without it under another key, and remove this one when nobody uses it any more"
        : "remove secretHashProxy; add a client with it under another key, and remove this one when nobody uses it any more",
    };
  }
}
