import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readDescribed } from "../../lib/adopt/described";
import { servePools } from "../../lib/adopt/loopback";
import { cli, folderWith } from "../support/cli";
import { LoopbackCognito } from "../support/cognito/loopback-cognito";
import { drawn, sampled } from "../support/sample";
import { describeTerraform } from "../support/terraform";
import { make } from "./live";
import { printed } from "./printed";
import { SHAPES, type Shape } from "./shapes";

jest.setTimeout(300_000);

const RECORDED = join(__dirname, "../data/adopt-state.json");

let cognito: LoopbackCognito;
beforeAll(async () => {
  cognito = await LoopbackCognito.start();
});
afterAll(() => cognito.stop());

/** What the AWS CLI prints of a shape. */
function files(shape: Shape) {
  return printed(cognito, make(cognito, shape).userPoolId);
}

/** An attribute that only a developer's calls can write: no schema of Terraform can declare it. */
const DEVELOPER: Shape = {
  name: "an attribute of developers",
  pool: { Schema: [{ Name: "score", AttributeDataType: "String", Mutable: true, DeveloperOnlyAttribute: true }] },
};

const TAGGED: Shape = {
  name: "a provider with a secret, and a tag",
  pool: { UserPoolTags: { owner: "identity" } },
  attached: SHAPES.find(({ name }) => name.includes("Google"))?.attached ?? [],
  clients: { jobs: { GenerateSecret: true } },
};

/** A config that leaves open where it is deployed, and that delivers the secret of a client. */
const OPEN = `
project: acme
environments:
  prod: { region: { var: region }, accountId: { var: account }, tags: { owner: { var: owner } } }
pools:
  live:
    only: []
    clients:
      jobs: { platform: confidential, deliver: { secretsManager: { name: acme/jobs, kmsKeyId: { var: key } } } }
`;
const INTO = ["--into", "userpools.yaml", "--env", "prod", "--pool", "live"];

const BREAKING: Shape = {
  name: "a callback that a rule refuses",
  clients: {
    web: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ["code"],
      CallbackURLs: ["http://x.acme.example/"],
    },
  },
};

describeTerraform("the proof of adopt", () => {
  // adopt.test.ts plans the same shapes from the emulator itself, without what is tested here
  test.each(drawn(SHAPES, 1).map((shape) => [shape.name, shape] as const))(
    "%s: counts what the plan imports, and finds what remains neutral",
    async (_, shape) => {
      const { attached = [], clients = {}, ofClients = [], neutral = [] } = shape;
      const { exitCode, stdout, stderr } = await cli(folderWith(files(shape)), "adopt", ".");
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
      const objects = 1 + attached.length + Object.keys(clients).length + ofClients.length;
      const changed = new Set(neutral.map((each) => each.split(":")[0])).size;
      const secrets = attached.filter(([, { ProviderDetails }]) => "client_secret" in Object(ProviderDetails)).length;
      expect(stdout).toContain(
        `plan of live-prod: ${objects} to import, 0 to add, ${changed + secrets} to change, 0 to destroy\n`,
      );
      expect(stdout.match(/^ {2}neutral: /gm) ?? []).toHaveLength(changed + secrets);
    },
  );

  const drawnTest = sampled(5);

  // differences.test.ts has the rest
  drawnTest("says what the first apply would change, and writes the files all the same", async () => {
    const folder = folderWith(files(DEVELOPER));
    const { exitCode, stdout, stderr } = await cli(folder, "adopt", ".");
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: expect.stringContaining("see what is not neutral") });
    expect(stdout).toMatch(
      /^ {2}not neutral: aws_cognito_user_pool\.live: user pool live: schema: AWS has .*score.*, the config gives nothing; .*, at userpools\.yaml:11:3$/m,
    );
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(["userpools.yaml", "userpools.lock.json"]));
  });

  drawnTest("plans without the conditions that the pool breaks today", async () => {
    const { exitCode, stdout, stderr } = await cli(folderWith(files(BREAKING)), "adopt", ".");
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: expect.not.stringContaining("neutral") });
    expect(stdout).toContain("plan of live-prod: 2 to import, 0 to add, 0 to change, 0 to destroy\n");
  });

  drawnTest("plans what a state of Terraform has, which lacks some of what AWS answers", async () => {
    const state = JSON.parse(readFileSync(RECORDED, "utf8"));
    const { resources } = state.values.root_module;
    const { arn } = resources.find(({ type }: { type: string }) => type === "aws_cognito_user_pool").values;
    const [type, name] = ["aws_wafv2_web_acl_association", "main"];
    const values = {
      resource_arn: arn,
      web_acl_arn: "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/users/a1b2",
    };
    resources.push({ address: `${type}.${name}`, mode: "managed", type, name, values });
    const { exitCode, stdout } = await cli(folderWith({ "state.json": JSON.stringify(state) }), "adopt", "state.json");
    expect([exitCode, ...stdout.split("\n").filter((line) => /^plan|web ACL/.test(line))]).toEqual([
      0,
      "  not in the config: the pool: an import of its web ACL: an apply associates the same web ACL again, which changes nothing",
      "plan of staff-prod: 7 to import, 1 to add, 1 to change, 0 to destroy",
      "  neutral: aws_wafv2_web_acl_association.staff: web ACL association: it is created: AWS has it, and takes the same web ACL again without a change",
    ]);
  });

  drawnTest("plans what --into adds, with the variables of the config, and says what it had to assume", async () => {
    const { exitCode, stdout } = await cli(
      folderWith({ "userpools.yaml": OPEN }),
      "adopt",
      folderWith(files(TAGGED)),
      ...INTO,
    );
    expect(exitCode).toBe(1);
    expect(stdout).toContain("plan of live-prod: 3 to import, 2 to add, 2 to change, 0 to destroy\n");
    expect(stdout.match(/^ {2}(?:neutral|not \w+): [\w.]+ ?[\w]*/gm)).toEqual([
      "  neutral: aws_cognito_identity_provider.google",
      "  neutral: aws_cognito_user_pool.live",
      "  not neutral: aws_secretsmanager_secret.jobs_credentials",
      "  not neutral: aws_secretsmanager_secret_version.jobs_credentials",
      "  not proved: variable account",
      "  not proved: variable key",
    ]);
    expect(stdout).toContain("add it once the pool is imported");
  });

  drawnTest("plans the pools of several Regions", async () => {
    const shape = { name: "", clients: { web: {} } };
    const elsewhere = Object.entries(files(shape)).map(([name, text]) => [
      `us-${name}`,
      String(text).replaceAll("eu-west-1", "us-east-1"),
    ]);
    const folder = folderWith({});
    for (const [region, answers] of [
      ["eu", files(shape)],
      ["us", Object.fromEntries(elsewhere)],
    ] as const) {
      mkdirSync(join(folder, region));
      for (const [name, text] of Object.entries(answers)) writeFileSync(join(folder, region, name), String(text));
    }
    const { exitCode, stdout } = await cli(folder, "adopt", ".");
    expect(exitCode).toBe(0);
    expect(stdout.match(/^plan of .*/gm)).toEqual([
      expect.stringMatching(/^plan of live-\w+-eu-west-1: 2 to import, 0 to add, 0 to change, 0 to destroy$/),
      expect.stringMatching(/^plan of live-\w+-us-east-1: 2 to import, 0 to add, 0 to change, 0 to destroy$/),
    ]);
  });
});

test("without Terraform it says that nothing is proved, and names the option that leaves the proof out", async () => {
  const folder = folderWith(files({ name: "" }));
  expect(await cli(folder, "adopt", ".", "--terraform", "./none")).toMatchObject({
    exitCode: 1,
    stdout: expect.not.stringContaining("plan of"),
    stderr: expect.stringMatching(/nothing has proved .*none is not installed[\s\S]*--no-plan leaves the proof out\n$/),
  });
  expect(existsSync(join(folder, "userpools.yaml"))).toBe(true);
  const other = folderWith(files({ name: "" }));
  expect(await cli(other, "adopt", ".", "--terraform", "./none", "--no-plan")).toMatchObject({
    exitCode: 0,
    stdout: expect.not.stringContaining("plan of"),
    stderr: "",
  });
});

test("what is described can be read as AWS sends it, and not be changed", async () => {
  const answers = files({ name: "", attached: [["CreateGroup", { GroupName: "admins" }]] });
  const { UserPool } = JSON.parse(answers["pool.json"] as string);
  // the AWS CLI prints dates as text
  const pool = JSON.stringify({ UserPool: { ...UserPool, CreationDate: "2026-01-02T03:04:05.500000+00:00" } });
  const served = await servePools(readDescribed(folderWith({ ...answers, "pool.json": pool })));
  const call = async (operation: string, request: object) => {
    const headers = { "X-Amz-Target": `AWSCognitoIdentityProviderService.${operation}` };
    const response = await fetch(served.endpoint, { method: "POST", headers, body: JSON.stringify(request) });
    return { status: response.status, ...((await response.json()) as object) };
  };
  const UserPoolId = UserPool.Id;
  expect(await call("DescribeUserPool", { UserPoolId })).toMatchObject({
    status: 200,
    UserPool: { Name: "live", CreationDate: 1767323045.5 },
  });
  expect(await call("GetGroup", { UserPoolId, GroupName: "admins" })).toMatchObject({ Group: { GroupName: "admins" } });
  const refused = (type: string) => ({ status: 400, __type: type, message: expect.any(String) });
  for (const operation of ["UpdateUserPool", "DeleteUserPool", "TagResource", "AdminCreateUser"])
    expect(await call(operation, { UserPoolId })).toEqual(refused("NotAuthorizedException"));
  expect(await call("GetGroup", { UserPoolId, GroupName: "others" })).toEqual(refused("ResourceNotFoundException"));
  expect(await call("DescribeUserPool", { UserPoolId: "x" })).toEqual(refused("ResourceNotFoundException"));
  expect(await call("ListUsers", { UserPoolId })).toEqual(refused("UnknownOperationException"));
  served.close();
});
