import { parse } from "yaml";
import { comparePools } from "../../lib/review/compare-pools";
import { mergeRepeated } from "../../lib/review/merge-repeated";
import { review } from "../../lib/review/review";
import { plain } from "../../lib/text/quoted";
import { cli, folderWith } from "../support/cli";
import { baseConfig } from "./base";
import { edited } from "./edited";
import { changes, reviewed, rows } from "./reviewed";

/** The JSON form of a review of two YAML texts. */
async function reviewYaml(base: string, head: string, ...args: string[]) {
  const folder = folderWith({ "base.yaml": base, "userpools.yaml": head });
  const { stdout } = await cli(folder, "review", "--base", "base.yaml", "--format", "json", ...args);
  return JSON.parse(stdout).changes;
}

/** The sentences of a review of two YAML texts, with the stacks that each reaches. */
function sentences(base: string, head: string): string[] {
  const { changes } = review(reviewed(parse(base, { merge: true })), reviewed(parse(head, { merge: true })));
  return mergeRepeated(changes).map(({ risk, what, stacks }) => `${risk} ${plain(what)} (${stacks.join(", ")})`);
}

const CONFIG = `project: acme
environments:
  dev: { region: eu-west-1 }
  prod: { region: eu-west-1 }
pools:
  customers:
    clientDefaults: { accessTokenValidity: 1h }
    clients:
      ios: &app
        platform: public
        idTokenValidity: 1h
      android:
        <<: *app
      web: { platform: spa, accessTokenValidity: 15m }
`;

describe("one edit is one change, with its reach", () => {
  test("client defaults", async () => {
    const found = await reviewYaml(
      CONFIG,
      CONFIG.replace("{ accessTokenValidity: 1h }", "{ accessTokenValidity: 2h }"),
      "--env",
      "prod",
    );
    expect(found).toEqual([
      {
        risk: "opens",
        environment: "prod",
        pool: "customers",
        clients: ["ios", "android"],
        what: "ios and android: a stolen access token works for 2 hours instead of 1 hour",
        why: expect.any(String),
        path: "pools.customers.clientDefaults.accessTokenValidity",
        before: "1 hour",
        after: "2 hours",
        file: "userpools.yaml",
        line: 7,
      },
    ]);
  });

  test("client defaults that reach other clients in another environment", () => {
    const base = CONFIG.replace("web: {", "lt: { platform: ios, except: [prod] }\n      web: {");
    const head = base.replace("{ accessTokenValidity: 1h }", "{ accessTokenValidity: 2h }");
    expect(sentences(base, head)).toEqual([
      "opens ios, android and lt: a stolen access token works for 2 hours instead of 1 hour (customers-dev, customers-prod)",
    ]);
  });

  test("client defaults of which no environment has all clients", () => {
    const base = CONFIG.replace(
      "web: {",
      "a: { platform: ios, only: [prod] }\n      b: { platform: ios, only: [dev] }\n      web: {",
    );
    const head = base.replace("{ accessTokenValidity: 1h }", "{ accessTokenValidity: 2h }");
    expect(sentences(base, head)).toEqual([
      "opens ios, android, b and 1 more: a stolen access token works for 2 hours instead of 1 hour (customers-dev, customers-prod)",
    ]);
  });

  test("an environment that several pools are in", () => {
    const base = `${CONFIG}  staff: { clients: {} }\n`;
    const head = base.replace("prod: { region: eu-west-1 }", 'prod: { region: us-east-1, accountId: "111122223333" }');
    expect(sentences(base, head)).toEqual([
      "breaks customers: Region: us-east-1 instead of eu-west-1 (customers-prod, staff-prod)",
      "changes customers: account: now 111122223333 (customers-prod, staff-prod)",
    ]);
  });

  test("an anchor that several clients share", async () => {
    const [change, ...others] = await reviewYaml(
      CONFIG,
      CONFIG.replace("idTokenValidity: 1h", "idTokenValidity: 2h"),
      "--env",
      "prod",
    );
    expect(others).toEqual([]);
    expect(change).toMatchObject({ clients: ["ios", "android"], line: 11 });
  });

  test("an environment: only where it holds, at the overlay's line", async () => {
    const overlay =
      "prod: { region: eu-west-1, pools: { customers: { clientDefaults: { accessTokenValidity: 5m } } } }";
    const found = await reviewYaml(CONFIG, CONFIG.replace("prod: { region: eu-west-1 }", overlay));
    expect(found).toMatchObject([{ environment: "prod", clients: ["ios", "android"], line: 4, risk: "changes" }]);
  });

  test("a value that the head drops: at the line of the base", async () => {
    const found = await reviewYaml(CONFIG, CONFIG.replace(", accessTokenValidity: 15m", ""), "--env", "prod");
    expect(found).toMatchObject([
      { client: "web", side: "base", file: "base.yaml", line: 14, before: "15 minutes", after: "60 minutes" },
    ]);
  });

  test("a default redirect that the head drops stays in AWS", async () => {
    const redirecting = "platform: spa, callbackUrls: [https://a.example/], defaultRedirectUri: https://a.example/,";
    const base = CONFIG.replace("platform: spa,", redirecting);
    const head = base.replace("defaultRedirectUri: https://a.example/,", "");
    const found = await reviewYaml(base, head, "--env", "prod");
    expect(found).toMatchObject([
      { what: "web: default redirect: removed, was https://a.example/", why: expect.stringContaining("stays in AWS") },
    ]);
  });

  test("a removed client: at the line of the base", async () => {
    const found = await reviewYaml(CONFIG, CONFIG.replace(/ {6}web.*\n/, ""), "--env", "prod");
    expect(found).toMatchObject([
      { client: "web", risk: "breaks", side: "base", line: 14, before: "web", after: null },
    ]);
  });

  test("two edits of the same kind are two", () => {
    const set = { "clients.ios.accessTokenValidity": "2h", "clients.android.accessTokenValidity": "2h" };
    expect(rows(baseConfig(), edited({ set }))).toHaveLength(2);
  });

  test("two edits of the same kind on one line are two", async () => {
    const line = (lifetime: string) =>
      `      ios: { platform: ios, idTokenValidity: ${lifetime} }, android: { platform: ios, idTokenValidity: ${lifetime} }\n`;
    const config = (lifetime: string) =>
      `${CONFIG.slice(0, CONFIG.indexOf("    clients:"))}    clients: {\n${line(lifetime)}    }\n`;
    expect(await reviewYaml(config("1h"), config("2h"), "--env", "prod")).toMatchObject([
      { client: "ios", line: 9 },
      { client: "android", line: 9 },
    ]);
  });

  test("changes of one risk are in the order of the file", async () => {
    const [first, environments] = [CONFIG.indexOf("environments:"), CONFIG.indexOf("pools:")];
    const base = CONFIG.slice(0, first) + CONFIG.slice(environments) + CONFIG.slice(first, environments);
    const head = base.replace("spa, ", "spa, name: Web, ").replace("prod: {", "prod: { tags: { a: b },");
    const found: { path: string }[] = await reviewYaml(base, head, "--env", "prod");
    expect(found.map(({ path }) => path)).toEqual(["pools.customers.clients.web.name", "environments.prod.tags"]);
  });

  test("a renamed client keeps its other changes, and is neither removed nor added", () => {
    const head = edited({
      set: {
        "clients.ios": undefined,
        "clients.mobile": {
          platform: "ios",
          renamedFrom: "ios",
          writeAttributes: ["email", "custom:tenant"],
          accessTokenValidity: "2h",
        },
      },
    });
    expect(rows(baseConfig(), head)).toEqual([
      "notes mobile: renamed from ios; its name in Cognito changes to mobile",
      "opens mobile: a stolen access token works for 2 hours instead of 1 hour",
    ]);
  });

  test.each<[string, string[], boolean]>([
    ["the one new client of its platform", ["ios"], true],
    ["no new client of its platform", ["android"], false],
    ["two of them", ["ios", "ios"], false],
  ])("a removed client beside %s may have another key: %j", (_, platforms, mayBe) => {
    const added = platforms.map((platform, index) => [`clients.new${index}`, { platform }]);
    const head = edited({ set: { "clients.ios": undefined, ...Object.fromEntries(added) } });
    const removal = changes(baseConfig(), head).find(({ client, risk }) => client === "ios" && risk === "breaks");
    expect(plain(removal?.why ?? "").includes("renamedFrom: ios in it keeps the client id")).toBe(mayBe);
  });

  test("of two clients with one renamedFrom, the first is the renamed one and the second is new", () => {
    const client = { platform: "ios", writeAttributes: ["email", "custom:tenant"], name: "ios" };
    const set = { "clients.ios": undefined, "clients.mobile": client, "clients.tablet": client };
    const head = reviewed(edited({ set })).pools.map((pool) => ({
      ...pool,
      clients: pool.clients.map((each) => ({ ...each, renamedFrom: "ios" })),
    }));
    const [pool] = comparePools(reviewed(baseConfig()).pools, head);
    expect(pool?.differences.map(({ client, what }) => `${client}: ${plain(what).split(/[,;]/)[0]}`)).toEqual([
      "mobile: renamed from ios",
      "tablet: new public client (ios)",
    ]);
  });

  test("defaults of sensitive variables are never shown", () => {
    const named = (name: string) =>
      edited({ set: { "clients.ios.name": { var: "n", default: name, sensitive: true } } });
    const shown = JSON.stringify([changes(baseConfig(), named("hush")), changes(named("hush"), named("louder"))]);
    expect(shown).toContain("(sensitive)");
    expect(shown).not.toMatch(/hush|louder/);
  });

  test("secrets of identity providers are never shown", () => {
    const head = edited({ set: { "identityProviders.Google.providerDetails.client_secret": "louder" } });
    const removed = edited({ set: { "identityProviders.Google": undefined } });
    for (const text of [changes(baseConfig(), head), changes(baseConfig(), removed)].map((each) =>
      JSON.stringify(each),
    )) {
      expect(text).not.toContain("hush");
      expect(text).not.toContain("louder");
    }
  });
});
