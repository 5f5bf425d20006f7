import type { Client, Pool } from "../../lib/config/schema";

/** A text of the grammar, the field of the API that it becomes, and the rules that hold it. */
export interface TextField {
  /** Operation and path in AWS's model. */
  readonly api: readonly [operation: string, field: string];
  /** Rules or checks of the form, one of which a wrong text must break. */
  readonly rules: readonly string[];
  /** Where something else than the model bounds a right text. */
  readonly longest?: number;
  /** What a right text holds beside what its pattern asks for; its length counts. */
  readonly holds?: string;
  readonly pool?: (text: string) => Partial<Pool>;
  readonly client?: (text: string) => Partial<Client>;
}

const OAUTH: Partial<Client> = { platform: "spa", allowedOauthFlows: ["code"], allowedOauthScopes: ["openid"] };
const CALLBACK: Partial<Client> = { ...OAUTH, callbackUrls: ["https://app.acme.example/in"] };

/** Every text of the grammar for which AWS's model has a pattern or a length. `api-patterns.test.ts` has ARNs, and texts that are written by hand. */
export const TEXT_FIELDS: Readonly<Record<string, TextField>> = {
  name: {
    api: ["CreateUserPool", "PoolName"],
    rules: ["POOL-01"],
    pool: (name) => ({ name }),
  },
  "emailMfa.message": {
    api: ["SetUserPoolMfaConfig", "EmailMfaConfiguration.Message"],
    rules: ["MFA-05"],
    holds: "{####}",
    pool: (message) => ({ emailMfa: { message } }),
  },
  smsAuthenticationMessage: {
    api: ["CreateUserPool", "SmsAuthenticationMessage"],
    rules: ["POOL-09"],
    holds: "{####}",
    pool: (smsAuthenticationMessage) => ({ smsAuthenticationMessage }),
  },
  "inviteMessage.emailMessage": {
    api: ["CreateUserPool", "AdminCreateUserConfig.InviteMessageTemplate.EmailMessage"],
    rules: ["POOL-07"],
    holds: "{username}{####}",
    pool: (emailMessage) => ({ inviteMessage: { emailMessage } }),
  },
  "inviteMessage.emailSubject": {
    api: ["CreateUserPool", "AdminCreateUserConfig.InviteMessageTemplate.EmailSubject"],
    rules: ["POOL-07"],
    pool: (emailSubject) => ({ inviteMessage: { emailSubject } }),
  },
  "inviteMessage.smsMessage": {
    api: ["CreateUserPool", "AdminCreateUserConfig.InviteMessageTemplate.SMSMessage"],
    rules: ["POOL-07"],
    holds: "{username}{####}",
    pool: (smsMessage) => ({ inviteMessage: { smsMessage } }),
  },
  "verificationMessage.emailMessage": {
    api: ["CreateUserPool", "VerificationMessageTemplate.EmailMessage"],
    rules: ["POOL-08"],
    holds: "{####}",
    pool: (emailMessage) => ({ verificationMessage: { emailMessage } }),
  },
  "verificationMessage.emailSubject": {
    api: ["CreateUserPool", "VerificationMessageTemplate.EmailSubject"],
    rules: ["POOL-08"],
    pool: (emailSubject) => ({ verificationMessage: { emailSubject } }),
  },
  "verificationMessage.emailMessageByLink": {
    api: ["CreateUserPool", "VerificationMessageTemplate.EmailMessageByLink"],
    rules: ["POOL-08"],
    holds: "{##x##}",
    pool: (emailMessageByLink) => ({ verificationMessage: { emailMessageByLink } }),
  },
  "verificationMessage.emailSubjectByLink": {
    api: ["CreateUserPool", "VerificationMessageTemplate.EmailSubjectByLink"],
    rules: ["POOL-08"],
    pool: (emailSubjectByLink) => ({ verificationMessage: { emailSubjectByLink } }),
  },
  "verificationMessage.smsMessage": {
    api: ["CreateUserPool", "VerificationMessageTemplate.SmsMessage"],
    rules: ["POOL-09"],
    holds: "{####}",
    pool: (smsMessage) => ({ verificationMessage: { smsMessage } }),
  },
  "threatProtection.accountTakeover.notify.blockEmail.subject": {
    api: ["SetRiskConfiguration", "AccountTakeoverRiskConfiguration.NotifyConfiguration.BlockEmail.Subject"],
    rules: ["RISK-06"],
    pool: (subject) => blockEmail({ subject }),
  },
  "threatProtection.accountTakeover.notify.blockEmail.htmlBody": {
    api: ["SetRiskConfiguration", "AccountTakeoverRiskConfiguration.NotifyConfiguration.BlockEmail.HtmlBody"],
    rules: ["RISK-06"],
    pool: (htmlBody) => blockEmail({ htmlBody }),
  },
  "threatProtection.accountTakeover.notify.blockEmail.textBody": {
    api: ["SetRiskConfiguration", "AccountTakeoverRiskConfiguration.NotifyConfiguration.BlockEmail.TextBody"],
    rules: ["RISK-06"],
    pool: (textBody) => blockEmail({ textBody }),
  },
  "emailConfiguration.configurationSet": {
    api: ["CreateUserPool", "EmailConfiguration.ConfigurationSet"],
    rules: ["EML-05"],
    pool: (configurationSet) => ({
      emailConfiguration: {
        emailSendingAccount: "DEVELOPER",
        sourceArn: "arn:aws:ses:eu-west-1:111122223333:identity/acme.example",
        configurationSet,
      },
    }),
  },
  groups: { api: ["CreateGroup", "GroupName"], rules: ["GRP-01"], pool: (name) => ({ groups: { [name]: {} } }) },
  "tags.*": {
    api: ["CreateUserPool", "UserPoolTags.{value}"],
    rules: ["POOL-10"],
    pool: (tag) => ({ tags: { team: tag } }),
  },
  tags: {
    api: ["CreateUserPool", "UserPoolTags.{key}"],
    rules: ["POOL-10"],
    pool: (key) => ({ tags: { [key]: "x" } }),
  },
  "resourceServers.*.identifier": {
    api: ["CreateResourceServer", "Identifier"],
    rules: ["RS-01"],
    pool: (identifier) => ({ resourceServers: { orders: { identifier, scopes: {} } } }),
  },
  "resourceServers.*.name": {
    api: ["CreateResourceServer", "Name"],
    rules: ["RS-02"],
    pool: (name) => ({ resourceServers: { orders: { name, scopes: {} } } }),
  },
  "resourceServers.*.scopes": {
    api: ["CreateResourceServer", "Scopes.[].ScopeName"],
    rules: ["RS-03"],
    // A client names it with its resource server, in 256 characters: `o/`.
    longest: 254,
    pool: (scope) => ({ resourceServers: { o: { scopes: { [scope]: "x" } } } }),
  },
  "resourceServers.*.scopes.*": {
    api: ["CreateResourceServer", "Scopes.[].ScopeDescription"],
    rules: ["RS-04"],
    pool: (description) => ({ resourceServers: { orders: { scopes: { read: description } } } }),
  },
  "clients.*.name": {
    api: ["CreateUserPoolClient", "ClientName"],
    rules: ["CLI-01", "CLI-02"],
    client: (name) => ({ name }),
  },
  "clients.*.callbackUrls": {
    api: ["CreateUserPoolClient", "CallbackURLs.[]"],
    rules: ["OAU-15", "OAU-16"],
    holds: "https://a.example/",
    client: (url) => ({ ...OAUTH, callbackUrls: [url] }) as Partial<Client>,
  },
  "clients.*.logoutUrls": {
    api: ["CreateUserPoolClient", "LogoutURLs.[]"],
    rules: ["OAU-15", "OAU-16"],
    holds: "https://a.example/",
    client: (url) => ({ ...CALLBACK, logoutUrls: [url] }) as Partial<Client>,
  },
};

/** A pool whose users are notified of blocked sign-ins. */
function blockEmail(text: object): Partial<Pool> {
  const mail = { subject: "Sign-in", htmlBody: "<p>Was it you?</p>", textBody: "Was it you?" };
  return {
    userPoolTier: "PLUS",
    advancedSecurityMode: "ENFORCED",
    threatProtection: {
      accountTakeover: {
        high: { action: "BLOCK" },
        notify: {
          sourceArn: "arn:aws:ses:eu-west-1:123456789012:identity/acme.example",
          blockEmail: { ...mail, ...text },
        },
      },
    },
  };
}
