import { clientsOf, type ProxiedClients } from "./clients";
import type { ReadClients } from "./edge-handler";

/** How long the clients are remembered, in milliseconds: a new client, or a new secret, is known after this at the latest. */
export const REMEMBERED = 60_000;

/** Reads the text of a secret. */
export type ReadSecret = (arn: string) => Promise<string>;

/**
 * Reads the clients from the copy of the secret that is nearest, else from the others, and remembers them. While no copy
 * can be read, what was read before is used.
 *
 * @param region where the function runs
 */
export function readClients(read: ReadSecret, region: string | undefined, now = Date.now): ReadClients {
  let last: { readonly of: string; readonly at: number; readonly clients: ProxiedClients } | undefined;
  const reading = new Map<string, Promise<ProxiedClients>>();
  const readAny = async (of: string, arns: readonly string[]) => {
    for (const arn of nearestFirst(arns, region))
      try {
        const clients = clientsOf(await read(arn));
        last = { of, at: now(), clients };
        return clients;
      } catch {}
    if (last?.of !== of) throw new Error("no copy of the secret can be read");
    return last.clients;
  };
  return (arns) => {
    const of = arns.join();
    if (last?.of === of && now() - last.at < REMEMBERED) return Promise.resolve(last.clients);
    const started = reading.get(of) ?? readAny(of, arns).finally(() => reading.delete(of));
    reading.set(of, started);
    return started;
  };
}

function nearestFirst(arns: readonly string[], region: string | undefined): readonly string[] {
  const isNear = (arn: string) => regionOf(arn) === region;
  return [...arns.filter(isNear), ...arns.filter((arn) => !isNear(arn))];
}

/** The Region in an ARN. */
export function regionOf(arn: string): string | undefined {
  return arn.split(":")[3];
}
