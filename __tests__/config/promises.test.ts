import { loadSource } from "../../lib/config/load";
import { type Part, SENTENCE } from "../../lib/config/promises/grammar";
import { isPromise, readPromise } from "../../lib/config/promises/read";
import type { PromiseModel } from "../../lib/model/promise";
import { cli, folderWith } from "../support/cli";

const read = (text: string): Omit<PromiseModel, "text" | "index"> => {
  const found = readPromise(text, 0);
  if (!isPromise(found)) throw new Error(JSON.stringify(found));
  const { text: _, index, ...meaning } = found;
  return meaning;
};

const everywhere = { within: [] };

describe("a promise is read", () => {
  test.each<[string, Omit<PromiseModel, "text" | "index">]>([
    [
      "no public client writes custom:role",
      {
        quantifier: "no",
        subject: { trust: "public", within: [] },
        predicate: { verb: "writes", attribute: "custom:role" },
      },
    ],
    [
      "only billing and invoices have payments/write",
      {
        quantifier: "only",
        subject: { keys: ["billing", "invoices"], within: [] },
        predicate: { verb: "scope", scope: "payments/write" },
      },
    ],
    [
      "No clients of prod have refresh tokens over 30 days.",
      {
        quantifier: "no",
        subject: { within: [{ kind: "either", name: "prod" }] },
        predicate: { verb: "lifetime", token: "refreshToken", than: "over", seconds: 30 * 86_400 },
      },
    ],
    [
      "no client has an ID token under 1h30m",
      {
        quantifier: "no",
        subject: everywhere,
        predicate: { verb: "lifetime", token: "idToken", than: "under", seconds: 5_400 },
      },
    ],
    [
      "every client of pool staff and of environment prod of platform spa is confidential",
      {
        quantifier: "every",
        subject: {
          within: [
            { kind: "platform", name: "spa" },
            { kind: "pool", name: "staff" },
            { kind: "environment", name: "prod" },
          ],
        },
        predicate: { verb: "trust", is: "confidential" },
      },
    ],
    [
      "web, ios, and tv of users sign in with Google",
      {
        quantifier: "every",
        subject: { keys: ["web", "ios", "tv"], within: [{ kind: "either", name: "users" }] },
        predicate: { verb: "signs in", provider: "Google" },
      },
    ],
    [
      "web uses client_credentials",
      {
        quantifier: "every",
        subject: { keys: ["web"], within: [] },
        predicate: { verb: "uses", flow: "client_credentials" },
      },
    ],
    [
      "web has a callback outside *.example.com",
      {
        quantifier: "every",
        subject: { keys: ["web"], within: [] },
        predicate: { verb: "callback", where: "outside", host: "*.example.com" },
      },
    ],
    [
      "only confidential clients read email",
      {
        quantifier: "only",
        subject: { trust: "confidential", within: [] },
        predicate: { verb: "reads", attribute: "email" },
      },
    ],
    [
      "every client rotates refresh tokens",
      { quantifier: "every", subject: everywhere, predicate: { verb: "rotates" } },
    ],
    [
      "no client has the scope openid",
      { quantifier: "no", subject: everywhere, predicate: { verb: "scope", scope: "openid" } },
    ],
  ])("%s", (text, meaning) => expect(read(text)).toEqual(meaning));

  test("whatever the grammar can say", () => {
    const all = sentences(SENTENCE);
    expect(all.length).toBeGreaterThan(70);
    expect(all.filter((words) => !isPromise(readPromise(words.join(" "), 0)))).toEqual([]);
  });
});

/** Sentences that take each branch of the grammar; a repeated part is there once or not at all. */
function sentences(parts: readonly Part[]): string[][] {
  const [part, ...rest] = parts;
  if (part === undefined) return [[]];
  const heads =
    "words" in part
      ? part.words.map((word) => [word])
      : "slot" in part
        ? [[EXAMPLES[part.slot] as string]]
        : "either" in part
          ? part.either.flatMap((each) => sentences(each))
          : [[], ...sentences(part.repeated)];
  const tails = sentences(rest);
  return heads.flatMap((head, index) => {
    // every head with one tail, and one head with every tail
    const some = index === 0 ? tails : [tails[index % tails.length] as string[]];
    return some.map((tail) => [...head, ...tail]);
  });
}

const EXAMPLES: Readonly<Record<string, string>> = {
  attribute: "custom:role",
  client: "web",
  duration: "30d",
  environment: "prod",
  flow: "code",
  host: "*.example.com",
  number: "30",
  part: "staff",
  platform: "ios",
  pool: "staff",
  provider: "Google",
  scope: "orders/read",
};

const CONFIG = (promise: string) => ({
  project: "acme",
  environments: { prod: { region: "eu-west-1" }, staff: { region: "eu-west-1" } },
  promises: [promise],
  pools: {
    staff: { clients: { web: { platform: "spa" } } },
    users: {
      attributes: { "custom:role": {} },
      resourceServers: { orders: { identifier: "https://orders", scopes: { read: "Read" } } },
      clients: {
        jobs: { platform: "machine", allowedOauthScopes: ["orders/read"] },
        access: { platform: "machine", allowedOauthScopes: ["orders/read"] },
      },
    },
  },
});

const problemsOf = (promise: string) =>
  loadSource({
    file: "x",
    value: CONFIG(promise),
    unreadable: [],
    duplicates: [],
    locate: () => undefined,
    position: () => undefined,
  }).problems;

describe("a promise that cannot be read", () => {
  test.each([
    ["no public client wirtes email", "wirtes", "did you mean writes?"],
    ["evry client is public", "evry", "did you mean every?"],
    [
      "no client of prd is public",
      "prd",
      "expected pool, environment, platform or a pool or an environment; did you mean prod?",
    ],
    ["no client of platform andriod is public", "andriod", "expected a platform; did you mean android?"],
    ["no client writes custom:rol", "custom:rol", "expected an attribute; did you mean custom:role?"],
    ["only jobz has orders/read", "jobz", "did you mean jobs?"],
    ["no client has orders/raed", "orders/raed", "did you mean orders/read?"],
    ["no client uses password", "password", "expected a flow"],
    ["no client has a refresh token over 30 minuts", "minuts", "expected seconds, second, minutes"],
    ["no client has a refresh token above 30 days", "above", "expected over or under"],
    ["no client signs in with Gogle", "Gogle", "expected an identity provider"],
    ["no client is public today", "today", "expected the end"],
    ["only access has orders/read", "access", "is a word of the language of promises"],
  ])("%s", (promise, word, said) => {
    const [problem, ...others] = problemsOf(promise);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ rule: "PRM-02", path: ["promises", 0], message: expect.stringContaining(said) });
    const [start, end] = problem?.within ?? [0, 0];
    expect(promise.slice(start, end)).toBe(word);
  });

  test.each([
    ["no client of prod", 'at the end, after "prod": expected'],
    [" . ", "the promise is empty: expected no, every, only or a client"],
    ["every client of staff is public", "staff is a pool and an environment"],
  ])("%s", (promise, said) => {
    expect(problemsOf(promise).map(({ rule, message }) => [rule, message])).toEqual([
      ["PRM-02", expect.stringContaining(said)],
    ]);
  });

  test.each([
    "no public client writes custom:role",
    "only jobs has https://orders/read",
    "every client of pool staff is public",
    "no client of environment staff signs in with COGNITO",
    "jobs of users is confidential",
  ])("but not %s", (promise) => expect(problemsOf(promise)).toEqual([]));

  test("however long it is", () => {
    const names = Array.from({ length: 200 }, (_, index) => `c${index}`).join(", ");
    expect(problemsOf(`only ${names} write email`).map(({ rule }) => rule)).toEqual(["CFG-07"]);
    expect(isPromise(readPromise(`only ${names} write email`, 0))).toBe(true);
    expect(problemsOf(`no client ${"of prod ".repeat(110)}`)).toHaveLength(1);
  });

  test("is shown at the word, beside findings about the clients", async () => {
    const folder = folderWith({
      "userpools.yaml": [
        "project: acme",
        "environments: { prod: { region: eu-west-1 } }",
        "promises:",
        '  - "no client wirtes email"',
        "pools: { users: { clients: { app: { platform: spa, accessTokenValidity: 1m } } } }",
      ].join("\n"),
    });
    const { exitCode, stdout } = await cli(folder, "check", "--format", "json");
    const { findings } = JSON.parse(stdout) as { findings: Record<string, unknown>[] };
    expect(exitCode).toBe(1);
    expect(findings).toEqual([
      expect.objectContaining({ rule: "PRM-02", path: "promises[0]", line: 4, column: 16 }),
      expect.objectContaining({ rule: "TOK-01" }),
    ]);
  });
});
