import { resolveConfig } from "../../lib/config/resolve";
import type { Client, Config, Environment, Pool, PoolOverlay } from "../../lib/config/schema";
import type { PoolModel } from "../../lib/model/model";
import { originOf } from "../../lib/model/source";
import { modelOf } from "../support/models";
import { findingsOf, loadText, marked } from "./support";

/** The model of pool `users` in `prod`, with an overlay there. */
function laidOver(pool: Partial<Pool>, overlay: PoolOverlay): PoolModel {
  return modelOf({
    project: "acme",
    environments: { prod: { region: "eu-west-1", pools: { users: overlay } } },
    pools: { users: { clients: {}, ...pool } as Pool },
  });
}

describe("an overlay", () => {
  test("merges objects key by key", () => {
    const { pool } = laidOver(
      { passwordPolicy: { minimumLength: 12, requireSymbols: false }, tags: { a: "1", b: "2" } },
      { passwordPolicy: { minimumLength: 16 }, tags: { b: "3", c: "4" } },
    );
    expect(pool?.passwordPolicy).toMatchObject({ minimumLength: 16, requireSymbols: false });
    expect(pool?.tags).toEqual({ a: "1", b: "3", c: "4" });
  });

  test("replaces scalars and lists", () => {
    const { pool, clients } = laidOver(
      {
        name: "a",
        usernameAttributes: ["email", "phone_number"],
        clients: { app: { platform: "ios", callbackUrls: ["myapp://a", "myapp://b"] } },
      },
      { name: "b", usernameAttributes: ["phone_number"], clients: { app: { callbackUrls: ["myapp://c"] } } },
    );
    expect(pool).toMatchObject({ name: "b", usernameAttributes: ["phone_number"] });
    expect(clients[0]?.callbackUrls).toEqual(["myapp://c"]);
  });

  test("replaces a value by a variable, a variable by a value and one variable by another, whole", () => {
    const { pool, clients } = laidOver(
      { name: "a", clients: { app: { platform: "ios", name: { var: "n", default: "x", sensitive: true } } } },
      { name: { var: "v" }, clients: { app: { name: { var: "m" } } } },
    );
    expect(pool?.name).toEqual({ variable: "v" });
    expect(clients[0]?.name).toEqual({ variable: "m" });
    const back = laidOver({ name: { var: "v" } }, { name: "b" });
    expect(back.pool?.name).toBe("b");
    expect(back.variables).toEqual([]);
  });

  test("replaces one kind of attribute set by another", () => {
    const { clients } = laidOver(
      { clients: { app: { platform: "ios", readAttributes: { scopes: ["email"] } } } },
      { clients: { app: { readAttributes: ["name"] } } },
    );
    expect(clients[0]?.readAttributes).toEqual(["name"]);
  });

  test.each<[string, Partial<Pool>, PoolOverlay, (model: PoolModel) => unknown, unknown]>([
    [
      "a pool's argument",
      { mfaConfiguration: "ON" },
      { mfaConfiguration: null },
      (m) => m.pool?.mfaConfiguration,
      "OFF",
    ],
    ["a block", { webAuthn: { relyingPartyId: "a.com" } }, { webAuthn: null }, (m) => m.pool?.webAuthn, undefined],
    [
      "an argument of a block",
      { passwordPolicy: { minimumLength: 20, requireSymbols: false } },
      { passwordPolicy: { minimumLength: null } },
      (m) => [m.pool?.passwordPolicy.minimumLength, m.pool?.passwordPolicy.requireSymbols],
      [8, false],
    ],
    ["a tag", { tags: { a: "1", b: "2" } }, { tags: { a: null } }, (m) => m.pool?.tags, { b: "2" }],
    ["all tags", { tags: { a: "1" } }, { tags: null }, (m) => m.pool?.tags, {}],
    [
      "a client",
      { clients: { app: { platform: "ios" }, web: { platform: "spa" } } },
      { clients: { app: null } },
      (m) => m.clients.map(({ key }) => key),
      ["web"],
    ],
    [
      "an argument of a client",
      { clients: { app: { platform: "ios", accessTokenValidity: "15m" } } },
      { clients: { app: { accessTokenValidity: null } } },
      (m) => [m.clients[0]?.accessTokenValidity, m.clients[0]?.tokenValidityUnits.accessToken],
      [1, "hours"],
    ],
    [
      "a default of clients",
      { clientDefaults: { idTokenValidity: "5m" }, clients: { app: { platform: "ios" } } },
      { clientDefaults: { idTokenValidity: null } },
      (m) => m.clients[0]?.idTokenValidity,
      1,
    ],
    [
      "one of two keys of an attribute set",
      { clients: { app: { platform: "ios", readAttributes: { scopes: ["email"], attributes: ["name"] } } } },
      { clients: { app: { readAttributes: { scopes: null } } } },
      (m) => m.clients[0]?.readAttributes,
      ["name"],
    ],
    [
      "a resource server",
      { resourceServers: { api: { scopes: { read: "r" } } } },
      { resourceServers: { api: null } },
      (m) => m.resourceServers,
      [],
    ],
    [
      "a scope of a resource server",
      { resourceServers: { api: { scopes: { read: "r", write: "w" } } } },
      { resourceServers: { api: { scopes: { write: null } } } },
      (m) => m.resourceServers[0]?.scopes.map(({ scopeName }) => scopeName),
      ["read"],
    ],
    [
      "what was never there",
      { tags: { a: "1" } },
      { tags: { z: null }, webAuthn: null, clients: { ghost: null } },
      (m) => m.pool?.tags,
      { a: "1" },
    ],
    [
      "one kind of domain for another",
      { domain: { prefix: "acme" } },
      { domain: { prefix: null, customDomain: "auth.example.com", certificateArn: "arn" } },
      (m) => m.domain,
      {
        key: "domain",
        domain: "auth.example.com",
        certificateArn: "arn",
        managedLoginVersion: 1,
        custom: true,
        unset: [],
      },
    ],
    [
      "a pool's existence elsewhere",
      { existing: { userPoolId: "eu-west-1_AbCdEfGhI" } },
      { existing: null },
      (m) => [m.existing, m.pool?.name],
      [undefined, "acme-users-prod"],
    ],
  ])("removes %s by null", (_, pool, overlay, actual, expected) => {
    expect(actual(laidOver(pool, overlay))).toEqual(expected);
  });

  test("adds a client, a group and a variable", () => {
    const model = laidOver(
      { clients: { app: { platform: "ios" } } },
      { clients: { web: { platform: "spa", name: { var: "web_name", default: "w" } } }, groups: { admins: {} } },
    );
    expect(model.clients.map(({ key }) => key)).toEqual(["app", "web"]);
    expect(model.groups).toEqual([{ name: "admins" }]);
    expect(model.variables).toEqual([
      {
        name: "web_name",
        type: "string",
        default: "w",
        sensitive: false,
        description: "environments.prod.pools.users.clients.web.name",
      },
    ]);
  });

  test("lays itself over the client, not over its defaults", () => {
    const { clients } = laidOver(
      {
        clientDefaults: { accessTokenValidity: "10m" },
        clients: { app: { platform: "ios", accessTokenValidity: "20m" } },
      },
      { clientDefaults: { accessTokenValidity: "30m" } },
    );
    expect(clients[0]?.accessTokenValidity).toBe(20);
  });

  test("tells where each part was written, and where a part was removed", () => {
    const { source } = laidOver(
      { name: "a", tags: { a: "1", b: "2" } },
      { tags: { b: "3", a: null }, groups: { admins: { description: "x" } } },
    );
    const over = ["environments", "prod", "pools", "users"];
    expect(originOf(source, ["name"])).toEqual({ path: ["pools", "users", "name"], found: true });
    expect(originOf(source, ["tags"])).toEqual({ path: ["pools", "users", "tags"], found: true });
    expect(originOf(source, ["tags", "b"])).toEqual({ path: [...over, "tags", "b"], found: true });
    expect(originOf(source, ["tags", "a"])).toEqual({ path: [...over, "tags", "a"], found: true });
    expect(originOf(source, ["groups", "admins", "description"])).toEqual({
      path: [...over, "groups", "admins", "description"],
      found: true,
    });
    expect(originOf(source, ["groups", "admins", "roleArn"])).toEqual({
      path: [...over, "groups", "admins"],
      found: false,
    });
  });

  const overlaid = (overlay: string, pool = "") => `project: acme
environments:
  dev:
    region: eu-west-1
    pools:
      users:
${overlay.replace(/^/gm, "        ")}
  prod: { region: eu-west-1 }
pools:
  users:
${pool.replace(/^(?=.)/gm, "    ")}
    clients:
      my-app:
        platform: spa
        callbackUrls: [https://a.example.com/x]
`;

  test.each([
    [
      "removes the platform",
      overlaid("clients:\n  my-app:\n    «platform»: null"),
      "CFG-05",
      "clients.my-app.platform",
    ],
    ["adds a client without platform", overlaid("clients:\n  «new»: { name: x }"), "CFG-05", "clients.new.platform"],
    [
      "gives a browser a secret",
      overlaid("clients: { my-app: { «generateSecret»: true } }"),
      "CFG-09",
      "clients.my-app.generateSecret",
    ],
    [
      "adds a client of a taken address",
      overlaid("clients: { «my_app»: { platform: ios } }"),
      "STK-01",
      "clients.my_app",
    ],
    ["adds a client of a bad key", overlaid("clients: { «MyApp»: { platform: ios } }"), "CFG-07", "clients.MyApp"],
    ["removes every client's map", overlaid("«clients»: null"), "CFG-05", "clients"],
    ["gives an existing pool a name", overlaid("existing: { userPoolId: x }\n«name»: y"), "CFG-10", "name"],
    [
      "makes a pool with arguments an existing one",
      overlaid("existing: { userPoolId: x }", "mfaConfiguration: 'ON'").replace(
        "      users:\n        existing",
        "      «users»:\n        existing",
      ),
      "CFG-10",
      "mfaConfiguration",
    ],
    [
      "mixes two kinds of domain",
      overlaid("domain: { «customDomain»: a.example.com }", "domain: { prefix: acme }"),
      "CFG-04",
      "domain.customDomain",
    ],
    ["sets an unknown key", overlaid("clients: { my-app: { «nmae»: x } }"), "CFG-04", "clients.my-app.nmae"],
    [
      "sets a value of another type",
      overlaid("clients: { my-app: { callbackUrls: «x» } }"),
      "CFG-06",
      "clients.my-app.callbackUrls",
    ],
    [
      "says where a client exists",
      overlaid("clients: { my-app: { «only»: [prod] } }"),
      "CFG-04",
      "clients.my-app.only",
    ],
    [
      "takes a variable of two types",
      overlaid("tags: { a: { var: v }, b: «{ var: v, default: x }» }"),
      "CFG-12",
      "tags.b",
    ],
  ])("fails when it %s, at its own place", async (_, source, rule, path) => {
    const { text, place } = marked(source);
    expect(await findingsOf("userpools.yaml", text)).toEqual([
      expect.objectContaining({ rule, path: `environments.dev.pools.users.${path}`, ...place }),
    ]);
  });

  test("fails when it makes a browser a machine, at the client in the overlay", async () => {
    const { text, place } = marked(overlaid("clients:\n  «my-app»: { platform: machine }"));
    const findings = await findingsOf("userpools.yaml", text);
    expect(findings.map(({ rule, path }) => `${rule} ${path}`)).toEqual([
      "CFG-05 environments.dev.pools.users.clients.my-app.allowedOauthScopes",
      "CFG-09 environments.dev.pools.users.clients.my-app.callbackUrls",
    ]);
    for (const finding of findings) expect(finding).toMatchObject(place);
  });
});

describe("several pools in several environments", () => {
  const config = (pools: Config["pools"]): Config => ({
    project: "acme",
    environments: { dev: { region: "eu-west-1" }, test: { region: "eu-west-2" }, prod: { region: "eu-west-3" } },
    pools,
  });
  const stacks = (pools: Config["pools"], environments?: string[]) =>
    resolveConfig(config(pools), environments).pools.map(({ stack }) => stack);

  test("are a stack each, by pool and then by environment", () => {
    expect(stacks({ b: { clients: {} }, a: { clients: {} } })).toEqual([
      "b-dev",
      "b-test",
      "b-prod",
      "a-dev",
      "a-test",
      "a-prod",
    ]);
  });

  test.each<[string, Pick<Pool, "only" | "except">, string[]]>([
    ["only", { only: ["dev", "prod"] }, ["a-dev", "a-prod"]],
    ["except", { except: ["dev"] }, ["a-test", "a-prod"]],
    ["only and except", { only: ["dev", "prod"], except: ["prod"] }, ["a-dev"]],
    ["an empty only", { only: [] }, []],
    ["an empty except", { except: [] }, ["a-dev", "a-test", "a-prod"]],
  ])("exist where %s says", (_, places, expected) => {
    expect(stacks({ a: { ...places, clients: {} } })).toEqual(expected);
    const clients = { app: { platform: "ios", ...places } } as Record<string, Client>;
    const models = resolveConfig(config({ a: { clients } })).pools;
    expect(models.filter((model) => model.clients.length > 0).map(({ stack }) => stack)).toEqual(expected);
  });

  test("are those of one environment when it is named", () => {
    expect(stacks({ a: { clients: {} }, b: { only: ["dev"], clients: {} } }, ["prod"])).toEqual(["a-prod"]);
  });

  test("have names of their own by default", () => {
    const names = resolveConfig(
      config({ a: { only: ["dev"], clients: {} }, b: { only: ["prod"], clients: {} } }),
    ).pools;
    expect(names.map(({ pool }) => pool?.name)).toEqual(["acme-a-dev", "acme-b-prod"]);
  });
});

describe("an environment", () => {
  const environment = (written: Partial<Environment>) =>
    modelOf({
      project: "acme",
      environments: { prod: { region: "eu-west-1", ...written } },
      pools: { users: { clients: {} } },
    }).environment;

  test.each<[string, Environment["backend"], object]>([
    ["local, beside the output", undefined, { type: "local", path: "../../../terraform.users-prod.tfstate" }],
    ["local in a place of its own", { type: "local", path: "state.json" }, { type: "local", path: "state.json" }],
    [
      "s3, locked and encrypted",
      { type: "s3", bucket: "b", region: "r" },
      { type: "s3", bucket: "b", region: "r", key: "users-prod.tfstate", useLockfile: true, encrypt: true },
    ],
    [
      "s3 with everything said",
      { type: "s3", bucket: "b", region: "r", keyPrefix: "a/b//", useLockfile: false, encrypt: false, kmsKeyId: "k" },
      {
        type: "s3",
        bucket: "b",
        region: "r",
        key: "a/b/users-prod.tfstate",
        useLockfile: false,
        encrypt: false,
        kmsKeyId: "k",
      },
    ],
    ["cloud", { type: "cloud", organization: "o" }, { type: "cloud", organization: "o", workspace: "users-prod" }],
    [
      "cloud with everything said",
      { type: "cloud", organization: "o", workspacePrefix: "id-", hostname: "h" },
      { type: "cloud", organization: "o", workspace: "id-users-prod", hostname: "h" },
    ],
  ])("keeps its state %s", (_, backend, expected) => {
    expect(environment({ ...(backend && { backend }) }).backend).toEqual(expected);
  });

  test("has account, profile, role and tags only where they are said", () => {
    const { source: _, ...bare } = environment({});
    expect(bare).toEqual({ key: "prod", region: "eu-west-1", tags: {}, backend: expect.anything() });
    expect(
      environment({ accountId: "111122223333", profile: "p", assumeRoleArn: { var: "role" }, tags: { a: "1" } }),
    ).toMatchObject({ accountId: "111122223333", profile: "p", assumeRoleArn: { variable: "role" }, tags: { a: "1" } });
  });
});

describe("an existing pool", () => {
  const model = modelOf({
    project: "acme",
    environments: { prod: { region: "eu-west-1" } },
    pools: {
      users: {
        existing: { userPoolId: { var: "pool_id" } },
        resourceServers: { api: { scopes: { read: "r" } } },
        clients: { app: { platform: "ios" } },
      },
    },
  });

  test("has clients and resource servers, and no pool", () => {
    expect(model.existing).toEqual({ userPoolId: { variable: "pool_id" } });
    expect(model).not.toHaveProperty("pool");
    expect(model.clients).toHaveLength(1);
    expect(model.resourceServers).toHaveLength(1);
  });

  test("lets its clients read the standard attributes", () => {
    expect(model.clients[0]?.readAttributes).toContain("email");
  });
});

describe("a part of a pool exists where only and except say so", () => {
  const parts = {
    domain: { prefix: "acme" },
    resourceServers: { orders: { scopes: { read: "Read" } } },
    identityProviders: { Google: { providerType: "Google", providerDetails: {} } },
    groups: { admins: {} },
  } as const;
  const paths = [["domain"], ["resourceServers", "orders"], ["identityProviders", "Google"], ["groups", "admins"]];

  /** How many of the parts a pool in `prod` has when one of them has further keys, and what is wrong with the file. */
  async function existing(path: readonly string[], keys: object) {
    const pool = structuredClone(parts) as object;
    Object.assign(
      path.reduce((at, key) => (at as Record<string, object>)[key] as object, pool),
      keys,
    );
    const config = {
      project: "acme",
      environments: { prod: { region: "eu-west-1" }, dev: { region: "eu-west-1" } },
      pools: { users: { ...pool, clients: {} } },
    };
    const { pools, problems } = await loadText("userpools.json", JSON.stringify(config));
    const count = pools
      .filter(({ environment }) => environment.key === "prod")
      .map(
        ({ domain, resourceServers, identityProviders, groups }) =>
          [domain ?? [], resourceServers, identityProviders, groups].flat().length,
      );
    return { count: count[0], problems: problems.map(({ path }) => path.join(".")) };
  }

  test.each(paths.map((path) => [path.join("."), path] as const))("%s", async (_, path) => {
    expect(await existing(path, {})).toEqual({ count: 4, problems: [] });
    expect(await existing(path, { only: ["prod"] })).toEqual({ count: 4, problems: [] });
    expect(await existing(path, { only: ["dev"] })).toEqual({ count: 3, problems: [] });
    expect(await existing(path, { only: [] })).toEqual({ count: 3, problems: [] });
    expect(await existing(path, { except: ["prod"] })).toEqual({ count: 3, problems: [] });
    expect((await existing(path, { only: ["prd"] })).problems).toEqual([`pools.users.${path.join(".")}.only.0`]);
  });
});
