import type { Pool } from "../../lib/config/schema";
import { loadText } from "../config/support";
import { findingsIn } from "../support/findings";

const CLIENTS = { ios: { platform: "ios" }, spa: { platform: "spa" }, web: { platform: "server" } } as const;

/** Rule, path and message of what `check` says of a pool `users` in environment `prod`. */
async function findings(pool: Partial<Pool>, environment: object = {}) {
  const config = {
    project: "acme",
    environments: { prod: { region: "eu-west-1", ...environment } },
    pools: { users: { clients: CLIENTS, ...pool } },
  };
  const found = findingsIn(await loadText("userpools.json", JSON.stringify(config)));
  return found.map(({ rule, path, message }) => [rule, path, message]);
}

const message = "refresh token lives 30 days and cannot be revoked";

test("a finding about a value in clientDefaults names the client that it is about", async () => {
  const path = "pools.users.clientDefaults.enableTokenRevocation";
  expect(await findings({ clientDefaults: { enableTokenRevocation: false } })).toEqual([
    ["TOK-24", path, `client ios: ${message}`],
    ["TOK-24", path, `client web: ${message}`],
  ]);
});

test("so it does where an environment lays them over", async () => {
  const overlay = { pools: { users: { clientDefaults: { enableTokenRevocation: false } } } };
  const path = "environments.prod.pools.users.clientDefaults.enableTokenRevocation";
  expect(await findings({ clients: { ios: CLIENTS.ios } }, overlay)).toEqual([
    ["TOK-24", path, `client ios: ${message}`],
  ]);
});

test("a finding about the client's own value leaves it to the path", async () => {
  const clients = { ios: { ...CLIENTS.ios, enableTokenRevocation: false } };
  const overlay = { pools: { users: { clients: { ios: { enableTokenRevocation: false } } } } };
  const path = "pools.users.clients.ios.enableTokenRevocation";
  expect(await findings({ clients })).toEqual([["TOK-24", path, message]]);
  expect(await findings({ clients: { ios: CLIENTS.ios } }, overlay)).toEqual([
    ["TOK-24", `environments.prod.${path}`, message],
  ]);
});

test("a finding about a value that is written nowhere points at the client, whatever the defaults say", async () => {
  const config = {
    project: "acme",
    environments: { prod: { region: "eu-west-1" } },
    guardrails: { accessTokenValidity: { max: "30m" } },
    pools: { users: { clientDefaults: { authSessionValidity: "5m" }, clients: { ios: CLIENTS.ios } } },
  };
  const found = findingsIn(await loadText("userpools.json", JSON.stringify(config)));
  expect(found.map(({ rule, path }) => [rule, path])).toEqual([["GRD-01", "pools.users.clients.ios"]]);
});
