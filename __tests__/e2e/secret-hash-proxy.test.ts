import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../../lib/config/schema";
import { judge } from "../../lib/gate/judge";
import { parsePlan } from "../../lib/gate/plan-file";
import { edgeHandler, SECRET_HEADER } from "../../lib/secret-hash-proxy/edge-handler";
import { OPERATION_NAMES, TOKEN_OPERATIONS } from "../../lib/secret-hash-proxy/operations";
import { readClients } from "../../lib/secret-hash-proxy/read-clients";
import { readStacks, type StackJson, synthesizeOne } from "../examples/examples";
import { cli, folderWith } from "../support/cli";
import { LoopbackCognito } from "../support/cognito/loopback-cognito";
import { servedPart } from "../support/cognito/served";
import { SrpClient } from "../support/cognito/srp";
import { CODE, USER_API } from "../support/cognito/users";
import { LoopbackEdge } from "../support/loopback-edge";
import { describeTerraform, Workspace } from "../support/terraform";
import { storedCalls } from "../wire/stored";

jest.setTimeout(300_000);

type Answer = Record<string, unknown> & { __type?: string };

const EMAIL = "jane@example.com";
const PASSWORD = "Correct-horse-1";
const REFUSED = { __type: "NotAuthorizedException" };

const CONFIG: Config = {
  project: "acme",
  environments: { prod: { region: "eu-west-1" } },
  pools: {
    users: {
      usernameAttributes: ["email"],
      clients: {
        ios: {
          platform: "ios",
          secretHashProxy: true,
          explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"],
        },
        tv: { platform: "android", secretHashProxy: { operations: ["InitiateAuth"] }, generations: [1, 2], current: 2 },
        api: { platform: "server" },
      },
    },
  },
};

test("the proxy knows every operation that an app can call without credentials, but feedback on risks", () => {
  expect([...OPERATION_NAMES, ...Object.keys(TOKEN_OPERATIONS), "UpdateAuthEventFeedback"].sort()).toEqual([
    ...[...USER_API.unauthenticated, "SetUserSettings"]
      .filter((name, index, all) => all.indexOf(name) === index)
      .sort(),
  ]);
});

describeTerraform("an app without a secret, through the proxy to an API that verifies each SECRET_HASH", () => {
  const workspace = new Workspace();
  let cognito: LoopbackCognito;
  let edge: LoopbackEdge;
  let ids: Record<string, string>;
  let generations: Record<string, Record<string, string>>;
  let stored: ReturnType<typeof storedCalls>;

  beforeAll(async () => {
    cognito = await LoopbackCognito.start();
    await workspace.use(servedPart(synthesizeOne(CONFIG).json), cognito.endpoint);
    await workspace.run("apply", "-auto-approve");
    const outputs = JSON.parse(await workspace.run("output", "-json"));
    [ids, generations] = [outputs.client_ids.value, outputs.client_generations.value];
    const [arn] = /arn:aws:secretsmanager:[^"]+/.exec(await workspace.run("state", "pull")) as RegExpExecArray;
    const read = async (SecretId: string) =>
      String(cognito.secrets.answer("secretsmanager.GetSecretValue", { SecretId }).SecretString);
    const handler = edgeHandler(readClients(read, "eu-west-1"));
    stored = storedCalls(cognito.newCalls());
    edge = await LoopbackEdge.start(cognito.endpoint, { [SECRET_HEADER]: arn }, handler);
  });
  afterAll(() => {
    edge?.stop();
    cognito?.stop();
    workspace.remove();
  });

  /** What an SDK sends. */
  async function send(endpoint: string, operation: string, body: object): Promise<Answer> {
    const response = await fetch(endpoint, {
      method: "POST",
      headers: {
        "Content-Type": "application/x-amz-json-1.1",
        "X-Amz-Target": `AWSCognitoIdentityProviderService.${operation}`,
      },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Answer;
  }
  const through = (operation: string, body: object) => send(edge.endpoint, operation, { ClientId: ids.ios, ...body });
  const beside = (operation: string, body: object) => send(cognito.endpoint, operation, { ClientId: ids.ios, ...body });

  /** Through the proxy, once the same call beside it is refused. */
  async function call(operation: string, body: object): Promise<Answer> {
    expect({ operation, ...(await beside(operation, body)) }).toMatchObject({ operation, ...REFUSED });
    const answer = await through(operation, body);
    expect({ operation, error: answer.__type }).toEqual({ operation, error: undefined });
    return answer;
  }

  const withPassword = (password = PASSWORD) => ({
    AuthFlow: "USER_PASSWORD_AUTH",
    AuthParameters: { USERNAME: EMAIL, PASSWORD: password },
  });
  const tokensOf = (answer: Answer) => answer.AuthenticationResult as Record<string, string>;

  test("the AWS provider stores the secrets of the clients behind it, and sends them where the function may run", () => {
    const operations = ["InitiateAuth"];
    const clients = {
      [String(ids.ios)]: { secret: `secret_of_${ids.ios}` },
      ...Object.fromEntries(
        Object.values(generations.tv ?? {}).map((id) => [id, { operations, secret: `secret_of_${id}` }]),
      ),
    };
    const Name = "acme-users-prod-proxy";
    const Description = "Secrets of the app clients behind the SECRET_HASH proxy, by client id";
    expect(stored).toEqual([
      ["CreateSecret", { Name, Description, AddReplicaRegions: [{ Region: "eu-west-1" }] }],
      ["PutSecretValue", { SecretId: expect.stringContaining(`:secret:${Name}-`), SecretString: clients }],
    ]);
  });

  test("signs up, confirms, and is sent the code again", async () => {
    expect(await call("SignUp", { Username: EMAIL, Password: PASSWORD })).toMatchObject({ UserConfirmed: false });
    await call("ResendConfirmationCode", { Username: EMAIL });
    await call("ConfirmSignUp", { Username: EMAIL, ConfirmationCode: CODE });
  });

  test("signs in with a password, reads the user, refreshes in both ways, and signs out in both ways", async () => {
    const { AccessToken, RefreshToken } = tokensOf(await call("InitiateAuth", withPassword()));
    expect(await through("GetUser", { AccessToken, ClientId: undefined })).toMatchObject({ UserAttributes: [] });

    const byFlow = { AuthFlow: "REFRESH_TOKEN_AUTH", AuthParameters: { REFRESH_TOKEN: RefreshToken } };
    expect(tokensOf(await call("InitiateAuth", byFlow)).AccessToken).toMatch(/^eyJ/);
    expect(tokensOf(await call("GetTokensFromRefreshToken", { RefreshToken })).AccessToken).toMatch(/^eyJ/);

    await call("RevokeToken", { Token: RefreshToken });
    expect(await through("InitiateAuth", byFlow)).toMatchObject(REFUSED);
    expect(await through("GlobalSignOut", { AccessToken, ClientId: undefined })).toEqual({});
    expect(await through("GetUser", { AccessToken, ClientId: undefined })).toMatchObject(REFUSED);
  });

  test("signs in with SRP by an alias, and answers the challenge of the second factor under the pool's own name", async () => {
    const signIn = async () => {
      const srp = new SrpClient();
      const started = await call("InitiateAuth", {
        AuthFlow: "USER_SRP_AUTH",
        AuthParameters: { USERNAME: EMAIL, SRP_A: srp.publicKey },
      });
      const { SALT, SRP_B, SECRET_BLOCK, USER_ID_FOR_SRP } = started.ChallengeParameters as Record<string, string>;
      expect(USER_ID_FOR_SRP).not.toBe(EMAIL);
      const time = "Thu Nov 26 12:00:00 UTC 2026";
      const identity = { pool: "Pool00001", user: USER_ID_FOR_SRP as string, password: PASSWORD };
      const proof = { block: SECRET_BLOCK as string, time };
      return call("RespondToAuthChallenge", {
        ChallengeName: "PASSWORD_VERIFIER",
        Session: started.Session,
        ChallengeResponses: {
          USERNAME: USER_ID_FOR_SRP,
          PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK,
          PASSWORD_CLAIM_SIGNATURE: srp.signature(identity, SALT as string, SRP_B as string, proof),
          TIMESTAMP: time,
        },
      });
    };
    const { AccessToken } = tokensOf(await signIn());
    const preference = { AccessToken, SoftwareTokenMfaSettings: { Enabled: true }, ClientId: undefined };
    expect(await through("SetUserMFAPreference", preference)).toEqual({});

    const asked = await signIn();
    expect(asked.ChallengeName).toBe("SOFTWARE_TOKEN_MFA");
    const { USER_ID_FOR_SRP } = asked.ChallengeParameters as Record<string, string>;
    const responded = (USERNAME: string | undefined) => ({
      ChallengeName: "SOFTWARE_TOKEN_MFA",
      Session: asked.Session,
      ChallengeResponses: { USERNAME, SOFTWARE_TOKEN_MFA_CODE: CODE },
    });
    // AWS verifies the hash of the user's own name, and the proxy signs the name that is sent
    expect(await through("RespondToAuthChallenge", responded(EMAIL))).toMatchObject({
      ...REFUSED,
      message: expect.stringContaining("Unable to verify secret hash"),
    });
    const answer = await call("RespondToAuthChallenge", responded(USER_ID_FOR_SRP));
    expect(tokensOf(answer).AccessToken).toMatch(/^eyJ/);
  });

  test("sets another password", async () => {
    await call("ForgotPassword", { Username: EMAIL });
    await call("ConfirmForgotPassword", { Username: EMAIL, ConfirmationCode: CODE, Password: "Another-horse-2" });
    expect(await through("InitiateAuth", withPassword())).toMatchObject(REFUSED);
    expect(await through("InitiateAuth", withPassword("Another-horse-2"))).toMatchObject({
      ChallengeName: "SOFTWARE_TOKEN_MFA",
    });
  });

  test("both generations of a client are behind the proxy, each with its own secret", async () => {
    expect(Object.keys(generations.tv ?? {})).toEqual(["1", "2"]);
    for (const ClientId of Object.values(generations.tv ?? {})) {
      const answer = await through("InitiateAuth", { ...withPassword("Another-horse-2"), ClientId });
      expect({ ClientId, next: answer.ChallengeName }).toEqual({ ClientId, next: "SOFTWARE_TOKEN_MFA" });
    }
  });

  test.each([
    [
      "a confidential client",
      "InitiateAuth",
      () => ({ ...withPassword(), ClientId: ids.api }),
      "ResourceNotFoundException",
    ],
    [
      "an operation that the client does not have",
      "ForgotPassword",
      () => ({ Username: EMAIL, ClientId: ids.tv }),
      "UnknownOperationException",
    ],
    [
      "an operation for administrators",
      "AdminGetUser",
      () => ({ Username: EMAIL, UserPoolId: "eu-west-1_Pool00001" }),
      "UnknownOperationException",
    ],
    [
      "more than 1 MB",
      "SignUp",
      () => ({ Username: EMAIL, Password: "p".repeat(1_048_577) }),
      "SerializationException",
    ],
  ])("%s is refused by the proxy, and reaches nobody", async (_, operation, body, type) => {
    cognito.newCalls();
    expect(await through(operation, body())).toMatchObject({ __type: type });
    expect(cognito.newCalls()).toEqual([]);
  });

  test("Cognito gets no header that names the secret, and no plan, state of the secret or output has it", async () => {
    const secrets = Object.values(ids).map((id) => `secret_of_${id}`);
    const state = JSON.parse(await workspace.run("state", "pull"));
    const stored = state.resources.find(({ type }: { type: string }) => type === "aws_secretsmanager_secret_version");
    const shown = [JSON.stringify(stored), JSON.stringify(state.outputs), await workspace.run("plan")];
    expect(stored).toBeDefined();
    expect(cognito.secrets.valueOf("acme-users-prod-proxy")).toContain(`secret_of_${ids.ios}`);
    for (const secret of secrets) for (const text of shown) expect(text).not.toContain(secret);
  });

  test("a second plan of what is served changes nothing", async () => {
    const plan = await workspace.run("plan");
    expect(plan).toContain("No changes.");
    expect(plan).not.toMatch(/PRX-09 [\w-]+: SECRET_HASH proxy/);
  });

  describe("once no client is behind the proxy any more", () => {
    const { ios, tv, ...clients } = CONFIG.pools.users?.clients ?? {};
    const without = { ...CONFIG, pools: { users: { ...CONFIG.pools.users, clients } } };

    /** The stack that `synth` writes, with what the lock beside the config knows. */
    async function synthesized(...configs: object[]): Promise<StackJson> {
      const folder = folderWith({});
      for (const config of configs) {
        writeFileSync(join(folder, "userpools.json"), JSON.stringify(config));
        await cli(folder, "lock");
      }
      writeFileSync(join(folder, "userpools.json"), JSON.stringify(without));
      await cli(folder, "synth");
      return readStacks(join(folder, "cdktf.out"))[0]?.json as StackJson;
    }

    test("Terraform cannot destroy it with a stack that knows nothing of it", async () => {
      await workspace.use(servedPart(await synthesized()), cognito.endpoint);
      const { exitCode, stderr } = await workspace.terraform("plan", "-no-color");
      expect([exitCode, stderr]).toEqual([1, expect.stringContaining("Provider configuration not present")]);
    });

    test("it can with what the lock knows, which is up to date already; the gate refuses the plan", async () => {
      await workspace.use(servedPart(await synthesized(CONFIG, without)), cognito.endpoint);
      await workspace.run("plan", "-out=plan.bin");
      const plan = parsePlan(Buffer.from(await workspace.run("show", "-json", "plan.bin")), "plan.json");
      const refused = judge(plan, [], "2030-01-31").filter(({ verdict }) => verdict === "refused");
      expect(refused.map(({ path }) => path)).toContain("aws_secretsmanager_secret.secret_hash_proxy");
      await workspace.run("apply", "plan.bin");
      expect(await workspace.run("state", "list")).not.toContain("secret_hash_proxy");
      expect(await workspace.run("plan")).toContain("No changes.");
    });
  });
});
