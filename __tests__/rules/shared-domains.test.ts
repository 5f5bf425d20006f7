import { loadText } from "../config/support";
import { findingsIn } from "../support/findings";

/** What `check` says of a file with these environments, whose pools have these domains, about domains that they share. */
async function findings(environments: Record<string, object>, pools: Record<string, object>) {
  const clients = { app: { platform: "ios" } };
  const config = {
    project: "acme",
    environments,
    pools: Object.fromEntries(Object.entries(pools).map(([key, pool]) => [key, { ...pool, clients }])),
  };
  const found = findingsIn(await loadText("userpools.json", JSON.stringify(config)));
  return found
    .filter(({ rule }) => rule === "DOM-03" || rule === "DOM-04")
    .map(({ rule, stack, path, message }) => [rule, stack, path, message]);
}

const certificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/1a2b3c4d-0000-4000-8000-000000000000";
const prefix = { domain: { prefix: "acme-login" } };
const custom = (name = "login") => ({ domain: { customDomain: `${name}.acme.example`, certificateArn } });
const five = Object.fromEntries(["a", "b", "c", "d", "e"].map((key) => [key, custom(key)]));
const ireland = { region: "eu-west-1" };
const ohio = { region: "us-east-2" };

test("fails when two pools have one prefix in a Region", async () => {
  expect(await findings({ prod: ireland }, { a: prefix, b: prefix })).toEqual([
    ["DOM-03", "b-prod", "pools.b.domain.prefix", "prefix acme-login belongs to pool a in prod already"],
  ]);
});

test("fails when a pool has one prefix in two environments of a Region", async () => {
  const domain = ["pools.a.domain.prefix", "prefix acme-login belongs to pool a in dev already"];
  const accounts = { dev: { ...ireland, accountId: "111122223333" }, prod: { ...ireland, accountId: "444455556666" } };
  expect(await findings({ dev: ireland, prod: ireland }, { a: prefix })).toEqual([["DOM-03", "a-prod", ...domain]]);
  expect(await findings(accounts, { a: prefix })).toEqual([["DOM-03", "a-prod", ...domain]]);
});

test("a prefix may be in two Regions, or in one that is left open", async () => {
  const open = { region: { var: "region" } };
  expect(await findings({ dev: ireland, prod: ohio }, { a: prefix })).toEqual([]);
  expect(await findings({ dev: open, prod: open }, { a: prefix })).toEqual([]);
});

test("fails when a custom domain is written twice, in whatever Region", async () => {
  expect(await findings({ dev: ireland, prod: ohio }, { a: custom() })).toEqual([
    [
      "DOM-03",
      "a-prod",
      "pools.a.domain.customDomain",
      "custom domain login.acme.example belongs to pool a in dev already",
    ],
  ]);
});

test("an environment that gives the domain of its own shares none", async () => {
  const dev = { ...ireland, pools: { a: { domain: { prefix: "acme-login-dev" } } } };
  expect(await findings({ dev, prod: ireland }, { a: prefix })).toEqual([]);
});

test("fails when an account has a fifth custom domain in a Region", async () => {
  const message = "this is custom domain 5 in eu-west-1; AWS allows 4 in a Region of an account";
  expect(await findings({ prod: ireland }, five)).toEqual([
    ["DOM-04", "e-prod", "pools.e.domain.customDomain", message],
  ]);
});

test.each<[string, object, object]>([
  ["Regions", ireland, ohio],
  ["accounts", { ...ireland, accountId: "111122223333" }, { ...ireland, accountId: "444455556666" }],
  ["accounts, of which one is unknown", { ...ireland, accountId: "111122223333" }, ireland],
  ["profiles", { ...ireland, profile: "dev" }, { ...ireland, profile: "prod" }],
])("custom domains of two %s are counted apart", async (_, dev, prod) => {
  const { e, ...four } = five;
  const pools = Object.fromEntries(Object.entries(four).map(([key, pool]) => [key, { ...pool, only: ["dev"] }]));
  expect(await findings({ dev, prod }, { ...pools, e: { ...e, only: ["prod"] } })).toEqual([]);
});
