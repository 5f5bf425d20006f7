import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { stringify } from "yaml";
import type { Pool } from "../../lib/config/schema";
import { hadProxy, lockPool } from "../../lib/lock/lock";
import { formatLock } from "../../lib/lock/lock-file";
import { lockViolations } from "../../lib/lock/violations";
import { lockRules } from "../../lib/rules/lock";
import { cli, folderWith } from "../support/cli";
import { modelOf } from "../support/models";

const POOL: Pool = {
  usernameAttributes: ["email"],
  attributes: {
    email: { required: true },
    "custom:tenant": { maxLength: 64 },
    "custom:age": { type: "Number", minValue: 0 },
  },
  clients: { app: { platform: "ios" }, web: { platform: "spa" } },
};

const configOf = (pool: Pool, pools: Record<string, Pool> = {}) => ({
  project: "acme",
  environments: { prod: { region: "eu-west-1" } },
  pools: { users: pool, ...pools },
});
const edited = (edit: (pool: Pool & { attributes: NonNullable<Pool["attributes"]> }) => void): Pool => {
  const pool = structuredClone(POOL);
  edit(pool as never);
  return pool;
};
const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`custom:a${index}`, {}]));
const locked = lockPool(modelOf(configOf(POOL)));
const violations = (pool: Pool) => lockViolations([modelOf(configOf(pool))], { users: { prod: locked } });

describe("the lock refuses what AWS refuses, and what replaces a pool", () => {
  test.each<[string, Pool, string, RegExp, string]>([
    [
      "a removed attribute",
      edited(({ attributes }) => delete attributes["custom:tenant"]),
      "SCH-12",
      /attribute custom:tenant is locked as String, mutable, minLength 0, maxLength 64 and would be removed/,
      "pools.users.attributes",
    ],
    [
      "another constraint",
      edited((pool) => Object.assign(pool.attributes["custom:tenant"] as object, { maxLength: 128 })),
      "SCH-12",
      /maxLength is locked as 64 and would be 128/,
      "pools.users.attributes.custom:tenant.maxLength",
    ],
    [
      "a constraint that goes",
      edited((pool) => delete pool.attributes["custom:age"]?.minValue),
      "SCH-12",
      /minValue is locked as 0 and would be unlimited/,
      "pools.users.attributes.custom:age",
    ],
    [
      "another mutability",
      edited((pool) => Object.assign(pool.attributes["custom:tenant"] as object, { mutable: false })),
      "SCH-14",
      /mutable is locked as true and would be false/,
      "pools.users.attributes.custom:tenant.mutable",
    ],
    [
      "no longer required",
      edited((pool) => Object.assign(pool.attributes.email as object, { required: false })),
      "SCH-14",
      /required is locked as true and would be false/,
      "pools.users.attributes.email.required",
    ],
    [
      "newly required",
      edited((pool) => Object.assign(pool.attributes, { name: { required: true } })),
      "SCH-14",
      /attribute name is locked as not required and would be required/,
      "pools.users.attributes.name.required",
    ],
    [
      "a standard attribute that is declared later",
      edited((pool) => Object.assign(pool.attributes, { nickname: { maxLength: 50 } })),
      "SCH-12",
      /attribute nickname is locked as undeclared and would be added as custom:nickname, permanently/,
      "pools.users.attributes.nickname",
    ],
    [
      "more new attributes than AWS takes at once",
      edited((pool) => Object.assign(pool.attributes, many(26))),
      "SCH-01",
      /26 attributes would be added at once; AWS takes 25 in one call/,
      "pools.users.attributes",
    ],
    [
      "other sign-in names",
      edited((pool) => Object.assign(pool, { usernameAttributes: ["phone_number"] })),
      "SCH-19",
      /usernameAttributes is locked as \[email\] and would be \[phone_number\]/,
      "pools.users.usernameAttributes",
    ],
    [
      "aliases instead",
      edited((pool) => Object.assign(pool, { usernameAttributes: ["email"], aliasAttributes: ["phone_number"] })),
      "SCH-19",
      /aliasAttributes is locked as \[\] and would be \[phone_number\]/,
      "pools.users.aliasAttributes",
    ],
    [
      "case sensitivity",
      edited((pool) => Object.assign(pool, { caseSensitive: true })),
      "SCH-20",
      /caseSensitive is locked as false and would be true/,
      "pools.users.caseSensitive",
    ],
  ])("%s", (_, pool, rule, message, path) => {
    const [violation, ...others] = violations(pool);
    expect(others).toEqual([]);
    expect(violation).toMatchObject({
      rule,
      severity: "error",
      stack: "users-prod",
      message: expect.stringMatching(message),
    });
    expect(violation?.path.join(".")).toBe(path);
    expect(violation?.fix).toContain("cdktf-cognito lock --forget users-prod");
  });

  test("nothing of a lock file whose lists have another order", () => {
    const pool = edited((each) => Object.assign(each, { usernameAttributes: ["email", "phone_number"] }));
    for (const usernameAttributes of [
      ["phone_number", "email"],
      ["email", "phone_number"],
    ])
      expect(lockViolations([modelOf(configOf(pool))], { users: { prod: { ...locked, usernameAttributes } } })).toEqual(
        [],
      );
  });

  test("a retyped attribute: its type, and the constraints that go with it", () => {
    const found = violations(edited((pool) => Object.assign(pool.attributes, { "custom:tenant": { type: "Number" } })));
    expect(found.map(({ rule, path }) => `${rule} ${path.at(-1)}`)).toEqual([
      "SCH-14 type",
      "SCH-12 custom:tenant",
      "SCH-12 custom:tenant",
    ]);
  });

  test("a client that is gone is a warning; one that is renamed, or may go, is none", () => {
    const gone = edited((pool) => delete pool.clients.web);
    expect(violations(gone)).toMatchObject([
      { rule: "LOCK-03", severity: "warning", message: expect.stringContaining("client web is locked but missing") },
    ]);
    expect(
      violations(
        edited((pool) =>
          Object.assign(pool, { clients: { app: { platform: "ios" }, site: { platform: "spa", renamedFrom: "web" } } }),
        ),
      ),
    ).toEqual([]);
    const allowed = { platform: "spa", only: [], allowDestroy: { reason: "retired", until: "2031-01-31" } };
    expect(
      violations(edited((pool) => Object.assign(pool, { clients: { app: { platform: "ios" }, web: allowed } }))),
    ).toEqual([]);
  });

  test("a client that comes behind the proxy, or leaves it, would be replaced; one that may go, is none", () => {
    const behind = edited((pool) => Object.assign(pool.clients.app as object, { secretHashProxy: true }));
    expect(violations(behind)).toMatchObject([
      {
        rule: "LOCK-04",
        severity: "error",
        path: ["pools", "users", "clients", "app", "secretHashProxy"],
        message: expect.stringContaining("client app is locked without the SECRET_HASH proxy and would be behind it"),
      },
    ]);
    const proxied = { users: { prod: lockPool(modelOf(configOf(behind))) } };
    expect(proxied.users.prod.proxied).toEqual(["app"]);
    expect(lockViolations([modelOf(configOf(behind))], proxied)).toEqual([]);
    expect(lockViolations([modelOf(configOf(POOL))], proxied)).toMatchObject([{ rule: "LOCK-04" }]);
    const allowed = { secretHashProxy: true, allowDestroy: { reason: "not published yet", until: "2031-01-31" } };
    expect(violations(edited((pool) => Object.assign(pool.clients.app as object, allowed)))).toEqual([]);
  });

  test("that a pool had a proxy stays known, in every later lock; nothing is known of a pool that never had one", () => {
    const behind = modelOf(
      configOf(edited((pool) => Object.assign(pool.clients.app as object, { secretHashProxy: true }))),
    );
    const without = modelOf(configOf(POOL));
    const once = lockPool(without, lockPool(without, lockPool(behind)));
    expect([once.proxied, hadProxy(once)]).toEqual([[], true]);
    expect([lockPool(without).proxied, hadProxy(lockPool(without)), hadProxy(undefined)]).toEqual([
      undefined,
      false,
      false,
    ]);
    expect(lockViolations([without], { users: { prod: once } })).toEqual([]);
  });

  test("a client whose allowance is over is gone without leave", () => {
    const over = { platform: "spa", only: [], allowDestroy: { reason: "retired", until: "2020-01-31" } };
    expect(
      violations(edited((pool) => Object.assign(pool, { clients: { app: { platform: "ios" }, web: over } }))),
    ).toMatchObject([{ rule: "LOCK-03", message: expect.stringContaining("client web is locked but missing") }]);
  });

  test("an allowance holds on its last day, and not on the next", () => {
    const going = { platform: "spa", only: [], allowDestroy: { reason: "retired", until: "2030-01-31" } };
    const pool = edited((pool) => Object.assign(pool, { clients: { app: { platform: "ios" }, web: going } }));
    const on = (day: string) => lockViolations([modelOf(configOf(pool))], { users: { prod: locked } }, day).length;
    expect([on("2030-01-31"), on("2030-02-01")]).toEqual([0, 1]);
  });

  test("a rename to a key that is locked itself loses the client of the old one", () => {
    const clients = { app: { platform: "ios", renamedFrom: "web" } };
    expect(violations(edited((pool) => Object.assign(pool, { clients })))).toMatchObject([
      { rule: "LOCK-03", message: expect.stringContaining("client web is locked but missing") },
    ]);
  });

  test("a pool that is now managed elsewhere, but not one that always was", () => {
    const existing = { existing: { userPoolId: "eu-west-1_abc" }, clients: POOL.clients };
    expect(violations(existing)).toMatchObject([
      {
        rule: "LOCK-02",
        severity: "error",
        path: ["pools", "users", "existing"],
        message: "pool users is locked but no longer managed here: a plan would destroy it and all its users",
        fix: expect.stringContaining("cdktf-cognito lock --forget users-prod"),
      },
    ]);
    const elsewhere = lockPool(modelOf(configOf(existing)));
    expect(lockViolations([modelOf(configOf(existing))], { users: { prod: elsewhere } })).toEqual([]);
  });

  test.each<[string, Pool]>([
    ["the same", POOL],
    ["a new attribute", edited((pool) => Object.assign(pool.attributes, { "custom:plan": { maxLength: 8 } }))],
    ["as many new attributes as AWS takes at once", edited((pool) => Object.assign(pool.attributes, many(25)))],
    ["a new client", edited((pool) => Object.assign(pool.clients, { tv: { platform: "public" } }))],
    ["another guard", edited((pool) => Object.assign(pool.attributes["custom:tenant"] as object, { authority: true }))],
    ["another lifetime", edited((pool) => Object.assign(pool, { clientDefaults: { accessTokenValidity: "2h" } }))],
  ])("lets through: %s", (_, pool) => expect(violations(pool)).toEqual([]));

  test("each rule of the lock has a text", () => {
    expect(lockRules.map(({ id }) => id)).toEqual([
      "SCH-12",
      "SCH-14",
      "SCH-19",
      "SCH-20",
      "ADO-10",
      "LOCK-01",
      "LOCK-02",
      "LOCK-03",
      "LOCK-04",
      "LOCK-05",
      "ROT-07",
    ]);
    for (const { source, why, fix } of lockRules)
      expect([source.length > 0, why.length > 20, fix.length > 10]).toEqual([true, true, true]);
  });
});

test("the lock of a config is the same text in whatever order it is written", () => {
  const attributes = Object.entries(POOL.attributes ?? {});
  fc.assert(
    fc.property(fc.shuffledSubarray(attributes, { minLength: attributes.length }), fc.boolean(), (order, turned) => {
      const clients = Object.entries(POOL.clients);
      const pool = {
        ...POOL,
        attributes: Object.fromEntries(order),
        clients: Object.fromEntries(turned ? clients.reverse() : clients),
      };
      expect(formatLock({ users: { prod: lockPool(modelOf(configOf(pool as Pool))) } })).toBe(
        formatLock({ users: { prod: locked } }),
      );
    }),
  );
  expect(formatLock({ users: { prod: locked } })).toContain(
    '"custom:tenant": { "type": "String", "required": false, "mutable": true, "minLength": 0, "maxLength": 64 }',
  );
});

describe("on the command line", () => {
  const write = (folder: string, pool: Pool, pools?: Record<string, Pool>) =>
    writeFileSync(join(folder, "userpools.yaml"), stringify(configOf(pool, pools)));
  const lockText = (folder: string) => readFileSync(join(folder, "userpools.lock.json"), "utf8");
  const rules = async (folder: string, ...args: string[]) => {
    const { exitCode, stdout } = await cli(folder, "check", "--format", "json", ...args);
    const found = JSON.parse(stdout).findings.filter(({ rule }: { rule: string }) =>
      /^(LOCK|SCH-(12|14|19|20))/.test(rule),
    );
    return [
      exitCode,
      ...found.map(({ rule, line }: { rule: string; line?: number }) => (line ? `${rule}:${line}` : rule)),
    ];
  };
  const lockedFolder = async () => {
    const folder = folderWith({});
    write(folder, POOL);
    expect(await cli(folder, "lock")).toMatchObject({
      exitCode: 0,
      stdout: "users-prod: locked\nuserpools.lock.json\n",
    });
    return folder;
  };

  test("without a lock, check has nothing to say of it", async () => {
    const folder = folderWith({});
    write(folder, POOL);
    expect(await rules(folder)).toEqual([0]);
    expect(existsSync(join(folder, "userpools.lock.json"))).toBe(false);
  });

  test("check refuses at the line that breaks the lock, and synth writes nothing", async () => {
    const folder = await lockedFolder();
    expect(await rules(folder)).toEqual([0]);
    write(
      folder,
      edited((pool) => Object.assign(pool, { caseSensitive: true })),
    );
    expect(await rules(folder)).toEqual([1, expect.stringMatching(/^SCH-20:\d+$/)]);
    expect((await cli(folder, "synth")).exitCode).toBe(1);
    expect(existsSync(join(folder, "cdktf.out"))).toBe(false);
  });

  test("a pool that is gone, or has another key, is refused; --env looks at its own", async () => {
    const folder = await lockedFolder();
    writeFileSync(join(folder, "userpools.yaml"), stringify({ ...configOf(POOL), pools: { people: POOL } }));
    expect(await rules(folder)).toEqual([1, expect.stringMatching(/^LOCK-02:\d+$/)]);
  });

  test("a pool that may go is not lost until its allowance is over", async () => {
    const folder = await lockedFolder();
    const going = (until: string) =>
      edited((pool) => Object.assign(pool, { only: [], allowDestroy: { reason: "retired", until } }));
    write(folder, going("9999-12-31"));
    expect(await rules(folder)).toEqual([0]);
    write(folder, going("2020-01-31"));
    expect(await rules(folder)).toEqual([1, expect.stringMatching(/^LOCK-02:\d+$/)]);
  });

  test("lock lets no pool go to somebody else's care without --forget", async () => {
    const folder = await lockedFolder();
    const before = lockText(folder);
    write(folder, { existing: { userPoolId: "eu-west-1_abc" }, clients: POOL.clients });
    expect(await cli(folder, "lock")).toMatchObject({ exitCode: 1, stdout: expect.stringContaining("error LOCK-02") });
    expect(lockText(folder)).toBe(before);
    expect((await cli(folder, "lock", "--forget", "users-prod")).exitCode).toBe(0);
    expect(await rules(folder)).toEqual([0]);
  });

  test.each([
    ["userpools.yaml", "userpools.lock.json"],
    ["userpools.eu.yaml", "userpools.eu.lock.json"],
    ["userpools.us.json", "userpools.us.lock.json"],
    ["userpools.config.ts", "userpools.lock.json"],
    ["userpools.eu.config.ts", "userpools.eu.lock.json"],
  ])("the lock of %s is %s", async (config, name) => {
    const json = JSON.stringify(configOf(POOL));
    const folder = folderWith({ [config]: config.endsWith(".ts") ? `export default ${json};` : json });
    expect((await cli(folder, "lock", "--config", config)).stdout).toBe(`users-prod: locked\n${name}\n`);
  });

  test("lock adds; it drops and alters nothing that is locked, until --forget names the stack", async () => {
    const folder = await lockedFolder();
    write(
      folder,
      edited((pool) => Object.assign(pool.attributes, { "custom:plan": {} })),
    );
    expect(await cli(folder, "lock")).toMatchObject({
      exitCode: 0,
      stdout: "users-prod: attribute custom:plan locked\nuserpools.lock.json\n",
    });
    expect((await cli(folder, "lock")).stdout).toBe("userpools.lock.json (unchanged)\n");
    const before = lockText(folder);

    write(folder, POOL);
    const refused = await cli(folder, "lock");
    expect(refused).toMatchObject({ exitCode: 1, stderr: "" });
    expect(refused.stdout).toMatch(
      /error SCH-12 .*\n {2}attribute custom:plan is locked .* would be removed[\s\S]*userpools.lock.json is unchanged/,
    );
    expect(lockText(folder)).toBe(before);

    expect(await cli(folder, "lock", "--forget", "users-dev")).toMatchObject({ exitCode: 2 });
    expect((await cli(folder, "lock", "--forget", "users-prod")).stdout).toContain(
      "users-prod: attribute custom:plan no longer locked",
    );
    expect(await rules(folder)).toEqual([0]);
  });

  test.each([
    ["empty", "", /it is empty/],
    ["no JSON", '{\n\n"version": x}', /it is not JSON: unexpected token 'x', in line 3\n/],
    [
      "in conflict",
      "{\n<<<<<<< HEAD\n=======\n>>>>>>> theirs\n}",
      /merge conflict begins in line 2\n.*fix: resolve it/s,
    ],
    [
      "of two branches",
      '{"version":1,"pools":{"users":{"prod":{"clients":["a"]}},"users":{"prod":{"clients":["b"]}}}}',
      /it has pools\.users twice\n.*fix: join both into one/s,
    ],
    ["another form", '{"version":1,"pools":{"users":{"prod":{"clients":1}}}}', /pools.users.prod.clients/],
    ["a newer version", '{"version":2,"pools":{}}', /it has version 2; supported is version 1\n.*fix: use a newer/s],
  ])("fails when the lock file is %s", async (_, text, message) => {
    const folder = await lockedFolder();
    writeFileSync(join(folder, "userpools.lock.json"), text);
    const { exitCode, stdout } = await cli(folder, "check");
    expect([exitCode, stdout]).toEqual([2, expect.stringMatching(message)]);
    expect(stdout).toMatch(/userpools\.lock\.json {2}error LOCK-01/);
    expect((await cli(folder, "lock")).exitCode).toBe(2);
    expect(lockText(folder)).toBe(text);
  });

  test("is read with a byte order mark and the line ends of Windows", async () => {
    const folder = await lockedFolder();
    writeFileSync(join(folder, "userpools.lock.json"), `\ufeff${lockText(folder).replaceAll("\n", "\r\n")}`);
    expect(await rules(folder)).toEqual([0]);
  });

  test("fails when a folder has its name", async () => {
    const folder = await lockedFolder();
    rmSync(join(folder, "userpools.lock.json"));
    mkdirSync(join(folder, "userpools.lock.json"));
    expect((await cli(folder, "check")).stdout).toContain("the lock file cannot be read: it is a folder\n");
  });
});
