import { rmSync } from "node:fs";
import { join } from "node:path";
import { LoopbackCognito } from "../support/cognito/loopback-cognito";
import { describeTerraform, Workspace } from "../support/terraform";

jest.setTimeout(300_000);

const KEY = "1a2b3c4d-0000-4000-8000-000000000000";
const NAME = "aws_secretsmanager_secret.client.id";

/** What deliveries and publications are made of, with everything that they may use. */
const configuration = (value: string, version: number) => ({
  terraform: { required_providers: { aws: { source: "hashicorp/aws", version: ">= 5.100.0, < 7.0.0" } } },
  provider: { aws: { region: "eu-west-1" } },
  data: { aws_secretsmanager_secret_version: { idp: { secret_id: "idp/google" } } },
  resource: {
    aws_secretsmanager_secret: {
      client: { name: "acme/prod/api", kms_key_id: KEY, description: "of api", tags: { team: "identity" } },
    },
    aws_secretsmanager_secret_version: { client: { secret_id: `\${${NAME}}`, secret_string: value } },
    aws_ssm_parameter: {
      id: { name: "/acme/prod/api/client-id", type: "String", value },
      secret: { name: "/acme/prod/api/secret", type: "SecureString", value_wo: value, value_wo_version: version },
    },
  },
});

describeTerraform("Secrets Manager and the Parameter Store on loopback", () => {
  const workspace = new Workspace();
  afterAll(() => workspace.remove());

  test("the AWS provider creates, reads, changes and destroys there, and each second plan is empty", async () => {
    const cognito = await LoopbackCognito.start();
    cognito.secrets.add("idp/google", { client_secret: "of google" });
    for (const [value, version] of [
      ["one", 1],
      ["two", 2],
    ] as const) {
      await workspace.use(configuration(value, version), cognito.endpoint);
      await workspace.run("apply", "-auto-approve");
      expect(await workspace.run("plan")).toContain("No changes.");
      expect(cognito.secrets.valueOf("acme/prod/api")).toBe(value);
      expect(cognito.secrets.parameter("/acme/prod/api/client-id")).toBe(value);
      expect(cognito.secrets.parameter("/acme/prod/api/secret")).toBe(value);
    }
    await workspace.run("destroy", "-auto-approve");
    expect(cognito.secrets.names).toEqual(["idp/google"]);
    cognito.stop();
  });

  test("it refuses as AWS does", async () => {
    const cognito = await LoopbackCognito.start();
    const ask = (target: string, request: object) => () => cognito.secrets.answer(target, request as never);
    cognito.secrets.add("idp/google", "x");
    const token = { ClientRequestToken: "0".repeat(32) };
    expect(ask("secretsmanager.CreateSecret", { Name: "idp/google", ...token })).toThrow(/already exists/);
    expect(ask("secretsmanager.GetSecretValue", { SecretId: "absent" })).toThrow(/can't find the specified secret/);
    expect(ask("secretsmanager.CreateSecret", { Name: "", ...token })).toThrow(/validation error/);
    expect(ask("secretsmanager.CreateSecret", { Nmae: "x", ...token })).toThrow(/must not be null|has no field/);
    ask("secretsmanager.DeleteSecret", { SecretId: "idp/google" })();
    expect(ask("secretsmanager.CreateSecret", { Name: "idp/google", ...token })).toThrow(/scheduled for deletion/);
    ask("AmazonSSM.PutParameter", { Name: "/a", Value: "1", Type: "String" })();
    expect(ask("AmazonSSM.PutParameter", { Name: "/a", Value: "2", Type: "String" })).toThrow(/already exists/);
    expect(ask("AmazonSSM.PutParameter", { Name: "/aws/a", Value: "2", Type: "String" })).toThrow(/not allowed/);
    expect(ask("AmazonSSM.PutParameter", { Name: "/b", Value: "2", Type: "Text" })).toThrow(/enum value set/);
    cognito.stop();
    rmSync(join(workspace.folder, "terraform.tfstate"), { force: true });
  });
});
