import type { Client, Pool } from "../../lib/config/schema";
import { synthesizeConfig } from "../examples/examples";
import { LoopbackCognito } from "../support/cognito/loopback-cognito";
import { configOf } from "../support/models";
import { describeTerraform, Workspace } from "../support/terraform";

jest.setTimeout(300_000);

const CSS = "/* ${brand} */ .banner-customizable { background-color: #1b4f72; }";
const IMAGE = "iVBORw0KGgo=";
const POOL = {
  preventDestroy: false,
  deletionProtection: false,
  domain: { prefix: "acme-login", managedLoginVersion: 1 },
} as const satisfies Partial<Pool>;
const CLIENT = { platform: "spa", preventDestroy: false } as const;

/** Each customization as it was sent: whose it is, and what it has. */
type Sent = readonly [client: string, css: unknown, image: unknown];

describeTerraform("customization of the classic pages", () => {
  const workspace = new Workspace();
  let cognito: LoopbackCognito;
  let operations: string[] = [];
  beforeAll(async () => {
    cognito = await LoopbackCognito.start();
  });
  afterAll(() => {
    cognito?.stop();
    workspace.remove();
  });

  async function applied(pool: Partial<Pool>, clients: Readonly<Record<string, Client>>): Promise<Sent[]> {
    const config = configOf({ pool: { ...POOL, ...pool } });
    const users = { ...config.pools.users, clients } as Pool;
    const { stacks } = synthesizeConfig({ ...config, pools: { users } });
    await workspace.use(stacks[0]?.file as string, cognito.endpoint);
    await workspace.run("apply", "-auto-approve");
    expect(await workspace.run("plan")).toContain("No changes.");
    const calls = cognito.newCalls();
    operations = calls.map(({ operation }) => operation);
    return calls
      .filter(({ operation }) => operation === "SetUICustomization")
      .map(({ request }): Sent => [request.ClientId === "ALL" ? "ALL" : "client", request.CSS, request.ImageFile])
      .sort();
  }

  test("is made once there is a domain, for all clients and for one", async () => {
    const sent = await applied(
      { uiCustomization: { css: CSS } },
      { web: { ...CLIENT, uiCustomization: { css: CSS, image: `data:image/png;base64,${IMAGE}` } } },
    );
    expect(sent).toEqual([
      ["ALL", CSS, undefined],
      ["client", CSS, IMAGE],
    ]);
    expect(operations.indexOf("CreateUserPoolDomain")).toBeLessThan(operations.indexOf("SetUICustomization"));
  });

  test("moves with its client to another key", async () => {
    const uiCustomization = { css: CSS, image: `data:image/png;base64,${IMAGE}` };
    const shop: Client = { ...CLIENT, name: "web", renamedFrom: "web", uiCustomization };
    expect([await applied({ uiCustomization: { css: CSS } }, { shop }), operations]).toEqual([[], []]);
  });

  test("of a client can go, while that of all clients changes", async () => {
    const sent = await applied(
      { uiCustomization: { image: `data:image/png;base64,${IMAGE}` } },
      { shop: { ...CLIENT, name: "web" } },
    );
    expect(sent).toEqual([
      ["ALL", undefined, IMAGE],
      // without settings the call removes what is there
      ["client", undefined, undefined],
    ]);
  });

  test("of another client leaves the one before", async () => {
    const { json } = synthesizeConfig(
      configOf({ pool: POOL, client: { ...CLIENT, uiCustomization: { css: CSS } }, clients: { other: CLIENT } }),
    ).stacks[0] as { json: object };
    const withTarget = (client: string) =>
      JSON.parse(JSON.stringify(json).replace(/(?<="client_id":"\$\{aws_cognito_user_pool_client\.)app/, client));
    const customized = async (client: string) => {
      await workspace.use(withTarget(client), cognito.endpoint);
      await workspace.run("apply", "-auto-approve");
      return cognito.newCalls().filter(({ operation }) => operation === "SetUICustomization");
    };
    await customized("app");
    const calls = await customized("other");
    expect(calls.map(({ request }) => request.CSS)).toEqual([CSS]);
  });
});
