import { driftOf } from "../../lib/drift/drift";
import { parsePlan } from "../../lib/gate/plan-file";
import { plain } from "../../lib/text/quoted";
import { cli, folderWith } from "../support/cli";

type Values = Readonly<Record<string, unknown>>;

const POOL = {
  type: "aws_cognito_user_pool",
  name: "users",
  values: {
    id: "eu-west-1_AbCdEfGhI",
    arn: "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEfGhI",
    name: "live",
  },
};
const client = (name: string, values: Values = {}) => ({
  type: "aws_cognito_user_pool_client",
  name,
  values: { id: name, user_pool_id: POOL.values.id, name, explicit_auth_flows: [], ...values },
});
const provider = (details: Values) => ({
  type: "aws_cognito_identity_provider",
  name: "google",
  values: {
    user_pool_id: POOL.values.id,
    provider_name: "Google",
    provider_type: "Google",
    provider_details: { client_id: "1", authorize_scopes: "openid", ...details },
  },
});

interface Resource {
  readonly type: string;
  readonly name: string;
  readonly values: Values;
  readonly module?: string;
}

const addressOf = ({ type, name, module = "" }: Resource) => `${module}${type}.${name}`;

/** What `terraform show -json` prints of a plan whose refresh found something else of an object; `null`: that it is gone. */
function planOf(objects: readonly (readonly [Resource, (Values | null)?])[], more: object = {}): object {
  const named = objects.map(([each, now]) => ({
    now,
    object: { address: addressOf(each), mode: "managed", type: each.type, name: each.name },
    was: each.values,
  }));
  return {
    format_version: "1.2",
    planned_values: { root_module: {} },
    configuration: { root_module: {} },
    prior_state: {
      values: {
        root_module: {
          resources: named.flatMap(({ object, was, now }) =>
            now === null ? [] : [{ ...object, values: { ...was, ...now } }],
          ),
        },
      },
    },
    resource_drift: named.flatMap(({ object, was, now }) =>
      now === undefined
        ? []
        : [
            {
              ...object,
              change:
                now === null
                  ? { actions: ["delete"], before: was, after: null }
                  : { actions: ["update"], before: was, after: { ...was, ...now } },
            },
          ],
    ),
    ...more,
  };
}

function found(objects: readonly (readonly [Resource, (Values | null)?])[], more?: object) {
  const plan = parsePlan(Buffer.from(JSON.stringify(planOf(objects, more))), "plan.json", { isWhole: false });
  const { drifted, pending, folded } = driftOf(plan);
  return {
    drifted: drifted.map(({ risk, address, what }) => `${risk} ${address}: ${plain(what)}`),
    pending: pending.map(({ what }) => plain(what)),
    folded: folded.flatMap((each) => each.arguments),
  };
}

const WEB = "aws_cognito_user_pool_client.web";

describe("drift", () => {
  test.each<[string, Values, Values]>([
    ["no value and an empty one", { callback_urls: null }, { callback_urls: [] }],
    [
      "the order of a list",
      { callback_urls: ["https://a", "https://b"] },
      { callback_urls: ["https://b", "https://a"] },
    ],
    [
      "no rotation and a disabled one",
      {},
      { refresh_token_rotation: [{ feature: "DISABLED", retry_grace_period_seconds: 0 }] },
    ],
    ["no lifetime and AWS's own", { access_token_validity: 0 }, { access_token_validity: 1 }],
    [
      "no answer to errors and LEGACY",
      { prevent_user_existence_errors: "" },
      { prevent_user_existence_errors: "LEGACY" },
    ],
    [
      "a lifetime in another unit",
      {
        access_token_validity: 60,
        token_validity_units: [{ access_token: "minutes", id_token: "hours", refresh_token: "days" }],
      },
      {
        access_token_validity: 1,
        token_validity_units: [{ access_token: "hours", id_token: "hours", refresh_token: "days" }],
      },
    ],
  ])("is not %s", (_, was, is) => {
    expect(found([[POOL], [client("web", was), is]]).drifted).toEqual([]);
  });

  test("is another value of an argument that no config has, of a secret, and of a resource of another kind", () => {
    const permission = { type: "aws_lambda_permission", name: "trigger", values: { principal: "a" } };
    expect(
      found([
        [POOL],
        [client("web", { client_secret: "a" }), { client_secret: "b" }],
        [
          provider({ client_secret: "a" }),
          { provider_details: { client_id: "1", authorize_scopes: "openid", client_secret: "b" } },
        ],
        [permission, { principal: "b" }],
      ]),
    ).toEqual({
      drifted: [
        `changes ${WEB}: client web: another client_secret`,
        "changes aws_cognito_identity_provider.google: identity provider google: another value of client_secret",
        "changes aws_lambda_permission.trigger: aws_lambda_permission trigger: another principal",
      ],
      pending: [],
      folded: [],
    });
  });

  test("is what was removed of an argument that would have a default in a config", () => {
    const was = {
      ...POOL,
      values: {
        ...POOL.values,
        account_recovery_setting: [{ recovery_mechanism: [{ name: "verified_email", priority: 1 }] }],
      },
    };
    expect(found([[was, { account_recovery_setting: [] }]]).drifted).toEqual([
      "changes aws_cognito_user_pool.users: user pool users: another account_recovery_setting",
    ]);
  });

  test("of an object is said of that object, also where another one of its name is gone", () => {
    const inner = { ...client("web"), module: "module.a." };
    expect(found([[POOL], [inner, null], [client("web"), { enable_token_revocation: false }]]).drifted).toEqual([
      `breaks module.a.${WEB}: web-2: the client is removed, with its client id`,
      `opens ${WEB}.enable_token_revocation: web: refresh tokens can no longer be revoked`,
    ]);
  });

  test("is said in arguments where no config can describe what AWS has", () => {
    expect(
      found([[POOL], [client("web"), { explicit_auth_flows: ["NEW_FLOW"], callback_urls: ["https://a"] }]]).drifted,
    ).toEqual([`changes ${WEB}: client web: another explicit_auth_flows and callback_urls`]);
  });

  test("is not a change of the config: that is not applied", () => {
    const change = (actions: readonly string[], before: Values | null, after: Values | null, more = {}) => [
      {
        address: WEB,
        mode: "managed",
        type: "aws_cognito_user_pool_client",
        name: "web",
        change: { actions, before, after, ...more },
      },
    ];
    const { values } = client("web");
    const pending = (changes: object, ...now: (Values | null)[]) =>
      found([[POOL], [client("web"), ...now]] as never, { resource_changes: changes });
    const named = { ...values, name: "other" };
    expect(pending(change(["update"], values, named))).toMatchObject({
      drifted: [],
      pending: ["client web: the next apply changes name"],
    });
    // what undoes the drift is not named once more
    expect(pending(change(["update"], named, values), { name: "other" }).pending).toEqual([]);
    expect(pending(change(["create"], null, values), null).pending).toEqual([]);
    expect(pending(change(["create"], null, values)).pending).toEqual(["client web: the next apply creates it"]);
    expect(pending(change(["delete", "create"], values, values)).pending).toEqual([
      "client web: the next apply replaces it",
    ]);
    expect(pending(change(["no-op"], values, values, { importing: { id: "x" } })).pending).toEqual([
      "client web: the next apply imports it",
    ]);
  });

  test("fails when Terraform stopped with errors, and is not readable from a log: neither is drift", async () => {
    const folder = folderWith({
      "errored.json": JSON.stringify(planOf([[POOL, { name: "other" }]], { errored: true })),
      "log.json": '{"@level":"info"}\n{"@level":"error"}\n',
      "none.json": JSON.stringify(planOf([[POOL]])),
      "some.json": JSON.stringify(
        planOf([[POOL], [client("web"), { allowed_oauth_flows_user_pool_client: false, logout_urls: ["https://@a"] }]]),
      ),
    });
    const run = async (...args: string[]) => cli(folder, "drift", ...args);
    expect(await run("errored.json")).toMatchObject({
      exitCode: 1,
      stdout: "",
      stderr: expect.stringContaining("is not known"),
    });
    expect((await run("log.json")).exitCode).toBe(2);
    expect(await run("none.json")).toMatchObject({ exitCode: 0, stdout: "no drift (1 object compared)\n" });
    const page = await run("some.json", "--format", "markdown");
    expect(page.exitCode).toBe(3);
    expect(page.stdout).toContain("<!-- cdktf-cognito drift -->\n### Drift: opens 1");
    for (const format of ["github", "sarif"]) expect((await run("some.json", "--format", format)).exitCode).toBe(3);
  });
});
