import type { ClientModel } from "../model/model";

/** A client as far as it is known under an earlier key. */
export type Renamed = Pick<ClientModel, "key" | "renamedFrom">;

/** The key under which a client is locked: its own, or that before it was renamed. */
export function lockedKey(
  { key, renamedFrom }: Renamed,
  { clients }: { readonly clients: readonly string[] },
): string | undefined {
  return [key, renamedFrom].find((each) => each !== undefined && clients.includes(each));
}
