import type { Argument } from "../../cognito/argument";
import { RESOURCES } from "../../cognito/resources";

/** What a name of Terraform, CloudFormation, the CDK or AWS's API is called in a config. */
export interface Hint {
  /** The key that is meant, from the map in which the other name is; none where nothing in a config is. */
  readonly key?: string;
  readonly fix: string;
}

/**
 * What was probably meant by a key of another vocabulary. Spelling does not count: `access_token_validity`,
 * `AccessTokenValidity` and `accessTokenValidity` are one name.
 *
 * @param known keys of the map in which the name is
 */
export function hintFor(name: string, known: readonly string[]): Hint | undefined {
  const written = plain(name);
  const same = known.find((key) => plain(key) === written);
  if (same !== undefined) return { key: same, fix: `write ${same}` };
  hints ??= allHints();
  return hints.get(written)?.find(({ key }) => key === undefined || known.includes(key.split(/\W/)[0] as string));
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** Names of AWS's API, of CloudFormation and of the CDK, each with the key of a config. */
const KEYS: Readonly<Record<string, string>> = {
  // user pools
  poolName: "name",
  userPoolName: "name",
  userPoolTags: "tags",
  featurePlan: "userPoolTier",
  policies: "passwordPolicy",
  schema: "attributes",
  standardAttributes: "attributes",
  customAttributes: "attributes",
  signInAliases: "usernameAttributes",
  signInCaseSensitive: "caseSensitive",
  autoVerify: "autoVerifiedAttributes",
  keepOriginal: "attributesRequireVerificationBeforeUpdate",
  selfSignUpEnabled: "adminCreateUserOnly",
  mfa: "mfaConfiguration",
  requireMfa: "mfaConfiguration",
  enabledMfas: "softwareTokenMfa",
  mfaSecondFactor: "softwareTokenMfa",
  emailAuthenticationMessage: "emailMfa.message",
  emailAuthenticationSubject: "emailMfa.subject",
  email: "emailConfiguration",
  smsRole: "smsConfiguration.snsCallerArn",
  smsRoleExternalId: "smsConfiguration.externalId",
  userInvitation: "inviteMessage",
  userVerification: "verificationMessage",
  emailVerificationMessage: "verificationMessage.emailMessage",
  emailVerificationSubject: "verificationMessage.emailSubject",
  smsVerificationMessage: "verificationMessage.smsMessage",
  allowedFirstAuthFactors: "signInPolicy.allowedFirstAuthFactors",
  webAuthnRelyingPartyId: "webAuthn.relyingPartyId",
  webAuthnUserVerification: "webAuthn.userVerification",
  passkeyRelyingPartyId: "webAuthn.relyingPartyId",
  passkeyUserVerification: "webAuthn.userVerification",
  deviceTracking: "deviceConfiguration",
  lambdaTriggers: "lambdaConfig",
  standardThreatProtectionMode: "advancedSecurityMode",
  customThreatProtectionMode: "threatProtection.customAuth",
  advancedSecurityAdditionalFlows: "threatProtection.customAuth",
  riskConfiguration: "threatProtection",
  logDeliveryConfiguration: "logDelivery",
  cloudWatchLogsConfiguration: "cloudwatchLogs",
  logGroupArn: "cloudwatchLogs",
  firehoseConfiguration: "firehose",
  streamArn: "firehose",
  s3Configuration: "s3",
  bucketArn: "s3",
  removalPolicy: "preventDestroy",
  userPoolId: "existing.userPoolId",
  min: "minLength or minValue",
  max: "maxLength or maxValue",
  // app clients
  clientName: "name",
  userPoolClientName: "name",
  generateClientSecret: "generateSecret",
  authFlows: "explicitAuthFlows",
  oAuth: "allowedOauthFlows",
  flows: "allowedOauthFlows",
  scopes: "allowedOauthScopes",
  redirectUris: "callbackUrls",
  refreshTokenRotationGracePeriod: "refreshTokenRotation.retryGracePeriod",
  retryGracePeriodSeconds: "retryGracePeriod",
  managedLoginBranding: "branding",
  useCognitoProvidedValues: "branding",
  // what is attached to a pool
  cognitoDomain: "prefix",
  domainPrefix: "prefix",
  domainName: "customDomain",
  customDomainConfig: "customDomain",
  certificate: "certificateArn",
  resourceServerScopes: "scopes",
  userPoolResourceServerName: "name",
  details: "providerDetails",
};

/** What a config says in another way than by a key of its own, or not at all. */
const ADVICE: Readonly<Record<string, string>> = {
  tokenValidityUnits: "remove it, and write the unit in each lifetime: accessTokenValidity: 1h",
  allowedOauthFlowsUserPoolClient: "remove it: it is true where allowedOauthFlows has any",
  disableOAuth: "remove it: without allowedOauthFlows there is no OAuth",
  feature: "remove it: refreshTokenRotation: {} turns rotation on, refreshTokenRotation: false off",
  developerOnlyAttribute: "remove it: AWS advises against such attributes; use writeAttributes of clients",
  providerName: "remove it: the key of the identity provider is its name",
  groupName: "remove it: the key of the group is its name",
  environments: "move it to the top of the file: environments.<environment>.pools.<pool>",
  overrides: "move it to the top of the file: environments.<environment>.pools.<pool>",
  variables: "remove it, and write { var: name, default: ..., sensitive: true } in place of the value",
  clientId: "remove it: AWS assigns it; see output client_ids",
  clientSecret: "remove it: AWS generates it; see exportClientSecrets",
};

type Row = Argument & { readonly arguments?: Readonly<Record<string, Row>> };

/** Names of Terraform's blocks and arguments that are not those of the config: they follow from the facts. */
function terraformNames(rows: Readonly<Record<string, Row>>): [name: string, key: string][] {
  return Object.entries(rows).flatMap(([key, row]) => [
    ...row.terraform.split(".").map((name): [string, string] => [name, key]),
    ...terraformNames(row.arguments ?? {}),
  ]);
}

/** Hints by plain name; made for the first unknown key, since a config without mistakes has none. */
let hints: ReadonlyMap<string, readonly Hint[]> | undefined;

function allHints(): ReadonlyMap<string, readonly Hint[]> {
  const made = new Map<string, Hint[]>();
  const add = (name: string, hint: Hint) => made.set(plain(name), [...(made.get(plain(name)) ?? []), hint]);
  for (const [name, fix] of Object.entries(ADVICE)) add(name, { fix });
  for (const [name, key] of [
    ...Object.entries(KEYS),
    ...Object.values(RESOURCES).flatMap((resource) => terraformNames(resource.arguments)),
  ])
    add(name, { key, fix: `write ${key}` });
  return made;
}
