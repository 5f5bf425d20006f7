import { type StandIn, startStandIn } from "../../lib/terraform/stand-in-pool";
import { describeTerraform, type Workspace } from "../support/terraform";
import { openStack, rulesIn, workspaceOf } from "./open-stack";

const OPEN = `
project: acme
environments: { prod: { region: eu-west-1 } }
pools:
  users:
    attributes: { email: { required: true } }
    domain: { prefix: acme-users }
    clients:
      app:
        platform: spa
        accessTokenValidity: { var: access_minutes, default: 60 }
        refreshTokenValidity: { var: refresh_days, unit: days, default: 30 }
        refreshTokenRotation: { retryGracePeriod: { var: grace_seconds, unit: seconds, default: 10 } }
        callbackUrls: { var: callbacks, default: ["https://app.example.com/"] }
        writeAttributes: { var: writable }
        name: { var: client_name, default: app, sensitive: true }
`;

const EXISTING = `
project: acme
environments: { prod: { region: eu-west-1 } }
pools:
  users:
    existing: { userPoolId: eu-west-1_AbCdEfGhI }
    clients:
      app: { platform: ios, writeAttributes: [name] }
`;

const good = { writable: ["email"] };

describeTerraform("a config that leaves values open", () => {
  const stack = openStack(OPEN);

  test.each([
    ["the defaults", good],
    [
      "limits themselves, and other callbacks",
      {
        ...good,
        access_minutes: 5,
        refresh_days: 3650,
        grace_seconds: 60,
        callbacks: ["http://localhost:3000/", "https://b.example.com/"],
      },
    ],
  ])("plans with %s", async (_, variables) => {
    const { exitCode, output } = await stack().plan({ variables });
    expect([exitCode, output]).toEqual([0, expect.stringContaining("3 to add")]);
  });

  // Terraform tells all that is wrong with variables at once, and of conditions only where the variables are right.
  test.each([
    [
      ["TOK-01", "TOK-03", "TOK-16", "OAU-17", "OAU-18", "OAU-19"],
      {
        ...good,
        access_minutes: 4,
        refresh_days: 3651,
        grace_seconds: 61,
        callbacks: ["/callback", "https://app.example.com/#top", "http://app.example.com/"],
      },
    ],
    [["TOK-01", "TOK-03", "OAU-07"], { ...good, access_minutes: 1441, refresh_days: 213505, callbacks: [] }],
    [["ATT-02"], { writable: ["email", "emial"] }],
    [["ATT-03"], { writable: ["email", "email_verified"] }],
    [["ATT-04"], { writable: ["name"] }],
  ])("fails with %j when %j", async (expected, variables) => {
    const { exitCode, output } = await stack().plan({ variables });
    expect(exitCode).toBe(1);
    expect(rulesIn(output)).toEqual([...expected].sort());
  });

  test("keeps a sensitive value out of its message", async () => {
    const { exitCode, output } = await stack().plan({ variables: { ...good, client_name: "secret/name" } });
    expect([exitCode, output]).toEqual([1, expect.stringMatching(/CLI-02 [a-z-]+: client app/)]);
    expect(output).toContain('name "(sensitive)"');
  });
});

const ANALYTICS = `
project: acme
environments: { prod: { region: eu-west-1, accountId: { var: account_id } } }
pools:
  users:
    clients:
      app:
        platform: ios
        analyticsConfiguration:
          applicationId: 0a1b2c
          externalId: users
          roleArn: arn:aws:iam::123456789012:role/analytics
        acknowledge: { MIS-05: an old project }
`;

describeTerraform("an account that is left open, beside analytics whose role names one", () => {
  const stack = openStack(ANALYTICS);

  test.each([
    ["123456789012", 0],
    ["111122223333", 1],
  ])("plans with account %s: exit code %i", async (account_id, expected) => {
    const { exitCode, output } = await stack().plan({ variables: { account_id } });
    expect(exitCode).toBe(expected);
    if (expected === 1) expect(output).toContain("MIS-07 analytics-arns");
  });
});

describeTerraform("a client on an existing pool", () => {
  const attribute = (Name: string, Required: boolean) => ({
    Name,
    Required,
    AttributeDataType: "String",
    DeveloperOnlyAttribute: false,
    Mutable: true,
  });
  const stack = openStack(EXISTING);

  test.each([
    [
      "plans where the live pool requires what it writes",
      [attribute("name", true), attribute("email", false)],
      0,
      /1 to add/,
    ],
    [
      "fails when the live pool requires more",
      [attribute("name", true), attribute("email", true)],
      1,
      /ATT-04 [a-z-]+: client app/,
    ],
  ])("%s", async (_, schema, expected, shown) => {
    const standIn = await startStandIn(schema);
    try {
      const { exitCode, output } = await stack().plan({ endpoint: standIn.endpoint });
      expect([exitCode, output]).toEqual([expected, expect.stringMatching(shown)]);
      if (expected === 1) expect(output).toContain("email");
    } finally {
      standIn.close();
    }
  });
});

const SENSITIVE = `
project: acme
environments: { prod: { region: { var: region, default: eu-west-1, sensitive: true } } }
pools:
  users:
    domain: { prefix: { var: prefix, default: acme-users, sensitive: true } }
    resourceServers:
      api: { identifier: { var: identifier, default: "https://api.example.com", sensitive: true }, scopes: { read: R } }
    clients:
      jobs: { platform: machine, allowedOauthScopes: [api/read] }
`;
const SENSITIVE_EXISTING = SENSITIVE.replace(
  /domain: .*/,
  "existing: { userPoolId: { var: pool, default: eu-west-1_AbCdEfGhI, sensitive: true } }",
);

describeTerraform("an existing pool whose id is left open", () => {
  let workspace: Workspace;
  let standIn: StandIn;
  beforeAll(async () => {
    workspace = await workspaceOf(EXISTING.replace("eu-west-1_AbCdEfGhI", "{ var: pool_id }"));
    standIn = await startStandIn([]);
  }, 60_000);
  afterAll(() => {
    standIn.close();
    workspace.remove();
  });

  test.each([
    ["eu-west-1_AbCdEfGhI", 0, "1 to add"],
    ["not a pool", 1, "POOL-03 user-pool-id: user pool users"],
  ])("%s", async (id, expected, shown) => {
    const { exitCode, output } = await workspace.plan({ endpoint: standIn.endpoint, variables: { pool_id: id } });
    expect([exitCode, output]).toEqual([expected, expect.stringContaining(shown)]);
  });
});

describeTerraform("a config in which what is left open is sensitive", () => {
  test.each([
    ["a pool of its own", SENSITIVE],
    ["an existing pool", SENSITIVE_EXISTING],
  ])("plans without a warning: %s", async (_, config) => {
    const workspace = await workspaceOf(config);
    const standIn = await startStandIn([]);
    const { exitCode, output } = await workspace.plan({ endpoint: standIn.endpoint });
    standIn.close();
    workspace.remove();
    expect([exitCode, output]).toEqual([0, expect.not.stringMatching(/Warning|Error/)]);
  });
});
