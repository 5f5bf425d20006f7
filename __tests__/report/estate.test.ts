import { readFileSync } from "node:fs";
import { join } from "node:path";
import { examples } from "../examples/examples";
import { cli } from "../support/cli";
import { ROOT } from "../support/repository";
import { temporaryFolder } from "../support/temporary-folder";
import { reportOf } from "./support";

const CONFIG = `
project: acme
environments:
  dev: { region: eu-west-1, pools: { users: { userPoolTier: PLUS, clients: { app: { accessTokenValidity: 8h, callbackUrls: [http://localhost:3000/cb] } } } } }
  stage: { region: eu-west-1 }
  prod: { region: eu-west-2 }
pools:
  users:
    usernameAttributes: [email]
    attributesRequireVerificationBeforeUpdate: [email]
    domain: { prefix: { var: prefix, default: acme-users } }
    attributes: { email: { required: true }, "custom:role": { authority: true } }
    adminCreateUserOnly: true
    identityProviders:
      Corporate:
        providerType: OIDC
        providerDetails: { client_id: a, client_secret: { var: idp_secret, default: s3cr3t-default, sensitive: true }, authorize_scopes: openid email, attributes_request_method: GET, oidc_issuer: https://login.example.com }
        attributeMapping: { email: email }
      Old:
        providerType: OIDC
        providerDetails: { client_id: a, client_secret: s3cr3t-literal, authorize_scopes: openid email, attributes_request_method: GET, oidc_issuer: https://old.example.com }
        attributeMapping: { email: email }
    clientDefaults: { refreshTokenValidity: { var: refresh_days, default: 10, unit: days } }
    clients:
      app: { platform: spa, callbackUrls: [https://app.example.com/cb], supportedIdentityProviders: [COGNITO, Corporate], accessTokenValidity: 60m }
      api: { platform: server, writeAttributes: [email, "custom:role"] }
      jobs: { platform: server, except: [prod], accessTokenValidity: 25h }
`;

describe("the estate", () => {
  test.each(examples)("of $file has every client of every stack, as the models have them", async (example) => {
    const { pools } = await example.load();
    const out = temporaryFolder("report");
    await cli(ROOT, "report", "--config", `examples/${example.file}`, "--out", out);
    const estate = JSON.parse(readFileSync(join(out, "estate.json"), "utf8"));
    const ids = estate.stacks.map(({ stack, clients }: { stack: string; clients: { client: string }[] }) => [
      stack,
      clients.map(({ client }) => client),
    ]);
    expect(ids).toEqual(pools.map(({ stack, clients }) => [stack, clients.map(({ key }) => key)]));
  });

  test("says who can sign in how, and why", async () => {
    const { estate } = await reportOf(CONFIG);
    const [app, api] = estate.stacks[2]?.clients ?? [];
    expect(app?.signIn).toMatchObject({
      answer: "yes",
      api: "yes",
      pages: "yes",
      providers: { COGNITO: "yes", Corporate: "yes", Old: "no" },
    });
    expect(app?.signIn.because).toContainEqual({
      fact: "callbackUrls has 1 item",
      path: "pools.users.clients.app.callbackUrls",
      file: "userpools.yaml",
      line: 25,
    });
    expect(api).toMatchObject({
      type: "confidential",
      signIn: { pages: "no" },
      writesPrivileged: { "custom:role": "yes" },
    });
  });

  test("has lifetimes in seconds, also those that a variable holds", async () => {
    const { estate, rows } = await reportOf(CONFIG);
    expect(estate.stacks[0]?.clients[0]?.lifetimes).toEqual({
      accessToken: 28_800,
      idToken: 3_600,
      refreshToken: { var: "refresh_days", default: 864_000, unit: "seconds" },
      authSession: 180,
    });
    expect(rows("clients.csv")[0]).toMatchObject({
      client: "app",
      access_token_seconds: "28800",
      refresh_token_seconds: "var.refresh_days (default 864000)",
      providers: "COGNITO; Corporate",
      callback_urls: "http://localhost:3000/cb",
    });
  });

  test("has what is not the same in every environment, and nothing that only has the environment's own name", async () => {
    const { estate } = await reportOf(CONFIG);
    expect(estate.differences).toEqual([
      { pool: "users", client: "jobs", path: "", values: { dev: true, stage: true, prod: false } },
      {
        pool: "users",
        client: null,
        path: "userPoolTier",
        values: { dev: "PLUS", stage: "ESSENTIALS", prod: "ESSENTIALS" },
      },
      {
        pool: "users",
        client: "app",
        path: "accessTokenValidity",
        values: { dev: "8 hours", stage: "1 hour", prod: "1 hour" },
      },
      {
        pool: "users",
        client: "app",
        path: "callbackUrls",
        values: {
          dev: ["http://localhost:3000/cb"],
          stage: ["https://app.example.com/cb"],
          prod: ["https://app.example.com/cb"],
        },
      },
      {
        pool: "users",
        client: null,
        path: "region",
        values: { dev: "eu-west-1", stage: "eu-west-1", prod: "eu-west-2" },
      },
    ]);
  });

  test("has the findings of check, each with its client, and counts them", async () => {
    const { estate, rows, exitCode } = await reportOf(CONFIG);
    expect(exitCode).toBe(1);
    expect(
      estate.findings
        .filter(({ severity }) => severity === "error")
        .map((each) => [each.stack, each.client, each.rule]),
    ).toEqual([
      ["users-dev", "jobs", "TOK-01"],
      ["users-stage", "jobs", "TOK-01"],
    ]);
    expect(estate.summary).toMatchObject({ pools: 1, stacks: 3, clients: 8, errors: 2 });
    expect(rows("findings.csv")).toHaveLength(estate.findings.length);
    expect(rows("clients.csv").map(({ client, errors }) => [client, errors])).toContainEqual(["jobs", "1"]);
  });

  test("names the client of a warning that clientDefaults give it", async () => {
    const { estate } = await reportOf(
      CONFIG.replace(
        "{ refreshTokenValidity: ",
        "{ explicitAuthFlows: [ALLOW_USER_PASSWORD_AUTH, ALLOW_REFRESH_TOKEN_AUTH], refreshTokenValidity: ",
      ),
    );
    const named = estate.findings.filter(({ stack, path }) => stack === "users-prod" && /clientDefaults/.test(path));
    expect([...new Set(named.map(({ client }) => client))]).toEqual(["app", "api"]);
  });

  test("has no secret, and no default of a sensitive variable", async () => {
    const { text } = await reportOf(CONFIG);
    for (const name of ["index.html", "estate.json", "clients.csv", "findings.csv"])
      expect(text(name)).not.toContain("s3cr3t");
  });

  test("has the environment that --env names alone", async () => {
    const { estate } = await reportOf(CONFIG, "--env", "prod");
    expect(estate).toMatchObject({ environments: ["prod"], differences: [], summary: { stacks: 1, clients: 2 } });
  });
});
