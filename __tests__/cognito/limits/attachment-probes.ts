import { ASSET_CATEGORIES, COLOR_MODES } from "../../../lib/cognito/branding";
import type { Client, Pool } from "../../../lib/config/schema";
import type { Example } from "../../../lib/rules/rule";
import { arn, type Probe, type Probes, text, value } from "./probe";

const pool = (given: object): Example => ({ pool: given as Partial<Pool> as Pool });
const PLUS = { userPoolTier: "PLUS", advancedSecurityMode: "ENFORCED" };
const SENDER = { sourceArn: "arn:aws:ses:eu-west-1:123456789012:identity/example.com" };
const MAIL = { subject: "Sign-in", htmlBody: "<p>Was it you?</p>", textBody: "Was it you?" };

const SAML = { providerType: "SAML", providerDetails: { MetadataURL: "https://idp.example.com/saml" } };
const DETAILS: Readonly<Record<string, object>> = {
  SAML: SAML.providerDetails,
  OIDC: {
    client_id: "x",
    client_secret: "x",
    authorize_scopes: "openid",
    attributes_request_method: "GET",
    oidc_issuer: "https://idp.example.com",
  },
  SignInWithApple: {
    client_id: "com.example",
    team_id: "A1B2C3D4E5",
    key_id: "A1B2C3D4E5",
    private_key: "x",
    authorize_scopes: "email",
  },
};
const OTHER = { client_id: "1", client_secret: "x", authorize_scopes: "email" };

const provider = (name: string, settings: object = {}): Example =>
  pool({ identityProviders: { [name]: { ...SAML, ...settings } } });
const providerOfType = (providerType: string): Example =>
  pool({
    identityProviders: {
      [["SAML", "OIDC"].includes(providerType) ? "Partner" : providerType]: {
        providerType,
        providerDetails: DETAILS[providerType] ?? { ...OTHER, ...(providerType === "LoginWithAmazon" && LOGIN) },
      },
    },
  });
const LOGIN = { client_id: "amzn1.application-oa2-client.1", authorize_scopes: "profile" };
const server = (settings: object): Example => pool({ resourceServers: { orders: { scopes: {}, ...settings } } });

const risks = (threatProtection: object): Example => pool({ ...PLUS, threatProtection });
const takeover = (notify: object): Example =>
  risks({ accountTakeover: { high: { action: "BLOCK" }, notify: { ...SENDER, ...notify } } });
const action = (level: string): Probe =>
  value((given) =>
    pool({
      ...PLUS,
      mfaConfiguration: "OPTIONAL",
      softwareTokenMfa: true,
      threatProtection: { accountTakeover: { [level]: { action: given }, notify: SENDER } },
    }),
  );
const mailText = (mail: string, part: string): Probe =>
  text((given) => takeover({ [mail]: { ...MAIL, [part]: given } }));
const ranges = (list: string): Probe => ({
  with: ((given: string[]) => risks({ exceptions: { [list]: given } })) as Probe["with"],
  sized: (size) => Array.from({ length: size }, (_, index) => `192.0.2.${index}/32`),
  differs: { min: 1, because: "AWS provider 5.100.0 takes no empty block" },
});

const logs = (source: string, key: string) => (given: string) =>
  pool({ ...PLUS, logDelivery: { [source]: { [key]: given } } });
const isUuid = "the id of a certificate is a UUID";

const LOGIN_PAGES = { domain: { prefix: "acme-users", managedLoginVersion: 2 } };
const PNG = "data:image/png;base64,";
const style = (assets: readonly object[]): Example => ({
  pool: LOGIN_PAGES as Pool,
  client: {
    platform: "spa",
    callbackUrls: ["https://app.example.com/in"],
    branding: { settings: "{}", assets },
  } as Client,
});
const typeOf: Readonly<Record<string, string>> = { FAVICON_ICO: "x-icon", FAVICON_SVG: "svg+xml" };
const SLOTS = ASSET_CATEGORIES.filter((category) => !category.startsWith("FAVICON")).flatMap((category) =>
  COLOR_MODES.map((colorMode) => ({ category, colorMode, file: `${PNG}iVBORw0KGgo=` })),
);
const FAVICON = { category: "FAVICON_ICO", colorMode: "DARK", file: "data:image/x-icon;base64,AAABAA==" };
const bytes = (size: number) => Buffer.alloc(size).toString("base64");

/** Members of the calls that make what is attached to a pool. */
export const ATTACHMENT_PROBES: Probes = {
  "CreateUserPoolDomain Domain": text((prefix) => pool({ domain: { prefix } }), {
    differs: { characters: ".", because: "a domain of one's own has dots, a prefix has none" },
  }),
  "CreateUserPoolDomain CustomDomainConfig.CertificateArn": arn(
    (certificateArn) => pool({ domain: { customDomain: "auth.example.com", certificateArn } }),
    "arn:aws:acm:us-east-1:123456789012:certificate/",
    { most: 47 + 64, because: isUuid },
  ),
  "CreateIdentityProvider ProviderName": text((name) => provider(name), {
    differs: {
      min: 3,
      characters: "\t\n\r\v\f\u0007\u007f\u00ad\u200b\ue000",
      because: "the pattern has three characters, and UpdateIdentityProvider takes no controls",
    },
    warned: { characters: "_", rule: "IDP-01", because: "AWS's own guide has an underscore in a name" },
  }),
  "CreateIdentityProvider ProviderType": value(providerOfType),
  "CreateIdentityProvider ProviderDetails.{value}": text(
    (MetadataURL) => provider("Partner", { providerDetails: { MetadataURL } }),
    { around: ["https://idp.example.com/", ""], differs: { min: 25, because: "a URL has a scheme and a host" } },
  ),
  "CreateIdentityProvider AttributeMapping.{key}": text(
    (key) =>
      pool({
        attributes: { [key]: {} },
        identityProviders: { Partner: { ...SAML, attributeMapping: { [key]: "claim" } } },
      }),
    { around: ["custom:", ""], differs: { min: 8, max: 27, because: "the name of an attribute has 20 characters" } },
  ),
  "CreateIdentityProvider AttributeMapping.{value}": text((claim) =>
    provider("Partner", { attributeMapping: { email: claim } }),
  ),
  "CreateIdentityProvider IdpIdentifiers[]": {
    with: ((idpIdentifiers: string[]) => provider("Partner", { idpIdentifiers })) as Probe["with"],
    sized: (size) => Array.from({ length: size }, (_, index) => `partner-${index}.example`),
  },
  "CreateIdentityProvider IdpIdentifiers.[]": text((identifier) =>
    provider("Partner", { idpIdentifiers: [identifier] }),
  ),
  "CreateResourceServer Identifier": text((identifier) => server({ identifier })),
  "CreateResourceServer Name": text((name) => server({ name })),
  "CreateResourceServer Scopes[]": {
    with: ((scopes: object) => server({ scopes })) as Probe["with"],
    sized: (size) => Object.fromEntries(Array.from({ length: size }, (_, index) => [`scope${index}`, "x"])),
  },
  "CreateResourceServer Scopes.[].ScopeName": text(
    (scope) => pool({ resourceServers: { o: { scopes: { [scope]: "x" } } } }),
    { differs: { max: 254, because: "a client names a scope with its resource server, in 256 characters" } },
  ),
  "CreateResourceServer Scopes.[].ScopeDescription": text((description) => server({ scopes: { read: description } })),
  "CreateGroup GroupName": text((name) => pool({ groups: { [name]: {} } })),
  "CreateGroup Description": text((description) => pool({ groups: { admins: { description } } })),
  "CreateGroup RoleArn": arn(
    (roleArn) => pool({ groups: { admins: { roleArn } } }),
    "arn:aws:iam::123456789012:role/",
    { most: 31 + 576, because: "a role has a name of 64 characters, in a path of 512" },
  ),
  "CreateGroup Precedence": value((precedence) => pool({ groups: { admins: { precedence } } })),
  "SetRiskConfiguration CompromisedCredentialsRiskConfiguration.EventFilter.[]": value((event) =>
    risks({ compromisedCredentials: { action: "BLOCK", events: [event] } }),
  ),
  "SetRiskConfiguration CompromisedCredentialsRiskConfiguration.Actions.EventAction": value((given) =>
    risks({ compromisedCredentials: { action: given } }),
  ),
  "SetRiskConfiguration AccountTakeoverRiskConfiguration.Actions.LowAction.EventAction": action("low"),
  "SetRiskConfiguration AccountTakeoverRiskConfiguration.Actions.MediumAction.EventAction": action("medium"),
  "SetRiskConfiguration AccountTakeoverRiskConfiguration.Actions.HighAction.EventAction": action("high"),
  "SetRiskConfiguration AccountTakeoverRiskConfiguration.NotifyConfiguration.From": text((from) => takeover({ from }), {
    around: ["", "@example.com"],
    differs: { min: 13, because: "an address is more than an empty text" },
  }),
  "SetRiskConfiguration AccountTakeoverRiskConfiguration.NotifyConfiguration.ReplyTo": text(
    (replyTo) => takeover({ replyTo }),
    { around: ["", "@example.com"], differs: { min: 13, because: "an address is more than an empty text" } },
  ),
  "SetRiskConfiguration AccountTakeoverRiskConfiguration.NotifyConfiguration.SourceArn": arn(
    (sourceArn) => takeover({ sourceArn }),
    "arn:aws:ses:eu-west-1:123456789012:identity/",
    { most: 44 + 320, because: "an address of e-mail has 320 characters" },
  ),
  ...Object.fromEntries(
    ["blockEmail", "noActionEmail", "mfaEmail"].flatMap((mail) =>
      ["subject", "htmlBody", "textBody"].map((part) => [
        `SetRiskConfiguration AccountTakeoverRiskConfiguration.NotifyConfiguration.${capital(mail)}.${capital(part)}`,
        mailText(mail, part),
      ]),
    ),
  ),
  "SetRiskConfiguration RiskExceptionConfiguration.BlockedIPRangeList[]": ranges("blocked"),
  "SetRiskConfiguration RiskExceptionConfiguration.SkippedIPRangeList[]": ranges("skipped"),
  "SetLogDeliveryConfiguration LogConfigurations.[].CloudWatchLogsConfiguration.LogGroupArn": arn(
    logs("userNotification", "cloudwatchLogs"),
    "arn:aws:logs:eu-west-1:123456789012:log-group:",
    { most: 46 + 512, because: "the name of a log group has 512 characters" },
  ),
  "SetLogDeliveryConfiguration LogConfigurations.[].S3Configuration.BucketArn": arn(
    logs("userAuthEvents", "s3"),
    "arn:aws:s3:::acme-logs/",
    { most: 23 + 940, because: "in the longest partition, with the longest bucket, that is 1024" },
  ),
  "SetLogDeliveryConfiguration LogConfigurations.[].FirehoseConfiguration.StreamArn": arn(
    logs("userAuthEvents", "firehose"),
    "arn:aws:firehose:eu-west-1:123456789012:deliverystream/",
    { most: 55 + 64, because: "the name of a stream has 64 characters" },
  ),
  "CreateManagedLoginBranding Assets[]": {
    with: style as Probe["with"],
    sized: (size) => [...SLOTS, FAVICON, { ...FAVICON, colorMode: "LIGHT" }].slice(0, size),
  },
  "CreateManagedLoginBranding Assets.[].Category": value((category) =>
    style([{ category, colorMode: "DARK", file: `data:image/${typeOf[category] ?? "png"};base64,iVBORw0KGgo=` }]),
  ),
  "CreateManagedLoginBranding Assets.[].ColorMode": value((colorMode) =>
    style([{ category: "FORM_LOGO", colorMode, file: `${PNG}iVBORw0KGgo=` }]),
  ),
  "CreateManagedLoginBranding Assets.[].Extension": value((extension: string) =>
    style([
      {
        category: extension === "ICO" ? "FAVICON_ICO" : "FORM_LOGO",
        colorMode: "DARK",
        file: `data:image/${{ ICO: "x-icon", SVG: "svg+xml" }[extension] ?? extension.toLowerCase()};base64,iVBORw0KGgo=`,
      },
    ]),
  ),
  "CreateManagedLoginBranding Assets.[].Bytes": {
    with: ((base64: string) =>
      style([{ category: "FORM_LOGO", colorMode: "DARK", file: `${PNG}${base64}` }])) as Probe["with"],
    sized: bytes,
  },
  "SetUICustomization CSS": text((css) => pool({ domain: { prefix: "acme-users" }, uiCustomization: { css } }), {
    around: ["/*", "*/"],
  }),
  "SetUICustomization ImageFile": {
    with: ((base64: string) =>
      pool({ domain: { prefix: "acme-users" }, uiCustomization: { image: `${PNG}${base64}` } })) as Probe["with"],
    sized: bytes,
    differs: { max: 103_680, because: "AWS's guide: a request has 135 KB, in base64" },
  },
};

function capital(name: string): string {
  return name[0]?.toUpperCase() + name.slice(1);
}
