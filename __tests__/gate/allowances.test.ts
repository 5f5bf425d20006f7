import { stringify } from "yaml";
import { judge } from "../../lib/gate/judge";
import type { Plan } from "../../lib/gate/plan-file";
import { cli, folderWith } from "../support/cli";
import { CLIENT, changeOf, POOL, planOf } from "./plans";

const good = { reason: "the app is retired", until: "9999-12-31" };
const over = { reason: "the app is retired", until: "2020-01-31" };
const named = (name: string) => ({ before: { name }, after: { name } });

/** A plan that destroys client `old` of pool `users` in `prod`. */
const clientGoes = planOf([
  changeOf(`${POOL}.users`, ["no-op"], named("acme-users-prod")),
  changeOf(`${CLIENT}.old`, ["delete"], { before: { name: "old" } }),
]);
/** A plan that replaces the pool `users` in `prod`, and its client with it. */
const poolGoes = planOf([
  changeOf(`${POOL}.users`, ["delete", "create"], named("acme-users-prod")),
  changeOf(`${CLIENT}.app`, ["delete", "create"], { ...named("app"), replace_paths: [["user_pool_id"]] }),
]);

/** The gate's verdicts on a plan, with a config whose pool `users` has these keys. */
async function verdicts(plan: Plan, pool: object, { environments = {}, args = [] as string[], pools = {} } = {}) {
  const config = {
    project: "acme",
    environments: { prod: { region: "eu-west-1" }, dev: { region: "eu-west-1" }, ...environments },
    pools: { users: { clients: { app: { platform: "ios" } }, ...pool }, ...pools },
  };
  const folder = folderWith({ "plan.json": JSON.stringify(plan), "userpools.yaml": stringify(config) });
  const { exitCode, stdout, stderr } = await cli(folder, "gate", "plan.json", "--format", "json", ...args);
  if (stdout === "") throw new Error(stderr);
  const { judgements } = JSON.parse(stdout);
  return { exitCode, verdicts: judgements.map((each: { verdict: string }) => each.verdict), text: stdout };
}

const clients = (allowDestroy?: object, more: object = { only: [] }) => ({
  clients: { app: { platform: "ios" }, old: { platform: "spa", ...more, ...(allowDestroy && { allowDestroy }) } },
});

describe("allowDestroy lets exactly one object go", () => {
  test("a client that stays in the file, in no environment, with a reason and a day", async () => {
    const { exitCode, verdicts: given, text } = await verdicts(clientGoes, clients(good));
    expect([exitCode, given]).toEqual([0, ["allowed"]]);
    expect(text).toContain("the config allows it until 9999-12-31, because the app is retired");
  });

  test("a client that is replaced", async () => {
    expect(await verdicts(clientGoes, clients(good, {}))).toMatchObject({ exitCode: 0, verdicts: ["allowed"] });
  });

  test("a client in the one environment whose overlay says so", async () => {
    const environments = {
      prod: { region: "eu-west-1", pools: { users: { clients: { old: { allowDestroy: good } } } } },
    };
    expect(await verdicts(clientGoes, clients(undefined, {}), { environments })).toMatchObject({ exitCode: 0 });
    const dev = { dev: { region: "eu-west-1", pools: { users: { clients: { old: { allowDestroy: good } } } } } };
    expect(await verdicts(clientGoes, clients(undefined, {}), { environments: dev })).toMatchObject({ exitCode: 1 });
  });

  test("a pool, and its clients with it", async () => {
    expect(await verdicts(poolGoes, { allowDestroy: good })).toMatchObject({
      exitCode: 0,
      verdicts: ["allowed", "allowed"],
    });
    expect(await verdicts(poolGoes, { allowDestroy: good, only: [] })).toMatchObject({ exitCode: 0 });
  });

  test.each<[string, Plan, object]>([
    ["without it", clientGoes, {}],
    ["on another client", clientGoes, { clients: { app: { platform: "ios", allowDestroy: good } } }],
    ["on the pool, for a client alone", clientGoes, { allowDestroy: good }],
    ["on a client, for the pool", poolGoes, { clients: { app: { platform: "ios", allowDestroy: good } } }],
  ])("refuses %s", async (_, plan, pool) => {
    expect(await verdicts(plan, pool)).toMatchObject({ exitCode: 1 });
  });

  /** A pool and a client of it, as a plan has them. */
  const pool = (address: string, actions: string[], name = "acme-users-prod") =>
    changeOf(address, actions, { before: { id: `id-of-${name}`, name }, after: null });
  const client = (address: string, of = "acme-users-prod") =>
    changeOf(address, ["delete"], { name: "old", before: { name: "old", user_pool_id: `id-of-${of}` }, after: null });
  const live = pool(`${POOL}.users`, ["no-op"]);

  test.each<[string, Plan]>([
    ["a client of the same name, of another pool", planOf([live, client(`${CLIENT}.old`, "other")])],
    ["a client of the same name in another module", planOf([live, client(`module.partners.${CLIENT}.old`)])],
    [
      "a client of the same name, of a pool in another module",
      planOf([live, pool(`module.b.${POOL}.users`, ["no-op"], "b"), client(`module.b.${CLIENT}.old`, "b")]),
    ],
    ["one of several clients that share the name", planOf([live, client(`${CLIENT}.old["tenant-b"]`)])],
    ["a client whose pool the plan does not hold", planOf([client(`${CLIENT}.old`)])],
    ["a pool of the same key and another name", planOf([live, pool(`module.x.${POOL}.users`, ["delete"], "other")])],
    ["one of several pools that share the key", planOf([{ ...pool(`${POOL}.users["b"]`, ["delete"]), name: "users" }])],
    [
      "a client of a pool that stays, beside a pool that goes",
      planOf([
        pool(`${POOL}.users`, ["delete"]),
        pool(`${POOL}.staff`, ["no-op"], "staff"),
        { ...client(`${CLIENT}.console`, "staff"), name: "console" },
      ]),
    ],
  ])("refuses %s", async (_, plan) => {
    expect(await verdicts(plan, { ...clients(good), allowDestroy: good })).toMatchObject({ exitCode: 1 });
  });

  test("in a module as in the root: the pool is known by its name, the client by its pool", async () => {
    const one = planOf([
      pool(`module.a.${POOL}.users`, ["no-op"]),
      client(`module.a.${CLIENT}.old`),
      pool(`${POOL}.users`, ["no-op"], "other"),
    ]);
    expect(await verdicts(one, clients(good))).toMatchObject({ exitCode: 0, verdicts: ["allowed"] });
    const both = planOf([
      pool(`module.a["x"].${POOL}.users`, ["delete"]),
      { ...client(`module.a["x"].${CLIENT}.app["y"]`), name: "app" },
    ]);
    expect(await verdicts(both, { allowDestroy: good })).toMatchObject({
      exitCode: 0,
      verdicts: ["allowed", "allowed"],
    });
  });

  test("a pool whose name is a variable, known by its default", async () => {
    const plan = planOf([pool(`${POOL}.users`, ["delete"], "live-users")]);
    const name = (value: string) => ({ allowDestroy: good, name: { var: "pool_name", default: value } });
    const args = ["--env", "prod"];
    expect(await verdicts(plan, name("live-users"), { args })).toMatchObject({ exitCode: 0 });
    expect(await verdicts(plan, name("others"), { args })).toMatchObject({ exitCode: 1 });
  });

  test.each<[string, unknown]>([
    ["its id", "eu-west-1_abc"],
    ["the default of a variable", { var: "pool_id", default: "eu-west-1_abc" }],
    ["a variable alone", { var: "pool_id" }],
  ])("a client of a pool that is managed elsewhere, known by %s", async (_, userPoolId) => {
    const gone = changeOf(`${CLIENT}.old`, ["delete"], { before: { name: "old", user_pool_id: "eu-west-1_abc" } });
    const stays = changeOf(`${CLIENT}.app`, ["no-op"], { before: { name: "app", user_pool_id: "eu-west-1_abc" } });
    const partners = { ...clients(good), existing: { userPoolId } };
    const args = ["--env", "prod"];
    const given = await verdicts(planOf([gone, stays]), { clients: {} }, { args, pools: { partners } });
    expect(given).toMatchObject({ exitCode: 0, verdicts: ["allowed"] });
    const elsewhere = { ...partners, existing: { userPoolId: "eu-west-1_xyz" } };
    expect(
      await verdicts(planOf([gone, stays]), { clients: {} }, { args, pools: { partners: elsewhere } }),
    ).toMatchObject({ exitCode: 1 });
  });

  test.each<[string, string, object, object]>([
    ["a domain", "aws_cognito_user_pool_domain.users", { domain: { prefix: "acme" } }, ["domain"]],
    [
      "a second domain",
      "aws_cognito_user_pool_domain.users_additional",
      {
        domain: { prefix: "acme" },
        additionalDomain: {
          customDomain: "auth.acme.example",
          certificateArn: "arn:aws:acm:us-east-1:1:certificate/1",
        },
      },
      ["additionalDomain"],
    ],
    [
      "a resource server",
      "aws_cognito_resource_server.order_api",
      { resourceServers: { "order-api": { scopes: { read: "Read" } } } },
      ["resourceServers", "order-api"],
    ],
    [
      "an identity provider",
      "aws_cognito_identity_provider.sign_in_with_apple",
      { identityProviders: { SignInWithApple: { providerType: "SignInWithApple", providerDetails: {} } } },
      ["identityProviders", "SignInWithApple"],
    ],
    ["a group", "aws_cognito_user_group.beta_testers", { groups: { "Beta testers": {} } }, ["groups", "Beta testers"]],
  ])("%s that is destroyed or replaced, and no other", async (_, address, pool, path) => {
    const allowing = (value: object) => {
      const copy = structuredClone(pool);
      Object.assign(
        (path as string[]).reduce((at, key) => (at as Record<string, object>)[key] as object, copy),
        value,
      );
      return copy;
    };
    for (const actions of [["delete"], ["delete", "create"], ["create", "delete"]]) {
      const object = { before: { user_pool_id: "id-of-acme-users-prod" }, after: null };
      const plan = planOf([live, changeOf(address, actions, object)]);
      expect(await verdicts(plan, pool)).toMatchObject({ exitCode: 1, verdicts: ["refused"] });
      expect(await verdicts(plan, allowing({ only: [], allowDestroy: good }))).toMatchObject({
        exitCode: 0,
        verdicts: ["allowed"],
      });
      expect(await verdicts(plan, allowing({ allowDestroy: over }))).toMatchObject({ exitCode: 1 });
      const other = planOf([live, changeOf(`${address}_2`, actions, object)]);
      expect(await verdicts(other, allowing({ allowDestroy: good }))).toMatchObject({ exitCode: 1 });
    }
  });

  test("on the last day, and not on the next", () => {
    const stacks = [
      {
        ...{ stack: "users-prod", environment: "prod", pool: "users", poolName: "acme-users-prod" },
        allowed: { [`${CLIENT}.old`]: { reason: "the app is retired", until: "2030-01-31" } },
      },
    ];
    const plan = planOf([live, client(`${CLIENT}.old`)]);
    const on = (day: string) => judge(plan, stacks, day).map(({ verdict }) => verdict);
    expect([on("2030-01-30"), on("2030-01-31"), on("2030-02-01")]).toEqual([["allowed"], ["allowed"], ["refused"]]);
  });

  test("of several stacks that it may belong to, until the first of their days", () => {
    const stack = (environment: string, until: string) => ({
      ...{ stack: `users-${environment}`, environment, pool: "users", poolName: "acme-users-prod" },
      allowed: { [`${CLIENT}.old`]: { reason: "the app is retired", until } },
    });
    const plan = planOf([live, client(`${CLIENT}.old`)]);
    const [soon, late] = ["2030-01-31", "2030-12-31"] as const;
    const on = (day: string, stacks: readonly ReturnType<typeof stack>[]) =>
      judge(plan, stacks, day).map(({ verdict }) => verdict);
    for (const stacks of [
      [stack("dev", soon), stack("prod", late)],
      [stack("dev", late), stack("prod", soon)],
    ])
      expect([on(soon, stacks), on("2030-02-01", stacks)]).toEqual([["allowed"], ["refused"]]);
  });

  test("not for a client of a pool whose own day is over", async () => {
    expect(await verdicts(poolGoes, { allowDestroy: over })).toMatchObject({
      exitCode: 1,
      verdicts: ["refused", "refused"],
    });
  });

  test.each<[string, object, string]>([
    ["a client of a pool that is managed elsewhere", { existing: { userPoolId: { var: "pool_id" } } }, "partners"],
    ["a client of a pool whose name is a variable", { name: { var: "pool_name" } }, "users"],
  ])("not for an object in a module, where nobody knows the pool: %s", async (_, keys, key) => {
    const plan = (module: string) =>
      planOf([
        ...(key === "users" ? [pool(`${module}${POOL}.users`, ["no-op"], "live")] : []),
        client(`${module}${CLIENT}.old`, "live"),
      ]);
    const of = (module: string) =>
      verdicts(
        plan(module),
        { clients: {} },
        { args: ["--env", "prod"], pools: { [key]: { ...clients(good), ...keys } } },
      );
    expect(await of("")).toMatchObject({ exitCode: 0 });
    expect(await of("module.a.")).toMatchObject({ exitCode: 1 });
  });

  test("refuses after its day, and says so", async () => {
    const { exitCode, text } = await verdicts(clientGoes, clients(over));
    expect(exitCode).toBe(1);
    expect(text).toContain("allowDestroy ended on 2020-01-31");
  });

  test("refuses when the plan may be another environment's that does not say so, until --env says which", async () => {
    const environments = {
      prod: { region: "eu-west-1", pools: { users: { clients: { old: { allowDestroy: good } } } } },
    };
    const pool = { ...clients(undefined, {}), name: "users" };
    const plan = planOf([changeOf(`${POOL}.users`, ["no-op"], named("users")), changeOf(`${CLIENT}.old`, ["delete"])]);
    expect(await verdicts(plan, pool, { environments })).toMatchObject({ exitCode: 1 });
    expect(await verdicts(plan, pool, { environments, args: ["--env", "prod"] })).toMatchObject({ exitCode: 0 });
  });

  test("lets no schema change through", async () => {
    const plan = planOf([
      changeOf(`${POOL}.users`, ["update"], {
        before: { name: "acme-users-prod", schema: [{ name: "a" }] },
        after: { name: "acme-users-prod", schema: [] },
      }),
    ]);
    expect(await verdicts(plan, { allowDestroy: good })).toMatchObject({ exitCode: 1 });
  });

  test.each([
    ["no reason", { until: "2030-01-01" }],
    ["no such day", { reason: "x", until: "2030-02-30" }],
    ["another form", { reason: "x", until: "soon" }],
  ])("fails in the config with %s", async (_, allowDestroy) => {
    await expect(verdicts(clientGoes, { allowDestroy })).rejects.toThrow(/allowDestroy/);
  });
});

test("the gate needs no config, and cannot use a broken one", async () => {
  const folder = folderWith({ "plan.json": JSON.stringify(clientGoes), "broken.yaml": "a: [" });
  expect(await cli(folder, "gate", "plan.json")).toMatchObject({
    exitCode: 1,
    stdout: expect.stringMatching(
      /^refused destruction {2}aws_cognito_user_pool_client\.old\n {2}client old would be destroyed\n/,
    ),
  });
  expect(await cli(folder, "gate", "plan.json", "--config", "broken.yaml")).toMatchObject({ exitCode: 2, stdout: "" });
});
