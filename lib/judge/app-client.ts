import { CLIENT_ARGUMENTS } from "../cognito/app-client";
import type { TimeUnit } from "../cognito/values";
import { filled, type Values } from "./values";

const FACTS = CLIENT_ARGUMENTS;

/** How durations are written, by the unit in Terraform. */
const UNITS: Readonly<Record<TimeUnit, string>> = { seconds: "s", minutes: "m", hours: "h", days: "d" };

/** What AWS allows a client without flows, but for custom authentication, which needs triggers as well. */
const DEFAULT_AUTH_FLOWS = ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"];

/**
 * The client of a config that says what is planned of an app client; AWS's defaults where nothing is.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
 */
export function clientConfig(values: Values): Readonly<Record<string, unknown>> {
  const analytics = FACTS.analyticsConfiguration.arguments;
  return {
    platform: "other",
    name: values.text(FACTS.name.terraform),
    generateSecret: values.fixed(FACTS.generateSecret.terraform),
    accessTokenValidity: lifetime(values, "accessToken", "hours"),
    idTokenValidity: lifetime(values, "idToken", "hours"),
    refreshTokenValidity: lifetime(values, "refreshToken", "days"),
    authSessionValidity: duration(values.fixed(FACTS.authSessionValidity.terraform), "minutes"),
    refreshTokenRotation: rotation(values),
    enableTokenRevocation: values.fixed(FACTS.enableTokenRevocation.terraform),
    preventUserExistenceErrors: values.text(FACTS.preventUserExistenceErrors.terraform) ?? "LEGACY",
    explicitAuthFlows: values.texts(FACTS.explicitAuthFlows.terraform) ?? DEFAULT_AUTH_FLOWS,
    allowedOauthFlows: values.texts(FACTS.allowedOauthFlows.terraform) ?? [],
    allowedOauthScopes: values.texts(FACTS.allowedOauthScopes.terraform) ?? [],
    callbackUrls: values.texts(FACTS.callbackUrls.terraform) ?? [],
    logoutUrls: values.texts(FACTS.logoutUrls.terraform) ?? [],
    defaultRedirectUri: values.text(FACTS.defaultRedirectUri.terraform),
    supportedIdentityProviders: values.texts(FACTS.supportedIdentityProviders.terraform) ?? [],
    readAttributes: values.texts(FACTS.readAttributes.terraform),
    writeAttributes: values.texts(FACTS.writeAttributes.terraform),
    enablePropagateAdditionalUserContextData: values.fixed(FACTS.enablePropagateAdditionalUserContextData.terraform),
    analyticsConfiguration: filled({
      applicationArn: values.text(analytics.applicationArn.terraform),
      applicationId: values.text(analytics.applicationId.terraform),
      externalId: values.text(analytics.externalId.terraform),
      roleArn: values.text(analytics.roleArn.terraform),
      userDataShared: values.fixed(analytics.userDataShared.terraform),
    }),
  };
}

/**
 * A lifetime in the unit that AWS takes where there is none. Without a number, or with 0, AWS takes its own number in the
 * unit that is written: minutes without a number are 1 minute.
 */
function lifetime(
  values: Values,
  token: "accessToken" | "idToken" | "refreshToken",
  unit: "hours" | "days",
): string | undefined {
  const written = values.fixed(FACTS.tokenValidityUnits.arguments[token].terraform) as TimeUnit | undefined;
  const number = values.fixed(FACTS[`${token}Validity`].terraform);
  const isOwn = written === undefined || written === unit;
  return duration(number || isOwn ? number : NUMBERS[token], written ?? unit);
}

/** AWS's own lifetimes in its own units: 1 hour, 1 hour, 30 days. */
const NUMBERS = { accessToken: 1, idToken: 1, refreshToken: 30 } as const;

function duration(value: unknown, unit: TimeUnit): string | undefined {
  return typeof value === "number" && value > 0 ? `${value}${UNITS[unit]}` : undefined;
}

function rotation(values: Values): unknown {
  const { feature, retryGracePeriodSeconds } = FACTS.refreshTokenRotation.arguments;
  if (values.fixed(feature.terraform) !== "ENABLED") return undefined;
  const seconds = values.fixed(retryGracePeriodSeconds.terraform);
  return filled({ retryGracePeriod: typeof seconds === "number" ? `${seconds}s` : undefined }) ?? {};
}
