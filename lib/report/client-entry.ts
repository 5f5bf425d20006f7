import { COGNITO_PROVIDER } from "../cognito/values";
import type { ClientModel, PoolModel } from "../model/model";
import { originOf } from "../model/source";
import { isConfidential, isProxied } from "../model/trust";
import { knownItems } from "../model/value";
import { refresh, signIn, signInByApi, signInByPages, write } from "../questions/actions";
import { itemsOf } from "../questions/facts";
import type { ClientEntry } from "./estate";
import { type Places, wordOf } from "./places";
import { riskResponses } from "./risk-responses";
import type { Values } from "./shown";

/** What the report says of a client in one environment. */
export function clientEntry(client: ClientModel, pool: PoolModel, values: Values, places: Places): ClientEntry {
  const { tokenValidityUnits: units, refreshTokenRotation: rotation } = client;
  const refreshes = refresh(client, pool);
  return {
    client: client.key,
    name: values.text(client.name),
    platform: client.platform,
    type: isProxied(client) ? "proxied" : isConfidential(client) ? "confidential" : "public",
    place: places.of({ value: undefined, path: originOf(client.source, ["platform"]).path.slice(0, -1) }, []),
    signIn: signInOf(client, pool, places),
    refresh: { answer: wordOf(refreshes), because: places.facts(refreshes) },
    authFlows: values.list(client.explicitAuthFlows),
    lifetimes: {
      accessToken: values.seconds(client.accessTokenValidity, units.accessToken),
      idToken: values.seconds(client.idTokenValidity, units.idToken),
      refreshToken: values.seconds(client.refreshTokenValidity, units.refreshToken),
      authSession: values.seconds(client.authSessionValidity, "minutes"),
    },
    rotation:
      rotation.feature === "ENABLED"
        ? { graceSeconds: values.seconds(rotation.retryGracePeriodSeconds, "seconds") }
        : null,
    revocation: client.enableTokenRevocation,
    hidesUsers: values.text(client.preventUserExistenceErrors),
    oauth: {
      grants: values.list(client.allowedOauthFlows),
      scopes: values.list(client.allowedOauthScopes),
      callbackUrls: values.list(client.callbackUrls),
      logoutUrls: values.list(client.logoutUrls),
      defaultRedirectUri: client.defaultRedirectUri === undefined ? null : values.text(client.defaultRedirectUri),
    },
    readAttributes: values.list(client.readAttributes),
    writeAttributes: values.list(client.writeAttributes),
    writesPrivileged: writesPrivileged(client, pool),
    generations: client.generations,
    currentGeneration: client.current,
    deliveries: deliveriesOf(client, values),
    publishedAt: client.publish?.ssm ?? null,
    proxy: proxyOf(client, values),
    look: lookOf(client, pool),
    riskResponses: riskResponses(client.threatProtection ?? pool.threatProtection, values),
    acknowledged: client.acknowledge,
  };
}

function signInOf(client: ClientModel, pool: PoolModel, places: Places): ClientEntry["signIn"] {
  const answer = signIn(client, pool);
  const providers = new Set([
    COGNITO_PROVIDER,
    ...pool.identityProviders.map(({ providerName }) => providerName),
    ...knownItems(client.supportedIdentityProviders),
  ]);
  return {
    answer: wordOf(answer),
    api: wordOf(signInByApi(client, pool)),
    pages: wordOf(signInByPages(client, pool)),
    providers: Object.fromEntries([...providers].map((name) => [name, wordOf(signIn(client, pool, name))])),
    because: places.facts(answer),
  };
}

function deliveriesOf({ deliver }: ClientModel, values: Values): ClientEntry["deliveries"] {
  return {
    ...(deliver?.secretsManager && { "Secrets Manager": values.text(deliver.secretsManager.name) }),
    ...(deliver?.ssm && { "Parameter Store": values.text(deliver.ssm.prefix) }),
  };
}

function proxyOf({ secretHashProxy: proxy }: ClientModel, values: Values): ClientEntry["proxy"] {
  if (proxy === undefined) return null;
  return {
    domain: proxy.domain === undefined ? null : values.text(proxy.domain),
    webAcl: proxy.webAclArn === undefined ? null : values.text(proxy.webAclArn),
    operations: proxy.operations ?? null,
  };
}

function lookOf(client: ClientModel, pool: PoolModel): ClientEntry["look"] {
  if (client.branding) return "own style";
  if (client.uiCustomization) return "own customization";
  return pool.uiCustomization ? "customization of the pool" : "default";
}

/** Without what a client lacks the permission for. */
function writesPrivileged(client: ClientModel, pool: PoolModel): ClientEntry["writesPrivileged"] {
  const allowed = new Set(itemsOf(client, "writeAttributes"));
  const privileged = (pool.pool?.schema ?? []).filter(({ authority, key }) => authority && allowed.has(key));
  return Object.fromEntries(privileged.map(({ key }) => [key, wordOf(write(client, pool, key))]));
}
