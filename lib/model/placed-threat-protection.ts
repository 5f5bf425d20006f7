import { generationsOf } from "./generations";
import type { PoolModel } from "./model";
import type { Path } from "./source";
import type { ThreatProtectionModel } from "./threat-protection";

/** The settings of a pool or of a client, and where the config has them. */
export interface PlacedThreatProtection {
  readonly settings: ThreatProtectionModel;
  readonly place: Path;
  /** What the addresses are made of: the pool's key, with that of the client; one for each generation of a client. */
  readonly keys: readonly string[];
}

/** The settings of a pool and of those of its clients that have their own. */
export function threatProtectionsOf({ key, threatProtection, clients }: PoolModel): readonly PlacedThreatProtection[] {
  return [
    ...(threatProtection ? [{ settings: threatProtection, place: ["threatProtection"], keys: [key] }] : []),
    ...clients.flatMap((client) =>
      client.threatProtection
        ? [
            {
              settings: client.threatProtection,
              place: ["clients", client.key, "threatProtection"],
              keys: generationsOf(client).map((generation) => threatProtectionKey(key, generation.key)),
            },
          ]
        : [],
    ),
  ];
}

/** What the address of a client's own settings is made of. */
export function threatProtectionKey(pool: string, generation: string): string {
  return `${pool}-${generation}`;
}
