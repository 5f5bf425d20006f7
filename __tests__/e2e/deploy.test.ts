import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { example } from "../examples/examples";
import { LoopbackCognito } from "../support/cognito/loopback-cognito";
import { describeTerraform } from "../support/terraform";
import { Cdktf, describeCdktf } from "./cdktf";

jest.setTimeout(300_000);

const STACK = "customers-prod";

/** Every standard attribute that a client can read; those with a star it cannot write. */
const STANDARD = [
  ...[
    "address",
    "birthdate",
    "email",
    "email_verified*",
    "family_name",
    "gender",
    "given_name",
    "locale",
    "middle_name",
  ],
  ...["name", "nickname", "phone_number", "phone_number_verified*", "picture", "preferred_username", "profile"],
  ...["updated_at", "website", "zoneinfo"],
];
const READABLE = [...STANDARD.map((name) => name.replace("*", "")), "custom:tenant"].sort();
const WRITABLE = STANDARD.filter((name) => !name.endsWith("*"));
const PROFILE_AND_EMAIL = WRITABLE.filter((name) => !["address", "phone_number"].includes(name));

const signIn = {
  AllowedOAuthFlows: ["code"],
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthScopes: ["email", "openid", "profile"],
  AuthSessionValidity: 3,
  EnablePropagateAdditionalUserContextData: false,
  EnableTokenRevocation: true,
  ExplicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"],
  PreventUserExistenceErrors: "ENABLED",
  RefreshTokenRotation: { Feature: "DISABLED", RetryGracePeriodSeconds: 0 },
  SupportedIdentityProviders: ["COGNITO", "Google"],
  ReadAttributes: READABLE,
  WriteAttributes: WRITABLE,
};

/** What examples/multi-platform.ts says of each client, in the words of Cognito's API, which has no empty lists. */
const CLIENTS: Readonly<Record<string, object>> = {
  ios: {
    ...signIn,
    ...lifetimes([1, "hours"], [1, "hours"], [90, "days"]),
    CallbackURLs: ["com.acme.shop://signed-in"],
    LogoutURLs: ["com.acme.shop://signed-out"],
  },
  android: {
    ...signIn,
    ...lifetimes([1, "hours"], [1, "hours"], [90, "days"]),
    CallbackURLs: ["https://shop.acme.example/android/signed-in"],
    LogoutURLs: ["https://shop.acme.example/android/signed-out"],
  },
  web: {
    ...signIn,
    ...lifetimes([1, "hours"], [1, "hours"], [12, "hours"]),
    CallbackURLs: ["http://localhost:3000/signed-in", "https://shop.acme.example/signed-in"],
    LogoutURLs: ["http://localhost:3000/", "https://shop.acme.example/"],
    DefaultRedirectURI: "https://shop.acme.example/signed-in",
    ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH"],
    RefreshTokenRotation: { Feature: "ENABLED", RetryGracePeriodSeconds: 10 },
    WriteAttributes: PROFILE_AND_EMAIL,
  },
  backoffice: {
    ...signIn,
    ...lifetimes([60, "minutes"], [1, "hours"], [8, "hours"]),
    AllowedOAuthScopes: [
      "email",
      "https://api.acme.example/orders/read",
      "https://api.acme.example/orders/write",
      "openid",
    ],
    CallbackURLs: ["https://backoffice.acme.example/oauth2/idpresponse"],
    SupportedIdentityProviders: ["COGNITO"],
    ReadAttributes: ["custom:tenant", "email", "email_verified", "name"],
    WriteAttributes: ["custom:tenant", "email", "name"],
  },
  "invoice-jobs": {
    ...signIn,
    ...lifetimes([15, "minutes"], [1, "hours"], [30, "days"]),
    AllowedOAuthFlows: ["client_credentials"],
    AllowedOAuthScopes: ["https://api.acme.example/orders/read"],
    ExplicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
    SupportedIdentityProviders: undefined,
  },
};

/** The clients that have a secret. */
const CONFIDENTIAL = ["backoffice", "invoice-jobs"];

describeTerraform("needs Terraform", () => {
  describeCdktf("GIVEN Cognito on loopback, WHEN cdktf deploys the multi-platform example", () => {
    let cognito: LoopbackCognito;
    let cdktf: Cdktf;
    let outputs: { user_pool_id: string; client_ids: Record<string, string>; domain: string; issuer: string };

    beforeAll(async () => {
      cognito = await LoopbackCognito.start();
      const variables = Object.entries(example("multi-platform").variables(STACK));
      cdktf = new Cdktf({
        ...cognito.environment,
        ...Object.fromEntries(variables.map(([name, value]) => [`TF_VAR_${name}`, value])),
        COGNITO_CONFIG: "examples/multi-platform.ts",
      });
      const { exitCode, output } = await cdktf.run("deploy", STACK, "--auto-approve", "--skip-provider-lock");
      if (exitCode !== 0) throw new Error(output.slice(-8000));
    });
    afterAll(() => cognito?.stop());

    test("THEN cdktf output gives the ids, and no secret", async () => {
      const file = join(cdktf.folder, "outputs.json");
      const { exitCode } = await cdktf.run(
        "output",
        STACK,
        "--skip-synth",
        "--skip-provider-lock",
        "--outputs-file",
        file,
      );
      expect(exitCode).toBe(0);
      outputs = JSON.parse(readFileSync(file, "utf8"))[STACK];
      expect(Object.keys(outputs).sort()).toEqual([
        "client_ids",
        "domain",
        "issuer",
        "jwks_uri",
        "rule_set",
        "user_pool_arn",
        "user_pool_id",
      ]);
      expect(Object.keys(outputs.client_ids).sort()).toEqual(Object.keys(CLIENTS).sort());
      expect(outputs.domain).toBe("acme-customers.auth.eu-west-1.amazoncognito.com");
    });

    test.each(Object.entries(CLIENTS))(
      "THEN client %s, read back, holds what the config says",
      async (name, expected) => {
        const ClientId = outputs.client_ids[name];
        const { UserPoolClient } = cognito.call("DescribeUserPoolClient", {
          UserPoolId: outputs.user_pool_id,
          ClientId,
        });
        const { ClientSecret, CreationDate, LastModifiedDate, UserPoolId, ...client } = UserPoolClient as Record<
          string,
          unknown
        >;
        expect(sorted(client)).toEqual({ ...expected, ClientId, ClientName: name });
        expect(typeof ClientSecret).toBe(CONFIDENTIAL.includes(name) ? "string" : "undefined");
      },
    );

    test.each(Object.keys(CLIENTS))(
      "THEN the AWS provider asked for a secret for %s only where the platform has one",
      (name) => {
        const created = cognito.calls.filter(
          ({ operation, request }) => operation === "CreateUserPoolClient" && request.ClientName === name,
        );
        expect(created.map(({ request }) => request.GenerateSecret ?? false)).toEqual([CONFIDENTIAL.includes(name)]);
      },
    );

    test("THEN pool, resource server and domain are made before the clients that name them", () => {
      const order = cognito.calls
        .map(({ operation }) => operation)
        .filter((operation) => operation.startsWith("Create"));
      expect(order[0]).toBe("CreateUserPool");
      const request = (name: string) => cognito.calls.findIndex((call) => call.request.ClientName === name);
      const index = (operation: string) => cognito.calls.findIndex((call) => call.operation === operation);
      expect(index("CreateResourceServer")).toBeLessThan(request("invoice-jobs"));
      expect(index("CreateIdentityProvider")).toBeLessThan(request("web"));
    });

    test("THEN cdktf diff finds nothing to change, and every condition holds of what was read back", async () => {
      const { exitCode, output } = await cdktf.run("diff", STACK, "--skip-synth", "--skip-provider-lock");
      expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
      expect(output).toMatch(/No changes/);
    });

    test("THEN cdktf synth --hcl puts HCL in place of JSON, and leaves the state where it is", async () => {
      const { exitCode, output } = await cdktf.run("synth", "--hcl");
      expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
      const folder = join(cdktf.output, "stacks", STACK);
      expect(readFileSync(join(folder, "cdk.tf"), "utf8")).toMatch(
        /^resource "aws_cognito_user_pool_client" "ios" \{$/m,
      );
      expect(existsSync(join(folder, "cdk.tf.json"))).toBe(false);
      expect(existsSync(join(cdktf.folder, `terraform.${STACK}.tfstate`))).toBe(true);
    });
  });
});

function lifetimes(...[access, id, refresh]: readonly [number, string][]): object {
  return {
    AccessTokenValidity: access?.[0],
    IdTokenValidity: id?.[0],
    RefreshTokenValidity: refresh?.[0],
    TokenValidityUnits: { AccessToken: access?.[1], IdToken: id?.[1], RefreshToken: refresh?.[1] },
  };
}

/** Lists of the API come in no order. */
function sorted(client: Record<string, unknown>): object {
  return Object.fromEntries(
    Object.entries(client).map(([key, value]) => [key, Array.isArray(value) ? [...value].sort() : value]),
  );
}
