import { STANDARD_ATTRIBUTES } from "../cognito/attributes";
import type { ClientModel, PoolModel, UserPoolModel } from "../model/model";
import { isOpen, knownItems } from "../model/value";
import { type Deployed, type Leaf, sorted } from "./public-values";

/**
 * The version of the outputs' schema of AWS Amplify: the first one with passwordless sign-in.
 *
 * @see https://docs.amplify.aws/react/reference/amplify_outputs/
 */
export const AMPLIFY_VERSION = "1.4";

/** Amplify's names of social providers; it has none of others. */
const PROVIDERS: Readonly<Record<string, string>> = {
  Google: "GOOGLE",
  Facebook: "FACEBOOK",
  LoginWithAmazon: "LOGIN_WITH_AMAZON",
  SignInWithApple: "SIGN_IN_WITH_APPLE",
};

const MFA: Readonly<Record<string, string>> = { OFF: "NONE", OPTIONAL: "OPTIONAL", ON: "REQUIRED" };

/**
 * A client in the shape of `amplify_outputs.json`, which the libraries of AWS Amplify take as their configuration. What a
 * variable decides of closed sets is left out: those arguments are optional there.
 */
export function amplifyOutputs(
  client: ClientModel,
  pool: PoolModel,
  deployed: Deployed,
  leaf: Leaf = (value) => value,
): object {
  const oauth = oauthOf(client, pool, deployed, leaf);
  return {
    version: AMPLIFY_VERSION,
    auth: {
      aws_region: leaf(deployed.region),
      user_pool_id: leaf(deployed.userPoolId),
      user_pool_client_id: leaf(deployed.clientId),
      ...(oauth && { oauth }),
      ...(pool.pool && userPoolOf(pool.pool)),
      ...(pool.groups.length > 0 && { groups: groupsOf(pool) }),
    },
  };
}

/** Amplify requires at least one address for sign-in and for sign-out there, so a client without both has no `oauth`. */
export function oauthOf(client: ClientModel, pool: PoolModel, { domain }: Deployed, leaf: Leaf): object | undefined {
  const { allowedOauthFlows, callbackUrls, logoutUrls, allowedOauthScopes } = client;
  const grants = knownItems(allowedOauthFlows);
  const has = (list: typeof callbackUrls) => isOpen(list) || list.length > 0;
  const isBrowser = grants.includes("code") || grants.includes("implicit");
  if (domain === undefined || !isBrowser || !has(callbackUrls) || !has(logoutUrls)) return undefined;
  const supported = new Set(knownItems(client.supportedIdentityProviders));
  const providers = pool.identityProviders
    .filter(({ providerName }) => supported.has(providerName))
    .flatMap(({ providerType }) => PROVIDERS[providerType] ?? []);
  return {
    identity_providers: [...new Set(providers)].sort(),
    domain: leaf(domain),
    scopes: sorted(allowedOauthScopes),
    redirect_sign_in_uri: sorted(callbackUrls),
    redirect_sign_out_uri: sorted(logoutUrls),
    response_type: grants.includes("code") ? "code" : "token",
  };
}

function userPoolOf(pool: UserPoolModel): object {
  const { passwordPolicy: policy, usernameAttributes, autoVerifiedAttributes, mfaConfiguration } = pool;
  const required = pool.schema.filter(({ key, required }) => required && Object.hasOwn(STANDARD_ATTRIBUTES, key));
  const mfa = isOpen(mfaConfiguration) ? undefined : MFA[mfaConfiguration];
  const passwordless = passwordlessOf(pool);
  return {
    ...(isClosedPolicy(policy) && {
      password_policy: {
        min_length: policy.minimumLength,
        require_lowercase: policy.requireLowercase,
        require_uppercase: policy.requireUppercase,
        require_numbers: policy.requireNumbers,
        require_symbols: policy.requireSymbols,
      },
    }),
    standard_required_attributes: required.map(({ key }) => key).sort(),
    username_attributes: usernameAttributes.length > 0 ? [...usernameAttributes].sort() : ["username"],
    ...(!isOpen(autoVerifiedAttributes) && { user_verification_types: [...autoVerifiedAttributes].sort() }),
    ...(mfa !== undefined && { mfa_configuration: mfa, mfa_methods: mfa === "NONE" ? [] : mfaMethods(pool) }),
    ...(passwordless && { passwordless }),
  };
}

/** All five are required there. */
function isClosedPolicy(policy: UserPoolModel["passwordPolicy"]): boolean {
  const { minimumLength, requireLowercase, requireUppercase, requireNumbers, requireSymbols } = policy;
  return ![minimumLength, requireLowercase, requireUppercase, requireNumbers, requireSymbols].some(isOpen);
}

function mfaMethods({ smsConfiguration, softwareTokenMfa, emailMfa }: UserPoolModel): string[] {
  return [...(smsConfiguration ? ["SMS"] : []), ...(softwareTokenMfa ? ["TOTP"] : []), ...(emailMfa ? ["EMAIL"] : [])];
}

function passwordlessOf({ allowedFirstAuthFactors, webAuthn }: UserPoolModel): object | undefined {
  const factors = knownItems(allowedFirstAuthFactors);
  const has = (factor: string) => factors.includes(factor);
  if (!["EMAIL_OTP", "SMS_OTP", "WEB_AUTHN"].some(has)) return undefined;
  const { relyingPartyId, userVerification = "preferred" } = webAuthn ?? {};
  const passkeys = has("WEB_AUTHN") && relyingPartyId !== undefined && !isOpen(userVerification);
  return {
    email_otp_enabled: has("EMAIL_OTP"),
    sms_otp_enabled: has("SMS_OTP"),
    ...(passkeys && { web_authn: { relying_party_id: relyingPartyId, user_verification: userVerification } }),
  };
}

function groupsOf({ groups }: PoolModel): object[] {
  return groups.map(({ name, precedence }) => ({ [name]: precedence === undefined ? {} : { precedence } }));
}
