import type { ClientModel, PoolModel } from "../model/model";
import { isProxied } from "../model/trust";
import { isClosed, isOpen, knownItems } from "../model/value";
import { count, quoted } from "../text/quoted";
import { getScope, read, refresh, signInByApi, signInByPages, signUp, write } from "./actions";
import { type Answer, every, fact, no, ofCognito, yes } from "./answer";
import { has, itemsOf, stated, subjectOf } from "./facts";

/** One thing that is said of a leak, and whether it is so. */
export interface Consequence {
  /** Lower case, no full stop. */
  readonly says: string;
  readonly answer: Answer;
}

/** What a leak allows, for how long, and whether revocation helps. */
export interface Leak {
  readonly allows: readonly Consequence[];
  readonly lasts: readonly Consequence[];
  readonly revocation: Consequence;
}

export interface Leaked extends Leak {
  readonly pool: PoolModel;
  readonly client: ClientModel;
}

/** What can leak, by the word of the command line. */
export const LEAKS = {
  secret: leakedSecret,
  "refresh-token": leakedRefreshToken,
} as const satisfies Readonly<Record<string, (client: ClientModel, pool: PoolModel) => Leak>>;

export type LeakedThing = keyof typeof LEAKS;

/** What a leak of the clients with a key means, in each stack. */
export function leaked(pools: readonly PoolModel[], thing: LeakedThing, key: string): Leaked[] {
  return pools.flatMap((pool) =>
    pool.clients
      .filter((client) => client.key === key)
      .map((client) => ({ pool, client, ...LEAKS[thing](client, pool) })),
  );
}

/**
 * What whoever has the client secret can do.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html
 */
function leakedSecret(client: ClientModel, pool: PoolModel): Leak {
  const hasSecret = stated(
    client.generateSecret,
    "the client has a secret",
    "the client has no secret",
    client,
    "platform",
  );
  const grants = has(client, "allowedOauthFlows", ["client_credentials"]);
  const withSecret = (...answers: readonly Answer[]) => following(hasSecret, ...answers);
  const proxied = isProxied(client)
    ? yes(fact("only the SECRET_HASH proxy has the secret", client.source, "secretHashProxy"))
    : no(fact("the client is not behind a SECRET_HASH proxy", client.source, "platform"));
  const access = lifetime(client, "accessToken");
  const allows = [
    {
      says: `get access tokens of the client itself with ${scopesOf(client)}`,
      answer: withSecret(grants, anyScope(client)),
    },
    {
      says: "try user names and passwords of users by the API, as the client",
      answer: withSecret(signInByApi(client, pool)),
    },
    { says: "sign users up by the API", answer: withSecret(signUp(client, pool)) },
    {
      says: "exchange an authorization code that leaks as well",
      answer: withSecret(has(client, "allowedOauthFlows", ["code"]), signInByPages(client, pool)),
    },
    { says: "use a refresh token that leaks as well", answer: withSecret(refresh(client, pool)) },
    { says: "call Cognito past the proxy, its operations and its web ACL", answer: withSecret(proxied) },
  ];
  return {
    allows,
    lasts: [
      {
        says: "until the client has another secret: a secret does not expire",
        answer: withSecret(ofGenerations(client)),
      },
      { says: `each access token, ${access.says}`, answer: withSecret(grants, access.answer) },
    ],
    revocation: {
      says: "revocation ends refresh tokens and the sessions behind them, not the secret: rotate it by generations, or replace the client",
      answer: withSecret(
        no(ofCognito("there is no refresh token of client_credentials, and a revoked one does not change the secret")),
      ),
    },
  };
}

/**
 * What whoever has a refresh token of a user can do.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html
 */
function leakedRefreshToken(client: ClientModel, pool: PoolModel): Leak {
  const renews = refresh(client, pool);
  const secret = secretNeeded(client);
  const access = lifetime(client, "accessToken");
  const whole = lifetime(client, "refreshToken");
  const ofUser = (...answers: readonly Answer[]) => following(renews, ...answers);
  const admin = getScope(client, pool, "aws.cognito.signin.user.admin");
  const attributes = [...new Set([...itemsOf(client, "readAttributes"), ...itemsOf(client, "writeAttributes")])];
  const able = (can: typeof read) => attributes.filter((attribute) => can(client, pool, attribute).is === true);
  const [readable, writable] = [able(read), able(write)];
  return {
    allows: [
      { says: `get access tokens and ID tokens of the user${secret.says}`, answer: every(renews, secret.answer) },
      {
        says: `read ${count(readable.length, "attribute")} of the user`,
        answer: ofUser(
          readable.length > 0
            ? yes(
                fact(
                  `${subjectOf(client, "readAttributes")} has ${readable.map((each) => quoted(each)).join(", ")}`,
                  client.source,
                  "readAttributes",
                ),
              )
            : no(fact("the user can read no attribute", client.source, "readAttributes")),
        ),
      },
      {
        says: `change ${count(writable.length, "attribute")} of the user`,
        answer: ofUser(
          admin,
          writable.length > 0
            ? yes(
                fact(
                  `${subjectOf(client, "writeAttributes")} has ${writable.map((each) => quoted(each)).join(", ")}`,
                  client.source,
                  "writeAttributes",
                ),
              )
            : no(fact("the user can write no attribute", client.source, "writeAttributes")),
        ),
      },
    ],
    lasts: [
      { says: `the refresh token, ${whole.says} from the sign-in`, answer: ofUser(whole.answer) },
      { says: rotationOf(client), answer: ofUser(rotates(client)) },
      { says: `each access token, ${access.says}`, answer: ofUser(access.answer) },
    ],
    revocation: revocationOf(client, renews, access.says),
  };
}

function revocationOf(client: ClientModel, renews: Answer, access: string): Consequence {
  const on = stated(
    client.enableTokenRevocation,
    "tokens can be revoked",
    "tokens cannot be revoked",
    client,
    "enableTokenRevocation",
  );
  return client.enableTokenRevocation
    ? {
        says: `RevokeToken ends the refresh token, and the access tokens that came from it where Cognito itself is asked; who verifies them alone accepts them for ${access}`,
        answer: following(renews, on),
      }
    : {
        says: "RevokeToken is refused; GlobalSignOut, or AdminUserGlobalSignOut, ends every session of the user",
        answer: following(renews, on),
      };
}

/** What is so if the first is: of which the facts are said once, where it is. */
function following(first: Answer, ...answers: readonly Answer[]): Answer {
  return first.is === true ? every(...answers) : every(first, ...answers);
}

/** Whether the secret is needed beside a refresh token: whoever asks the proxy needs none. */
function secretNeeded(client: ClientModel): Consequence {
  if (!client.generateSecret)
    return {
      says: "",
      answer: yes(fact("the client has no secret, so the refresh token is enough", client.source, "platform")),
    };
  return isProxied(client)
    ? {
        says: " through the proxy, which adds the secret",
        answer: yes(fact("the SECRET_HASH proxy signs for whoever calls it", client.source, "secretHashProxy")),
      }
    : {
        says: ", with the client secret as well",
        answer: yes(
          fact("the client has a secret, without which a refresh token is refused", client.source, "platform"),
        ),
      };
}

function rotates(client: ClientModel): Answer {
  return stated(
    client.refreshTokenRotation.feature === "ENABLED",
    "refresh tokens rotate",
    "refresh tokens do not rotate",
    client,
    "refreshTokenRotation",
  );
}

function rotationOf({ refreshTokenRotation: { retryGracePeriodSeconds: grace } }: ClientModel): string {
  const after = isOpen(grace) ? `the seconds of variable ${grace.variable}` : count(grace, "second");
  return `once used, it is refused after ${after}, and the token that follows it lives no longer than it would have`;
}

function ofGenerations(client: ClientModel): Answer {
  return client.generations.length > 1
    ? yes(fact("generations are two app clients, each with a secret of its own", client.source, "generations"))
    : yes(fact("the client has one generation", client.source, "generations"));
}

function anyScope(client: ClientModel): Answer {
  const { allowedOauthScopes: scopes } = client;
  const listed = (says: string) => fact(says, client.source, "allowedOauthScopes");
  if (!isClosed(scopes)) return { is: undefined, because: [listed("a variable decides the scopes")] };
  return scopes.length > 0
    ? yes(listed(`allowedOauthScopes has ${scopesOf(client)}`))
    : no(listed("there is no scope"));
}

function scopesOf({ allowedOauthScopes }: ClientModel): string {
  const scopes = knownItems(allowedOauthScopes).map((each) => quoted(each));
  return scopes.length > 0 ? scopes.join(", ") : "its scopes";
}

/** How long a token works, in words, and where the config says so. */
function lifetime(client: ClientModel, token: keyof ClientModel["tokenValidityUnits"]): Consequence {
  const field = `${token}Validity` as const;
  const value = client[field];
  const unit = client.tokenValidityUnits[token];
  const says = isOpen(value) ? `the ${unit} that variable ${value.variable} says` : count(value, unit.slice(0, -1));
  return { says, answer: yes(fact(`${field} is ${says}`, client.source, field)) };
}
