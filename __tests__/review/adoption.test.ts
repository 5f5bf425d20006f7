import type { Config } from "../../lib/config/schema";
import { adopted, CLIENT_ID, client, POOL_ID, pool } from "../adopt/adopted";
import { configOf } from "../support/models";
import { rows } from "./reviewed";

describe("review of what is adopted", () => {
  test("a pool and a client that are new in the config have rows of their own", () => {
    const empty = { ...adopted(), pools: { other: { clients: {} } } };
    const [row] = rows(empty, { ...adopted(), pools: { other: { clients: {} }, ...adopted().pools } });
    expect(row).toMatch(`adopts user pool ${POOL_ID} in prod, with 1 client: app`);
    const without = configOf({ pool });
    expect(rows({ ...without, pools: { users: { ...pool, clients: {} } } }, adopted())).toEqual([
      `changes app: adopts client ${CLIENT_ID} (ios)`,
    ]);
  });

  test("a change beside it is named, and the mark that is removed breaks", () => {
    const changed = configOf({ pool: { ...pool, adminCreateUserOnly: true }, client: { platform: "ios" } });
    expect(rows(configOf({ client: { platform: "ios" } }), changed)).toEqual([
      "breaks users: only administrators create users",
      `changes users: adopted as user pool ${POOL_ID}`,
      "notes users: imports the pool, and makes 1 other change in the same apply",
    ]);
    expect(rows(adopted(), configOf({ pool, client: { platform: "ios" } }))).toEqual([
      "breaks app: replaces the client (new client id): no longer adopted",
    ]);
  });

  test("another secret than AWS has of an adopted client fails the plan, and replaces nothing", () => {
    const server = configOf({ pool, client: { ...client, platform: "server" } });
    expect(rows(adopted(), server)).toContain("breaks app: the config says that AWS has a secret of it");
    expect(rows(server, adopted())).toContain("breaks app: the config says that AWS has no secret of it");
    expect(rows(adopted(), server).join()).not.toContain("replaces");
  });

  test("the style of a client that is imported, another one, and one that is created", () => {
    const styled = (styleId?: string) =>
      configOf({
        pool: { ...pool, domain: { prefix: "acme-login", managedLoginVersion: 2 } },
        client: {
          platform: "spa",
          callbackUrls: ["https://app.acme.example/"],
          branding: "default",
          adopted: { clientId: CLIENT_ID, ...(styleId && { styleId }) },
        },
      });
    const [one, two] = ["1ee76372-aa1d-4030-9b97-b0e86ced64bf", "2ee76372-aa1d-4030-9b97-b0e86ced64bf"];
    expect(rows(styled(), styled(one))).toEqual([`notes app: style ${one} is imported, unless the state has one`]);
    expect(rows(styled(one), styled(two))).toEqual([
      `notes app: style ${two} is imported instead of ${one}, unless the state has one`,
    ]);
    expect(rows(styled(one), styled())).toEqual([
      "changes app: its style of managed login is created, not imported, unless the state has it",
    ]);
  });

  test("what is set that was unset, and what can never be", () => {
    const before = configOf({ pool: { ...pool, unset: ["caseSensitive", "advancedSecurityMode"] }, client });
    expect(rows(before, configOf({ pool: { ...pool, caseSensitive: true }, client }))).toEqual([
      "breaks users: caseSensitive is set",
      "changes users: advancedSecurityMode is set",
    ]);
  });

  test("a client that leaves the config breaks, and so does another key without renamedFrom", () => {
    const clients = (clients: object) => ({ ...adopted(), pools: { users: { ...pool, clients } } }) as Config;
    expect(rows(adopted(), clients({}))).toEqual(["breaks app: the client is removed, with its client id"]);
    expect(rows(adopted(), clients({ web: client }))).toEqual([
      "breaks app: the client is destroyed, and imported as web",
      `changes web: adopts client ${CLIENT_ID} (ios)`,
      "notes users: imports web, and makes 1 other change in the same apply",
    ]);
    expect(rows(adopted(), clients({ web: { ...client, renamedFrom: "app" } }))).toEqual([
      "notes web: renamed from app; its name in Cognito changes to web",
    ]);
  });

  test("changes in the same pull request as an import are named", () => {
    const before = { ...adopted(), pools: { users: { ...pool, clients: { ios: { platform: "ios" } } } } } as Config;
    const after = (users: object, ios: object = {}) =>
      ({
        ...before,
        pools: { users: { ...pool, ...users, clients: { ios: { platform: "ios", ...ios }, app: client } } },
      }) as Config;
    expect(rows(before, after({}))).toEqual([`changes app: adopts client ${CLIENT_ID} (ios)`]);
    expect(rows(before, after({ mfaConfiguration: "OPTIONAL", softwareTokenMfa: true }, { name: "i" }))).toContain(
      "notes users: imports app, and makes 2 other changes in the same apply",
    );
    expect(rows(after({}), after({}, { name: "i" })).join()).not.toContain("import");
  });

  test("a pool that was managed elsewhere is adopted with its clients as they are", () => {
    const elsewhere = configOf({ pool: { existing: { userPoolId: POOL_ID } } });
    const found = rows(elsewhere, configOf({ pool }));
    expect(found.filter((each) => each.startsWith("breaks"))).toEqual([]);
    expect(found).toContain(`changes users: adopts user pool ${POOL_ID}, which was managed elsewhere`);
    const other = configOf({ pool: { adopted: { userPoolId: "eu-west-1_Other" } } });
    expect(rows(elsewhere, other)).toContain(`breaks users: managed here instead of ${POOL_ID}`);
  });
});
