import type { Client, Config, Pool } from "../../lib/config/schema";
import { sampled } from "../support/sample";
import { describeTerraform, type PlanJson, type PlanResult, Workspace } from "../support/terraform";
import { deployed, example, planStack, synthesizeOne } from "./examples";

jest.setTimeout(300_000);

/** What a plan would do, by address; what stays as it is is left out. */
type Changes = Readonly<
  Record<string, { readonly actions: string; readonly differs: readonly string[]; readonly was?: string }>
>;

describeTerraform("nothing moves: with everything of multi-platform deployed", () => {
  const drawnTest = sampled(2);
  const workspace = new Workspace();
  const variables = example("multi-platform").variables("customers-prod");
  let config: Config;
  let state: object;

  beforeAll(async () => {
    config = await example("multi-platform").config();
    const first = await planStack(workspace, synthesizeOne(config).file, { variables });
    if (first.plan === undefined) throw new Error(first.output.slice(first.output.indexOf("Error:")));
    state = deployed(first.plan);
  });
  afterAll(() => workspace.remove());

  const replan = (config: Config): Promise<PlanResult> =>
    planStack(workspace, synthesizeOne(config).file, { variables, state });

  const changes = async (config: Config): Promise<Changes> => {
    const { plan, output } = await replan(config);
    if (plan === undefined) throw new Error(output.slice(output.indexOf("Error:")));
    return changesOf(plan);
  };

  drawnTest("the same config plans no change", async () => {
    expect(await changes(config)).toEqual({});
  });

  drawnTest("other orders of keys plan no change", async () => {
    expect(await changes(reversed(config))).toEqual({});
  });

  drawnTest("a client inserted first creates that client alone", async () => {
    const changed = withPool(config, ({ clients, ...pool }) => ({
      ...pool,
      clients: { "a-kiosk": { platform: "ios", callbackUrls: ["com.acme.kiosk://signed-in"] }, ...clients },
    }));
    expect(await changes(changed)).toEqual({
      "aws_cognito_user_pool_client.a_kiosk": { actions: "create", differs: [] },
    });
  });

  drawnTest("a value of one client changes that client in place, and nothing else of it", async () => {
    const changed = withClients(config, ({ ios, ...clients }) => ({
      ...clients,
      ios: { ...ios, refreshTokenValidity: "60d" } as Client,
    }));
    expect(await changes(changed)).toEqual({
      "aws_cognito_user_pool_client.ios": { actions: "update", differs: ["refresh_token_validity"] },
    });
  });

  drawnTest("values of the pool change the pool in place; a new attribute is added to its schema", async () => {
    const changed = withPool(config, (pool) => ({
      ...pool,
      passwordPolicy: { minimumLength: 16 },
      attributes: { "custom:added": { type: "Number" }, ...pool.attributes },
      // Without it the new attribute would be readable by every client that takes the default.
      clientDefaults: { ...pool.clientDefaults, readAttributes: ["email"] },
    }));
    const { "aws_cognito_user_pool.customers": pool, ...clients } = await changes(changed);
    expect(pool).toEqual({ actions: "update", differs: ["password_policy", "schema"] });
    for (const change of Object.values(clients))
      expect(change).toEqual({ actions: "update", differs: ["read_attributes"] });
  });

  drawnTest("a client renamed with renamedFrom moves, and keeps its id", async () => {
    const changed = withClients(config, ({ web, ...clients }) => ({
      ...clients,
      shop: { ...web, renamedFrom: "web", name: "web" } as Client,
    }));
    const { plan } = await replan(changed);
    const moved = plan?.resource_changes.find(({ name }) => name === "shop");
    expect(moved).toMatchObject({
      previous_address: "aws_cognito_user_pool_client.web",
      change: { actions: ["no-op"], before: { id: "clientweb" }, after: { id: "clientweb" } },
    });
    expect(changesOf(plan as PlanJson)).toEqual({
      "aws_cognito_user_pool_client.shop": { actions: "no-op", differs: [], was: "aws_cognito_user_pool_client.web" },
    });
  });

  drawnTest("a client renamed with renamedFrom and without a name gets a new name in place", async () => {
    const changed = withClients(config, ({ web, ...clients }) => ({
      ...clients,
      shop: { ...web, renamedFrom: "web" } as Client,
    }));
    expect(await changes(changed)).toEqual({
      "aws_cognito_user_pool_client.shop": {
        actions: "update",
        differs: ["name"],
        was: "aws_cognito_user_pool_client.web",
      },
    });
  });

  describe("as a control, what does destroy", () => {
    test("a client renamed without renamedFrom is destroyed, and another created", async () => {
      const changed = withClients(config, ({ web, ...clients }) => ({ ...clients, shop: web as Client }));
      expect(await changes(changed)).toEqual({
        "aws_cognito_user_pool_client.shop": { actions: "create", differs: [] },
        "aws_cognito_user_pool_client.web": { actions: "delete", differs: [] },
      });
    });

    test("fails when a client would be replaced: a secret cannot be added", async () => {
      const { web } = config.pools.customers?.clients ?? {};
      const { refreshTokenRotation, ...server } = web as Client & { platform: "spa" };
      const changed = withClients(config, (clients) => ({ ...clients, web: { ...server, platform: "server" } }));
      const { exitCode, output } = await replan(changed);
      expect(exitCode).toBe(1);
      expect(output).toMatch(
        /Instance cannot be destroyed[\s\S]*aws_cognito_user_pool_client\.web has lifecycle\.prevent_destroy/,
      );
    });

    test("fails when the pool would be replaced: usernameAttributes are permanent", async () => {
      const changed = withPool(config, (pool) => ({ ...pool, usernameAttributes: ["phone_number"] }));
      const { exitCode, output } = await replan(changed);
      expect(exitCode).toBe(1);
      expect(output).toMatch(
        /Instance cannot be destroyed[\s\S]*aws_cognito_user_pool\.customers has lifecycle\.prevent_destroy/,
      );
    });
  });
});

function changesOf(plan: PlanJson): Changes {
  const changed = plan.resource_changes.filter(
    ({ change, previous_address }) => change.actions.join() !== "no-op" || previous_address !== undefined,
  );
  return Object.fromEntries(
    changed.map(({ address, previous_address, change: { actions, before, after } }) => [
      address,
      {
        actions: actions.join(),
        differs: before && after ? Object.keys(after).filter((key) => !same(before[key], after[key])) : [],
        ...(previous_address !== undefined && { was: previous_address }),
      },
    ]),
  );
}

/** Terraform's sets come in no order, and what was never set is null in one place and "" in another. */
function same(a: unknown, b: unknown): boolean {
  const text = (value: unknown) => JSON.stringify(value, (_, item) => (item === "" ? null : item));
  const comparable = (value: unknown) => (Array.isArray(value) ? value.map(text).sort() : text(value));
  return text(comparable(a)) === text(comparable(b));
}

function withPool(config: Config, change: (pool: Pool) => Pool): Config {
  return { ...config, pools: { customers: change(config.pools.customers as Pool) } };
}

function withClients(config: Config, change: (clients: Pool["clients"]) => Pool["clients"]): Config {
  return withPool(config, (pool) => ({ ...pool, clients: change(pool.clients) }));
}

/** The same config with the keys of every map, at every depth, the other way round. */
function reversed<T>(value: T): T {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, item]) => [key, reversed(item)])) as T;
}
