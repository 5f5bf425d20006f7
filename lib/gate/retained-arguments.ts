import type { Argument } from "../cognito/argument";
import { RESOURCES } from "../cognito/resources";
import type { Values } from "./configuration";

/** A block of a resource, an argument in it, or an argument of the resource itself. */
export interface Place {
  readonly block?: string;
  readonly argument?: string;
  /** Whether the argument is a block itself. */
  readonly isBlock?: true;
}

/** An argument that stays in AWS when it is removed from the configuration, and what the gate says then. */
export interface RetainedArgument extends Note {
  /** The Terraform resource type. */
  readonly type: string;
  /** Where it can be set: in any of these places, which are the same to AWS. */
  readonly places: readonly Place[];
}

interface Note {
  readonly message: (value: string) => string;
  readonly fix: string;
  /** Further places of the same setting. */
  readonly also?: readonly Place[];
  readonly isBlock?: true;
  /** Whether there is nothing to report: AWS does the same without it, or it is reported elsewhere. */
  readonly isHarmless?: (value: string, of: Values, written: Values) => boolean;
}

/** Arguments that every pool or client has a value of: removed, they keep it, and nobody can tell from a plan. */
const ALWAYS_SET = "AWS has a value of it for every object, so a plan does not show whether it was ever written";
/** Reported as a whole. */
const PART = "reported for the block, or for its other arguments";

const text = (words: string, alias?: string): Note => ({
  message: () => `the ${words} is retained`,
  fix: "set the text in verificationMessage",
  ...(alias && { also: [{ argument: alias }] }),
});

/** What is said about each retained argument of each kind of resource, by path in Terraform, or why nothing is. */
export const NOTES: Readonly<Record<keyof typeof RESOURCES, Readonly<Record<string, Note | string>>>> = {
  userPool: {
    user_pool_tier: ALWAYS_SET,
    "username_configuration.case_sensitive": ALWAYS_SET,
    password_policy: ALWAYS_SET,
    "password_policy.temporary_password_validity_days": ALWAYS_SET,
    "account_recovery_setting.recovery_mechanism": ALWAYS_SET,
    email_mfa_configuration: {
      message: () => "email MFA is retained",
      fix: "disable it in AWS, with SetUserPoolMfaConfig or in the console",
    },
    sms_configuration: {
      message: () => "the IAM role and the Region of SMS messages are retained",
      fix: "remove them in AWS with UpdateUserPool, or keep them",
    },
    "sms_configuration.sns_region": {
      message: (region) => `SMS messages are still sent from Region ${region}`,
      fix: "set the Region in snsRegion",
      isHarmless: (region, { arn }, written) =>
        !("sms_configuration" in written) || (typeof arn === "string" && arn.split(":")[3] === region),
    },
    "lambda_config.pre_token_generation": PART,
    "lambda_config.pre_token_generation_config": {
      message: () => "the pre token generation trigger is retained: its function still runs at every sign-in",
      fix: "remove it in AWS, with UpdateUserPool or in the console, and delete the function only then",
      isBlock: true,
      also: [{ block: "lambda_config", argument: "pre_token_generation" }],
      // Without its block the trigger is removed: the block must be a dynamic one.
      isHarmless: (_, __, written) => !("lambda_config" in written),
    },
    "user_pool_add_ons.advanced_security_additional_flows.custom_auth_mode": {
      message: () => "threat protection of custom authentication is retained",
      fix: "set threatProtection.customAuth, or disable it in AWS with UpdateUserPool",
      isBlock: true,
    },
    verification_message_template: PART,
    "verification_message_template.email_message": text("text of verification emails", "email_verification_message"),
    "verification_message_template.email_subject": text("subject of verification emails", "email_verification_subject"),
    "verification_message_template.email_message_by_link": text("text of verification emails with a link"),
    "verification_message_template.email_subject_by_link": text("subject of verification emails with a link"),
    "verification_message_template.sms_message": text("text of verification SMS messages", "sms_verification_message"),
  },
  client: {
    access_token_validity: ALWAYS_SET,
    id_token_validity: ALWAYS_SET,
    refresh_token_validity: ALWAYS_SET,
    auth_session_validity: ALWAYS_SET,
    enable_token_revocation: ALWAYS_SET,
    prevent_user_existence_errors: ALWAYS_SET,
    explicit_auth_flows: ALWAYS_SET,
    allowed_oauth_flows_user_pool_client: ALWAYS_SET,
    allowed_oauth_flows: ALWAYS_SET,
    allowed_oauth_scopes: ALWAYS_SET,
    callback_urls: ALWAYS_SET,
    logout_urls: ALWAYS_SET,
    supported_identity_providers: ALWAYS_SET,
    read_attributes: ALWAYS_SET,
    write_attributes: ALWAYS_SET,
    enable_propagate_additional_user_context_data: ALWAYS_SET,
    "analytics_configuration.user_data_shared": ALWAYS_SET,
    default_redirect_uri: {
      message: (redirect) => `default redirect ${redirect} is retained`,
      fix: "set the callback URL in defaultRedirectUri",
      // Otherwise the plan is refused.
      isHarmless: (redirect, { callback_urls: callbacks }) =>
        !Array.isArray(callbacks) || !callbacks.includes(redirect),
    },
  },
  domain: { managed_login_version: ALWAYS_SET },
  identityProvider: { attribute_mapping: ALWAYS_SET },
  resourceServer: {},
  group: {},
  threatProtection: { "compromised_credentials_risk_configuration.event_filter": ALWAYS_SET },
  uiCustomization: {},
  branding: {},
  logDelivery: {},
  webAcl: {},
};

/** Paths in Terraform of the retained arguments of a resource, blocks before their arguments. */
export function retainedPaths(facts: Facts): string[] {
  return Object.values(facts).flatMap(({ terraform, retained, arguments: parts }) => [
    ...(retained ? [terraform] : []),
    ...(parts ? retainedPaths(parts) : []),
  ]);
}

type Facts = Readonly<Record<string, Argument & { readonly arguments?: Facts }>>;

/** Every retained argument that is reported. */
export const RETAINED: readonly RetainedArgument[] = Object.entries(RESOURCES).flatMap(([resource, kind]) =>
  retainedPaths(kind.arguments).flatMap((path) => {
    const note = NOTES[resource as keyof typeof RESOURCES][path];
    if (note === undefined || typeof note === "string") return [];
    return [{ ...note, type: kind.type, places: [placeOf(path, kind.arguments, note), ...(note.also ?? [])] }];
  }),
);

/** Where a path is in the values of a plan. */
function placeOf(path: string, facts: Facts, { isBlock }: Note): Place {
  const [first, second] = path.split(".") as [string, string?];
  if (second !== undefined) return { block: first, argument: second, ...(isBlock && { isBlock }) };
  return Object.values(facts).some(({ terraform, arguments: parts }) => terraform === path && parts)
    ? { block: first }
    : { argument: first };
}
