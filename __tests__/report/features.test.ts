import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Estate } from "../../lib/report/estate";
import { cli } from "../support/cli";
import { ROOT } from "../support/repository";
import { temporaryFolder } from "../support/temporary-folder";
import { HOSTILE } from "./hostile";
import { parseCsv, reportOf } from "./support";

/** What is beside the arguments of clients: promises, secrets and where they go, threat protection, web ACLs, looks. */
describe("the report of everything.yaml", () => {
  let estate: Estate;
  let rows: string[][];
  beforeAll(async () => {
    const out = temporaryFolder("report");
    await cli(ROOT, "report", "--config", "examples/everything.yaml", "--out", out);
    estate = JSON.parse(readFileSync(join(out, "estate.json"), "utf8"));
    rows = parseCsv(readFileSync(join(out, "clients.csv"), "utf8"));
  });
  const stack = (name: string) => estate.stacks.find((each) => each.stack === name);
  const client = (name: string) => stack("customers-prod")?.clients.find((each) => each.client === name);

  test("has each promise, which holds", () => {
    expect(estate.promises).toHaveLength(5);
    expect(estate.promises[0]).toEqual({
      promise: "no public client writes custom:tenant",
      holds: true,
      counterexamples: [],
    });
    expect(estate.promises.filter(({ holds }) => !holds)).toEqual([]);
  });

  test("has what threat protection does, and the web ACL", () => {
    expect(stack("customers-prod")).toMatchObject({
      webAcl: expect.stringContaining(":regional/webacl/sign-in/"),
      riskResponses: {
        "compromised password": "BLOCK",
        "low risk": "NO_ACTION",
        "medium risk": "MFA_IF_CONFIGURED",
        "high risk": "BLOCK",
      },
    });
    expect(client("backend")?.riskResponses).toEqual({ "compromised password": "BLOCK" });
    expect(client("web")?.riskResponses).toEqual(stack("customers-prod")?.riskResponses);
  });

  test("has where secrets go, who knows them and how pages look", () => {
    expect(client("backend")).toMatchObject({
      generations: [1, 2],
      currentGeneration: 2,
      deliveries: { "Secrets Manager": "acme/prod/backend", "Parameter Store": "/acme/prod/backend" },
      publishedAt: null,
      proxy: null,
      look: "customization of the pool",
    });
    expect(client("web")).toMatchObject({ deliveries: {}, publishedAt: "/acme/prod/web", look: "own customization" });
    expect(client("tv")?.proxy).toEqual({
      domain: "auth-api.acme.example",
      webAcl: expect.stringContaining(":global/webacl/acme/"),
      operations: ["InitiateAuth", "RespondToAuthChallenge", "GetTokensFromRefreshToken", "RevokeToken"],
    });
  });

  test("has the same in clients.csv", () => {
    const [header = [], ...lines] = rows;
    const of = (name: string) => {
      const cells = lines.find(([, environment, key]) => environment === "prod" && key === name) ?? [];
      return Object.fromEntries(header.map((key, index) => [key, cells[index]]));
    };
    expect(of("backend")).toMatchObject({
      generations: "1; 2",
      current_generation: "2",
      deliveries: "Secrets Manager: acme/prod/backend; Parameter Store: /acme/prod/backend",
      proxy: "no",
      risk_responses: "compromised password: BLOCK",
      web_acl: expect.stringContaining(":regional/webacl/sign-in/"),
    });
    expect(of("tv")).toMatchObject({ proxy: "yes", published_at: "" });
  });
});

test("logs are where the config says", async () => {
  const out = temporaryFolder("report");
  await cli(ROOT, "report", "--config", "examples/newer-provider/log-delivery.yaml", "--out", out);
  const { stacks }: Estate = JSON.parse(readFileSync(join(out, "estate.json"), "utf8"));
  const group = (name: string) => `arn:aws:logs:eu-west-1:111122223333:log-group:/aws/vendedlogs/${name}`;
  expect(stacks.map(({ logs }) => logs)).toEqual([
    {
      "errors of messages": { to: "CloudWatch Logs", arn: group("customers") },
      "activity of users": { to: "S3", arn: "arn:aws:s3:::acme-user-activity/customers" },
    },
    { "activity of users": { to: "Data Firehose", arn: { var: "activity_stream" } } },
    { "activity of users": { to: "CloudWatch Logs", arn: group("staff") } },
  ]);
  const [header = [], ...rows] = parseCsv(readFileSync(join(out, "clients.csv"), "utf8"));
  expect(rows.map((cells) => cells[header.indexOf("logs")])).toEqual([
    `errors of messages: ${group("customers")}; activity of users: arn:aws:s3:::acme-user-activity/customers`,
    "activity of users: var.activity_stream",
    `activity of users: ${group("staff")}`,
  ]);
});

test("a style of its own is the look of a client", async () => {
  const out = temporaryFolder("report");
  await cli(ROOT, "report", "--config", "examples/branding.yaml", "--out", out);
  const { stacks }: Estate = JSON.parse(readFileSync(join(out, "estate.json"), "utf8"));
  expect(stacks.flatMap(({ clients }) => clients.map(({ look }) => look))).toContain("own style");
});

test("a broken promise has its counterexamples, and hostile text in it is text", async () => {
  const name = HOSTILE[4] as string;
  const { estate, exitCode, text } = await reportOf(`
project: acme
environments: { dev: { region: eu-west-1 }, prod: { region: eu-west-1 } }
promises: [no client has an access token over 30 minutes, every client is confidential, no client of prod uses implicit]
pools:
  users:
    clients:
      app: { platform: spa, name: ${JSON.stringify(name)}, accessTokenValidity: { var: minutes, default: 20, unit: minutes } }
`);
  expect(exitCode).toBe(1);
  expect(estate.promises.map(({ holds }) => holds)).toEqual([false, false, true]);
  expect(estate.promises[0]?.counterexamples).toEqual([
    expect.stringMatching(/^users-dev: .* is broken: .* when variable minutes is \d+ \(pools\.users\.clients\.app/),
    expect.stringMatching(/^users-prod: /),
  ]);
  expect(text("index.html")).not.toContain("<img");
});
