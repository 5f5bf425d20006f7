/** A place in the JSON body of a request: keys from the root. */
export type Place = readonly string[];

/** What an operation of the Cognito API needs from a client with a secret. */
export type Proof =
  /** Base64 of the HMAC-SHA256 of user name and client id, at `hash`; the user name is at `username`. */
  | { readonly kind: "hash"; readonly username: Place; readonly hash: Place }
  /** The secret itself, at `secret`. */
  | { readonly kind: "secret"; readonly secret: Place };

const user = (name: string): Proof => ({ kind: "hash", username: ["Username"], hash: [name] });

/**
 * The operations of the Cognito API that an app can call without AWS credentials and that name a client, and the proof
 * that each needs. The user name in the response to a challenge is the pool's own name for the user, never an alias.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html#cognito-user-pools-computing-secret-hash
 */
export const OPERATIONS = {
  SignUp: user("SecretHash"),
  ConfirmSignUp: user("SecretHash"),
  ResendConfirmationCode: user("SecretHash"),
  ForgotPassword: user("SecretHash"),
  ConfirmForgotPassword: user("SecretHash"),
  InitiateAuth: { kind: "hash", username: ["AuthParameters", "USERNAME"], hash: ["AuthParameters", "SECRET_HASH"] },
  RespondToAuthChallenge: {
    kind: "hash",
    username: ["ChallengeResponses", "USERNAME"],
    hash: ["ChallengeResponses", "SECRET_HASH"],
  },
  GetTokensFromRefreshToken: { kind: "secret", secret: ["ClientSecret"] },
  RevokeToken: { kind: "secret", secret: ["ClientSecret"] },
} as const satisfies Readonly<Record<string, Proof>>;

export type Operation = keyof typeof OPERATIONS;

export const OPERATION_NAMES = Object.keys(OPERATIONS) as Operation[];

export function isOperation(name: string): name is Operation {
  return Object.hasOwn(OPERATIONS, name);
}

/**
 * The operations that name no client: what one of these keys holds authorizes them. They are forwarded as they are, so
 * that an app needs one endpoint only. Every operation that is not in one of the two tables is refused.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-public-server-side.html
 */
export const TOKEN_OPERATIONS: Readonly<Record<string, readonly string[]>> = {
  AssociateSoftwareToken: ["AccessToken", "Session"],
  VerifySoftwareToken: ["AccessToken", "Session"],
  ...Object.fromEntries(
    [
      "ChangePassword",
      "CompleteWebAuthnRegistration",
      "ConfirmDevice",
      "DeleteUser",
      "DeleteUserAttributes",
      "DeleteWebAuthnCredential",
      "ForgetDevice",
      "GetDevice",
      "GetUser",
      "GetUserAttributeVerificationCode",
      "GetUserAuthFactors",
      "GlobalSignOut",
      "ListDevices",
      "ListWebAuthnCredentials",
      "SetUserMFAPreference",
      "SetUserSettings",
      "StartWebAuthnRegistration",
      "UpdateDeviceStatus",
      "UpdateUserAttributes",
      "VerifyUserAttribute",
    ].map((name) => [name, ["AccessToken"]]),
  ),
};

/** The flows of InitiateAuth that refresh tokens: such a request does not carry the user name that a hash needs. */
export const REFRESH_FLOWS: readonly unknown[] = ["REFRESH_TOKEN_AUTH", "REFRESH_TOKEN"];
