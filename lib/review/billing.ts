import type { ClientModel } from "../model/model";
import { knownItems } from "../model/value";

/** Why a machine client costs. */
export const BILLED = "each machine client, and each token that it requests, is billed";

/** Whether a client gets tokens without a user. */
export function isMachine(client: ClientModel): boolean {
  return knownItems(client.allowedOauthFlows).includes("client_credentials");
}
