import type { PoolModel } from "../model/model";
import { originOf, type Source } from "../model/source";
import { known } from "../model/value";
import type { RuleViolation } from "../rules/check";
import { isAllowed } from "./allowance";
import type { LockedPool } from "./lock";
import { lockedKey } from "./locked-key";

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
    const is = known(client.adopted?.clientId);
    const former = key === undefined && is !== undefined ? formerKey(is, pool, locked) : undefined;
    if (former !== undefined) yield violation(client.source, ...renamedWords(client.key, former, is as string));
    if (key === undefined || isAllowed(client.allowDestroy, today)) continue;
    const was = locked.adoptedClients?.[key];
    if (was !== is) yield violation(client.source, ...clientWords(client.key, was, is, pool.stack));
  }
}

/** The key under which a client is locked as adopted that the config has under another key, without `renamedFrom`. */
function formerKey(id: string, { clients }: PoolModel, { adoptedClients = {} }: LockedPool): string | undefined {
  const keys = clients.flatMap(({ key, renamedFrom }) => [key, renamedFrom]);
  return Object.keys(adoptedClients).find((key) => adoptedClients[key] === id && !keys.includes(key));
}

function renamedWords(key: string, former: string, id: string): [string, string] {
  return [
    `client ${key} is adopted as ${id}, which is locked as client ${former}: Terraform would import it as ${key}, and destroy it as ${former}`,
    `add renamedFrom: ${former}`,
  ];
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
