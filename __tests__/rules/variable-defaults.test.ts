import { readJson } from "../../lib/config/json-file";
import { loadSource } from "../../lib/config/load";
import { findingsIn } from "../support/findings";

const errorsOf = (pool: object, client: object) => {
  const config = {
    project: "acme",
    environments: { prod: { region: "eu-west-1" } },
    pools: { users: { usernameAttributes: ["email"], ...pool, clients: { app: { platform: "spa", ...client } } } },
  };
  return findingsIn(loadSource(readJson("userpools.json", JSON.stringify(config))))
    .filter(({ severity }) => severity === "error")
    .map(({ rule, path, message }) => [rule, path.replace("pools.users.", ""), message]);
};

const SAID = expect.stringMatching(/^with the defaults of variables, /);

test.each<[string, object, object, ...[string, string][]]>([
  [
    "a number of the pool",
    { passwordPolicy: { minimumLength: { var: "length", default: 5 } } },
    {},
    ["POOL-04", "passwordPolicy.minimumLength"],
  ],
  [
    "a lifetime in its unit",
    {},
    { refreshTokenValidity: { var: "refresh", unit: "days", default: 4_000 } },
    ["TOK-03", "clients.app.refreshTokenValidity"],
  ],
  [
    "one lifetime beside another",
    {},
    {
      accessTokenValidity: { var: "access", unit: "hours", default: 3 },
      refreshTokenValidity: { var: "refresh", unit: "hours", default: 2 },
    },
    ["TOK-07", "clients.app.accessTokenValidity"],
  ],
  [
    "a list of URLs",
    {},
    { callbackUrls: { var: "callbacks", default: ["http://app.example.com/"] } },
    ["OAU-19", "clients.app.callbackUrls"],
  ],
])("what breaks a rule by the default of a variable is an error: %s", (_, pool, client, ...expected) => {
  const found = errorsOf(pool, client);
  for (const [rule, path] of expected) expect(found).toContainEqual([rule, expect.stringContaining(path), SAID]);
  expect(found.map(([rule]) => rule)).toEqual(expected.map(([rule]) => rule));
});

test.each<[string, object, object]>([
  ["a default within the limits", { passwordPolicy: { minimumLength: { var: "length", default: 12 } } }, {}],
  ["no default", {}, { accessTokenValidity: { var: "access" }, callbackUrls: { var: "callbacks" } }],
])("%s gives no error", (_, pool, client) => {
  expect(errorsOf(pool, client)).toEqual([]);
});

test("what is wrong whatever the variable says is said once", () => {
  const found = errorsOf(
    {},
    { accessTokenValidity: "1m", idTokenValidity: { var: "id", unit: "minutes", default: 60 } },
  );
  expect(found.map(([rule]) => rule)).toEqual(["TOK-01"]);
});

test("a default is judged beside a mistake of form", () => {
  const found = errorsOf(
    { passwordPolicy: { minimumLength: { var: "length", default: 5 } } },
    { acessTokenValidity: "1h" },
  );
  expect(found.map(([rule]) => rule).sort()).toEqual(["CFG-04", "POOL-04"]);
});
