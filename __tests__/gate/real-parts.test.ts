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
import { describeTerraform, stateOf, Workspace } from "../support/terraform";

jest.setTimeout(300_000);

const CERTIFICATE = "arn:aws:acm:us-east-1:111122223333:certificate/11112222-3333-4444-5555-666677778888";

const WEB_ACL = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/users/11112222-3333-4444-5555-666677778888";

const CONFIG: Config = {
  project: "acme",
  environments: { prod: { region: "eu-west-1" } },
  pools: {
    users: {
      preventDestroy: false,
      usernameAttributes: ["email"],
      autoVerifiedAttributes: ["email", "phone_number"],
      accountRecovery: ["verified_phone_number"],
      smsConfiguration: {
        externalId: "acme-1",
        snsCallerArn: "arn:aws:iam::111122223333:role/cognito-sms",
        snsRegion: "eu-west-1",
      },
      domain: { customDomain: "auth.acme.example", certificateArn: CERTIFICATE, managedLoginVersion: 1 },
      resourceServers: { orders: { identifier: "orders", scopes: { read: "Read orders" } } },
      identityProviders: {
        Corporate: {
          providerType: "OIDC",
          providerDetails: {
            ...{ client_id: "x", client_secret: "y", authorize_scopes: "openid email" },
            ...{ oidc_issuer: "https://login.acme.example", attributes_request_method: "GET" },
          },
          attributeMapping: { email: "email", username: "sub" },
        },
      },
      groups: { admins: { precedence: 1 } },
      userPoolTier: "PLUS",
      advancedSecurityMode: "ENFORCED",
      threatProtection: { compromisedCredentials: { action: "BLOCK", events: ["SIGN_IN"] } },
      webAclArn: WEB_ACL,
      clients: {
        app: {
          platform: "ios",
          preventDestroy: false,
          threatProtection: { exceptions: { blocked: ["192.0.2.0/24"] } },
        },
      },
    },
  },
};

/** Parts of a pool in which a test changes or removes something. */
type Editable = { -readonly [K in keyof Pool]: Pool[K] };

describeTerraform("the gate, on plans of what is attached to a pool", () => {
  const drawnTest = sampled(3);
  const workspace = new Workspace();
  const output = mkdtempSync(join(tmpdir(), "cdktf-cognito-gate-"));
  let state: { resources: { type: string; instances: { attributes: Record<string, unknown> }[] }[] };

  async function use(config: Config): Promise<void> {
    synthesize(resolveConfig(config).pools, { config: "userpools.yaml", outdir: output });
    await workspace.use(JSON.parse(readFileSync(join(output, "stacks/users-prod/cdk.tf.json"), "utf8")));
  }

  /** What the gate says of the plan from the deployed config to another one. */
  async function judged(edit: (pool: Editable) => void, from: object = state): Promise<GateDiagnostic[]> {
    const config = structuredClone(CONFIG);
    edit(config.pools.users as Editable);
    await use(config);
    const { plan, output: printed } = await workspace.plan({ state: from });
    if (plan === undefined) throw new Error(printed);
    // The state is made of a plan: what only an apply gives is unknown in it.
    return judge(parsePlan(Buffer.from(JSON.stringify(plan)), "plan.json"), [], "2030-01-01").filter(
      ({ message }) => plain(message) !== "some rules are known only after the apply",
    );
  }

  const lines = (diagnostics: readonly GateDiagnostic[]) =>
    diagnostics.map(({ verdict, message }) => `${verdict}: ${plain(message)}`);

  beforeAll(async () => {
    await use(CONFIG);
    const { plan, output: printed } = await workspace.plan();
    if (plan === undefined) throw new Error(printed);
    state = stateOf(plan) as typeof state;
  });
  afterAll(() => {
    workspace.remove();
    rmSync(output, { recursive: true });
  });

  drawnTest("refused: each part that is removed", async () => {
    const found = await judged((pool) => {
      for (const key of ["domain", "resourceServers", "identityProviders", "groups"] as const) delete pool[key];
    });
    expect(lines(found)).toEqual([
      "refused: identity provider Corporate would be destroyed",
      "refused: resource server orders would be destroyed",
      "refused: group admins would be destroyed",
      "refused: domain auth.acme.example would be destroyed",
    ]);
    for (const { fix } of found) expect(fix).toMatch(/^restore it, or keep it in the config with only: \[\]/);
  });

  drawnTest("refused: each part that is replaced", async () => {
    const found = await judged((pool) => {
      pool.domain = { prefix: "acme-users" };
      pool.resourceServers = { orders: { identifier: "https://orders.acme.example", scopes: { read: "Read orders" } } };
      pool.identityProviders = {
        Corporate: {
          providerType: "SAML",
          providerDetails: { MetadataURL: "https://login.acme.example/metadata" },
          attributeMapping: { email: "email" },
        },
      };
    });
    expect(lines(found)).toEqual([
      "refused: identity provider Corporate would be replaced",
      "refused: resource server orders would be replaced",
      "refused: domain auth.acme.example would be replaced",
    ]);
  });

  drawnTest(
    "refused: email MFA together with its sender, and MFA settings of a pool that verifies phone numbers",
    async () => {
      const found = await judged((pool) => {
        pool.mfaConfiguration = "OPTIONAL";
        pool.emailMfa = { subject: "Your code", message: "Your code is {####}" };
        pool.emailConfiguration = {
          emailSendingAccount: "DEVELOPER",
          sourceArn: "arn:aws:ses:eu-west-1:111122223333:identity/acme.example",
        };
      });
      expect(lines(found)).toEqual(["refused: needs two applies: first the email sender; then email MFA"]);
      const sms = await judged((pool) => {
        pool.smsConfiguration = {
          externalId: "acme-2",
          snsCallerArn: "arn:aws:iam::111122223333:role/cognito-sms",
          snsRegion: "eu-west-1",
        };
      });
      expect(lines(sms)).toEqual([
        "refused: needs two applies: first autoVerifiedAttributes without phone_number; then the other edits, with phone_number in autoVerifiedAttributes again",
      ]);
    },
  );

  drawnTest("nothing of what stays, and of responses to risks that change in place", async () => {
    expect(lines(await judged(() => {}))).toEqual([]);
    const changed = await judged((pool) => {
      pool.threatProtection = { compromisedCredentials: { action: "NO_ACTION" } };
      const threatProtection = { exceptions: { skipped: ["192.0.2.0/24"] } };
      pool.clients = { app: { platform: "ios", preventDestroy: false, threatProtection } };
    });
    expect(lines(changed)).toEqual([]);
  });

  drawnTest("noted: responses to risks of a pool and of a client that are removed", async () => {
    const found = await judged((pool) => {
      delete pool.threatProtection;
      pool.clients = { app: { platform: "ios", preventDestroy: false } };
    });
    expect(lines(found)).toEqual([
      "noted: risk configuration users would be destroyed",
      "noted: risk configuration users_app would be destroyed",
    ]);
    expect(plain(found[1]?.why ?? "")).toContain("in a client as the pool's configuration says");
  });

  drawnTest("noted: a web ACL that is removed, or another one", async () => {
    const removed = await judged((pool) => {
      delete pool.webAclArn;
    });
    expect(lines(removed)).toEqual(["noted: web ACL association users would be destroyed"]);
    const replaced = await judged((pool) => {
      pool.webAclArn = WEB_ACL.replace("/users/", "/all/");
    });
    expect(lines(replaced)).toEqual(["noted: web ACL association users would be replaced"]);
    expect(plain(replaced[0]?.why ?? "")).toContain("until the new one exists, no web ACL filters requests");
  });

  drawnTest("noted: another login version of a custom domain", async () => {
    const found = await judged((pool) => {
      pool.domain = { ...pool.domain, managedLoginVersion: 2 } as never;
    });
    expect(lines(found)).toEqual(["noted: the apply fails with an AWS provider before 6.3.0"]);
  });

  drawnTest("refused, and nothing to undo: a client whose state has no value, as after an import", async () => {
    const imported = structuredClone(state);
    for (const { type, instances } of imported.resources)
      for (const { attributes } of instances)
        if (type === "aws_cognito_user_pool_client") attributes.generate_secret = null;
    const found = await judged(() => {}, imported);
    expect(lines(found)).toEqual([
      "noted: risk configuration users_app would be replaced",
      "refused: client app would be replaced",
    ]);
    expect(found[1]?.fix).toMatch(
      /^mark the client with adopted: { clientId }, so that generate_secret is not written/,
    );
  });

  drawnTest("refused: a plan with -target, whose rules Terraform does not evaluate", async () => {
    await use(CONFIG);
    await workspace.plan({ state });
    const target = "-target=aws_cognito_user_pool_client.app";
    await workspace.run("plan", "-refresh=false", "-lock=false", "-out=target.bin", target);
    const shown = await workspace.terraform("show", "-json", "target.bin");
    const [found, ...others] = judge(parsePlan(Buffer.from(shown.stdout), "plan.json"), [], "2030-01-01");
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      verdict: "refused",
      path: "output.rule_set",
      message: "the rules were not evaluated",
    });
  });

  drawnTest("noted: a plan that destroys everything evaluates no rule", async () => {
    await use(CONFIG);
    await workspace.plan({ state });
    await workspace.run("plan", "-destroy", "-refresh=false", "-lock=false", "-out=destroy.bin");
    const shown = await workspace.terraform("show", "-json", "destroy.bin");
    const found = judge(parsePlan(Buffer.from(shown.stdout), "plan.json"), [], "2030-01-01");
    expect(lines(found).filter((line) => line.startsWith("noted"))).toEqual([
      "noted: risk configuration users would be destroyed",
      "noted: risk configuration users_app would be destroyed",
      "noted: web ACL association users would be destroyed",
      "noted: the rules were not evaluated",
    ]);
    expect(found.filter(({ code }) => code === "destruction")).toHaveLength(9);
    expect(found).toHaveLength(10);
  });
});
