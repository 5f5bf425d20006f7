import { parse } from "yaml";
import { cli, folderWith } from "../support/cli";

const CONFIG = `
project: acme
environments: { dev: { region: eu-west-1 }, prod: { region: eu-west-1 } }
pools:
  users:
    attributes: { "custom:role": { authority: true } }
    resourceServers: { orders: { identifier: "https://orders.example", scopes: { read: Read } } }
    clients:
      web: { platform: spa }
      admin: { platform: server, writeAttributes: [email, "custom:role"], except: [dev] }
      jobs: { platform: machine, allowedOauthScopes: [orders/read] }
      open: { platform: server, writeAttributes: { var: attributes } }
`;
const folder = folderWith({ "userpools.yaml": CONFIG });
const run = (...args: string[]) => cli(folder, ...args);

test("who lists the clients that can, with the line of each fact, and those that a variable decides", async () => {
  const { exitCode, stdout } = await run("who", "can", "write", "custom:role", "--env", "prod");
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(
    /^yes {2}users-prod: client admin can write custom:role\n {2}- writeAttributes has custom:role {2}userpools\.yaml:10:\d+\n/,
  );
  expect(stdout).toContain(
    "open  users-prod: client open may write custom:role\n  - a variable decides whether writeAttributes has custom:role",
  );
  expect(stdout).not.toMatch(/client (web|jobs)/);
});

test("who fails for a client that is not expected", async () => {
  const expecting = (expect: string) => run("who", "can", "write", "custom:role", "--expect", expect);
  expect((await expecting("admin,open")).exitCode).toBe(0);
  const { exitCode, stdout } = await expecting("open");
  expect([exitCode, stdout]).toEqual([1, expect.stringMatching(/^yes, not expected {2}users-prod: client admin/m)]);
  expect((await expecting("none")).exitCode).toBe(1);
});

test("can says yes or no in each stack, and fails if that was not expected", async () => {
  const { exitCode, stdout } = await run("can", "web", "write", "custom:role", "--expect", "no");
  expect(exitCode).toBe(0);
  expect(stdout.match(/^no {2}users-(dev|prod): client web cannot write custom:role$/gm)).toHaveLength(2);
  expect((await run("can", "web", "write", "custom:role", "--expect", "yes")).exitCode).toBe(1);
  expect((await run("can", "open", "write", "custom:role", "--expect", "no")).exitCode).toBe(1);
});

test("a scope may begin with the key of its resource server", async () => {
  for (const scope of ["orders/read", "https://orders.example/read"])
    expect((await run("can", "jobs", "get", scope, "--expect", "yes")).exitCode).toBe(0);
});

test("JSON has every client, and the place of each fact", async () => {
  const { stdout } = await run("who", "can", "write", "custom:role", "--format", "json", "--env", "dev");
  const { answers } = JSON.parse(stdout);
  expect(answers.map(({ client, answer }: { client: string; answer: string }) => [client, answer])).toEqual([
    ["web", "no"],
    ["jobs", "no"],
    ["open", "open"],
  ]);
  expect(answers[0].because[0]).toMatchObject({
    fact: "writeAttributes has no custom:role",
    path: expect.stringMatching(/clients\.web/),
  });
});

test("who and can agree", async () => {
  for (const [action, object] of [
    ["sign-in"],
    ["refresh"],
    ["read", "email"],
    ["write", "email"],
    ["get", "orders/read"],
  ]) {
    const question = [action as string, ...(object === undefined ? [] : [object])];
    const { answers } = JSON.parse((await run("who", "can", ...question, "--format", "json")).stdout);
    for (const client of Object.keys(parse(CONFIG).pools.users.clients)) {
      const own = JSON.parse((await run("can", client, ...question, "--format", "json")).stdout).answers;
      expect(own).toEqual(answers.filter((each: { client: string }) => each.client === client));
    }
  }
});

test.each([
  [["can", "web", "sign-in"], /^yes {2}users-prod: client web can sign users in\n/],
  [["can", "web", "sign-in", "COGNITO"], /^yes {2}users-prod: client web can sign users in with COGNITO\n/],
  [["can", "web", "sign-in", "--with", "COGNITO"], /^yes {2}users-prod: client web can sign users in with COGNITO\n/],
  [["can", "web", "refresh"], /^yes {2}users-prod: client web can refresh tokens\n/],
  [["can", "jobs", "get", "orders/read"], /^yes {2}users-prod: client jobs can get the scope orders\/read\n/],
  [["can", "web", "read", "email"], /^yes {2}users-prod: client web can read email\n/],
  [["can", "web", "write", "email"], /^yes {2}users-prod: client web can write email\n/],
  [["can", "jobs", "sign-in"], /^no {2}users-prod: client jobs cannot sign users in\n/],
  [["who", "can", "sign-in", "--with", "COGNITO"], /^yes {2}users-prod: client web can sign users in with COGNITO\n/],
  [["who", "can", "get", "orders/read"], /^yes {2}users-prod: client jobs can get the scope orders\/read\n/],
  [["leaked", "secret", "admin"], /^users-prod: a leaked secret of client admin allows to\n/],
  [["leaked", "refresh-token", "web"], /^users-prod: a leaked refresh token of client web allows to\n/],
])("%j is answered with the place of each fact, and success", async (args, answer) => {
  const { exitCode, stdout, stderr } = await run(...(args as string[]), "--env", "prod");
  expect([exitCode, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(answer as RegExp);
  const facts = stdout.split("\n").filter((line) => /^ +- /.test(line));
  expect(facts.length).toBeGreaterThan(0);
  // what Cognito itself does is in no file
  const placeless = facts.filter((fact) => !/ {2}userpools\.yaml:\d+:\d+$/.test(fact));
  expect(
    placeless.filter((fact) => !/access tokens of the API|no refresh token of client_credentials/.test(fact)),
  ).toEqual([]);
});

test("an expected client may be one that the environment does not have, but not one that none has", async () => {
  const expecting = (clients: string) => run("who", "can", "write", "custom:role", "--env", "dev", "--expect", clients);
  expect((await expecting("admin, open")).exitCode).toBe(0);
  expect(await expecting("adm,open")).toMatchObject({
    exitCode: 2,
    stdout: "",
    stderr: "cdktf-cognito: unknown client adm; did you mean admin?\n",
  });
});

test.each([
  [["can", "wbe", "refresh"], "unknown client wbe; did you mean web?"],
  [["can", "web", "fly"], "unknown action fly; actions are sign-in, refresh, get, read, write"],
  [["can", "web", "write"], "write needs an attribute"],
  [["can", "web", "write", "custom:rloe"], "unknown attribute custom:rloe; did you mean custom:role?"],
  [["can", "web", "refresh", "tokens"], "refresh takes no tokens"],
  [["who", "can", "get", "orders/raed"], "unknown scope orders/raed; did you mean orders/read?"],
  [["can", "web", "sign-in", "--with", "Gogle"], "unknown provider Gogle; the config has COGNITO"],
  [["can", "web", "write", "email", "--with", "COGNITO"], "--with names the provider of a sign-in; write has none"],
  [["who", "can", "refresh", "--with", "COGNITO"], "--with names the provider of a sign-in; refresh has none"],
  [["can", "web", "sign-in", "Google", "--with", "COGNITO"], "two providers, Google and COGNITO; ask about one"],
  [["can", "web", "refresh", "--env", "prd"], "unknown environment prd; did you mean prod?"],
])("%j is a usage error", async (args, message) => {
  const { exitCode, stderr } = await run(...args);
  expect([exitCode, stderr]).toEqual([2, `cdktf-cognito: ${message}\n`]);
});

test.each([
  [["can"], "missing required argument 'client'"],
  [["can", "web"], "missing required argument 'action'"],
  [["can", "web", "refresh", "--expect", "maybe"], "Allowed choices are yes, no"],
  [["can", "web", "refresh", "--format", "xml"], "Allowed choices are text, json"],
  [["who"], "Usage: cdktf-cognito who"],
  [["who", "write", "email"], "unknown command 'write'"],
  [["who", "can"], "missing required argument 'action'"],
  [["leaked", "secret"], "missing required argument 'client'"],
  [["leaked", "refresh", "token", "web"], "too many arguments"],
])("%j is wrong usage, and answers nothing", async (args, message) => {
  const { exitCode, stdout, stderr } = await run(...args);
  expect([exitCode, stdout, stderr]).toEqual([2, "", expect.stringContaining(message)]);
});

test("a config without models is reported as by check", async () => {
  const broken = folderWith({ "userpools.yaml": CONFIG.replace("spa", "none") });
  const { exitCode, stderr } = await cli(broken, "who", "can", "refresh");
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining("CFG-07")]);
});
