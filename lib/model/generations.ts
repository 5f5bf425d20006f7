import type { ClientModel } from "./model";

/** What decides which app clients a client of the config has. */
export type Rotation = Pick<ClientModel, "key" | "generations" | "current">;

/** One app client in AWS. All generations of a client have the same settings, and each its own client id and secret. */
export interface Generation {
  /** From 1. */
  readonly number: number;
  /** What its address is made of, and what messages call it: `jobs` of generation 1, `jobs_g2` of generation 2. */
  readonly key: string;
  /** What follows the client's name in Cognito: nothing in generation 1, `-g2` in generation 2. */
  readonly suffix: string;
  /** Whether outputs and deliveries name it. */
  readonly isCurrent: boolean;
}

/** Every generation of a client that exists, the oldest first: one, or two during a rotation. */
export function generationsOf({ key, generations, current }: Rotation): readonly Generation[] {
  const numbers = generations.length > 0 ? [...new Set(generations)] : [1];
  return numbers.map((number) => ({
    number,
    key: generationKey(key, number),
    suffix: number === 1 ? "" : `-g${number}`,
    isCurrent: number === current,
  }));
}

/** The generation that outputs and deliveries name. */
export function currentGeneration(client: Rotation): Generation {
  const all = generationsOf(client);
  return all.find(({ isCurrent }) => isCurrent) ?? (all[0] as Generation);
}

/**
 * The key of a generation, which `terraformName` makes its address of. It never changes, so no client id does: generation
 * 1 has the key of the client itself.
 */
export function generationKey(client: string, generation: number): string {
  return generation === 1 ? client : `${client}_g${generation}`;
}

/** Whether a client was ever rotated: all others have generation 1 alone. */
export function isRotated({ generations }: Pick<Rotation, "generations">): boolean {
  return generations.some((each) => each !== 1);
}

/** How many app clients a pool has in AWS. */
export function countAppClients(clients: readonly Rotation[]): number {
  return clients.reduce((sum, client) => sum + generationsOf(client).length, 0);
}
