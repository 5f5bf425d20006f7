import { type Lock, type LockedPool, lockPool } from "../../lib/lock/lock";
import { formatLock } from "../../lib/lock/lock-file";
import { updateLock } from "../../lib/lock/update";
import { lockViolations } from "../../lib/lock/violations";
import { adopted, CLIENT_ID, client, POOL_ID, pool } from "../adopt/adopted";
import { configOf, modelOf } from "../support/models";

describe("the lock of what is adopted", () => {
  const locked = (example = { pool, client } as Parameters<typeof configOf>[0]): Lock => {
    const model = modelOf(configOf(example));
    return { users: { prod: lockPool(model) } };
  };
  const violations = (example: Parameters<typeof configOf>[0], lock = locked()) =>
    lockViolations([modelOf(configOf(example))], lock, "2030-01-01").map(({ rule, message }) => `${rule} ${message}`);

  test("holds the ids, and what is permanently unset", () => {
    const text = formatLock(locked({ pool: { ...pool, unset: ["caseSensitive"] }, client }));
    expect(JSON.parse(text).pools.users.prod).toMatchObject({
      adopted: POOL_ID,
      adoptedClients: { app: CLIENT_ID },
      caseSensitive: "unset",
    });
  });

  test("passes what is as it was, and a client under another key", () => {
    expect(violations({ pool, client })).toEqual([]);
    const renamed = { web: { ...client, renamedFrom: "app" } };
    const model = modelOf({ ...adopted(), pools: { users: { ...pool, clients: renamed } } });
    expect(lockViolations([model], locked(), "2030-01-01")).toEqual([]);
  });

  test.each([
    ["no longer adopted", { pool, client: { platform: "ios" } }, "no longer is: this replaces it"],
    ["adopted as another", { pool, client: { ...client, adopted: { clientId: "other" } } }, "and would be other"],
  ] as const)("fails when a client is %s", (_, example, message) => {
    expect(violations(example)).toEqual([expect.stringMatching(new RegExp(`^ADO-10 .*${message}`))]);
  });

  test("fails when the pool is another, or a client that Terraform created is adopted", () => {
    const [other] = violations({ pool: { adopted: { userPoolId: "eu-west-1_Other" } }, client });
    expect(other).toBe(`ADO-10 pool users is locked as adopted, ${POOL_ID}, and would be eu-west-1_Other`);
    const [created] = violations({ pool, client }, locked({ pool }));
    expect(created).toMatch(/^ADO-10 client app is locked as created by Terraform, and would be adopted/);
  });

  test("fails when case sensitivity is set that was unset", () => {
    const lock = locked({ pool: { ...pool, unset: ["caseSensitive"] }, client });
    expect(violations({ pool: { ...pool, caseSensitive: true }, client }, lock)).toEqual([
      expect.stringMatching(/^SCH-20 caseSensitive is locked as unset and would be true/),
    ]);
  });

  test("says what an update locks", () => {
    const { changes } = updateLock(locked({}), [modelOf(adopted())], []);
    expect(changes.map(({ what }) => what)).toEqual([
      `the pool locked as adopted, ${POOL_ID}`,
      `client app locked as adopted, ${CLIENT_ID}`,
    ]);
  });

  const clientsOf = (clients: object) => modelOf({ ...adopted(), pools: { users: { ...pool, clients } } } as never);
  const said = (clients: object, lock = locked()) =>
    lockViolations([clientsOf(clients)], lock, "2030-01-01").map(
      ({ rule, severity, message, fix }) => `${severity} ${rule} ${message} => ${fix}`,
    );

  test("warns of an adopted client that leaves the config, and passes it once that is planned", () => {
    expect(said({})).toEqual([
      "warning LOCK-03 client app is locked but missing: its client id would be lost => if it was renamed, add renamedFrom: app; to destroy it on purpose, run: cdktf-cognito lock",
    ]);
    const allowDestroy = { reason: "nobody uses it", until: "2030-06-30" };
    expect(said({ app: { ...client, only: [], allowDestroy } })).toEqual([]);
    const { lock, changes } = updateLock(locked(), [clientsOf({})], []);
    expect(changes.map(({ what }) => what)).toEqual(["client app no longer locked"]);
    expect(lock.users?.prod).not.toHaveProperty("adoptedClients");
  });

  test("fails when an adopted client gets another key without renamedFrom: it would be imported and destroyed", () => {
    expect(said({ web: client })).toContain(
      `error ADO-10 client web is adopted as ${CLIENT_ID}, which is locked as client app: Terraform would import it as web, and destroy it as app => add renamedFrom: app`,
    );
    expect(said({ web: { ...client, renamedFrom: "app" } })).toEqual([]);
    expect(said({ app: client, web: { ...client, adopted: { clientId: "2h57kf5cpq17m0eml12example" } } })).toEqual([]);
  });

  describe("with acknowledged errors", () => {
    const lifetimes = (accessTokenValidity: string) => ({
      ...client,
      accessTokenValidity,
      refreshTokenValidity: "2h",
      acknowledge: { "TOK-07": "the app is replaced in May" },
    });
    const lockOf = (clients: object, before?: LockedPool) => ({
      users: { prod: lockPool(clientsOf(clients), before) },
    });
    const first = lockOf({ app: lifetimes("3h") });
    const renamed = (lifetime: string) => ({ web: { ...lifetimes(lifetime), renamedFrom: "app" } });

    test("knows them under another key of the client, until the argument changes", () => {
      expect(said({ app: lifetimes("3h") }, first)).toEqual([]);
      expect(said(renamed("3h"), first)).toEqual([]);
      expect(said(renamed("4h"), first)).toEqual([expect.stringMatching(/^error LOCK-05 .*another value/)]);
    });

    test("of which the message names the client", () => {
      const required = { ...pool, attributes: { email: { required: true } } };
      const model = (clients: object) => modelOf({ ...adopted(), pools: { users: { ...required, clients } } } as never);
      const writes = (more: object) => ({
        ...client,
        writeAttributes: ["name"],
        acknowledge: { "ATT-04": "soon" },
        ...more,
      });
      const before = lockPool(model({ app: writes({}) }));
      expect(Object.keys(before.errors ?? {})).toEqual(["client app ATT-04"]);
      const after = model({ web: writes({ renamedFrom: "app" }) });
      expect(lockViolations([after], { users: { prod: before } }, "2030-01-01")).toEqual([]);
    });

    test("records nothing afresh under another key", () => {
      const same = lockOf(renamed("3h"), first.users.prod);
      expect(Object.keys(same.users.prod.errors ?? {})).toEqual(["client web TOK-07"]);
      expect(said({ web: lifetimes("3h") }, same)).toEqual([]);
      expect(lockOf(renamed("4h"), first.users.prod).users.prod).not.toHaveProperty("errors");
    });
  });
});
