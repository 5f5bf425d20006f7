import type { BrandingModel } from "./branding";
import type { ClientModel } from "./client";
import { generationsOf } from "./generations";
import type { PoolModel } from "./model";
import type { Path } from "./source";

/** Settings of a pool or of one of its clients, and where the config has them. */
export interface Placed<T> {
  readonly settings: T;
  readonly place: Path;
  /** What the addresses are made of: the pool's key, with that of the client; one for each generation of a client. */
  readonly keys: readonly string[];
}

/** What a pool and its clients can each have under one key. */
type Shared = "threatProtection" | "uiCustomization";

/** The settings under a key of a pool, and of those of its clients that have their own. */
export function placedIn<K extends Shared>(pool: PoolModel, name: K): readonly Placed<NonNullable<PoolModel[K]>>[] {
  const { key, clients } = pool;
  const own = pool[name];
  return [
    ...(own ? [{ settings: own, place: [name], keys: [key] }] : []),
    ...clients.flatMap((client: ClientModel) => {
      const settings = client[name] as NonNullable<PoolModel[K]> | undefined;
      if (settings === undefined) return [];
      const keys = generationsOf(client).map((generation) => keyInPool(key, generation.key));
      return [{ settings, place: ["clients", client.key, name], keys }];
    }),
  ];
}

/** The styles of a pool's clients. */
export function stylesOf({ clients }: PoolModel): readonly Placed<BrandingModel>[] {
  return clients.flatMap((client) =>
    client.branding
      ? [
          {
            settings: client.branding,
            place: ["clients", client.key, "branding"],
            keys: generationsOf(client).map(({ key }) => key),
          },
        ]
      : [],
  );
}

/** What the address of something that a client has of its own is made of. */
export function keyInPool(pool: string, generation: string): string {
  return `${pool}-${generation}`;
}
