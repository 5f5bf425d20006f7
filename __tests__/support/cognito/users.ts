import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../repository";
import { checkRequest } from "./api-model";
import type { Operation, Pools, StoredPool } from "./pools";
import { type Fields, invalid, Refusal } from "./refusal";
import { SrpServer } from "./srp";

/** What AWS's model says of the operations that an app calls without credentials. */
export const USER_API: { readonly unauthenticated: readonly string[]; readonly operations: never } = JSON.parse(
  readFileSync(join(ROOT, "__tests__", "data", "user-api-model.json"), "utf8"),
);

interface User {
  /** The pool's own name for the user, which an alias leads to. */
  readonly name: string;
  readonly email: string;
  password: string;
  isConfirmed: boolean;
  hasMfa: boolean;
}

interface Session {
  readonly pool: StoredPool;
  readonly user: User;
  readonly challenge: string;
  readonly srp?: SrpServer;
  readonly a?: string;
  readonly block?: string;
}

/** Every code that is sent. */
export const CODE = "123456";

/**
 * Users who sign up, sign in and sign out. As AWS does, it demands of a client with a secret the SECRET_HASH of the name
 * in the request, computed here a second time, or the secret itself, and holds requests against AWS's model.
 */
export function userOperations(pools: Pools): Readonly<Record<string, Operation>> {
  const users = new Map<string, User[]>();
  const sessions = new Map<string, Session>();
  const tokens = new Map<string, { readonly user: User; readonly clientId: string }>();

  const clientOf = (request: Fields) => {
    const pool = pools.ofClient(request.ClientId);
    return { pool, client: pool.attached.get(`CLIENT ${request.ClientId}`) as Fields };
  };
  const checkHash = (request: Fields, username: unknown, hash: unknown) => {
    const { pool, client } = clientOf(request);
    if (client.ClientSecret === undefined) return pool;
    const name = `${username}${client.ClientId}`;
    if (hash === undefined)
      throw new Refusal(
        "NotAuthorizedException",
        `Client ${client.ClientId} is configured with secret but SECRET_HASH was not received`,
      );
    if (hash !== createHmac("sha256", String(client.ClientSecret)).update(name).digest("base64"))
      throw new Refusal("NotAuthorizedException", `Unable to verify secret hash for client ${client.ClientId}`);
    return pool;
  };
  const checkSecret = (request: Fields) => {
    const { client } = clientOf(request);
    if (client.ClientSecret !== undefined && client.ClientSecret !== request.ClientSecret)
      throw new Refusal("NotAuthorizedException", `Unable to verify secret for client ${client.ClientId}`);
  };
  const userOf = ({ id }: StoredPool, name: unknown) => {
    const user = users.get(id)?.find((each) => each.name === name || each.email === name);
    if (user === undefined) throw new Refusal("UserNotFoundException", "User does not exist.");
    return user;
  };
  const checkCode = (code: unknown) => {
    if (code !== CODE) throw new Refusal("CodeMismatchException", "Invalid verification code provided.");
  };
  const signedIn = (user: User, clientId: unknown, refresh = token()): Fields => {
    const access = token();
    for (const each of [access, refresh]) tokens.set(each, { user, clientId: String(clientId) });
    const result = { AccessToken: access, IdToken: token(), ExpiresIn: 3600, TokenType: "Bearer" };
    return { ChallengeParameters: {}, AuthenticationResult: { ...result, RefreshToken: refresh } };
  };
  const challenged = (session: Session, parameters: Fields): Fields => {
    const Session = token();
    sessions.set(Session, session);
    return { ChallengeName: session.challenge, Session, ChallengeParameters: parameters };
  };
  const withPassword = (pool: StoredPool, user: User, clientId: unknown) => {
    if (!user.isConfirmed) throw new Refusal("UserNotConfirmedException", "User is not confirmed.");
    if (!user.hasMfa) return signedIn(user, clientId);
    return challenged({ pool, user, challenge: "SOFTWARE_TOKEN_MFA" }, { USER_ID_FOR_SRP: user.name });
  };
  const refreshed = (refresh: unknown, clientId: unknown) => {
    const known = tokens.get(String(refresh));
    if (known?.clientId !== clientId) throw new Refusal("NotAuthorizedException", "Invalid Refresh Token");
    const { AuthenticationResult } = signedIn((known as { user: User }).user, clientId) as {
      AuthenticationResult: Fields;
    };
    const { RefreshToken: _, ...result } = AuthenticationResult;
    return { AuthenticationResult: result };
  };
  const authorized = (access: unknown) => {
    const known = tokens.get(String(access));
    if (known === undefined) throw new Refusal("NotAuthorizedException", "Access Token has been revoked");
    return known.user;
  };

  const operations: Readonly<Record<string, Operation>> = {
    SignUp: (request) => {
      const { id } = checkHash(request, request.Username, request.SecretHash);
      const user = {
        name: randomUUID(),
        email: String(request.Username),
        password: String(request.Password),
        isConfirmed: false,
        hasMfa: false,
      };
      users.set(id, [...(users.get(id) ?? []), user]);
      return { UserConfirmed: false, UserSub: user.name };
    },
    ConfirmSignUp: (request) => {
      const pool = checkHash(request, request.Username, request.SecretHash);
      checkCode(request.ConfirmationCode);
      userOf(pool, request.Username).isConfirmed = true;
      return {};
    },
    ResendConfirmationCode: (request) => {
      userOf(checkHash(request, request.Username, request.SecretHash), request.Username);
      return { CodeDeliveryDetails: { DeliveryMedium: "EMAIL" } };
    },
    ForgotPassword: (request) => {
      userOf(checkHash(request, request.Username, request.SecretHash), request.Username);
      return { CodeDeliveryDetails: { DeliveryMedium: "EMAIL" } };
    },
    ConfirmForgotPassword: (request) => {
      const pool = checkHash(request, request.Username, request.SecretHash);
      checkCode(request.ConfirmationCode);
      userOf(pool, request.Username).password = String(request.Password);
      return {};
    },
    InitiateAuth: (request) => {
      const { ClientId, AuthFlow, AuthParameters = {} } = request as { AuthParameters?: Fields } & Fields;
      const { USERNAME, PASSWORD, SRP_A, REFRESH_TOKEN, SECRET_HASH } = AuthParameters;
      if (AuthFlow === "REFRESH_TOKEN_AUTH") {
        const known = tokens.get(String(REFRESH_TOKEN));
        checkHash(request, known?.user.name, SECRET_HASH);
        return refreshed(REFRESH_TOKEN, ClientId);
      }
      const pool = checkHash(request, USERNAME, SECRET_HASH);
      const user = userOf(pool, USERNAME);
      if (AuthFlow === "USER_PASSWORD_AUTH") {
        if (PASSWORD !== user.password) throw WRONG_PASSWORD;
        return withPassword(pool, user, ClientId);
      }
      if (AuthFlow !== "USER_SRP_AUTH") invalid(`flow ${AuthFlow} is not here`);
      const srp = new SrpServer({ pool: poolName(pool), user: user.name, password: user.password });
      const block = randomBytes(32).toString("base64");
      return challenged(
        { pool, user, challenge: "PASSWORD_VERIFIER", srp, a: String(SRP_A), block },
        { SALT: srp.salt, SRP_B: srp.publicKey, SECRET_BLOCK: block, USERNAME: user.name, USER_ID_FOR_SRP: user.name },
      );
    },
    RespondToAuthChallenge: (request) => {
      const { ClientId, ChallengeName, ChallengeResponses = {} } = request as { ChallengeResponses?: Fields } & Fields;
      const { USERNAME, SECRET_HASH, SOFTWARE_TOKEN_MFA_CODE, PASSWORD_CLAIM_SIGNATURE, TIMESTAMP } =
        ChallengeResponses;
      const session = sessions.get(String(request.Session));
      // the pool's own name for the user, whatever name the response has
      checkHash(request, session?.user.name ?? USERNAME, SECRET_HASH);
      if (session === undefined || session.challenge !== ChallengeName || session.user.name !== USERNAME)
        throw new Refusal("NotAuthorizedException", "Invalid session for the user.");
      sessions.delete(String(request.Session));
      const { pool, user, srp, a = "", block = "" } = session;
      if (ChallengeName === "SOFTWARE_TOKEN_MFA") {
        checkCode(SOFTWARE_TOKEN_MFA_CODE);
        return signedIn(user, ClientId);
      }
      if (srp?.signature(a, { block, time: String(TIMESTAMP) }) !== PASSWORD_CLAIM_SIGNATURE) throw WRONG_PASSWORD;
      return withPassword(pool, user, ClientId);
    },
    GetTokensFromRefreshToken: (request) => {
      checkSecret(request);
      return refreshed(request.RefreshToken, request.ClientId);
    },
    RevokeToken: (request) => {
      checkSecret(request);
      tokens.delete(String(request.Token));
      return {};
    },
    GlobalSignOut: ({ AccessToken }) => {
      const user = authorized(AccessToken);
      for (const [each, known] of tokens) if (known.user === user) tokens.delete(each);
      return {};
    },
    GetUser: ({ AccessToken }) => ({ Username: authorized(AccessToken).name, UserAttributes: [] }),
    SetUserMFAPreference: ({ AccessToken }) => {
      authorized(AccessToken).hasMfa = true;
      return {};
    },
  };
  return Object.fromEntries(
    Object.entries(operations).map(([name, answer]) => [
      name,
      (request: Fields) => {
        checkRequest(name, request, USER_API.operations);
        return answer(request);
      },
    ]),
  );
}

const WRONG_PASSWORD = new Refusal("NotAuthorizedException", "Incorrect username or password.");

/** The part of a pool's id that its secure sign-in uses. */
export function poolName({ id }: Pick<StoredPool, "id">): string {
  return id.split("_")[1] ?? id;
}

function token(): string {
  return `eyJ${randomBytes(30).toString("hex")}.${randomBytes(8).toString("hex")}.${randomBytes(8).toString("hex")}`;
}
