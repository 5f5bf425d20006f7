import type { Client, Pool } from "../../lib/config/schema";
import type { Answer } from "../../lib/questions/answer";
import { LEAKS, type Leak, type LeakedThing } from "../../lib/questions/leaked";
import { plain } from "../../lib/text/quoted";
import { cli, folderWith } from "../support/cli";
import { configOf, modelOf } from "../support/models";

type PoolPart = Partial<Omit<Pool, "clients">>;

function leak(thing: LeakedThing, client: Client, pool: PoolPart = {}): Leak {
  const model = modelOf(
    configOf({ client, pool: { resourceServers: { api: { scopes: { read: "Read" } } }, ...pool } }),
  );
  return LEAKS[thing](model.clients[0] as (typeof model.clients)[number], model);
}

const isSo = ({ is }: Answer) => is !== false;
const said = (consequences: Leak["allows"]) =>
  consequences.filter(({ answer }) => isSo(answer)).map(({ says }) => plain(says));
const facts = ({ allows, lasts, revocation }: Leak) =>
  [...allows, ...lasts, revocation].flatMap(({ answer }) => answer.because.map(({ says }) => plain(says)));

const machine: Client = { platform: "machine", allowedOauthScopes: ["api/read"], accessTokenValidity: "10m" };
const server: Client = { platform: "server", callbackUrls: ["https://app.example.com/callback"] };
const domain = { domain: { prefix: "example-login" } };
const closed: PoolPart = { adminCreateUserOnly: true };

describe("a leaked secret allows", () => {
  test.each<[string, Client, PoolPart, string[]]>([
    ["a machine's: its own tokens", machine, {}, ["get access tokens of the client itself with api/read"]],
    [
      "a server's: calls of the API, and what leaks beside it",
      server,
      { ...domain, ...closed },
      [
        "try user names and passwords of users by the API, as the client",
        "exchange an authorization code that leaks as well",
        "use a refresh token that leaks as well",
      ],
    ],
    [
      "a server's without a domain: nothing with a code",
      server,
      closed,
      ["try user names and passwords of users by the API, as the client", "use a refresh token that leaks as well"],
    ],
    [
      "a server's of an open pool: sign-up too",
      { platform: "server" },
      {},
      [
        "try user names and passwords of users by the API, as the client",
        "sign users up by the API",
        "use a refresh token that leaks as well",
      ],
    ],
    [
      "a proxied client's: calls past the proxy",
      { platform: "ios", secretHashProxy: true },
      closed,
      [
        "try user names and passwords of users by the API, as the client",
        "use a refresh token that leaks as well",
        "call Cognito past the proxy, its operations and its web ACL",
      ],
    ],
    ["a public client's: there is none", { platform: "spa" }, {}, []],
  ])("%s", (_, client, pool, allows) => {
    const found = leak("secret", client, pool);
    expect(said(found.allows)).toEqual(allows);
    expect(found.revocation.answer.is).toBe(false);
  });

  test("for as long as the client has it, and as its tokens live", () => {
    expect(said(leak("secret", machine).lasts)).toEqual([
      "until the client has another secret: a secret does not expire",
      "each access token, 10 minutes",
    ]);
    expect(said(leak("secret", server).lasts)).toHaveLength(1);
    expect(facts(leak("secret", { ...machine, generations: [1, 2], current: 2 } as Client))).toContain(
      "generations are two app clients, each with a secret of its own",
    );
  });
});

describe("a leaked refresh token", () => {
  test("is nothing where there is none", () => {
    expect(said(leak("refresh-token", machine).allows)).toEqual([]);
    expect(
      said(leak("refresh-token", { platform: "public", explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] }).allows),
    ).toEqual([]);
  });

  test.each<[string, Client, string]>([
    ["of a public client is enough", { platform: "ios" }, "get access tokens and ID tokens of the user"],
    [
      "of a server needs the secret",
      { platform: "server" },
      "get access tokens and ID tokens of the user, with the client secret as well",
    ],
    [
      "of a proxied client is enough for whoever asks the proxy",
      { platform: "ios", secretHashProxy: true },
      "get access tokens and ID tokens of the user through the proxy, which adds the secret",
    ],
  ])("%s", (_, client, says) => expect(said(leak("refresh-token", client).allows)[0]).toBe(says));

  test("gives what the client reads and writes, by the scope of the API alone", () => {
    const own: Client = { platform: "ios", readAttributes: ["email"], writeAttributes: ["email", "name"] };
    expect(said(leak("refresh-token", own).allows)).toEqual([
      "get access tokens and ID tokens of the user",
      "read 1 attribute of the user",
      "change 2 attributes of the user",
    ]);
    const pages: Client = {
      ...server,
      explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
      allowedOauthScopes: ["openid"],
      readAttributes: ["email"],
    };
    expect(said(leak("refresh-token", pages, domain).allows)).toEqual([
      "get access tokens and ID tokens of the user, with the client secret as well",
      "read 1 attribute of the user",
    ]);
  });

  test("lasts as long as it lives, once if it rotates", () => {
    const lasts = (client: Client) => said(leak("refresh-token", client).lasts);
    expect(lasts({ platform: "ios", refreshTokenValidity: "7d", accessTokenValidity: "5m" })).toEqual([
      "the refresh token, 7 days from the sign-in",
      "each access token, 5 minutes",
    ]);
    expect(lasts({ platform: "ios", refreshTokenRotation: { retryGracePeriod: "20s" } })[1]).toBe(
      "once used, it is refused after 20 seconds, and the token that follows it lives no longer than it would have",
    );
    expect(lasts({ platform: "ios", refreshTokenValidity: { var: "days", unit: "days" } })[0]).toBe(
      "the refresh token, the days that variable days says from the sign-in",
    );
  });

  test("is ended by revocation, unless that is off", () => {
    const revocation = (client: Client) => leak("refresh-token", client).revocation;
    const on = revocation({ platform: "ios", accessTokenValidity: "5m" });
    expect([on.answer.is, on.says]).toEqual([true, expect.stringContaining("accepts them for 5 minutes")]);
    const off = revocation({ platform: "ios", enableTokenRevocation: false });
    expect([off.answer.is, off.says]).toEqual([false, expect.stringMatching(/^RevokeToken is refused; GlobalSignOut/)]);
    expect(revocation(machine).answer.is).toBe(false);
  });
});

describe("leaked", () => {
  const folder = folderWith({
    "userpools.yaml": `
project: acme
environments: { dev: { region: eu-west-1 }, prod: { region: eu-west-1 } }
pools:
  users:
    clients:
      web: { platform: spa, refreshTokenValidity: 7d }
      api: { platform: server, enableTokenRevocation: false }
`,
  });

  test("says it of each stack, with the line of each fact", async () => {
    const { exitCode, stdout } = await cli(folder, "leaked", "refresh-token", "web");
    expect(exitCode).toBe(0);
    expect(stdout.match(/^users-(dev|prod): a leaked refresh token of client web allows to$/gm)).toHaveLength(2);
    expect(stdout).toContain(
      "the refresh token, 7 days from the sign-in\n    - refreshTokenValidity is 7 days  userpools.yaml:7:51\n",
    );
    expect(stdout).toContain("revocation helps: yes\n");
    expect((await cli(folder, "leaked", "secret", "web", "--env", "prod")).stdout).toMatch(
      /^users-prod: a leaked secret of client web allows nothing\n {2}- the client has no secret {2}userpools\.yaml:7:\d+\n/,
    );
  });

  test("is JSON with places", async () => {
    const { stdout } = await cli(folder, "leaked", "refresh-token", "api", "--format", "json");
    const { answers } = JSON.parse(stdout);
    expect(answers).toHaveLength(2);
    expect(answers[0]).toMatchObject({
      stack: "users-dev",
      client: "api",
      leaked: "refresh-token",
      revocation: { answer: "no", because: [{ fact: "tokens cannot be revoked", line: 8 }] },
    });
  });

  test.each([
    [["secrt", "web"], "did you mean secret?"],
    [["password", "web"], "use secret or refresh-token"],
    [["secret", "wbe"], "unknown client wbe"],
  ])("%j", async (args, message) => {
    const { exitCode, stderr } = await cli(folder, "leaked", ...args);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});
