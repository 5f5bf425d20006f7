import { CALLS_PER_SECOND, QUOTAS } from "../../cognito/quotas";
import { inWords } from "../../config/duration";
import type { Client } from "../../config/schema";
import { countAppClients } from "../../model/generations";
import type { PoolModel } from "../../model/model";
import { guide } from "../language/sources";
import type { BadExample, Example, PoolRule, Rule } from "../rule";
import { badPool, goodPool, many } from "./pool-examples";

const page = guide("quotas");

/** A list of a pool that a quota limits. */
interface LimitedList {
  readonly id: string;
  readonly name: string;
  readonly things: string;
  readonly at: "clients" | "identityProviders" | "resourceServers";
  /** What every account has. */
  readonly limit: number;
  /** How far AWS raises it on request. */
  readonly most: number;
  readonly examples: PoolRule["examples"];
}

/** Clients of a pool that Terraform refreshes in a minute. */
const CLIENTS_PER_MINUTE = 60 * CALLS_PER_SECOND;

const ios: Client = { platform: "ios" };
const saml = {
  providerType: "SAML",
  providerDetails: { MetadataURL: "https://idp.example.com/metadata.xml" },
} as const;

const LIMITED: readonly LimitedList[] = [
  {
    id: "QUO-01",
    name: "client-quota",
    things: "app clients",
    at: "clients",
    ...QUOTAS.clients,
    examples: () => ({ bad: [tooManyClients(1_001)], good: [clients(1_000)] }),
  },
  {
    id: "QUO-03",
    name: "identity-provider-quota",
    things: "identity providers",
    at: "identityProviders",
    ...QUOTAS.identityProviders,
    examples: () => ({
      bad: [301, 1_001].map((count) =>
        badPool({ identityProviders: many(count, "company-", saml) }, "identityProviders"),
      ),
      good: [goodPool({ identityProviders: many(300, "company-", saml) })],
    }),
  },
  {
    id: "QUO-04",
    name: "resource-server-quota",
    things: "resource servers",
    at: "resourceServers",
    ...QUOTAS.resourceServers,
    examples: () => ({
      bad: [26, 301].map((count) =>
        badPool({ resourceServers: many(count, "api", { scopes: {} }) }, "resourceServers"),
      ),
      good: [goodPool({ resourceServers: many(25, "api", { scopes: {} }) })],
    }),
  },
];

/** How many things a pool can have, and how fast AWS answers calls about them. */
export const quotaRules: readonly Rule[] = [
  ...LIMITED.map(quotaRule),
  {
    id: "RATE-04",
    name: "client-refresh-time",
    since: "1.0",
    severity: "warning",
    subject: "pool",
    title: "limit the clients of a pool to those that a plan refreshes within a minute",
    why: "AWS answers 5 calls of an operation a second for one user pool, whatever the parallelism. Each plan reads every client once, so 1000 clients take more than 3 minutes to plan and as long again to create.",
    fix: "divide the clients among several pools, or plan with -refresh=false and -parallelism=5",
    source: [page],
    check: (pool) => {
      const count = countAppClients(pool.clients);
      if (count <= CLIENTS_PER_MINUTE) return [];
      const time = inWords(Math.ceil(count / CALLS_PER_SECOND));
      return [
        {
          at: ["clients"],
          message: `reading ${count} clients takes at least ${time}: AWS answers ${CALLS_PER_SECOND} calls a second for one pool`,
        },
      ];
    },
    examples: () => ({ bad: [tooManyClients(301)], good: [clients(300)] }),
  },
];

function quotaRule({ id, name, things, at, limit, most, examples }: LimitedList): PoolRule {
  return {
    id,
    name,
    since: "1.0",
    severity: "warning",
    subject: "pool",
    title: `limit the ${things} of a pool to ${limit}, or to ${most} after AWS has raised the quota`,
    why: `AWS grants ${limit} to every account and up to ${most} on request: any further one fails at apply, after the others exist.`,
    fix: `ask for a higher quota, or divide the ${things} among several pools`,
    source: [page],
    check: (pool: PoolModel) => {
      const count = at === "clients" ? countAppClients(pool.clients) : pool[at].length;
      if (count <= limit) return [];
      return count > most
        ? [
            {
              at: [at],
              message: `the pool has ${count} ${things}; AWS allows at most ${most}`,
              fix: `divide the ${things} among several pools`,
              severity: "error",
            },
          ]
        : [{ at: [at], message: `the pool has ${count} ${things}; AWS allows ${limit} unless it raises the quota` }];
    },
    examples,
  };
}

function clients(count: number): Example {
  return { clients: many(count - 1, "client", ios) };
}

function tooManyClients(count: number): BadExample {
  return { ...clients(count), at: "pools.users.clients" };
}
