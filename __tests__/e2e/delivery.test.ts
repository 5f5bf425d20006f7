import type { Client, Config } from "../../lib/config/schema";
import { judge } from "../../lib/gate/judge";
import type { Plan } from "../../lib/gate/plan-file";
import { synthesizeOne } from "../examples/examples";
import { LoopbackCognito } from "../support/cognito/loopback-cognito";
import { describeTerraform, Workspace } from "../support/terraform";
import { storedCalls } from "../wire/stored";

jest.setTimeout(300_000);

const KEY = "arn:aws:kms:eu-west-1:111122223333:key/1a2b3c4d-0000-4000-8000-000000000000";
const DELIVER = { secretsManager: { name: "acme/prod/api", kmsKeyId: KEY }, ssm: { prefix: "/acme/prod/api" } };
const SECRET = expect.stringMatching(/^arn:aws:secretsmanager:eu-west-1:\d{12}:secret:acme\/prod\/api-/);

function config(api: Partial<Client>): Config {
  return {
    project: "acme",
    environments: { prod: { region: "eu-west-1" } },
    pools: { users: { domain: { prefix: "acme" }, clients: { api: { platform: "server", ...api } as Client } } },
  };
}

describeTerraform("the credentials of a client, delivered by real Terraform to a loopback API", () => {
  const workspace = new Workspace();
  let cognito: LoopbackCognito;
  let ids: Record<string, string>;

  beforeAll(async () => {
    cognito = await LoopbackCognito.start();
  });
  afterAll(() => {
    cognito.stop();
    workspace.remove();
  });

  async function apply(client: Partial<Client>): Promise<string> {
    const { json } = synthesizeOne(config(client));
    await workspace.use(json, cognito.endpoint);
    const shown = await workspace.run("apply", "-auto-approve");
    const outputs = JSON.parse(await workspace.run("output", "-json"));
    ids = outputs.client_generations?.value.api ?? { 1: outputs.client_ids.value.api };
    return shown;
  }
  const delivered = (id: string | undefined) => ({
    client_id: id,
    client_secret: `secret_of_${id}`,
    issuer: expect.stringMatching(/^https:\/\/cognito-idp\.eu-west-1\.amazonaws\.com\/eu-west-1_/),
    token_endpoint: "https://acme.auth.eu-west-1.amazoncognito.com/oauth2/token",
  });
  function expectDelivered(id: string | undefined): void {
    expect(JSON.parse(cognito.secrets.valueOf("acme/prod/api") ?? "{}")).toEqual(delivered(id));
    expect(cognito.secrets.parameter("/acme/prod/api/client-id")).toBe(id);
    expect(cognito.secrets.parameter("/acme/prod/api/client-secret")).toBe(`secret_of_${id}`);
  }

  test("are in both places; the second plan is empty; the secret is in no output and in no state of a delivery", async () => {
    const shown = await apply({ deliver: DELIVER });
    expectDelivered(ids[1]);
    expect(storedCalls(cognito.newCalls())).toEqual([
      [
        "CreateSecret",
        { Name: "acme/prod/api", KmsKeyId: KEY, Description: "Credentials of the Cognito app client api" },
      ],
      ["PutParameter", { Name: "/acme/prod/api/client-id", Type: "String", Value: ids[1] }],
      ["PutParameter", { Name: "/acme/prod/api/client-secret", Type: "SecureString", Value: `secret_of_${ids[1]}` }],
      ["PutSecretValue", { SecretId: SECRET, SecretString: delivered(ids[1]) }],
    ]);
    const plan = await workspace.run("plan");
    expect(plan).toContain("No changes.");
    const state = JSON.parse(await workspace.run("state", "pull"));
    const having = state.resources.filter((each: object) => JSON.stringify(each).includes("secret_of_"));
    expect(having.map(({ type }: { type: string }) => type)).toEqual(["aws_cognito_user_pool_client"]);
    for (const text of [shown, plan, await workspace.run("show")]) expect(text).not.toContain("secret_of_");
  });

  test("stay as they are while a second generation is added, and follow the switch in one plan", async () => {
    await apply({ deliver: DELIVER, generations: [1, 2] });
    expectDelivered(ids[1]);
    expect(storedCalls(cognito.newCalls())).toEqual([]);
    await workspace.use(
      synthesizeOne(config({ deliver: DELIVER, generations: [1, 2], current: 2 })).json,
      cognito.endpoint,
    );
    const shown = await workspace.run("apply", "-auto-approve");
    // a version of a secret is a resource of its own, and the new one takes the place of the old one
    expect(shown).toMatch(/1 added, 2 changed, 1 destroyed/);
    expect(shown).not.toContain("secret_of_");
    expectDelivered(ids[2]);
    expect(storedCalls(cognito.newCalls())).toEqual([
      [
        "PutParameter",
        { Name: "/acme/prod/api/client-id", Overwrite: true, Tier: "Standard", Type: "String", Value: ids[2] },
      ],
      [
        "PutParameter",
        {
          Name: "/acme/prod/api/client-secret",
          Overwrite: true,
          Tier: "Standard",
          Type: "SecureString",
          Value: `secret_of_${ids[2]}`,
        },
      ],
      ["PutSecretValue", { SecretId: SECRET, SecretString: delivered(ids[2]) }],
    ]);
    expect(await workspace.run("plan")).toContain("No changes.");
  });

  test("of another generation, by an edit of what is written, fail the plan; a readable secret is a warning", async () => {
    const { json } = synthesizeOne(config({ deliver: DELIVER, generations: [1, 2], current: 2 }));
    const planOf = async (edit: (text: string) => string) => {
      const deliveries = ["aws_secretsmanager_secret_version", "aws_ssm_parameter"].map((type) => [
        type,
        JSON.parse(edit(JSON.stringify(json.resource?.[type]))),
      ]);
      const edited = { ...json, resource: { ...json.resource, ...Object.fromEntries(deliveries) } };
      await workspace.use(edited, cognito.endpoint);
      const { exitCode, stdout, stderr } = await workspace.terraform("plan", "-no-color");
      return [exitCode, (stdout + stderr).replace(/[\s│]+/g, " ")];
    };
    const [failed, of] = await planOf((text) => text.replaceAll("client.api_g2.", "client.api."));
    expect(failed).toBe(1);
    expect(of).toContain("ROT-02 current-generation: delivery of client api: other credentials are delivered");
    const [, readable] = await planOf((text) =>
      text
        .replace(/"secret_string_wo":/, '"secret_string":')
        .replace(/,"secret_string_wo_version":"(?:[^"\\]|\\.)*"/, ""),
    );
    expect(readable).toContain("DEL-05 no-exported-delivery: delivery of client api: the secret is readable");
  });

  test("are refused by the gate where they would be destroyed while the client lives on", async () => {
    await workspace.use(synthesizeOne(config({ generations: [1, 2], current: 2 })).json, cognito.endpoint);
    await workspace.run("plan", "-out=plan.bin");
    const plan = JSON.parse(await workspace.run("show", "-json", "plan.bin")) as Plan;
    const refused = judge(plan, [], "2030-01-31").filter(({ verdict }) => verdict === "refused");
    expect(refused.map(({ path }) => path).sort()).toEqual([
      "aws_secretsmanager_secret.api_credentials",
      "aws_ssm_parameter.api_client_id",
      "aws_ssm_parameter.api_client_secret",
    ]);
  });

  test("with the default key pass every rule after the apply as before it, and without a warning", async () => {
    const secretsManager = { name: "acme/prod/default-key", kmsKeyId: "alias/aws/secretsmanager" };
    await apply({ deliver: { ...DELIVER, secretsManager }, generations: [1, 2], current: 2 });
    const { exitCode, stdout, stderr } = await workspace.terraform("plan", "-no-color");
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("No changes.");
    expect(stdout).not.toMatch(/Warning|DEL-/);
  });
});
