import type { Argument } from "../../cognito/argument";
import { RESOURCES, type Resource } from "../../cognito/resources";
import { generationsOf } from "../../model/generations";
import { domainName, domainsOf, type PoolModel } from "../../model/model";
import { type Placed, placedIn, stylesOf } from "../../model/placed";
import { proxyOf } from "../../model/secret-hash-proxy";
import { sensitiveIn } from "../../model/sensitive";
import { argumentName } from "../../text/case";
import type { Subject } from "../rule";
import { type Piece, sensitiveArguments } from "./expressions";

/** How conditions name the objects of a kind. */
export interface SubjectKind {
  /** The resource type; none where several resources are one object together. */
  readonly type?: string;
  /** A map of them by key, of which a stack has any number. None: a stack has one at most. */
  readonly many?: string;
  /** One of them: a loop variable, or the object itself. */
  readonly item: string;
  /** What messages call it. */
  readonly words: (pool: PoolModel) => readonly Piece[];
  /** The objects of the model, by key. */
  readonly objects: (pool: PoolModel) => Readonly<Record<string, object>>;
}

const KEY: Piece = { expression: "key" };

export const SUBJECTS: Readonly<Record<Subject, SubjectKind>> = {
  client: {
    type: "aws_cognito_user_pool_client",
    many: "local.clients",
    item: "client",
    words: () => ["client ", KEY],
    objects: ({ clients }) =>
      Object.fromEntries(clients.flatMap((client) => generationsOf(client).map(({ key }) => [key, client]))),
  },
  userPool: {
    type: "aws_cognito_user_pool",
    item: "local.user_pool",
    words: ({ key }) => [`user pool ${key}`],
    objects: ({ key, pool }) => (pool ? { [key]: pool } : {}),
  },
  domain: {
    type: "aws_cognito_user_pool_domain",
    many: "local.domains",
    item: "domain",
    words: ({ key }) => [`domain of user pool ${key}`],
    objects: (pool) => byKey(domainsOf(pool), (domain) => domainName(pool, domain)),
  },
  resourceServer: {
    type: "aws_cognito_resource_server",
    many: "local.resource_servers",
    item: "server",
    words: () => ["resource server ", KEY],
    objects: ({ resourceServers }) => byKey(resourceServers, ({ key }) => key),
  },
  identityProvider: {
    type: "aws_cognito_identity_provider",
    many: "local.identity_providers",
    item: "provider",
    words: () => ["identity provider ", KEY],
    objects: ({ identityProviders }) => byKey(identityProviders, ({ providerName }) => providerName),
  },
  group: {
    type: "aws_cognito_user_group",
    many: "local.groups",
    item: "group",
    words: () => ["group ", KEY],
    objects: ({ groups }) => byKey(groups, ({ name }) => name),
  },
  threatProtection: {
    type: "aws_cognito_risk_configuration",
    many: "local.risk_configurations",
    item: "risk",
    words: () => ["threat protection ", KEY],
    objects: (pool) => byKeys(placedIn(pool, "threatProtection")),
  },
  uiCustomization: {
    type: "aws_cognito_user_pool_ui_customization",
    many: "local.ui_customizations",
    item: "customization",
    words: () => ["customization of the classic pages ", KEY],
    objects: (pool) => byKeys(placedIn(pool, "uiCustomization")),
  },
  branding: {
    type: "aws_cognito_managed_login_branding",
    many: "local.branding_styles",
    item: "style",
    words: () => ["managed login style of client ", KEY],
    objects: (pool) => byKeys(stylesOf(pool)),
  },
  webAcl: {
    type: "aws_wafv2_web_acl_association",
    many: "local.web_acls",
    item: "web_acl",
    words: ({ key }) => [`web ACL of user pool ${key}`],
    objects: ({ key, webAclArn }) => (webAclArn === undefined ? {} : { [key]: { webAclArn } }),
  },
  delivery: {
    many: "local.deliveries",
    item: "delivery",
    words: () => ["delivery of client ", KEY],
    objects: ({ clients }) =>
      Object.fromEntries(
        clients.flatMap(({ key, deliver }) =>
          deliver ? [[key, { secret: deliver.secretsManager, parameters: deliver.ssm }]] : [],
        ),
      ),
  },
  proxy: {
    many: "local.proxies",
    item: "proxy",
    words: ({ key }) => [`SECRET_HASH proxy of user pool ${key}`],
    objects: (pool) => {
      const proxy = proxyOf(pool);
      if (proxy === undefined) return {};
      const { clients: _, ...distribution } = proxy;
      return { [pool.key]: { distribution } };
    },
  },
};

const keysOfPools = new WeakMap<PoolModel, Map<Subject, readonly string[]>>();

/** The keys of a pool's objects of a kind. Every condition asks for them, so they are gathered once. */
export function objectKeys(on: Subject, pool: PoolModel): readonly string[] {
  const known = keysOfPools.get(pool) ?? new Map<Subject, readonly string[]>();
  keysOfPools.set(pool, known);
  const keys = known.get(on) ?? Object.keys(SUBJECTS[on].objects(pool));
  known.set(on, keys);
  return keys;
}

/** Arguments of a kind's objects that hold a sensitive variable: Terraform prints no message that contains one. */
export function hiddenArguments(on: Subject, pool: PoolModel): ReadonlySet<string> {
  if (on === "client") return sensitiveArguments(pool);
  const isStored = pool.identityProviders.some(({ storedSecrets }) => storedSecrets);
  if (!isStored && !pool.variables.some(({ sensitive }) => sensitive)) return new Set();
  const isSensitive = sensitiveIn(pool);
  const fields = Object.values(SUBJECTS[on].objects(pool)).flatMap((object) =>
    Object.entries(object).flatMap(([field, value]) => (isSensitive(value) ? [field] : [])),
  );
  const facts: Readonly<Record<string, Argument>> = on in RESOURCES ? RESOURCES[on as Resource].arguments : {};
  return new Set(fields.map((field) => facts[field]?.terraform.split(".")[0] ?? argumentName(field)));
}

function byKeys(placed: readonly Placed<object>[]): Record<string, object> {
  return Object.fromEntries(placed.flatMap(({ keys, settings }) => keys.map((key) => [key, settings])));
}

function byKey<T extends object>(items: readonly T[], key: (item: T) => string): Record<string, T> {
  return Object.fromEntries(items.map((item) => [key(item), item]));
}
