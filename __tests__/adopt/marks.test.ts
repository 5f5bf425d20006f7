import type { StackJson } from "../examples/examples";
import { CLIENT, POOL } from "../gate/plans";
import { appClient, stackOf } from "../stacks/stack";
import { configOf, modelOf } from "../support/models";
import { CLIENT_ID, client, POOL_ID, pool } from "./adopted";

type Imports = StackJson & { readonly import: readonly { readonly to: string; readonly id: string }[] };

describe("the stack of an adopted pool", () => {
  test("imports the pool, what is attached to it and is not new, and the clients that are adopted", () => {
    const stack = stackOf({
      pool: {
        ...pool,
        domain: { prefix: "acme" },
        additionalDomain: { customDomain: "login.acme.example", certificateArn: "arn", new: true },
        resourceServers: {
          orders: { identifier: "https://api.acme.example/", scopes: {} },
          late: { scopes: {}, new: true },
        },
        identityProviders: { Corp: { providerType: "SAML", providerDetails: { MetadataURL: "https://idp.example" } } },
        groups: { "a b": {}, "${x}": {} },
      },
      client,
    }) as Imports;
    expect(stack.import).toEqual([
      { to: "aws_cognito_user_pool.users", id: POOL_ID },
      { to: "aws_cognito_user_pool_domain.users", id: "acme" },
      { to: "aws_cognito_resource_server.orders", id: `${POOL_ID}|https://api.acme.example/` },
      { to: "aws_cognito_identity_provider.corp", id: `${POOL_ID}:Corp` },
      { to: "aws_cognito_user_group.a_b", id: `${POOL_ID}/a b` },
      { to: "aws_cognito_user_group.x", id: `${POOL_ID}/$\${x}` },
      { to: "aws_cognito_user_pool_client.app", id: `${POOL_ID}/${CLIENT_ID}` },
    ]);
    expect(stack.terraform.required_version).toBe(">= 1.5.0");
  });

  test("imports clients alone where the pool is managed elsewhere, and needs Terraform 1.6 for an id in a variable", () => {
    const stack = stackOf({ pool: { existing: { userPoolId: { var: "pool" } } }, client }) as Imports;
    expect(stack.import).toEqual([{ to: "aws_cognito_user_pool_client.app", id: `\${var.pool}/${CLIENT_ID}` }]);
    expect(stack.terraform.required_version).toBe(">= 1.6.0");
  });

  test("never writes generate_secret of an adopted client, but of its later generations", () => {
    expect(appClient(stackOf({ pool, client }))).not.toHaveProperty("generate_secret");
    const server = { ...client, platform: "server" as const, generations: [1, 2] };
    const stack = stackOf({ pool, client: { ...server, unset: ["readAttributes"] } }) as Imports;
    const { app, app_g2 } = stack.resource?.[CLIENT] ?? {};
    expect(app).not.toHaveProperty("generate_secret");
    expect(app).not.toHaveProperty("read_attributes");
    expect(app_g2).toMatchObject({ generate_secret: true, read_attributes: [] });
    expect(stack.import.map(({ to }) => to)).toEqual([`${POOL}.users`, `${CLIENT}.app`]);
  });

  test("leaves out what is unset, whatever the defaults of clients say", () => {
    const stack = stackOf({
      pool: { ...pool, clientDefaults: { accessTokenValidity: "2h", readAttributes: ["email"] } },
      client: { ...client, unset: ["accessTokenValidity", "readAttributes"] },
    });
    expect(appClient(stack)).not.toHaveProperty("access_token_validity");
    expect(appClient(stack)).not.toHaveProperty("read_attributes");
  });

  test("without units, lifetimes are numbers of Cognito's own", () => {
    const validity = { accessTokenValidity: "120m", refreshTokenValidity: "48h" };
    const stack = stackOf({ pool, client: { ...client, ...validity, unset: ["tokenValidityUnits"] } });
    expect(appClient(stack)).toMatchObject({ access_token_validity: 2, refresh_token_validity: 2 });
    expect(() =>
      modelOf(configOf({ pool, client: { ...client, accessTokenValidity: "90m", unset: ["tokenValidityUnits"] } })),
    ).toThrow("AWS accepts whole hours only");
  });
});
