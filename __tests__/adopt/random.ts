import fc, { type Arbitrary } from "fast-check";
import { loadSource } from "../../lib/config/load";
import type { Config, Pool } from "../../lib/config/schema";
import { unreadableFile } from "../../lib/config/source-file";
import { checkConfig } from "../../lib/rules/check";

const CALLBACKS = ["https://app.acme.example/in", "https://b.acme.example/in?x=1", "http://localhost:3000/in"];
const FLOWS = ["ALLOW_USER_SRP_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"];
const STANDARD = ["email", "email_verified", "name", "phone_number", "address"];
const SCOPES = ["openid", "email", "profile", "aws.cognito.signin.user.admin"];
const lambda = (name: string) => `arn:aws:lambda:eu-west-1:111122223333:function:${name}`;
const text = fc.constantFrom("a", "Ünï", "with ${x} and %{y}", 'quoted "once"', "two\nlines", "日本");
/** Some of the keys, each of which may be absent. */
const some = <T extends object>(shape: { [K in keyof T]: Arbitrary<T[K]> }) =>
  fc.record(shape, { requiredKeys: [] }) as Arbitrary<Partial<T>>;
const filled = <T>(items: readonly T[]) => fc.subarray([...items], { minLength: 1 });

const lifetimes = {
  accessTokenValidity: fc.constantFrom("5m", "1h", "90m", "3600s", "24h"),
  idTokenValidity: fc.constantFrom("5m", "1h", "7200s"),
  authSessionValidity: fc.constantFrom("3m", "15m"),
};

/** What clients of every platform through which people sign in may say. */
const signIn = {
  ...lifetimes,
  name: fc.constantFrom("Web", "web app", "Ünï"),
  refreshTokenValidity: fc.constantFrom("1d", "90m", "30d", "3600d"),
  refreshTokenRotation: fc.constantFrom(false, {}, { retryGracePeriod: "10s" }),
  enableTokenRevocation: fc.boolean(),
  preventUserExistenceErrors: fc.constantFrom("ENABLED", "LEGACY"),
  explicitAuthFlows: fc.subarray(FLOWS),
  readAttributes: filled(STANDARD),
  writeAttributes: filled(["email", "name", "address"]),
  callbackUrls: fc.subarray(CALLBACKS),
  logoutUrls: fc.subarray(CALLBACKS),
  allowedOauthScopes: filled([...SCOPES, "orders/read"]),
  supportedIdentityProviders: fc.subarray(["COGNITO", "Corp", "Google"]),
};

const client = fc.oneof(
  fc.tuple(fc.constantFrom("ios", "android", "spa", "desktop", "public", "server", "confidential"), some(signIn)),
  fc.tuple(fc.constant("other"), some({ ...signIn, generateSecret: fc.boolean() })),
  fc.tuple(fc.constant("machine"), some({ ...lifetimes, allowedOauthScopes: fc.constant(["orders/read"]) })),
);

const attribute = some({
  mutable: fc.boolean(),
  minLength: fc.constantFrom(0, 1),
  maxLength: fc.constantFrom(20, 2048),
});
const attributes = some({
  email: some({ required: fc.boolean(), mutable: fc.constant(true) }),
  name: fc.constant({ required: true }),
  "custom:tenant": attribute,
  "custom:level": fc.constantFrom({ type: "Number" }, { type: "Number", minValue: 1, maxValue: 9 }),
  "custom:vip": fc.constant({ type: "Boolean" }),
  "custom:since": fc.constant({ type: "DateTime", mutable: false }),
});

const userPool = {
  name: text,
  userPoolTier: fc.constantFrom("LITE", "ESSENTIALS", "PLUS"),
  caseSensitive: fc.boolean(),
  attributes,
  passwordPolicy: some({
    minimumLength: fc.constantFrom(8, 12),
    requireSymbols: fc.boolean(),
    requireNumbers: fc.boolean(),
    temporaryPasswordValidityDays: fc.constantFrom(1, 7, 30),
    passwordHistorySize: fc.constantFrom(0, 5),
  }),
  accountRecovery: fc.constantFrom(["verified_email"], ["admin_only"], ["verified_phone_number", "verified_email"]),
  adminCreateUserOnly: fc.boolean(),
  inviteMessage: fc.constant({
    emailSubject: "Welcome",
    emailMessage: "Hello {username}, {####}",
    smsMessage: "{username} {####}",
  }),
  deviceConfiguration: some({
    challengeRequiredOnNewDevice: fc.boolean(),
    deviceOnlyRememberedOnUserPrompt: fc.boolean(),
  }),
  attributesRequireVerificationBeforeUpdate: fc.constantFrom(["email"], []),
  tags: fc.dictionary(fc.constantFrom("owner", "Ünï", "a:b"), text, { maxKeys: 2 }),
  lambdaConfig: some({
    preSignUp: fc.constant(lambda("pre-sign-up")),
    userMigration: fc.constant(lambda("migrate")),
    preTokenGenerationConfig: fc.constant({ lambdaArn: lambda("tokens"), lambdaVersion: "V2_0" }),
  }),
  advancedSecurityMode: fc.constantFrom("OFF", "AUDIT", "ENFORCED"),
  groups: fc.dictionary(
    fc.constantFrom("admins", "Beta.testers", "${x}"),
    some({
      description: text,
      precedence: fc.constantFrom(1, 2),
      roleArn: fc.constant("arn:aws:iam::111122223333:role/x"),
    }),
  ),
};

const signInWith = fc.constantFrom<Partial<Pool>>(
  {},
  { usernameAttributes: ["email"] },
  { usernameAttributes: ["email"], autoVerifiedAttributes: ["email"] },
  { aliasAttributes: ["email", "preferred_username"], autoVerifiedAttributes: ["email"] },
);

const factors = fc.constantFrom<Partial<Pool>>(
  {},
  {},
  { mfaConfiguration: "OPTIONAL", softwareTokenMfa: true },
  { mfaConfiguration: "ON", softwareTokenMfa: true },
  {
    mfaConfiguration: "OPTIONAL",
    smsConfiguration: { externalId: "acme", snsCallerArn: "arn:aws:iam::111122223333:role/sms" },
  },
);

/** What others refer to: it is always there. */
const ATTACHED = {
  resourceServers: {
    orders: { identifier: "https://api.acme.example/orders", scopes: { read: "See", write: "Change" } },
  },
  identityProviders: {
    Corp: { providerType: "SAML", providerDetails: { MetadataURL: "https://idp.acme.example/metadata" } },
    Google: {
      providerType: "Google",
      providerDetails: {
        client_id: "1.apps.googleusercontent.com",
        client_secret: { var: "google_client_secret", sensitive: true },
        authorize_scopes: "openid email",
      },
      attributeMapping: { email: "email", username: "sub" },
    },
  },
} as const;

/**
 * Random configs of one pool with clients, without an error: what a rule refuses of one is taken away. Each has a domain of
 * its own, if any.
 *
 * @param seed of the first; the same gives the same configs
 */
export function soundConfigs(count: number, seed: number): readonly Config[] {
  const clients = fc.dictionary(fc.constantFrom("web", "ios", "jobs", "a-b"), client, { minKeys: 1 });
  const pool = fc.tuple(some(userPool), signInWith, factors, fc.boolean(), clients);
  const configs: Config[] = [];
  for (const [said, names, mfa, hasDomain, apps] of fc.sample(pool, { seed, numRuns: count * 3 })) {
    const domain = hasDomain ? { domain: { prefix: `acme-${seed}-${configs.length}` } } : {};
    const config = sound({
      users: { ...said, ...names, ...mfa, ...domain, ...ATTACHED, preventDestroy: false },
      clients: Object.fromEntries(
        Object.entries(apps).map(([key, [platform, own]]) => [key, { platform, preventDestroy: false, ...own }]),
      ),
    });
    if (Object.keys(config.pools.users?.clients ?? {}).length > 0) configs.push(config);
    if (configs.length === count) break;
  }
  return configs;
}

interface Parts {
  readonly users: Readonly<Record<string, unknown>>;
  readonly clients: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The config without the keys in which there is an error. */
function sound({ users, clients }: Parts): Config {
  const config = {
    project: "acme",
    environments: { prod: { region: "eu-west-1" } },
    pools: { users: { ...users, clients } },
  } as unknown as Config;
  const loaded = loadSource({ ...unreadableFile("userpools.json"), value: config });
  const errors = checkConfig(loaded).filter(({ level }) => level === "error");
  if (errors.length === 0) return config;
  const wrong = new Set(errors.map(({ path }) => path.replace(/^pools\.users\./, "").split(/[.[]/)));
  let [pool, apps] = [users, clients];
  for (const [key = "", client = "", own] of wrong) {
    if (key !== "clients") pool = without(pool, key);
    else if (own !== undefined && own in (apps[client] ?? {})) apps = { ...apps, [client]: without(apps[client], own) };
    else apps = without(apps, client);
  }
  return sound({ users: pool, clients: apps });
}

function without<T>(record: Readonly<Record<string, T>> = {}, key: string): Record<string, T> {
  const { [key]: _, ...rest } = record;
  return rest;
}
