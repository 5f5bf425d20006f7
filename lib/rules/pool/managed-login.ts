import { QUOTAS } from "../../cognito/quotas";
import { countAppClients } from "../../model/generations";
import { type ClientModel, hasManagedLogin, type PoolModel } from "../../model/model";
import { SIGN_IN } from "../client/oauth-grants";
import { api, guide } from "../language/sources";
import { hasAny } from "../language/statements";
import type { Example, Rule } from "../rule";
import { many } from "./pool-examples";

/** Branding styles that a pool can have. */
const MOST_STYLES = QUOTAS.brandingStyles.limit;

const at = ["domain", "managedLoginVersion"];

/** What managed login needs of a pool's clients. */
export const managedLoginRules: readonly Rule[] = [
  {
    id: "BRD-06",
    name: "managed-login-style",
    since: "1.0",
    severity: "warning",
    subject: "pool",
    title: "require a style of every client that uses managed login",
    why: "A client that Terraform creates has no style, and its sign-in pages are unavailable until it has one.",
    fix: "write branding: default for the client, which needs AWS provider 6.13.0; or acknowledge this warning with the place where its style is made; or use managedLoginVersion: 1",
    source: [guide("managed-login-branding"), api("CreateManagedLoginBranding")],
    check: (pool) => {
      const [first, ...others] = clientsOfManagedLogin(pool).filter(({ branding }) => branding === undefined);
      if (first === undefined) return [];
      const more = others.length === 0 ? "" : ` and ${others.length} more`;
      return [{ at, message: `managed login shows no pages to ${first.key}${more} without a branding style` }];
    },
    examples: () => ({
      bad: [{ ...browsers(1, 2, "none"), at: "pools.users.domain.managedLoginVersion" }],
      good: [browsers(1, 2), browsers(1, 2, "default"), browsers(1, 1), browsers(0, 2)],
    }),
  },
  {
    id: "QUO-08",
    name: "branding-style-quota",
    since: "1.0",
    severity: "error",
    advises: true,
    subject: "pool",
    title: `limit the clients that use managed login to ${MOST_STYLES} for each pool`,
    why: `A pool has at most ${MOST_STYLES} branding styles, a quota that cannot be raised: AWS refuses another one at apply, and a client without a style has no pages.`,
    fix: "divide the clients among several pools, or use managedLoginVersion: 1",
    source: [guide("quotas")],
    check: (pool) => {
      const styles = countAppClients(pool.clients.filter(({ branding }) => branding !== undefined));
      const { length: needed } = clientsOfManagedLogin(pool);
      if (styles > MOST_STYLES)
        return [
          {
            at: ["clients"],
            message: `${styles} clients have a style; a pool has at most ${MOST_STYLES} branding styles`,
          },
        ];
      return needed <= MOST_STYLES
        ? []
        : [
            {
              at,
              message: `${needed} clients sign in at managed login; a pool has at most ${MOST_STYLES} branding styles`,
              severity: "warning",
            },
          ];
    },
    examples: () => ({
      bad: [
        { ...browsers(21, 2), at: "pools.users.clients" },
        { ...browsers(21, 2, "none"), at: "pools.users.domain.managedLoginVersion" },
      ],
      good: [browsers(20, 2), browsers(20, 2, "none"), browsers(21, 1)],
    }),
  },
];

/** The clients that certainly send users to the pages of managed login. */
function clientsOfManagedLogin(pool: PoolModel): readonly ClientModel[] {
  if (!hasManagedLogin(pool)) return [];
  const opensPages = hasAny("allowedOauthFlows", SIGN_IN);
  return pool.clients.filter((client) => opensPages.holds(client));
}

/** A pool with so many clients that sign in by a browser, beside one that does not. */
function browsers(count: number, managedLoginVersion: 1 | 2, branding?: "default" | "none"): Example {
  const client = {
    platform: "spa" as const,
    callbackUrls: ["https://app.example.com/callback"],
    ...(branding && { branding }),
  };
  return {
    pool: { domain: { prefix: "example-login", managedLoginVersion } },
    clients: many(count, "web", client),
  };
}
