import { stringify } from "yaml";
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
async function verdicts(plan: Plan, pool: object, { environments = {}, args = [] as string[] } = {}) {
  const config = {
    project: "acme",
    environments: { prod: { region: "eu-west-1" }, dev: { region: "eu-west-1" }, ...environments },
    pools: { users: { clients: { app: { platform: "ios" } }, ...pool } },
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
    stdout: expect.stringMatching(/^refused client old would be destroyed/),
  });
  expect(await cli(folder, "gate", "plan.json", "--config", "broken.yaml")).toMatchObject({ exitCode: 2, stdout: "" });
});
