import { QUOTAS } from "../../cognito/quotas";
import { type DomainModel, domainsOf, type EnvironmentModel, type PoolModel } from "../../model/model";
import { known } from "../../model/value";
import { api, guide, PREFLIGHT } from "../language/sources";
import type { Rule } from "../rule";
import { badPool, certificateArn, goodPool } from "./pool-examples";

/** Custom domains that an account can have in one Region. */
const MOST_CUSTOM_DOMAINS = QUOTAS.customDomains.limit;

const custom = (customDomain: string) => ({ domain: { customDomain, certificateArn } });
const numbered = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, custom(`p${index}.example.com`)]));

/** Domains that the pools of one file compete for: each pool is compared with those before it. */
export const sharedDomainRules: readonly Rule[] = [
  {
    id: "DOM-03",
    name: "domain-of-one-pool",
    since: "1.0",
    severity: "error",
    subject: "pool",
    title: "disallow a domain that two pools share",
    why: '"Domain already associated with another user pool.": a prefix belongs to one pool in a Region, across all AWS accounts, and a custom domain to one pool anywhere. Only AWS knows whether another configuration uses it.',
    fix: "give each pool, in each environment, a domain of its own",
    source: [api("CreateUserPoolDomain"), guide("cognito-user-pools-assign-domain-prefix"), PREFLIGHT],
    check: (pool, before = []) =>
      domainsOf(pool).flatMap((domain) => {
        const twin = before.find(
          (other) =>
            (sameDomain(domain, other.domain) || sameDomain(domain, other.additionalDomain)) &&
            (domain.custom || sameRegion(pool, other)),
        );
        if (twin === undefined) return [];
        const name = `${domain.custom ? "custom domain" : "prefix"} ${known(domain.domain)}`;
        return [
          { at: placeOf(domain), message: `${name} belongs to pool ${twin.key} in ${twin.environment.key} already` },
        ];
      }),
    examples: () => ({
      bad: [
        {
          ...badPool({ domain: { prefix: "login" } }, "domain", "prefix"),
          before: { p: { domain: { prefix: "login" } } },
        },
        {
          ...badPool(custom("login.example.com"), "domain", "customDomain"),
          before: { p: custom("login.example.com") },
        },
      ],
      good: [
        { ...goodPool({ domain: { prefix: "login" } }), before: { p: { domain: { prefix: "signin" } } } },
        { ...goodPool({ domain: { prefix: { var: "b" } } }), before: { p: { domain: { prefix: { var: "a" } } } } },
      ],
    }),
  },
  {
    id: "DOM-04",
    name: "custom-domain-quota",
    since: "1.0",
    severity: "error",
    subject: "pool",
    title: `limit an account to ${MOST_CUSTOM_DOMAINS} custom domains in a Region`,
    why: "AWS refuses any further one at apply. Custom domains of other configurations count as well.",
    fix: "use a prefix for some of the pools, or another Region or account",
    source: [guide("quotas"), guide("cognito-user-pools-add-custom-domain")],
    check: (pool, before = []) => {
      const domain = domainsOf(pool).find(({ custom }) => custom);
      if (domain === undefined) return [];
      const others = before.filter((other) => domainsOf(other).some(({ custom }) => custom) && sameQuota(pool, other));
      return others.length < MOST_CUSTOM_DOMAINS
        ? []
        : [
            {
              at: placeOf(domain),
              message: `this is custom domain ${others.length + 1} in ${known(pool.environment.region)}; AWS allows ${MOST_CUSTOM_DOMAINS} in a Region of an account`,
            },
          ];
    },
    examples: () => ({
      bad: [{ ...badPool(custom("login.example.com"), "domain", "customDomain"), before: numbered(4) }],
      good: [
        { ...goodPool(custom("login.example.com")), before: numbered(3) },
        { ...goodPool({ domain: { prefix: "login" } }), before: numbered(4) },
      ],
    }),
  },
];

function placeOf({ key, custom }: DomainModel): string[] {
  return [key, custom ? "customDomain" : "prefix"];
}

function sameDomain({ domain, custom }: DomainModel, other: DomainModel | undefined): boolean {
  if (other === undefined) return false;
  const name = known(domain);
  return name !== undefined && name === known(other.domain) && custom === other.custom;
}

function sameRegion({ environment }: PoolModel, other: PoolModel): boolean {
  const region = known(environment.region);
  return region !== undefined && region === known(other.environment.region);
}

/** Whether it is certain, as far as the file says where it deploys to. */
function sameQuota(pool: PoolModel, other: PoolModel): boolean {
  const account = ({ accountId, profile, assumeRoleArn }: EnvironmentModel) =>
    JSON.stringify(accountId ?? [profile, assumeRoleArn]);
  return sameRegion(pool, other) && account(pool.environment) === account(other.environment);
}
