import type { ClientModel } from "../model/model";
import type { ArgumentsOf } from "./argument";
import { READABLE_ATTRIBUTES, WRITABLE_ATTRIBUTES } from "./attributes";
import { AUTH_FLOWS } from "./values";

/** Fields of a client that are not arguments of its resource. */
type NotAnArgument =
  | "key"
  | "platform"
  | "adopted"
  | "unset"
  | "renamedFrom"
  | "scopeReferences"
  | "allowDestroy"
  | "generations"
  | "current"
  | "retire"
  | "publish"
  | "secretHashProxy"
  | "threatProtection"
  | "uiCustomization"
  | "branding"
  | "deliver"
  | "acknowledge"
  | "source";

/**
 * Arguments of `aws_cognito_user_pool_client`, by field of the model. What a platform decides has no default here.
 * Nearly all of them are retained by the provider, so all of them are written, always.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cognito_user_pool_client
 */
export const CLIENT_ARGUMENTS = {
  name: { terraform: "name", range: [1, 128], unit: "characters", refusedByProvider: true },
  generateSecret: { terraform: "generate_secret", default: false, permanent: "replaced" },
  /** In seconds here; in Terraform a number of the unit in `token_validity_units`. */
  accessTokenValidity: {
    terraform: "access_token_validity",
    range: [300, 86_400],
    unit: "seconds",
    retained: true,
    unset: { means: 1 },
    refusedByProvider: true,
  },
  idTokenValidity: {
    terraform: "id_token_validity",
    range: [300, 86_400],
    unit: "seconds",
    retained: true,
    unset: { means: 1 },
    refusedByProvider: true,
  },
  refreshTokenValidity: {
    terraform: "refresh_token_validity",
    range: [3_600, 315_360_000],
    unit: "seconds",
    retained: true,
    refusedByProvider: true,
  },
  tokenValidityUnits: {
    terraform: "token_validity_units",
    unset: { means: { accessToken: "hours", idToken: "hours", refreshToken: "days" } },
    arguments: {
      accessToken: { terraform: "token_validity_units.access_token", refusedByProvider: true },
      idToken: { terraform: "token_validity_units.id_token", refusedByProvider: true },
      refreshToken: { terraform: "token_validity_units.refresh_token", refusedByProvider: true },
    },
  },
  authSessionValidity: {
    terraform: "auth_session_validity",
    default: 3,
    absent: 3,
    range: [3, 15],
    unit: "minutes",
    retained: true,
    refusedByProvider: true,
  },
  refreshTokenRotation: {
    terraform: "refresh_token_rotation",
    unset: { means: { feature: "DISABLED", retryGracePeriodSeconds: 0 } },
    arguments: {
      feature: {
        terraform: "refresh_token_rotation.feature",
        default: "DISABLED",
        tier: { needs: "ESSENTIALS", free: ["DISABLED"] },
        refusedByProvider: true,
      },
      retryGracePeriodSeconds: {
        terraform: "refresh_token_rotation.retry_grace_period_seconds",
        default: 0,
        range: [0, 60],
        unit: "seconds",
        refusedByProvider: true,
      },
    },
  },
  enableTokenRevocation: { terraform: "enable_token_revocation", default: true, absent: false, retained: true },
  preventUserExistenceErrors: {
    terraform: "prevent_user_existence_errors",
    default: "ENABLED",
    retained: true,
    unset: { means: "LEGACY" },
    refusedByProvider: true,
  },
  explicitAuthFlows: {
    terraform: "explicit_auth_flows",
    tier: { needs: "ESSENTIALS", free: AUTH_FLOWS.filter((flow) => flow !== "ALLOW_USER_AUTH") },
    retained: true,
    refusedByProvider: true,
  },
  allowedOauthFlowsUserPoolClient: {
    terraform: "allowed_oauth_flows_user_pool_client",
    absent: false,
    retained: true,
  },
  allowedOauthFlows: { terraform: "allowed_oauth_flows", retained: true, refusedByProvider: true },
  allowedOauthScopes: { terraform: "allowed_oauth_scopes", retained: true },
  callbackUrls: { terraform: "callback_urls", default: [], retained: true },
  logoutUrls: { terraform: "logout_urls", default: [], retained: true },
  defaultRedirectUri: {
    terraform: "default_redirect_uri",
    range: [1, 1024],
    unit: "characters",
    retained: true,
    refusedByProvider: true,
  },
  supportedIdentityProviders: { terraform: "supported_identity_providers", retained: true },
  /** Without them AWS lets a client read and write its default set, the standard attributes, as with an empty list. */
  readAttributes: { terraform: "read_attributes", retained: true, unset: { means: [] } },
  writeAttributes: { terraform: "write_attributes", retained: true, unset: { means: [] } },
  enablePropagateAdditionalUserContextData: {
    terraform: "enable_propagate_additional_user_context_data",
    default: false,
    absent: false,
    retained: true,
  },
  analyticsConfiguration: {
    terraform: "analytics_configuration",
    arguments: {
      applicationArn: { terraform: "analytics_configuration.application_arn", refusedByProvider: true },
      applicationId: { terraform: "analytics_configuration.application_id" },
      externalId: { terraform: "analytics_configuration.external_id" },
      roleArn: { terraform: "analytics_configuration.role_arn", refusedByProvider: true },
      userDataShared: { terraform: "analytics_configuration.user_data_shared", default: false, retained: true },
    },
  },
  preventDestroy: { terraform: "lifecycle.prevent_destroy", default: true },
} as const satisfies ArgumentsOf<Omit<ClientModel, NotAnArgument>>;

/**
 * What Cognito takes an empty list for: it does not tell it from one that is not given.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
 */
export const TAKEN_FOR_EMPTY: Readonly<Partial<Record<keyof ClientModel, readonly string[]>>> = {
  explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH"],
  readAttributes: READABLE_ATTRIBUTES,
  writeAttributes: WRITABLE_ATTRIBUTES,
};
