import { QUOTAS, type Quota } from "../cognito/quotas";
import { countAppClients } from "../model/generations";
import type { ClientModel, PoolModel } from "../model/model";
import type { Path } from "../model/source";
import { knownItems } from "../model/value";
import { count, quoted } from "../text/quoted";
import type { CompleteVerdict } from "./change";
import { type Silence, silent } from "./language/facet-table";

/** How many of something a subject has. */
interface Count {
  readonly at: Path;
  readonly number: number;
  /** Whose they are, where that is not the subject: `resource server orders`. */
  readonly of?: string;
}

interface Counters {
  readonly pool?: (pool: PoolModel) => readonly Count[];
  readonly client?: (client: ClientModel) => readonly Count[];
}

/** The share of a quota from which on a review reports it. */
const NEAR = 0.8;

/** How each quota is counted. A quota without a row does not compile. */
const COUNTERS: Readonly<Record<keyof typeof QUOTAS, Counters | Silence>> = {
  userPools: silent("other pools of the account are not known"),
  customDomains: silent("other domains of the account are not known"),
  brandingStyles: {
    pool: ({ clients }) => [{ at: ["clients"], number: countAppClients(clients.filter(({ branding }) => branding)) }],
  },
  tags: {
    pool: ({ pool, environment }) => [
      { at: ["tags"], number: Object.keys({ ...environment.tags, ...pool?.tags }).length },
    ],
  },
  clients: { pool: ({ clients }) => [{ at: ["clients"], number: countAppClients(clients) }] },
  identityProviders: {
    pool: ({ identityProviders }) => [{ at: ["identityProviders"], number: identityProviders.length }],
  },
  resourceServers: { pool: ({ resourceServers }) => [{ at: ["resourceServers"], number: resourceServers.length }] },
  groups: { pool: ({ groups }) => [{ at: ["groups"], number: groups.length }] },
  customAttributes: {
    pool: ({ pool }) => [
      { at: ["attributes"], number: pool?.schema.filter(({ key }) => key.startsWith("custom:")).length ?? 0 },
    ],
  },
  callbackUrls: { client: (client) => [{ at: ["callbackUrls"], number: knownItems(client.callbackUrls).length }] },
  logoutUrls: { client: (client) => [{ at: ["logoutUrls"], number: knownItems(client.logoutUrls).length }] },
  allowedOauthScopes: {
    client: (client) => [{ at: ["allowedOauthScopes"], number: knownItems(client.allowedOauthScopes).length }],
  },
  scopes: {
    pool: ({ resourceServers }) =>
      resourceServers.map(({ key, scopes }) => ({
        at: ["resourceServers", key, "scopes"],
        number: scopes.length,
        of: `resource server ${quoted(key)}`,
      })),
  },
  idpIdentifiers: {
    pool: ({ identityProviders }) =>
      identityProviders.map(({ providerName, idpIdentifiers }) => ({
        at: ["identityProviders", providerName, "idpIdentifiers"],
        number: knownItems(idpIdentifiers).length,
        of: `identity provider ${quoted(providerName)}`,
      })),
  },
};

/** Quotas of a pool, and of what is attached to it, that a change comes near. */
export function poolQuotas(before: PoolModel | undefined, after: PoolModel): CompleteVerdict[] {
  return nearing("pool", before, after);
}

/** Quotas of a client that a change comes near. */
export function clientQuotas(before: ClientModel | undefined, after: ClientModel): CompleteVerdict[] {
  return nearing("client", before, after);
}

function nearing<S>(subject: keyof Counters, before: S | undefined, after: S): CompleteVerdict[] {
  return Object.entries<Counters | Silence>(COUNTERS).flatMap(([name, counters]) => {
    const counter =
      "silent" in counters ? undefined : (counters[subject] as ((subject: S) => readonly Count[]) | undefined);
    if (counter === undefined) return [];
    const known = before === undefined ? [] : counter(before);
    return counter(after).flatMap((is) => {
      const was = known.find(({ at }) => at.join() === is.at.join())?.number ?? 0;
      return verdicts(QUOTAS[name as keyof typeof QUOTAS], is, was);
    });
  });
}

function verdicts({ noun, limit, most }: Quota, { at, number, of }: Count, was: number): CompleteVerdict[] {
  if (number < limit * NEAR || number <= was) return [];
  return [
    {
      risk: "costs",
      at,
      what: `${of === undefined ? "" : `${of}: `}${count(number, noun)} of ${limit} that AWS allows`,
      why:
        most === undefined ? "AWS does not raise this quota" : `AWS raises this quota on request, to at most ${most}`,
      before: was,
      after: number,
    },
  ];
}
