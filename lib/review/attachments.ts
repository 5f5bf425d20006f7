import type { ProviderType } from "../cognito/values";
import type { GroupModel, IdentityProviderModel, PoolModel, ResourceServerModel } from "../model/model";
import type { Path } from "../model/source";
import type { Told } from "./change";
import { effective, itemText, same } from "./effective";
import { entries, hidden, one, SECRET, type Sentence } from "./entries";
import { replaced } from "./facet";
import { triggers } from "./triggers";
import { listed, quoted, shown } from "./wording";

/** What hangs on a pool beside its clients: domain, resource servers, identity providers, groups, triggers. */
export function* compareAttachments(before: PoolModel, after: PoolModel): Iterable<Told> {
  const [was, is] = [plainly(before), plainly(after)];
  yield* domain(was, is);
  yield* keyed(was.resourceServers, is.resourceServers, ({ key }) => key, ["resourceServers"], RESOURCE_SERVER);
  yield* keyed(
    was.identityProviders,
    is.identityProviders,
    (each) => each.providerName,
    ["identityProviders"],
    PROVIDER,
  );
  yield* keyed(was.groups, is.groups, ({ name }) => name, ["groups"], GROUP);
  if (was.pool && is.pool) yield* triggers(was.pool.lambdaConfig ?? {}, is.pool.lambdaConfig ?? {});
}

/** What it means that something comes, goes or changes. */
interface Meanings<T> {
  readonly added: (item: T) => Sentence;
  readonly removed: (item: T) => Sentence;
  readonly changed: (before: T, after: T, at: Path) => Iterable<Told>;
}

function* keyed<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
  at: Path,
  meanings: Meanings<T>,
): Iterable<Told> {
  const [was, is] = [byKey(before, keyOf), byKey(after, keyOf)];
  for (const [key, item] of is) {
    const known = was.get(key);
    const path = [...at, key];
    if (known === undefined) yield { ...meanings.added(item), at: path, before: null, after: withoutSecrets(item) };
    else yield* meanings.changed(known, item, path);
  }
  for (const [key, item] of was)
    if (!is.has(key)) yield { ...meanings.removed(item), at: [...at, key], before: withoutSecrets(item), after: null };
}

const RESOURCE_SERVER: Meanings<ResourceServerModel> = {
  added: ({ key, scopes }) => ({
    risk: "changes",
    what: `resource server ${quoted(key)} is new, with scopes ${listed(scopes.map((scope) => scope.scopeName))}`,
    why: "clients may be given its scopes",
  }),
  removed: ({ key }) => ({
    risk: "breaks",
    what: `resource server ${quoted(key)} is removed`,
    why: "its scopes go, and clients that ask for them get invalid_scope",
  }),
  *changed(before, after, at) {
    const name = `resource server ${quoted(after.key)}`;
    if (!same(before.identifier, after.identifier))
      yield one(at, "identifier", before, after, {
        risk: "breaks",
        what: `${name}: identifier ${shown(after.identifier)} instead of ${shown(before.identifier)}`,
        why: "it is made anew; every scope has another name, and apps and APIs that know the old one are refused",
      });
    if (!same(before.name, after.name) && !(before.name === before.key && after.name === after.key))
      yield one(at, "name", before, after, {
        risk: "notes",
        what: `${name}: name ${shown(after.name)} instead of ${shown(before.name)}`,
        why: "only the console shows it",
      });
    yield* keyed(before.scopes, after.scopes, (scope) => scope.scopeName, [...at, "scopes"], {
      added: (scope) => ({
        risk: "changes",
        what: `${name} has a new scope ${quoted(scope.scopeName)}`,
        why: "clients may be given it",
      }),
      removed: (scope) => ({
        risk: "breaks",
        what: `${name} loses scope ${quoted(scope.scopeName)}`,
        why: "clients that ask for it get invalid_scope, and their next update fails",
      }),
      *changed(was, is, path) {
        if (!same(was.scopeDescription, is.scopeDescription))
          yield {
            risk: "notes",
            what: `${name}: scope ${quoted(is.scopeName)} is described as ${shown(is.scopeDescription)}`,
            why: "only the console shows it",
            at: path,
            before: was.scopeDescription,
            after: is.scopeDescription,
          };
      },
    });
  },
};

const PROVIDER: Meanings<IdentityProviderModel> = {
  added: (provider) => ({
    risk: "changes",
    what: `identity provider ${quoted(provider.providerName)} (${provider.providerType}) is new`,
    why: "clients may let its users sign in",
  }),
  removed: (provider) => ({
    risk: "breaks",
    what: `identity provider ${quoted(provider.providerName)} is removed`,
    why: "users who sign in through it are shut out",
  }),
  *changed(before, after, at) {
    const name = `identity provider ${quoted(after.providerName)}`;
    if (before.providerType !== after.providerType)
      yield one(at, "providerType", before, after, {
        risk: "breaks",
        what: `${name}: type ${after.providerType} instead of ${before.providerType}`,
        why: "it is made anew, and its users become strangers",
      });
    yield* entries(before.providerDetails, after.providerDetails, [...at, "providerDetails"], (key, was, is) => ({
      what: SECRET.test(key) ? `${name}: another ${quoted(key)}` : replaced(`${name}, ${quoted(key)}`, was, is),
      ...(key === "oidc_issuer"
        ? ISSUER
        : { risk: "changes", why: "users reach it another way; check that it still lets them in" }),
    }));
    yield* entries(claims(before), claims(after), [...at, "attributeMapping"], (key, was, is) => ({
      what: replaced(`${name}, claim for ${quoted(key)}`, was, is),
      ...(key === "username"
        ? STRANGERS
        : { risk: "changes", why: "the attribute is filled from another claim at each sign-in" }),
    }));
    if (!same(identifiers(before), identifiers(after)))
      yield one(at, "idpIdentifiers", before, after, {
        risk: "changes",
        what: replaced(`${name}, identifiers`, before.idpIdentifiers, after.idpIdentifiers),
        why: "sign-ins that name another identifier find no provider",
      });
  },
};

const STRANGERS = {
  risk: "breaks",
  why: "users are matched by this claim: each gets a new user profile at the next sign-in, unless the claim has the same value",
} as const;

const ISSUER = {
  risk: "breaks",
  why: "users are matched by subject: if the new issuer gives them other subjects, each gets a new user profile at the next sign-in",
} as const;

/** Which claim is the username where none is mapped. */
const USERNAME: Readonly<Record<ProviderType, string>> = {
  Facebook: "id",
  Google: "sub",
  LoginWithAmazon: "user_id",
  OIDC: "sub",
  SAML: "NameID",
  SignInWithApple: "sub",
};

function claims({ providerType, attributeMapping }: IdentityProviderModel): object {
  return { username: USERNAME[providerType], ...attributeMapping };
}

function identifiers({ idpIdentifiers = [] }: IdentityProviderModel): unknown {
  return Array.isArray(idpIdentifiers) ? idpIdentifiers.map(itemText).sort() : idpIdentifiers;
}

const GROUP: Meanings<GroupModel> = {
  added: ({ name, roleArn }) => ({
    risk: "changes",
    what: `group ${quoted(name)} is new${roleArn === undefined ? "" : `, with role ${shown(roleArn)}`}`,
    why: "users may be put in it; tokens name it",
  }),
  removed: ({ name }) => ({
    risk: "breaks",
    what: `group ${quoted(name)} is removed`,
    why: "its members are in it no longer, and making it again brings none back",
  }),
  *changed(before, after, at) {
    const name = `group ${quoted(after.name)}`;
    if (!same(before.roleArn, after.roleArn))
      yield one(at, "roleArn", before, after, {
        risk: after.roleArn === undefined ? "changes" : "opens",
        what: replaced(`${name}, role`, before.roleArn, after.roleArn),
        why: "its members may take on the role",
      });
    if (before.precedence !== after.precedence)
      yield one(at, "precedence", before, after, {
        risk: "changes",
        what: replaced(`${name}, precedence`, before.precedence, after.precedence),
        why: "whose role a member of several groups gets",
      });
    if (!same(before.description, after.description))
      yield one(at, "description", before, after, {
        risk: "notes",
        what: replaced(`${name}, description`, before.description, after.description),
        why: "only the console shows it",
      });
  },
};

function* domain({ domain: before }: PoolModel, { domain: after }: PoolModel): Iterable<Told> {
  if (before === undefined && after === undefined) return;
  const told = { at: ["domain"], before: before ?? null, after: after ?? null };
  if (before === undefined)
    yield {
      ...told,
      risk: "changes",
      what: `sign-in pages at ${shown(after?.domain)}`,
      why: "the OAuth endpoints are open",
    };
  else if (after === undefined)
    yield {
      ...told,
      risk: "breaks",
      what: `no more sign-in pages at ${shown(before.domain)}`,
      why: "sign-in through the browser and the token endpoint stop",
    };
  else {
    if (!same(before.domain, after.domain))
      yield {
        ...one(["domain"], after.custom ? "customDomain" : "prefix", before, after, {
          risk: "breaks",
          what: `sign-in pages at ${shown(after.domain)} instead of ${shown(before.domain)}`,
          why: "installed apps and identity providers know the old address",
        }),
        before: before.domain,
        after: after.domain,
      };
    if (before.managedLoginVersion !== after.managedLoginVersion)
      yield one(["domain"], "managedLoginVersion", before, after, {
        risk: after.managedLoginVersion === 2 ? "breaks" : "changes",
        what: `sign-in pages of version ${after.managedLoginVersion} instead of ${before.managedLoginVersion}`,
        why:
          after.managedLoginVersion === 2
            ? "a client without a branding style shows no page until it has one"
            : "users see the classic pages",
      });
    if (!same(before.certificateArn, after.certificateArn))
      yield one(["domain"], "certificateArn", before, after, {
        risk: "changes",
        what: replaced("certificate of the sign-in pages", before.certificateArn, after.certificateArn),
        why: "browsers that do not trust it show a warning",
      });
  }
}

/** An item as data for the reviewer: what is secret in it is hidden. */
function withoutSecrets(item: unknown): unknown {
  if (typeof item !== "object" || item === null || Array.isArray(item)) return item;
  return Object.fromEntries(
    Object.entries(item).map(([key, value]) => [key, SECRET.test(key) ? hidden(key, value) : withoutSecrets(value)]),
  );
}

/** The parts that hang on a pool, with open values as their variables. */
function plainly(pool: PoolModel): PoolModel {
  const { domain, resourceServers, identityProviders, groups } = pool;
  const lambdaConfig = pool.pool?.lambdaConfig;
  const plain = effective(
    { domain, resourceServers, identityProviders, groups, lambdaConfig },
    pool.variables,
  ) as PoolModel & {
    lambdaConfig?: object;
  };
  return {
    ...pool,
    ...plain,
    ...(pool.pool && { pool: { ...pool.pool, lambdaConfig: plain.lambdaConfig } }),
  } as PoolModel;
}

function byKey<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T> {
  return new Map(items.map((item) => [keyOf(item), item]));
}
