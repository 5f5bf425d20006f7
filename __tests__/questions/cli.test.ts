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
  [["can", "wbe", "refresh"], "unknown client wbe; the config has web, jobs, open, admin"],
  [["can", "web", "fly"], "unknown action fly; actions are sign-in, refresh, get, read, write"],
  [["can", "web", "write"], "write needs an attribute"],
  [["can", "web", "write", "custom:rloe"], "unknown attribute custom:rloe; did you mean custom:role?"],
  [["can", "web", "refresh", "tokens"], "refresh takes no tokens"],
  [["who", "can", "get", "orders/raed"], "unknown scope orders/raed; did you mean orders/read?"],
  [["can", "web", "sign-in", "--with", "Gogle"], "unknown provider Gogle; the config has COGNITO"],
])("%j is a usage error", async (args, message) => {
  const { exitCode, stderr } = await run(...args);
  expect([exitCode, stderr]).toEqual([2, `cdktf-cognito: ${message}\n`]);
});

test("a config without models is reported as by check", async () => {
  const broken = folderWith({ "userpools.yaml": CONFIG.replace("spa", "none") });
  const { exitCode, stderr } = await cli(broken, "who", "can", "refresh");
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining("CFG-07")]);
});
