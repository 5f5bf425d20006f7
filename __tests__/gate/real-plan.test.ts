import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { resolveConfig } from "../../lib/config/resolve";
import type { Config, Pool } from "../../lib/config/schema";
import { judge } from "../../lib/gate/judge";
import { parsePlan } from "../../lib/gate/plan-file";
import type { GateDiagnostic } from "../../lib/gate/verdict";
import { plain } from "../../lib/text/quoted";
import { synthesize } from "../../stacks/synthesize";
import { sampled } from "../support/sample";
import { describeTerraform, type PlanJson, stateOf, Workspace } from "../support/terraform";

jest.setTimeout(300_000);

const FUNCTION = "arn:aws:lambda:eu-central-1:111122223333:function";

const CONFIG: Config = {
  project: "acme",
  environments: { prod: { region: "eu-central-1" } },
  pools: {
    users: {
      preventDestroy: false,
      usernameAttributes: ["email"],
      mfaConfiguration: "OPTIONAL",
      softwareTokenMfa: true,
      emailMfa: { subject: "Your code" },
      accountRecovery: ["admin_only"],
      emailConfiguration: {
        emailSendingAccount: "DEVELOPER",
        sourceArn: "arn:aws:ses:eu-central-1:111122223333:identity/acme.example",
      },
      smsConfiguration: {
        externalId: "x",
        snsCallerArn: "arn:aws:iam::111122223333:role/sms",
        snsRegion: "eu-west-1",
      },
      verificationMessage: {
        emailMessage: "Your code is {####}",
        emailSubject: "Your code",
        emailMessageByLink: "Please {##confirm##}",
        emailSubjectByLink: "Please confirm",
        smsMessage: "Code {####}",
      },
      lambdaConfig: {
        preSignUp: `${FUNCTION}:guard`,
        preTokenGeneration: `${FUNCTION}:claims`,
      },
      attributes: { "custom:removed": {}, "custom:limited": { maxLength: 64 }, "custom:retyped": {} },
      clients: {
        app: {
          platform: "ios",
          preventDestroy: false,
          accessTokenValidity: { var: "lifetime", default: 60 },
          callbackUrls: ["acme://in", "acme://old"],
          defaultRedirectUri: "acme://old",
          acknowledge: { "OAU-29": "the domain is managed elsewhere" },
        },
        api: { platform: "server", preventDestroy: false },
      },
    },
  },
};

describeTerraform("the gate, on plans that the real provider makes", () => {
  const drawnTest = sampled(3);
  const workspace = new Workspace();
  const output = mkdtempSync(join(tmpdir(), "cdktf-cognito-gate-"));
  const stack = join(output, "stacks/users-prod/cdk.tf.json");
  let state: object;
  let planned: PlanJson | undefined;

  /** What the gate says of the plan from the deployed config to another one. */
  async function judged(
    edit: (pool: Pool) => void,
    variables = {},
    beside: Record<string, object> = {},
  ): Promise<GateDiagnostic[]> {
    const config = structuredClone(CONFIG);
    edit(config.pools.users as Pool);
    synthesize(resolveConfig(config).pools, { config: "userpools.yaml", outdir: output });
    await workspace.use(merged(JSON.parse(readFileSync(stack, "utf8")), beside));
    const { plan } = await workspace.plan({ state, variables });
    planned = plan;
    // Of a plan that failed, Terraform still shows how far it came.
    const shown = plan ? JSON.stringify(plan) : (await workspace.terraform("show", "-json", "plan.bin")).stdout;
    // The state is made of a plan: what only an apply gives is unknown in it.
    return judge(parsePlan(Buffer.from(shown), "plan.json"), [], "2030-01-01").filter(
      ({ message }) => plain(message) !== "some rules are known only after the apply",
    );
  }

  const refusals = (judgements: readonly GateDiagnostic[]) =>
    judgements.filter(({ verdict }) => verdict === "refused").map(({ path, message }) => `${path}: ${plain(message)}`);

  beforeAll(async () => {
    synthesize(resolveConfig(CONFIG).pools, { config: "userpools.yaml", outdir: output });
    await workspace.use(stack);
    const { plan, output: printed } = await workspace.plan();
    if (plan === undefined) throw new Error(printed);
    expect(judge(parsePlan(Buffer.from(JSON.stringify(plan)), "plan.json"), [], "2030-01-01")).toMatchObject([
      { verdict: "noted", message: "some rules are known only after the apply" },
    ]);
    state = JSON.parse(JSON.stringify(stateOf(plan)).replaceAll("cognito-idp:eu-west-1", "cognito-idp:eu-central-1"));
  });
  afterAll(() => {
    workspace.remove();
    rmSync(output, { recursive: true });
  });

  drawnTest("quiet: nothing changes, or only what may", async () => {
    expect(await judged(() => {})).toEqual([]);
    const judgements = await judged((pool) => {
      pool.attributes = { ...pool.attributes, "custom:plan": {} };
      const { api, ...clients } = pool.clients;
      const web = { platform: "spa", accessTokenValidity: "15m" } as const;
      pool.clients = { ...clients, web, backend: { ...api, renamedFrom: "api" } as never };
    });
    expect(judgements).toMatchObject([
      { verdict: "noted", code: "move", path: "aws_cognito_user_pool_client.backend" },
    ]);
  });

  drawnTest("a client that is removed, and one that gains a secret", async () => {
    const judgements = await judged((pool) => {
      pool.clients = { app: { platform: "confidential", preventDestroy: false } };
    });
    expect(refusals(judgements)).toEqual([
      "aws_cognito_user_pool_client.api: client api would be destroyed",
      "aws_cognito_user_pool_client.app: client app would be replaced",
    ]);
    expect(judgements.map(({ why }) => why).join()).toMatch(
      /no longer in the configuration.*adding or removing a client secret requires recreation/,
    );
  });

  drawnTest("a pool that is replaced, and its clients with it", async () => {
    const judgements = await judged((pool) => {
      pool.usernameAttributes = ["phone_number"];
    });
    expect(refusals(judgements)).toEqual([
      "aws_cognito_user_pool.users: user pool acme-users-prod would be replaced",
      "aws_cognito_user_pool_client.api: client api would be replaced",
      "aws_cognito_user_pool_client.app: client app would be replaced",
    ]);
  });

  drawnTest("schema attributes that are removed, limited and retyped, which the plan shows as an update", async () => {
    const judgements = await judged((pool) => {
      pool.attributes = { "custom:limited": { maxLength: 128 }, "custom:retyped": { type: "Number" } };
    });
    expect(refusals(judgements).map((each) => each.replace(/^\S+ /, "").replace(/( instead).*/, "$1"))).toEqual([
      "attribute limited would change: string attribute constraints max_length 128, min_length 0 instead",
      "attribute removed would be removed",
      "attribute retyped would change: attribute data type Number instead",
      "attribute retyped would change: number attribute constraints max_value nothing, min_value nothing instead",
      "attribute retyped would change: string attribute constraints nothing instead",
    ]);
  });

  drawnTest("a default redirect that the provider keeps, when the config drops it with its callback URL", async () => {
    const judgements = await judged((pool) => {
      const { defaultRedirectUri, ...app } = pool.clients.app as { defaultRedirectUri?: string };
      pool.clients = { ...pool.clients, app: { ...app, callbackUrls: ["acme://in"] } as never };
    });
    expect(refusals(judgements)).toEqual([
      ": the plan is not complete",
      "aws_cognito_user_pool_client.app: default redirect acme://old is retained, but no longer a callback URL",
      "output.rule_set: condition of output.rule_set fails",
    ]);
  });

  drawnTest("noted: what leaves the config and stays in AWS, though the plan shows no change", async () => {
    const judgements = await judged((pool) => {
      delete pool.emailMfa;
      delete pool.smsConfiguration;
      delete pool.verificationMessage;
      pool.lambdaConfig = { preSignUp: `${FUNCTION}:guard` };
      delete (pool.clients.app as { defaultRedirectUri?: string }).defaultRedirectUri;
    });
    expect(judgements.filter(({ verdict }) => verdict !== "noted")).toEqual([]);
    expect(judgements.map(({ path, message }) => `${path.split(".")[1]}: ${plain(message)}`)).toEqual([
      "users: email MFA is retained",
      "users: the IAM role and the Region of SMS messages are retained",
      "users: the text of verification emails is retained",
      "users: the text of verification emails with a link is retained",
      "users: the subject of verification emails is retained",
      "users: the subject of verification emails with a link is retained",
      "users: the text of verification SMS messages is retained",
      "users: the pre token generation trigger is retained: its function still runs at every sign-in",
      "app: default redirect acme://old is retained",
    ]);
  });

  drawnTest("noted: a Region of text messages that leaves the config", async () => {
    const judgements = await judged((pool) => {
      const { snsRegion, ...sms } = pool.smsConfiguration as {
        snsRegion: string;
        externalId: string;
        snsCallerArn: string;
      };
      pool.smsConfiguration = sms;
    });
    expect(judgements.map(({ verdict, message }) => `${verdict}: ${plain(message)}`)).toEqual([
      "noted: SMS messages are still sent from Region eu-west-1",
    ]);
  });

  drawnTest("quiet: another function before token generation, in whichever spelling", async () => {
    const tokens = `${FUNCTION}:other`;
    for (const trigger of [
      { preTokenGeneration: tokens },
      { preTokenGenerationConfig: { lambdaArn: tokens, lambdaVersion: "V2_0" } },
    ] as const) {
      const judgements = await judged((pool) => {
        pool.lambdaConfig = { preSignUp: `${FUNCTION}:guard`, ...trigger };
      });
      expect(judgements).toEqual([]);
      const pool = planned?.resource_changes.find(({ type }) => type === "aws_cognito_user_pool");
      expect(pool?.change.after).toMatchObject({
        lambda_config: [{ pre_token_generation: tokens, pre_token_generation_config: [{ lambda_arn: tokens }] }],
      });
    }
  });

  drawnTest("refused: another function in a variable, beside the old one that the provider keeps", async () => {
    const judgements = await judged((pool) => {
      pool.lambdaConfig = {
        preSignUp: `${FUNCTION}:guard`,
        preTokenGeneration: { var: "claims", default: `${FUNCTION}:other` },
      };
    });
    expect(refusals(judgements)).toEqual([
      `aws_cognito_user_pool.users: two pre token generation functions are configured: ${FUNCTION}:other and ${FUNCTION}:claims`,
    ]);
  });

  drawnTest("quiet: every trigger goes with the block that holds them", async () => {
    expect(
      await judged((pool) => {
        delete pool.lambdaConfig;
      }),
    ).toEqual([]);
  });

  drawnTest("a condition that fails", async () => {
    const postcondition = { condition: '${self.input == "y"}', error_message: "TOK-01: too long" };
    const beside = { resource: { terraform_data: { guarded: { input: "x", lifecycle: { postcondition } } } } };
    const judgements = await judged(() => {}, {}, beside);
    expect(refusals(judgements)).toEqual([
      ": the plan is not complete",
      "terraform_data.guarded: condition of terraform_data.guarded fails",
    ]);
    expect(plain(judgements[1]?.why ?? "")).toBe("TOK-01: too long");
  });

  drawnTest("a check that fails, and one that is known only after the apply", async () => {
    const judgements = await judged(
      () => {},
      {},
      {
        resource: { terraform_data: { later: { input: "x" } } },
        check: {
          failing: { assert: { condition: "${var.lifetime < 60}", error_message: "too long" } },
          unknown: { assert: { condition: '${terraform_data.later.id == "x"}', error_message: "unknown" } },
        },
      },
    );
    expect(refusals(judgements)).toEqual([
      "check.failing: check check.failing fails",
      "check.unknown: check check.unknown is unknown",
    ]);
  });
});

/** Two configurations in one, by kind of block and type. */
function merged(one: Record<string, object>, other: Record<string, object>): object {
  const kinds = Object.keys({ ...one, ...other });
  return Object.fromEntries(
    kinds.map((kind) => [kind, Array.isArray(one[kind]) ? one[kind] : { ...one[kind], ...other[kind] }]),
  );
}
