import { judge } from "../../lib/gate/judge";
import { type Lock, lockPool } from "../../lib/lock/lock";
import { formatLock } from "../../lib/lock/lock-file";
import { updateLock } from "../../lib/lock/update";
import { lockViolations } from "../../lib/lock/violations";
import { plain } from "../../lib/text/quoted";
import type { StackJson } from "../examples/examples";
import { CLIENT, changeOf, POOL, planOf } from "../gate/plans";
import { rows } from "../review/reviewed";
import { appClient, stackOf } from "../stacks/stack";
import { configOf, modelOf } from "../support/models";

const POOL_ID = "eu-west-1_Ab3dEf6h1";
const CLIENT_ID = "1h57kf5cpq17m0eml12example";
const pool = { adopted: { userPoolId: POOL_ID } };
const client = { platform: "ios" as const, adopted: { clientId: CLIENT_ID } };
const adopted = () => configOf({ pool, client });

type Imports = StackJson & { readonly import: readonly { readonly to: string; readonly id: string }[] };

describe("the stack of an adopted pool", () => {
  test("imports the pool, what is attached to it and is not new, and the clients that are adopted", () => {
    const stack = stackOf({
      pool: {
        ...pool,
        domain: { prefix: "acme" },
        additionalDomain: { customDomain: "login.acme.example", certificateArn: "arn", new: true },
        resourceServers: {
          orders: { identifier: "https://api.acme.example/", scopes: {} },
          late: { scopes: {}, new: true },
        },
        identityProviders: { Corp: { providerType: "SAML", providerDetails: { MetadataURL: "https://idp.example" } } },
        groups: { "a b": {}, "${x}": {} },
      },
      client,
    }) as Imports;
    expect(stack.import).toEqual([
      { to: "aws_cognito_user_pool.users", id: POOL_ID },
      { to: "aws_cognito_user_pool_domain.users", id: "acme" },
      { to: "aws_cognito_resource_server.orders", id: `${POOL_ID}|https://api.acme.example/` },
      { to: "aws_cognito_identity_provider.corp", id: `${POOL_ID}:Corp` },
      { to: "aws_cognito_user_group.a_b", id: `${POOL_ID}/a b` },
      { to: "aws_cognito_user_group.x", id: `${POOL_ID}/$\${x}` },
      { to: "aws_cognito_user_pool_client.app", id: `${POOL_ID}/${CLIENT_ID}` },
    ]);
    expect(stack.terraform.required_version).toBe(">= 1.5.0");
  });

  test("imports clients alone where the pool is managed elsewhere, and needs Terraform 1.6 for an id in a variable", () => {
    const stack = stackOf({ pool: { existing: { userPoolId: { var: "pool" } } }, client }) as Imports;
    expect(stack.import).toEqual([{ to: "aws_cognito_user_pool_client.app", id: `\${var.pool}/${CLIENT_ID}` }]);
    expect(stack.terraform.required_version).toBe(">= 1.6.0");
  });

  test("never writes generate_secret of an adopted client, but of its later generations", () => {
    expect(appClient(stackOf({ pool, client }))).not.toHaveProperty("generate_secret");
    const server = { ...client, platform: "server" as const, generations: [1, 2] };
    const stack = stackOf({ pool, client: { ...server, unset: ["readAttributes"] } }) as Imports;
    const { app, app_g2 } = stack.resource?.[CLIENT] ?? {};
    expect(app).not.toHaveProperty("generate_secret");
    expect(app).not.toHaveProperty("read_attributes");
    expect(app_g2).toMatchObject({ generate_secret: true, read_attributes: [] });
    expect(stack.import.map(({ to }) => to)).toEqual([`${POOL}.users`, `${CLIENT}.app`]);
  });

  test("leaves out what is unset, whatever the defaults of clients say", () => {
    const stack = stackOf({
      pool: { ...pool, clientDefaults: { accessTokenValidity: "2h", readAttributes: ["email"] } },
      client: { ...client, unset: ["accessTokenValidity", "readAttributes"] },
    });
    expect(appClient(stack)).not.toHaveProperty("access_token_validity");
    expect(appClient(stack)).not.toHaveProperty("read_attributes");
  });

  test("without units, lifetimes are numbers of Cognito's own", () => {
    const validity = { accessTokenValidity: "120m", refreshTokenValidity: "48h" };
    const stack = stackOf({ pool, client: { ...client, ...validity, unset: ["tokenValidityUnits"] } });
    expect(appClient(stack)).toMatchObject({ access_token_validity: 2, refresh_token_validity: 2 });
    expect(() =>
      modelOf(configOf({ pool, client: { ...client, accessTokenValidity: "90m", unset: ["tokenValidityUnits"] } })),
    ).toThrow("AWS accepts whole hours only");
  });
});

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
});

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
    ]);
    expect(rows(adopted(), configOf({ pool, client: { platform: "ios" } }))).toEqual([
      "breaks app: replaces the client (new client id): no longer adopted",
    ]);
  });

  test("what is set that was unset, and what can never be", () => {
    const before = configOf({ pool: { ...pool, unset: ["caseSensitive", "advancedSecurityMode"] }, client });
    expect(rows(before, configOf({ pool: { ...pool, caseSensitive: true }, client }))).toEqual([
      "breaks users: caseSensitive is set",
      "changes users: advancedSecurityMode is set",
    ]);
  });
});

describe("the gate about imports", () => {
  const importing = { id: `${POOL_ID}/${CLIENT_ID}` };
  const judged = (actions: string[], change: object, more: object = {}) =>
    judge(
      planOf([{ ...changeOf(`${CLIENT}.app`, actions), change: { actions, importing, ...change }, ...more } as never]),
      [],
      "2030-01-01",
    ).map(({ verdict, message, why, fix }) => ({ verdict, message: plain(message), why: plain(why), fix }));
  const before = { name: "app", generate_secret: null, access_token_validity: 0 };

  test("names each", () => {
    expect(judged(["no-op"], { before, after: before })).toMatchObject([
      {
        verdict: "noted",
        message: `client app is imported as ${importing.id}`,
        why: "it exists in AWS, where nothing changes",
      },
    ]);
  });

  test("names what the same apply changes", () => {
    const [note] = judged(["update"], { before, after: { ...before, access_token_validity: 2 } });
    expect(note?.message).toMatch(/and updated in the same apply: access_token_validity$/);
  });

  test("refuses one that would be replaced, with the cause", () => {
    const after = { ...before, generate_secret: true };
    expect(judged(["delete", "create"], { before, after, replace_paths: [["generate_secret"]] })).toMatchObject([
      {
        verdict: "refused",
        why: expect.stringMatching(/^an import leaves generate_secret null, and any value replaces the client/),
        fix: expect.stringMatching(/^mark the client with adopted/),
      },
    ]);
  });

  test("names one that comes to a new address", () => {
    const [note] = judged(["no-op"], { before, after: before }, { previous_address: `${CLIENT}.old` });
    expect(note?.message).toBe(`client app moves from ${CLIENT}.old`);
  });
});
