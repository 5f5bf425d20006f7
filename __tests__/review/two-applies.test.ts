import type { Config, Pool } from "../../lib/config/schema";
import { plain } from "../../lib/text/quoted";
import { synthesizeConfig } from "../examples/examples";
import { LoopbackCognito } from "../support/cognito/loopback-cognito";
import { describeTerraform, Workspace } from "../support/terraform";
import { changes } from "./reviewed";

jest.setTimeout(120_000);

type Settings = Omit<Pool, "clients">;

interface Steps {
  readonly before: Settings;
  /** What review says must be applied first. */
  readonly first: Settings;
  readonly after: Settings;
}

const SES = {
  emailSendingAccount: "DEVELOPER",
  sourceArn: "arn:aws:ses:eu-west-1:111122223333:identity/acme.example",
} as const;
const SMS = { externalId: "acme", snsCallerArn: "arn:aws:iam::111122223333:role/cognito-sms" };
const MFA = { mfaConfiguration: "OPTIONAL", softwareTokenMfa: true } as const;
const EMAIL_MFA = { emailMfa: { message: "Code {####}", subject: "Code" } };
const BY_PHONE = { autoVerifiedAttributes: ["phone_number"] } satisfies Settings;
const PASSWORDLESS = { signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "EMAIL_OTP"] } } satisfies Settings;

const TWO_APPLIES: Readonly<Record<string, Steps>> = {
  sender: {
    before: { ...MFA, accountRecovery: ["admin_only"] },
    first: { ...MFA, accountRecovery: ["admin_only"], emailConfiguration: SES },
    after: { ...MFA, accountRecovery: ["admin_only"], emailConfiguration: SES, ...EMAIL_MFA },
  },
  recovery: {
    before: { ...MFA, emailConfiguration: SES, accountRecovery: ["verified_email"] },
    first: { ...MFA, emailConfiguration: SES, accountRecovery: ["admin_only"] },
    after: { ...MFA, emailConfiguration: SES, accountRecovery: ["admin_only"], ...EMAIL_MFA },
  },
  tier: {
    before: { ...MFA, userPoolTier: "LITE", emailConfiguration: SES, accountRecovery: ["admin_only"] },
    first: { ...MFA, emailConfiguration: SES, accountRecovery: ["admin_only"] },
    after: { ...MFA, emailConfiguration: SES, accountRecovery: ["admin_only"], ...EMAIL_MFA },
  },
  passkeys: {
    before: { ...MFA, userPoolTier: "LITE" },
    first: MFA,
    after: { ...MFA, webAuthn: { relyingPartyId: "acme.example" } },
  },
  factors: {
    before: { ...MFA, ...PASSWORDLESS },
    first: MFA,
    after: { ...MFA, mfaConfiguration: "ON" },
  },
  sms: {
    before: { ...BY_PHONE, smsConfiguration: SMS },
    first: { autoVerifiedAttributes: [], smsConfiguration: SMS },
    after: { ...BY_PHONE, smsConfiguration: { ...SMS, externalId: "acme-2" } },
  },
  off: {
    before: { ...MFA, ...BY_PHONE, smsConfiguration: SMS },
    first: { ...MFA, autoVerifiedAttributes: [], smsConfiguration: SMS },
    after: { ...BY_PHONE, smsConfiguration: SMS },
  },
};

/** Changes of the same arguments that one apply makes. */
const ONE_APPLY: Readonly<Record<string, Steps>> = {
  text: {
    before: { ...MFA, emailConfiguration: SES, accountRecovery: ["admin_only"], ...EMAIL_MFA },
    first: {},
    after: {
      ...MFA,
      emailConfiguration: SES,
      accountRecovery: ["admin_only"],
      emailMfa: { message: "{####}!", subject: "!" },
    },
  },
  code: {
    before: { ...MFA, mfaConfiguration: "ON" },
    first: {},
    after: { ...MFA, ...PASSWORDLESS },
  },
  role: {
    before: { ...MFA, ...BY_PHONE, smsConfiguration: SMS },
    first: {},
    after: { ...MFA, ...BY_PHONE, smsConfiguration: { ...SMS, externalId: "acme-2" } },
  },
  phone: { before: {}, first: {}, after: { ...BY_PHONE, smsConfiguration: SMS } },
};

const ALL = { ...TWO_APPLIES, ...ONE_APPLY };

describe("review says of a change whether it needs two applies", () => {
  test.each(Object.entries(ALL))("%s", (name, { before, first, after }) => {
    expect(needsTwo(before, after)).toBe(name in TWO_APPLIES);
    if (name in TWO_APPLIES) expect([needsTwo(before, first), needsTwo(first, after)]).toEqual([false, false]);
  });
});

describeTerraform("and the AWS provider needs as many", () => {
  const workspace = new Workspace();
  let cognito: LoopbackCognito;
  beforeAll(async () => {
    cognito = await LoopbackCognito.start();
  });
  afterAll(() => {
    cognito?.stop();
    workspace.remove();
  });

  test("one fails before it changes a pool, and what comes first makes the other good", async () => {
    expect(await failing("before", ALL)).toEqual([]);
    expect(await failing("after", ALL)).toEqual(Object.keys(TWO_APPLIES).sort());
    expect(await failing("first", TWO_APPLIES)).toEqual([]);
    expect(await failing("after", TWO_APPLIES)).toEqual([]);
  });

  /** Pools of which AWS refuses something when one apply makes them so; of a refused pool nothing is changed. */
  async function failing(step: keyof Steps, pools: Readonly<Record<string, Steps>>): Promise<string[]> {
    await workspace.use(terraform(step, pools), cognito.endpoint);
    const from = cognito.calls.length;
    const { stderr } = await workspace.terraform("apply", "-auto-approve", "-no-color");
    const calls = cognito.calls.slice(from);
    for (const { operation, request } of calls.filter(({ refused }) => refused !== undefined)) {
      expect(operation).toBe("SetUserPoolMfaConfig");
      expect(calls.filter((each) => each.request.UserPoolId === request.UserPoolId)).toHaveLength(1);
    }
    return [...stderr.matchAll(/with aws_cognito_user_pool\.(\w+)/g)].map(([, name]) => name as string).sort();
  }
});

/** Pools as one stack, without what only Terraform itself reads. */
function terraform(step: keyof Steps, pools: Readonly<Record<string, Steps>>): object {
  const settings = Object.fromEntries(Object.entries(pools).map(([name, steps]) => [name, steps[step]]));
  const resources = synthesizeConfig(configOf(settings)).stacks.map(
    ({ json }) => json.resource?.aws_cognito_user_pool as Record<string, Record<string, unknown>>,
  );
  const written = resources
    .flatMap((each) => Object.entries(each))
    .map(([name, { lifecycle: _, ...rest }]) => [name, rest]);
  return {
    terraform: { required_providers: { aws: { source: "hashicorp/aws", version: ">= 5.100.0, < 7.0.0" } } },
    provider: { aws: [{ region: "eu-west-1" }] },
    resource: { aws_cognito_user_pool: Object.fromEntries(written) },
  };
}

function needsTwo(before: Settings, after: Settings): boolean {
  const found = changes(configOf({ users: before }), configOf({ users: after }));
  return found.some(({ risk, what }) => risk === "breaks" && plain(what).startsWith("users: needs two applies: "));
}

function configOf(pools: Readonly<Record<string, Settings>>): Config {
  return {
    project: "acme",
    environments: { prod: { region: "eu-west-1" } },
    pools: Object.fromEntries(
      Object.entries(pools).map(([name, pool]) => [name, { deletionProtection: false, ...pool, clients: {} }]),
    ),
  };
}
