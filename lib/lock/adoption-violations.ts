import type { PoolModel } from "../model/model";
import { originOf, type Source } from "../model/source";
import { known } from "../model/value";
import type { RuleViolation } from "../rules/check";
import { isAllowed } from "./allowance";
import { type LockedPool, lockedKey } from "./lock";

/** Marks of adoption that are changed, removed or added, although they are for life. */
export function* adoptionViolations(pool: PoolModel, locked: LockedPool, today: string): Iterable<RuleViolation> {
  const id = known(pool.adopted?.userPoolId);
  if (locked.adopted !== undefined && locked.adopted !== id && pool.pool !== undefined)
    yield violation(
      pool.source,
      `pool ${pool.key} is locked as adopted, ${locked.adopted}, and would be ${id ?? "one that Terraform creates"}`,
      `write adopted: { userPoolId: ${locked.adopted} }`,
    );
  for (const client of pool.clients) {
    const key = lockedKey(client, locked);
    if (key === undefined || isAllowed(client.allowDestroy, today)) continue;
    const [was, is] = [locked.adoptedClients?.[key], known(client.adopted?.clientId)];
    if (was !== is) yield violation(client.source, ...clientWords(client.key, was, is, pool.stack));
  }
}

function clientWords(key: string, was: string | undefined, is: string | undefined, stack: string): [string, string] {
  if (was === undefined)
    return [
      `client ${key} is locked as created by Terraform, and would be adopted: this replaces it, and its client id is lost`,
      `remove adopted; if it was locked before anything was applied: cdktf-cognito lock --forget ${stack}`,
    ];
  const fix = `write adopted: { clientId: ${was} }`;
  return is === undefined
    ? [`client ${key} is locked as adopted, ${was}, and no longer is: this replaces it, and its client id is lost`, fix]
    : [
        `client ${key} is locked as adopted, ${was}, and would be ${is}: Terraform imports nothing that it has already`,
        fix,
      ];
}

function violation(source: Source, message: string, fix: string): RuleViolation {
  const { path, found } = originOf(source, ["adopted"]);
  return { rule: "ADO-10", severity: "error", path, target: found ? "value" : "key", message, fix };
}
