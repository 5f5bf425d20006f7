import type { ClientModel } from "../../model/client";
import { domainsOf, type PoolModel } from "../../model/model";
import { proxyName, proxyOf } from "../../model/secret-hash-proxy";
import { known } from "../../model/value";
import { DELIVERIES, type DeliveryKind } from "../client/delivery-rule";
import { quoted } from "../language/text-statements";
import type { Rule, Violation } from "../rule";
import { certificateArn } from "./pool-examples";
import { sharePlace } from "./same-place";

const webAclArn = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/acme/1a2b3c4d-0000-4000-8000-000000000000";
const api = (name: string) => ({ platform: "server" as const, deliver: { secretsManager: { name } } });
const ssm = (prefix: string) => ({ platform: "server" as const, deliver: { ssm: { prefix } } });
const ios = (domain: string) => ({
  platform: "ios" as const,
  secretHashProxy: { domain, certificateArn, webAclArn },
});
const custom = (customDomain: string) => ({ domain: { customDomain, certificateArn } });

/** Names that AWS gives once, and that the pools of one file compete for: each pool is compared with those before it. */
export const sharedNameRules: readonly Rule[] = [
  {
    id: "DEL-06",
    name: "delivery-of-one-pool",
    since: "2.3",
    severity: "error",
    subject: "pool",
    title: "disallow a name of a delivery that two pools, or two environments of an account, share",
    why: "AWS refuses a second secret or parameter of a name at apply: ResourceExistsException, ParameterAlreadyExists. Each stack would store its own credentials there.",
    fix: "give each pool, and each environment of an account, names of its own",
    source: [
      "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html",
      "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html",
    ],
    check: (pool, before = []) =>
      (Object.keys(DELIVERIES) as DeliveryKind[]).flatMap((kind): Violation[] => {
        const { at, name } = DELIVERIES[kind];
        const named = pool.clients.filter((client) => known(name(client)) !== undefined);
        if (named.length === 0) return [];
        const taken = new Map(
          before.filter((other) => sharePlace(other, pool)).flatMap((other) => namesOf(kind, other)),
        );
        return named.flatMap((client) => {
          const given = known(name(client)) as string;
          const owner = taken.get(given);
          const message = `${at[2]} ${quoted(given)} is also that of ${owner}`;
          return owner === undefined ? [] : [{ at: ["clients", client.key, ...at], message, unplanned: true }];
        });
      }),
    examples: () => ({
      bad: [
        {
          client: api("acme/api"),
          before: { p: { clients: { app: api("acme/api") } } },
          at: "pools.users.clients.app.deliver.secretsManager.name",
        },
        {
          client: ssm("/acme/api"),
          before: { p: { clients: { app: ssm("/acme/api") } } },
          at: "pools.users.clients.app.deliver.ssm.prefix",
        },
      ],
      good: [
        { client: api("acme/users/api"), before: { p: { clients: { app: api("acme/p/api") } } } },
        { client: ssm("/acme/users/api"), before: { p: { clients: { app: ssm("/acme/p/api") } } } },
      ],
    }),
  },
  {
    id: "PRX-10",
    name: "proxy-domain-of-its-own",
    since: "2.3",
    severity: "error",
    subject: "pool",
    title: "require a domain of its own of each SECRET_HASH proxy",
    why: "CloudFront refuses a second distribution with one alternate domain name: CNAMEAlreadyExists. The custom domain of a pool is such a distribution too.",
    fix: "give the proxy of each pool, in each environment, a domain of its own",
    source: [
      "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html",
      "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html",
    ],
    check: (pool, before = []) => [
      ...proxyHosts(pool).flatMap(({ host, at }) => {
        const owner = [...before, pool].flatMap((other) => [
          ...domainHosts(other).filter((each) => each.host === host),
          ...(other === pool ? [] : proxyHosts(other).filter((each) => each.host === host)),
        ])[0];
        return owner === undefined ? [] : [taken(host, owner.of, at)];
      }),
      ...domainHosts(pool).flatMap(({ host, at }) => {
        const owner = before.flatMap(proxyHosts).find((each) => each.host === host);
        return owner === undefined ? [] : [taken(host, owner.of, at)];
      }),
    ],
    examples: () => ({
      bad: [
        {
          client: ios("auth.example.com"),
          pool: custom("auth.example.com"),
          at: "pools.users.clients.app.secretHashProxy.domain",
        },
        {
          client: ios("auth.example.com"),
          before: { p: { clients: { app: ios("auth.example.com") } } },
          at: "pools.users.clients.app.secretHashProxy.domain",
        },
        {
          pool: custom("auth.example.com"),
          before: { p: { clients: { app: ios("auth.example.com") } } },
          at: "pools.users.domain.customDomain",
        },
      ],
      good: [
        {
          client: ios("auth-api.example.com"),
          pool: custom("auth.example.com"),
          before: { p: { clients: { app: ios("p-api.example.com") } } },
        },
      ],
    }),
  },
];

/** What a pool delivers to, and who does. The secret of its proxy has a name too. */
function namesOf(kind: DeliveryKind, pool: PoolModel): [string, string][] {
  const ofStack = (client: ClientModel) => `client ${client.key} of stack ${pool.stack}`;
  const delivered = pool.clients.flatMap((client): [string, string][] => {
    const name = known(DELIVERIES[kind].name(client));
    return name === undefined ? [] : [[name, ofStack(client)]];
  });
  return kind === "secretsManager" && proxyOf(pool)
    ? [[proxyName(pool), `the SECRET_HASH proxy of stack ${pool.stack}`], ...delivered]
    : delivered;
}

/** A host name, whose it is, and where it is written. */
interface Host {
  readonly host: string;
  readonly of: string;
  readonly at: readonly string[];
}

function proxyHosts(pool: PoolModel): Host[] {
  const owner = proxyOf(pool)?.clients.find(({ secretHashProxy }) => secretHashProxy?.domain !== undefined);
  const host = known(owner?.secretHashProxy?.domain);
  if (owner === undefined || host === undefined) return [];
  const at = ["clients", owner.key, "secretHashProxy", "domain"];
  return [{ host, of: `the SECRET_HASH proxy of stack ${pool.stack}`, at }];
}

function domainHosts(pool: PoolModel): Host[] {
  return domainsOf(pool).flatMap(({ key, custom, domain }) => {
    const host = custom ? known(domain) : undefined;
    return host === undefined ? [] : [{ host, of: `the pool of stack ${pool.stack}`, at: [key, "customDomain"] }];
  });
}

function taken(host: string, owner: string, at: readonly string[]): Violation {
  return { at, message: `${quoted(host)} is also the domain of ${owner}`, unplanned: true };
}
