import type { Client, Pool } from "../../lib/config/schema";
import { formatLock } from "../../lib/lock/lock-file";
import { updateLock } from "../../lib/lock/update";
import { lockViolations } from "../../lib/lock/violations";
import { cli, folderWith } from "../support/cli";
import { modelOf } from "../support/models";

const TERMS = { reason: "no traffic", until: "2030-01-31" };

const configOf = (client: object, key = "api") => ({
  project: "acme",
  environments: { prod: { region: "eu-west-1" } },
  pools: { users: { clients: { [key]: { platform: "server", ...client } as Client } } as Pool },
});

/** Locks one config after the other. */
const lockedAfter = (...clients: object[]) =>
  clients.reduce<{ lock: Parameters<typeof updateLock>[0]; changes: string[] }>(
    ({ lock }, client) => {
      const update = updateLock(lock, [modelOf(configOf(client))], []);
      return { lock: update.lock, changes: update.changes.map(({ what }) => what) };
    },
    { lock: {}, changes: [] },
  );

const violations = (client: object, lock: Parameters<typeof updateLock>[0], today = "2026-01-01", key?: string) =>
  lockViolations([modelOf(configOf(client, key))], lock, today).map(
    ({ rule, severity, path, message, fix }) => `${severity} ${rule} ${path.join(".")}: ${message}; ${fix}`,
  );

const rotation = [
  {},
  { generations: [1, 2] },
  { generations: [1, 2], current: 2 },
  { generations: [2], retire: { generation: 1, ...TERMS } },
  { generations: [2] },
];

describe("the lock knows the generations of a client", () => {
  test("no phase of a rotation violates it, whether it is updated after each phase or after none", () => {
    for (const [index, client] of rotation.entries()) {
      expect(violations(client, lockedAfter(...rotation.slice(0, index)).lock)).toEqual([]);
      if (index < 4) expect(violations(client, lockedAfter({}).lock)).toEqual([]);
    }
  });

  test("a lock without rotations is the same text as before, and one with them has a line for each number", () => {
    expect(formatLock(lockedAfter({}).lock)).not.toContain("generations");
    const { lock, changes } = lockedAfter(...rotation);
    expect(lock.users?.prod?.generations).toEqual({ api: { existing: [2], highest: 2 } });
    expect(changes).toEqual([]);
    expect(lockedAfter(...rotation.slice(0, 2)).changes).toEqual(["generation 2 of client api locked"]);
    expect(lockedAfter(...rotation.slice(0, 4)).changes).toEqual(["generation 1 of client api no longer locked"]);
  });

  test("a number that comes back is refused: one that was retired, and one that was called off", () => {
    const done = lockedAfter(...rotation).lock;
    expect(violations({ generations: [1, 2], current: 2 }, done)).toEqual([
      "error ROT-07 pools.users.clients.api.generations.0: generation 1 was used before; the highest number used is 2; write generation 3",
    ]);
    const calledOff = lockedAfter({ generations: [1, 2] }, { generations: [1], retire: { generation: 2, ...TERMS } });
    expect(violations({ generations: [1, 2] }, calledOff.lock)).toEqual([
      "error ROT-07 pools.users.clients.api.generations.1: generation 2 was used before; the highest number used is 2; write generation 3",
    ]);
    expect(violations({ generations: [1, 3] }, calledOff.lock)).toEqual([]);
    expect(violations({ generations: [2, 3] }, done)).toEqual([]);
  });

  test("a generation that is missing is a warning, unless its retirement, or the client's allowance, lasts", () => {
    const { lock } = lockedAfter({ generations: [1, 2], current: 2 });
    const missing =
      "warning LOCK-03 pools.users.clients.api.generations: generation 1 of client api is locked but missing: its client id would be lost; restore it; when nobody uses it any more, write retire: { generation: 1, reason, until }";
    const retired = { generations: [2], retire: { generation: 1, ...TERMS } };
    expect(violations({ generations: [2] }, lock)).toEqual([missing]);
    expect(violations(retired, lock, "2030-01-31")).toEqual([]);
    expect(violations(retired, lock, "2030-02-01")).toEqual([missing]);
    expect(violations({ generations: [2], allowDestroy: TERMS }, lock)).toEqual([]);
  });

  test("a renamed client takes its numbers along", () => {
    const { lock } = lockedAfter(...rotation);
    expect(violations({ renamedFrom: "api", generations: [2, 3] }, lock, "2026-01-01", "jobs")).toEqual([]);
    expect(violations({ renamedFrom: "api", generations: [1, 2], current: 2 }, lock, "2026-01-01", "jobs")).toEqual([
      expect.stringContaining("ROT-07 pools.users.clients.jobs.generations.0: generation 1 was used before"),
    ]);
    const renamed = updateLock(lock, [modelOf(configOf({ renamedFrom: "api", generations: [2] }, "jobs"))], []);
    expect(renamed.lock.users?.prod?.generations).toEqual({ jobs: { existing: [2], highest: 2 } });
  });

  test("check and lock refuse a number that comes back", async () => {
    const folder = folderWith({ "userpools.json": JSON.stringify(configOf({ generations: [2] })) });
    await cli(folder, "lock");
    const again = folderWith({
      "userpools.json": JSON.stringify(configOf({ generations: [1, 2], current: 2 })),
      "userpools.lock.json": formatLock(lockedAfter({ generations: [2] }).lock),
    });
    expect((await cli(folder, "check")).exitCode).toBe(0);
    for (const command of ["check", "lock"])
      expect(await cli(again, command)).toMatchObject({
        exitCode: 1,
        stdout: expect.stringContaining("generation 1 was used before"),
      });
  });
});
