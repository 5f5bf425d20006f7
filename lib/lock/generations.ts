import type { ClientModel, PoolModel } from "../model/model";
import { originOf, type Path } from "../model/source";
import type { RuleViolation } from "../rules/check";
import { isAllowed } from "./allowance";
import { type LockedPool, lockedGenerations } from "./lock";

/**
 * Generations of clients that the lock file knows better: used numbers that come back, and generations that are missing
 * and not retired.
 *
 * @param today YYYY-MM-DD, UTC
 */
export function generationViolations({ clients }: PoolModel, locked: LockedPool, today: string): RuleViolation[] {
  return clients.flatMap((client) => {
    const known = lockedGenerations(locked, client);
    if (known === undefined) return [];
    const { generations, retire, allowDestroy } = client;
    const next = Math.max(known.highest, ...generations) + 1;
    const reused = generations.flatMap((number, index) =>
      number > known.highest || known.existing.includes(number)
        ? []
        : [
            violation(client, ["generations", index], {
              rule: "ROT-07",
              severity: "error",
              message: `generation ${number} was used before; the highest number used is ${known.highest}`,
              fix: `write generation ${next}`,
            }),
          ],
    );
    const missing = known.existing.flatMap((number) => {
      const isRetired = retire?.generation === number && isAllowed(retire, today);
      if (generations.includes(number) || isRetired || isAllowed(allowDestroy, today)) return [];
      return [
        violation(client, ["generations"], {
          rule: "LOCK-03",
          severity: "warning",
          message: `generation ${number} of client ${client.key} is locked but missing: its client id would be lost`,
          fix: `restore it; when nobody uses it any more, write retire: { generation: ${number}, reason, until }`,
        }),
      ];
    });
    return [...reused, ...missing];
  });
}

function violation({ source }: ClientModel, at: Path, found: Omit<RuleViolation, "path" | "target">): RuleViolation {
  const origin = originOf(source, at);
  return { ...found, path: origin.path, target: origin.found ? "value" : "key" };
}
