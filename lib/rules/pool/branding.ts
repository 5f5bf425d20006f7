import type { PoolModel } from "../../model/model";
import { SIGN_IN } from "../client/oauth-grants";
import { api, guide } from "../language/sources";
import { hasAny } from "../language/statements";
import type { Example, Rule } from "../rule";
import { many } from "./pool-examples";

/** Branding styles that AWS keeps for one pool. */
const MOST_STYLES = 20;

const at = ["domain", "managedLoginVersion"];

/** Managed login, whose pages need a style that is managed elsewhere. */
export const brandingRules: readonly Rule[] = [
  {
    id: "BRD-06",
    severity: "warning",
    subject: "pool",
    title: "with managed login every client has a branding style",
    why: "A client that Terraform makes has none, and its pages are unavailable until somebody creates one. That is done beside this file, which knows no styles.",
    fix: "create a style for each client and acknowledge this with where that is done, or use managedLoginVersion: 1",
    source: [guide("managed-login-branding"), api("CreateManagedLoginBranding")],
    check: (pool) => {
      const [first, ...others] = clientsOfManagedLogin(pool);
      if (first === undefined) return [];
      const more = others.length === 0 ? "" : ` and ${others.length} more`;
      return [{ at, message: `managed login has no page for ${first}${more} without a branding style` }];
    },
    examples: {
      bad: [{ ...browsers(1, 2), at: "pools.users.domain.managedLoginVersion" }],
      good: [browsers(1, 1), browsers(0, 2)],
    },
  },
  {
    id: "QUO-08",
    severity: "warning",
    subject: "pool",
    title: `at most ${MOST_STYLES} clients of a pool sign in at managed login`,
    why: `AWS keeps ${MOST_STYLES} branding styles for one pool, a quota that cannot be raised, and a client without one has no pages.`,
    fix: "divide the clients among several pools, or use managedLoginVersion: 1",
    source: [guide("quotas")],
    check: (pool) => {
      const { length } = clientsOfManagedLogin(pool);
      return length <= MOST_STYLES
        ? []
        : [
            {
              at,
              message: `${length} clients sign in at managed login; a pool has at most ${MOST_STYLES} branding styles`,
            },
          ];
    },
    examples: {
      bad: [{ ...browsers(21, 2), at: "pools.users.domain.managedLoginVersion" }],
      good: [browsers(20, 2), browsers(21, 1)],
    },
  },
];

/** The clients that certainly send users to the pages of managed login. */
function clientsOfManagedLogin({ domain, clients }: PoolModel): readonly string[] {
  if (domain?.managedLoginVersion !== 2) return [];
  const opensPages = hasAny("allowedOauthFlows", SIGN_IN);
  return clients.filter((client) => opensPages.holds(client)).map(({ key }) => key);
}

/** A pool with so many clients that sign in by a browser, beside one that does not. */
function browsers(count: number, managedLoginVersion: 1 | 2): Example {
  const client = { platform: "spa" as const, callbackUrls: ["https://app.example.com/callback"] };
  return {
    pool: { domain: { prefix: "example-login", managedLoginVersion } },
    clients: many(count, "web", client),
  };
}
