import type { Client, Pool } from "../../lib/config/schema";
import { synthesizeOne } from "../examples/examples";
import { type ApiCall, LoopbackCognito } from "../support/cognito/loopback-cognito";
import { configOf } from "../support/models";
import { describeTerraform, Workspace } from "../support/terraform";

jest.setTimeout(300_000);

const POOL = { preventDestroy: false, deletionProtection: false } as const;
const CLIENT = { platform: "ios", preventDestroy: false } as const;

/** Responses need tier PLUS. So the order of the calls decides whether tier and responses can change in one apply. */
describeTerraform("threat protection of a pool that exists", () => {
  const workspace = new Workspace();
  let cognito: LoopbackCognito;
  beforeAll(async () => {
    cognito = await LoopbackCognito.start();
  });
  afterAll(() => {
    cognito?.stop();
    workspace.remove();
  });

  async function applied(pool: Omit<Pool, "clients">, client: Client): Promise<ApiCall[]> {
    await workspace.use(synthesizeOne(configOf({ pool, client })).file, cognito.endpoint);
    await workspace.run("apply", "-auto-approve");
    expect(await workspace.run("plan")).toContain("No changes.");
    return cognito.newCalls();
  }

  test("is added with its tier, and removed with it, in one apply each", async () => {
    await applied({ ...POOL, userPoolTier: "ESSENTIALS" }, CLIENT);
    const added = await applied(
      {
        ...POOL,
        userPoolTier: "PLUS",
        advancedSecurityMode: "ENFORCED",
        threatProtection: { compromisedCredentials: { action: "BLOCK" } },
      },
      { ...CLIENT, threatProtection: { exceptions: { blocked: ["192.0.2.0/24"] } } },
    );
    expect(added.map(({ operation }) => operation)).toEqual([
      "UpdateUserPool",
      "SetRiskConfiguration",
      "SetRiskConfiguration",
    ]);
    const removed = await applied({ ...POOL, userPoolTier: "ESSENTIALS" }, CLIENT);
    expect(removed.map(({ operation }) => operation)).toEqual([
      "SetRiskConfiguration",
      "SetRiskConfiguration",
      "UpdateUserPool",
    ]);
    // without settings the call removes what is there
    const left = removed.slice(0, 2).flatMap(({ request }) => Object.keys(request));
    expect([...new Set(left)].sort()).toEqual(["ClientId", "UserPoolId"]);
  });
});
