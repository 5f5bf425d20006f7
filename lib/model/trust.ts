import type { ClientModel } from "./model";

/**
 * Whether a client keeps its secret to itself, as a server does: what every rule and message asks that gives a client
 * trust. A client behind the SECRET_HASH proxy has a secret too, but the proxy signs for whoever calls it, so the client
 * stays public.
 */
export function isConfidential(client: ClientModel): boolean {
  return client.generateSecret && !isProxied(client);
}

/** Whether a client has a secret that only the SECRET_HASH proxy of its pool knows. */
export function isProxied({ secretHashProxy }: ClientModel): boolean {
  return secretHashProxy !== undefined;
}
