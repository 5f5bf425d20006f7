import type { Client } from "../../lib/config/schema";
import { anyClientSchema } from "../../lib/config/schema/client";
import { appClient, stackOf } from "./stack";

/** What is written at a key of a client, and the arguments that it becomes. */
const ARGUMENTS: Readonly<Record<string, readonly (readonly [written: Partial<Client>, becomes: object])[]>> = {
  platform: [
    [
      { platform: "ios" },
      {
        generate_secret: false,
        explicit_auth_flows: ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"],
        refresh_token_validity: 30,
      },
    ],
    [{ platform: "spa" }, { generate_secret: false, refresh_token_validity: 1 }],
    [{ platform: "server" }, { generate_secret: true }],
    [
      { platform: "machine", allowedOauthScopes: ["a/b"] },
      {
        generate_secret: true,
        allowed_oauth_flows: ["client_credentials"],
        allowed_oauth_flows_user_pool_client: true,
        supported_identity_providers: [],
        explicit_auth_flows: ["ALLOW_REFRESH_TOKEN_AUTH"],
      },
    ],
  ],
  name: [[{ name: "Our app" }, { name: "Our app" }]],
  accessTokenValidity: [
    [{ accessTokenValidity: "60m" }, { access_token_validity: 60, ...units({ access_token: "minutes" }) }],
    [{ accessTokenValidity: "900s" }, { access_token_validity: 900, ...units({ access_token: "seconds" }) }],
    [
      { accessTokenValidity: { var: "minutes" } },
      { access_token_validity: "${var.minutes}", ...units({ access_token: "minutes" }) },
    ],
  ],
  idTokenValidity: [[{ idTokenValidity: "1h30m" }, { id_token_validity: 90, ...units({ id_token: "minutes" }) }]],
  refreshTokenValidity: [
    [{ refreshTokenValidity: "12h" }, { refresh_token_validity: 12, ...units({ refresh_token: "hours" }) }],
  ],
  authSessionValidity: [[{ authSessionValidity: "300s" }, { auth_session_validity: 5 }]],
  refreshTokenRotation: [
    [
      { refreshTokenRotation: false },
      { refresh_token_rotation: [{ feature: "DISABLED", retry_grace_period_seconds: 0 }] },
    ],
    [
      { refreshTokenRotation: { retryGracePeriod: { var: "grace", unit: "seconds" } } },
      { refresh_token_rotation: [{ feature: "ENABLED", retry_grace_period_seconds: "${var.grace}" }] },
    ],
    [{ refreshTokenRotation: {} }, { refresh_token_rotation: [{ feature: "ENABLED", retry_grace_period_seconds: 0 }] }],
    [
      { platform: "ios", refreshTokenRotation: { retryGracePeriod: "1m" } },
      {
        refresh_token_rotation: [{ feature: "ENABLED", retry_grace_period_seconds: 60 }],
        explicit_auth_flows: ["ALLOW_USER_SRP_AUTH"],
      },
    ],
  ],
  enableTokenRevocation: [[{ enableTokenRevocation: false }, { enable_token_revocation: false }]],
  preventUserExistenceErrors: [[{ preventUserExistenceErrors: "LEGACY" }, { prevent_user_existence_errors: "LEGACY" }]],
  explicitAuthFlows: [
    [
      { explicitAuthFlows: ["ALLOW_USER_AUTH", "ALLOW_CUSTOM_AUTH"] },
      { explicit_auth_flows: ["ALLOW_CUSTOM_AUTH", "ALLOW_USER_AUTH"] },
    ],
    [{ explicitAuthFlows: { var: "flows" } }, { explicit_auth_flows: "${var.flows}" }],
  ],
  allowedOauthFlows: [
    [
      { allowedOauthFlows: ["implicit", "code"] },
      { allowed_oauth_flows: ["code", "implicit"], allowed_oauth_flows_user_pool_client: true },
    ],
    [{ allowedOauthFlows: [] }, { allowed_oauth_flows: [], allowed_oauth_flows_user_pool_client: false }],
  ],
  allowedOauthScopes: [[{ allowedOauthScopes: ["phone", "openid"] }, { allowed_oauth_scopes: ["openid", "phone"] }]],
  callbackUrls: [
    [
      { callbackUrls: ["https://b.example", { var: "url" }, "https://a.example"] },
      { callback_urls: ["${var.url}", "https://a.example", "https://b.example"] },
    ],
  ],
  logoutUrls: [[{ logoutUrls: ["app://out"] }, { logout_urls: ["app://out"] }]],
  defaultRedirectUri: [[{ defaultRedirectUri: "https://a.example" }, { default_redirect_uri: "https://a.example" }]],
  supportedIdentityProviders: [
    [{ supportedIdentityProviders: ["Google", "COGNITO"] }, { supported_identity_providers: ["COGNITO", "Google"] }],
  ],
  readAttributes: [
    [{ readAttributes: ["name", "email"] }, { read_attributes: ["email", "name"] }],
    [
      { readAttributes: { scopes: ["email"], attributes: ["custom:a"] } },
      { read_attributes: ["custom:a", "email", "email_verified"] },
    ],
  ],
  writeAttributes: [
    [
      { writeAttributes: { scopes: ["email", "phone"], attributes: ["custom:a"] } },
      { write_attributes: ["custom:a", "email", "phone_number"] },
    ],
  ],
  enablePropagateAdditionalUserContextData: [
    [{ enablePropagateAdditionalUserContextData: true }, { enable_propagate_additional_user_context_data: true }],
  ],
  analyticsConfiguration: [
    [
      { analyticsConfiguration: { applicationId: "ab", externalId: "id", roleArn: "arn:role", userDataShared: true } },
      {
        analytics_configuration: [
          { application_id: "ab", external_id: "id", role_arn: "arn:role", user_data_shared: true },
        ],
      },
    ],
    [
      { analyticsConfiguration: { applicationArn: "arn:app" } },
      { analytics_configuration: [{ application_arn: "arn:app", user_data_shared: false }] },
    ],
  ],
  generateSecret: [[{ generateSecret: true }, { generate_secret: true }]],
  preventDestroy: [[{ preventDestroy: false }, { lifecycle: { prevent_destroy: false } }]],
};

/** Keys that are no argument: each has tests of its own. */
const NO_ARGUMENTS = [
  ...["only", "except", "renamedFrom", "adopted", "unset", "acknowledge", "allowDestroy"],
  ...["generations", "current", "retire", "publish", "secretHashProxy"],
  ...["deliver", "threatProtection", "uiCustomization", "branding"],
];

test("every key of a client is in the table, or is not an argument", () => {
  const keys = Object.keys(anyClientSchema.shape).filter((key) => !NO_ARGUMENTS.includes(key));
  expect(Object.keys(ARGUMENTS).sort()).toEqual(keys.sort());
});

test.each(Object.entries(ARGUMENTS).flatMap(([key, cases]) => cases.map((each) => [key, ...each] as const)))(
  "clients.*.%s %j",
  (_, client, becomes) => {
    expect(appClient(stackOf({ client }))).toMatchObject(becomes);
  },
);

describe("GIVEN a client that says nothing but its platform", () => {
  const STANDARD = [
    ...[
      "address",
      "birthdate",
      "email",
      "family_name",
      "gender",
      "given_name",
      "locale",
      "middle_name",
      "name",
      "nickname",
    ],
    ...["phone_number", "picture", "preferred_username", "profile", "updated_at", "website", "zoneinfo"],
  ];

  test("WHEN it is synthesized THEN every argument that the project owns is written", () => {
    const { "//": _, ...client } = appClient(stackOf({ pool: { attributes: { "custom:plan": {} } } }));
    const { lifecycle, ...written } = client;
    expect(written).toEqual({
      name: "app",
      user_pool_id: "${aws_cognito_user_pool.users.id}",
      generate_secret: false,
      access_token_validity: 1,
      id_token_validity: 1,
      refresh_token_validity: 30,
      token_validity_units: [{ access_token: "hours", id_token: "hours", refresh_token: "days" }],
      auth_session_validity: 3,
      refresh_token_rotation: [{ feature: "DISABLED", retry_grace_period_seconds: 0 }],
      enable_token_revocation: true,
      prevent_user_existence_errors: "ENABLED",
      explicit_auth_flows: [],
      allowed_oauth_flows_user_pool_client: false,
      allowed_oauth_flows: [],
      allowed_oauth_scopes: [],
      callback_urls: [],
      logout_urls: [],
      supported_identity_providers: ["COGNITO"],
      read_attributes: [...STANDARD, "custom:plan", "email_verified", "phone_number_verified"].sort(),
      write_attributes: STANDARD,
      enable_propagate_additional_user_context_data: false,
    });
    expect(lifecycle).toMatchObject({ prevent_destroy: true });
  });

  test("THEN no custom attribute is writable, and neither redirect nor analytics is there", () => {
    const client = appClient(stackOf({ pool: { attributes: { "custom:plan": {} } } }));
    expect(client.write_attributes).not.toContain("custom:plan");
    expect(client).not.toHaveProperty("default_redirect_uri");
    expect(client).not.toHaveProperty("analytics_configuration");
  });
});

describe("GIVEN clientDefaults", () => {
  const clientDefaults = { accessTokenValidity: "30m", generateSecret: true, callbackUrls: ["https://a.example"] };

  test("THEN a client takes them, unless it says otherwise", () => {
    expect(appClient(stackOf({ pool: { clientDefaults } }))).toMatchObject({
      access_token_validity: 30,
      generate_secret: true,
    });
    expect(appClient(stackOf({ pool: { clientDefaults }, client: { accessTokenValidity: "2h" } }))).toMatchObject({
      access_token_validity: 2,
    });
  });

  test("THEN a platform that cannot take one goes without", () => {
    const machine = appClient(
      stackOf({ pool: { clientDefaults }, client: { platform: "machine", allowedOauthScopes: ["a/b"] } }),
    );
    expect(machine).toMatchObject({ access_token_validity: 30, callback_urls: [] });
    expect(appClient(stackOf({ pool: { clientDefaults }, client: { platform: "ios" } }))).toMatchObject({
      generate_secret: false,
    });
  });
});

function units(other: object): object {
  return { token_validity_units: [{ access_token: "hours", id_token: "hours", refresh_token: "days", ...other }] };
}
