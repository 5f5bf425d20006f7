import { COGNITO_PROVIDER } from "../cognito/values";
import type { ClientModel, IdentityProviderModel, PoolModel } from "../model/model";
import { isConfidential } from "../model/trust";
import { quoted } from "../text/quoted";
import { type Answer, every, fact, no, ofCognito, some, yes } from "./answer";
import { has, isFilled, stated } from "./facts";

/** The scope with which users read and change their own attributes. */
const ADMIN = "aws.cognito.signin.user.admin";

/** Flows of the API by which a person signs in. */
const SIGN_IN_FLOWS = [
  "ALLOW_USER_SRP_AUTH",
  "ALLOW_USER_PASSWORD_AUTH",
  "ALLOW_USER_AUTH",
  "ALLOW_ADMIN_USER_PASSWORD_AUTH",
  "ADMIN_NO_SRP_AUTH",
  "USER_PASSWORD_AUTH",
];

const CUSTOM_FLOWS = ["ALLOW_CUSTOM_AUTH", "CUSTOM_AUTH_FLOW_ONLY"];
const CHALLENGES = ["defineAuthChallenge", "createAuthChallenge", "verifyAuthChallengeResponse"] as const;

/**
 * Whether a person can sign in through the client, with a provider or with any.
 *
 * The API signs in users of the pool whatever `supportedIdentityProviders` says: it applies to the hosted pages alone.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
 */
export function signIn(client: ClientModel, pool: PoolModel, provider?: string): Answer {
  if (provider === undefined) return some(signInByApi(client, pool), signInByPages(client, pool));
  if (provider === COGNITO_PROVIDER)
    return some(signInByApi(client, pool), every(signInByPages(client, pool), supports(client, provider)));
  return every(signInByPages(client, pool), supports(client, provider), exists(pool, provider));
}

/** Whether a client that has a refresh token gets new tokens for it. */
export function refresh(client: ClientModel, pool: PoolModel): Answer {
  const { feature } = client.refreshTokenRotation;
  const renews = some(
    has(client, "explicitAuthFlows", ["ALLOW_REFRESH_TOKEN_AUTH"]),
    stated(
      feature === "ENABLED",
      "refresh tokens rotate",
      "refresh tokens do not rotate",
      client,
      "refreshTokenRotation",
    ),
  );
  return every(
    some(signInByApi(client, pool), every(has(client, "allowedOauthFlows", ["code"]), signInByPages(client, pool))),
    renews,
  );
}

/** Whether an access token of the client can have a scope. */
export function getScope(client: ClientModel, pool: PoolModel, scope: string): Answer {
  const byOauth = every(
    some(signInByPages(client, pool), has(client, "allowedOauthFlows", ["client_credentials"])),
    has(client, "allowedOauthScopes", [scope]),
  );
  return scope === ADMIN ? some(adminByApi(client, pool), byOauth) : byOauth;
}

/** Whether somebody who signs in through the client reads an attribute of the own account: in the ID token, or by GetUser. */
export function read(client: ClientModel, pool: PoolModel, attribute: string): Answer {
  const byToken = every(signInByPages(client, pool), has(client, "allowedOauthScopes", ["openid", ADMIN]));
  return every(has(client, "readAttributes", [attribute]), some(signInByApi(client, pool), byToken));
}

/**
 * Whether an attribute is written through the client: by users themselves, at sign-up or afterwards with the scope
 * aws.cognito.signin.user.admin, or by an identity provider at each sign-in.
 */
export function write(client: ClientModel, pool: PoolModel, attribute: string): Answer {
  const isAllowed = has(client, "writeAttributes", [attribute]);
  return every(
    isAllowed,
    some(
      signUp(client, pool),
      every(getScope(client, pool, ADMIN), isMutable(pool, attribute)),
      ...pool.identityProviders.map((each) => mapped(client, pool, each, attribute)),
    ),
  );
}

/** Whether users sign up through the API with the client; anyone can with the id of a public client. */
export function signUp(client: ClientModel, pool: PoolModel): Answer {
  const open = pool.pool?.adminCreateUserOnly;
  if (open === undefined)
    return { is: undefined, because: [ofCognito("whether users can sign up is managed elsewhere")] };
  const isMachine = has(client, "allowedOauthFlows", ["client_credentials"]);
  return every(
    stated(!open, "users sign up themselves", "only administrators create users", pool, "adminCreateUserOnly"),
    isMachine.is === true ? no(...isMachine.because) : yes(...trust(client).because),
  );
}

/** Who can call the API as the client. */
function trust(client: ClientModel): Answer {
  return yes(
    isConfidential(client)
      ? fact("whoever has the client secret can call the API as this client", client.source, "platform")
      : fact("anyone who knows the client id can call the API as this client", client.source, "platform"),
  );
}

/** Whether users of the pool can sign in through the client by a flow of the API. */
export const signInByApi = once((client, pool) =>
  some(
    has(client, "explicitAuthFlows", SIGN_IN_FLOWS),
    every(has(client, "explicitAuthFlows", CUSTOM_FLOWS), hasChallenges(pool)),
  ),
);

/** Custom authentication runs three functions of the pool. */
function hasChallenges(pool: PoolModel): Answer {
  if (pool.pool === undefined)
    return { is: undefined, because: [ofCognito("the triggers of the pool are managed elsewhere")] };
  const missing = CHALLENGES.filter((trigger) => pool.pool?.lambdaConfig?.[trigger] === undefined);
  return stated(
    missing.length === 0,
    "the pool has the triggers of custom authentication",
    `custom authentication needs the triggers ${missing.join(", ")}`,
    pool,
    "lambdaConfig",
  );
}

/** Tokens of the API always have the scope. */
function adminByApi(client: ClientModel, pool: PoolModel): Answer {
  const signsIn = signInByApi(client, pool);
  return signsIn.is === true
    ? yes(...signsIn.because, ofCognito(`access tokens of the API have the scope ${ADMIN}`))
    : signsIn;
}

/** Whether people can sign in through the client by the hosted pages, or the OAuth endpoints behind them. */
export const signInByPages = once((client, pool) =>
  every(
    has(client, "allowedOauthFlows", ["code", "implicit"]),
    isFilled(client, "callbackUrls"),
    isFilled(client, "supportedIdentityProviders"),
    hasDomain(pool),
  ),
);

/** An answer that others rest on, found once for each client of a pool: models do not change. */
function once(find: (client: ClientModel, pool: PoolModel) => Answer): typeof find {
  const found = new WeakMap<ClientModel, { readonly pool: PoolModel; readonly answer: Answer }>();
  return (client, pool) => {
    const known = found.get(client);
    if (known?.pool === pool) return known.answer;
    const answer = find(client, pool);
    found.set(client, { pool, answer });
    return answer;
  };
}

function hasDomain(pool: PoolModel): Answer {
  const { domain, additionalDomain, existing } = pool;
  if (existing !== undefined)
    return { is: undefined, because: [ofCognito("the domain of the pool is managed elsewhere")] };
  const key = domain ? "domain" : "additionalDomain";
  return stated(
    (domain ?? additionalDomain) !== undefined,
    "the pool has a domain",
    "the pool has no domain",
    pool,
    key,
  );
}

function supports(client: ClientModel, provider: string): Answer {
  return has(client, "supportedIdentityProviders", [provider]);
}

function exists(pool: PoolModel, provider: string): Answer {
  if (pool.existing !== undefined)
    return { is: undefined, because: [ofCognito("the identity providers of the pool are managed elsewhere")] };
  const found = pool.identityProviders.some(({ providerName }) => providerName === provider);
  return stated(
    found,
    `the pool has the identity provider ${quoted(provider)}`,
    `the pool has no identity provider ${quoted(provider)}`,
    pool,
    "identityProviders",
    provider,
  );
}

/** An identity provider writes what it maps, at each sign-in, as far as the client may. */
function mapped(client: ClientModel, pool: PoolModel, provider: IdentityProviderModel, attribute: string): Answer {
  const name = provider.providerName;
  const claim = provider.attributeMapping[attribute];
  return every(
    stated(
      claim !== undefined,
      `${name} writes ${quoted(attribute)} at each sign-in`,
      `${name} does not map ${quoted(attribute)}`,
      pool,
      "identityProviders",
      name,
      "attributeMapping",
    ),
    signIn(client, pool, name),
  );
}

function isMutable(pool: PoolModel, attribute: string): Answer {
  const declared = pool.pool?.schema.find(({ key }) => key === attribute);
  return declared === undefined
    ? yes()
    : stated(
        declared.mutable,
        `${quoted(attribute)} can change after sign-up`,
        `${quoted(attribute)} never changes after sign-up`,
        pool,
        "attributes",
        attribute,
      );
}
