import type { Client } from "../../lib/config/schema";
import { rules } from "../../lib/rules";
import type { Rule } from "../../lib/rules/rule";
import { synthesizeOne } from "../examples/examples";
import { configOf } from "../support/models";
import { drawn } from "../support/sample";
import { describeTerraform, Workspace } from "../support/terraform";
import { diagnosticsIn, type HandEdit, handEdits, planEdits, ruleOf, type Verdict } from "./hand-edits";
import { IN_AWS_ALONE } from "./ids";

/** Rules about styles of managed login and the delivery of logs, which the AWS provider of the tests does not have, and about imports. */
const NOT_PLANNED = ["BRD-04", "BRD-07", "BRD-08", "LOG-02", ...IN_AWS_ALONE];

/** Broken by what no config can say: `written-by-hand.test.ts`. */
const BY_HAND_ALONE = ["SCH-09"];

const conditioned = rules.filter(
  (rule) =>
    rule.severity === "error" && rule.conditions !== undefined && ![...NOT_PLANNED, ...BY_HAND_ALONE].includes(rule.id),
);

/** The AWS provider says all these itself, before it comes to conditions; theirs serve the variables of a module. */
const FORESTALLED = [
  ...rules.filter((rule) => rule.refusedByProvider).map(({ id }) => id),
  ...["IDP-08", "POOL-04", "POOL-05", "POOL-06", "POOL-07", "POOL-08", "POOL-09"],
  ...["RS-04", "RS-05", "SCH-01", "SCH-17"],
];

/**
 * Rules of which every edit changes an argument that the config mentions, and why: nothing of them can be broken where
 * the config is silent.
 */
const ALWAYS_SAID: Readonly<Record<string, readonly string[]>> = {
  "a required argument of its resource, which every config writes": [
    ...["DOM-01", "DOM-02", "DOM-05", "DOM-06", "DOM-07"],
    ...["RS-01", "RS-02", "RS-03", "RS-04", "RS-05", "RS-06"],
    ...["IDP-03", "IDP-04", "IDP-05", "IDP-06", "IDP-07", "IDP-08"],
    ...["IDP-12", "IDP-13", "IDP-14", "IDP-16", "WAF-01"],
    ...["DEL-02", "DEL-03", "DEL-04", "PRX-01", "PRX-02", "PRX-03", "PRX-04"],
  ],
  "the other spelling of the trigger is unknown to the plan of a new pool": ["LAM-02"],
  "the number of a delivery, which follows from the client id": ["ROT-02"],
  "tier PLUS and a mode, without which there is nothing to break": ["RISK-02"],
  "an attribute that a provider maps is judged once the config declares it": ["ATT-08"],
  "its examples set limits that no other client of theirs exceeds with a default lifetime": ["GRD-03"],
};

/** Broken by a resource that is missing, not by an argument: planned by itself below. */
const MISSING_RESOURCE = ["GRD-13", "UI-02"];

/** Broken by what two clients deliver: planned by itself below. */
const OF_TWO_CLIENTS = ["DEL-03"];

/** Not known to a first plan: that there are no recovery mechanisms (the AWS provider refuses a third), and client ids. */
const UNKNOWN_AT_PLAN = ["REC-01", "ROT-02"];

const speaking = drawn(
  conditioned.filter(
    ({ id }) => ![...FORESTALLED, ...UNKNOWN_AT_PLAN, ...MISSING_RESOURCE, ...OF_TWO_CLIENTS].includes(id),
  ),
  16,
);
const silent = drawn(
  conditioned.filter(({ id }) => FORESTALLED.includes(id)),
  4,
);

describeTerraform("one argument changed by hand in a synthesized stack", () => {
  const workspace = new Workspace();
  const verdicts = new Map<Rule, Verdict[]>();

  beforeAll(async () => {
    // The smallest edit of each rule, and all others of the rules whose smallest one the provider refuses.
    let left: readonly Rule[] = speaking;
    for (const [from, to] of [
      [0, 1],
      [1, 12],
      [12, 60],
    ] as const) {
      const edits: HandEdit[] = left.flatMap((rule) => handEdits(rule).slice(from, to));
      if (edits.length === 0) break;
      for (const verdict of await planEdits(workspace, edits))
        verdicts.set(verdict.edit.rule, [...(verdicts.get(verdict.edit.rule) ?? []), verdict]);
      left = left.filter((rule) => !speaks(rule));
    }
    for (const verdict of await planEdits(
      workspace,
      silent.flatMap((rule) => handEdits(rule)),
    ))
      verdicts.set(verdict.edit.rule, [...(verdicts.get(verdict.edit.rule) ?? []), verdict]);
  }, 600_000);

  afterAll(() => workspace.remove());

  const speaks = (rule: Rule) =>
    verdicts.get(rule)?.some(({ conditions }) => conditions.some((message) => ruleOf(message) === rule.id));

  test.each(speaking.map((rule) => [rule.id, rule] as const))("fails the plan by %s", (_, rule) => {
    const said = verdicts
      .get(rule)
      ?.map(({ edit, conditions, refusals }) => ({ edit: edit.field, conditions, refusals }));
    expect({ rule: rule.id, speaks: speaks(rule), said: speaks(rule) ? [] : said }).toEqual({
      rule: rule.id,
      speaks: true,
      said: [],
    });
  });

  test("never has a message that Terraform cannot write, because a value in it is unknown", () => {
    const unwritable = [...verdicts.values()]
      .flat()
      .filter(({ conditions, refusals }) =>
        [...conditions, ...refusals].some((message) => message.includes("invalid error message")),
      );
    expect(unwritable.map(({ edit, refusals }) => [edit.rule.id, edit.field, refusals])).toEqual([]);
  });

  test.each(silent.map((rule) => [rule.id, rule] as const))(
    "fails the plan by the provider where it breaks %s",
    (_, rule) => {
      const asked = verdicts.get(rule) ?? [];
      expect(asked.length).toBeGreaterThan(0);
      const silent = asked.filter(({ refusals, conditions }) => refusals.length + conditions.length === 0);
      expect(silent.map(({ edit }) => edit.field)).toEqual([]);
    },
  );
});

test("every rule is broken by an edit of what the config does not mention, but for those with a reason", () => {
  const edited = conditioned.filter(({ id }) => !MISSING_RESOURCE.includes(id));
  const always = edited.filter((rule) => !handEdits(rule).some(({ isSaid }) => !isSaid));
  expect(always.map(({ id }) => id).sort()).toEqual(Object.values(ALWAYS_SAID).flat().sort());
});

describeTerraform("a stack in which a resource is missing", () => {
  const workspace = new Workspace();
  afterAll(() => workspace.remove());

  test.each(rules.filter(({ id }) => MISSING_RESOURCE.includes(id)).map((rule) => [rule.id, rule] as const))(
    "fails the plan by %s",
    async (id, { examples }) => {
      for (const example of examples().bad) {
        await workspace.use(synthesizeOne(configOf(example)).json);
        const { exitCode, stdout } = await workspace.terraform("plan", "-json", "-refresh=false", "-lock=false");
        expect([exitCode, ...diagnosticsIn(stdout).map(({ detail }) => ruleOf(detail))]).toEqual([1, id]);
      }
    },
  );
});

describeTerraform("a delivery that gets the name of another by hand", () => {
  const workspace = new Workspace();
  afterAll(() => workspace.remove());

  test("fails the plan by DEL-03", async () => {
    const deliver = (name: string) => ({ deliver: { secretsManager: { name }, ssm: { prefix: `/${name}` } } });
    const server = (name: string): Client => ({ platform: "server", ...deliver(name) });
    const { json } = synthesizeOne(configOf({ client: server("api"), clients: { web: server("web") } }));
    const resource = JSON.parse(
      JSON.stringify(json.resource).replaceAll('"/web/client-secret"', '"/api/client-secret"'),
    );
    await workspace.use({ ...json, resource });
    const { stdout } = await workspace.terraform("plan", "-json", "-refresh=false", "-lock=false");
    const errors = diagnosticsIn(stdout).filter(({ severity }) => severity === "error");
    expect(errors.map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/^DEL-03 unique-delivery: delivery of client web: prefix "\/api" is also that of/),
    ]);
  }, 60_000);
});

describeTerraform("an edit of", () => {
  const units = { access_token: "hours", id_token: "hours", refresh_token: "hours" };
  const edits = {
    validity: [
      "TOK-03",
      { refresh_token_validity: 213_505, token_validity_units: [{ ...units, refresh_token: "days" }] },
    ],
    unit: ["TOK-07", { token_validity_units: [{ ...units, access_token: "days" }] }],
    write_attributes_without_a_required_one: ["ATT-04", { write_attributes: ["name"] }],
    grants: ["OAU-02", { allowed_oauth_flows: ["code", "client_credentials"] }],
    callback: ["OAU-19", { callback_urls: ["http://app.example.com/callback"] }],
    permissions_g2: ["ATT-04", { write_attributes: ["name"] }],
    scopes_g2: ["OAU-10", { allowed_oauth_scopes: ["openid", "orders/read"] }],
    guardrail_g2: ["GRD-08", { enable_token_revocation: false }],
  } as const;
  const written: Client = {
    platform: "server",
    callbackUrls: ["https://app.example.com/callback"],
    refreshTokenValidity: "1h",
  };
  const { json } = synthesizeOne(
    configOf({
      pool: { attributes: { email: { required: true } }, domain: { prefix: "example" } },
      client: written,
      // what is edited is the second generation of a client, where the name ends with its number
      clients: Object.fromEntries(
        Object.keys(edits).map((name) => [
          name.replace("_g2", ""),
          name.endsWith("_g2") ? { ...written, generations: [1, 2] } : written,
        ]),
      ),
      guardrails: { requireTokenRevocation: true },
    }),
  );
  const workspace = new Workspace();
  let said: string[][];

  beforeAll(async () => {
    const clients = { ...json.resource?.aws_cognito_user_pool_client };
    for (const [key, [, changes]] of Object.entries(edits)) clients[key] = { ...clients[key], ...changes };
    await workspace.use({ ...json, resource: { ...json.resource, aws_cognito_user_pool_client: clients } });
    const { exitCode, stdout } = await workspace.terraform("plan", "-json", "-refresh=false", "-lock=false");
    expect(exitCode).toBe(1);
    said = diagnosticsIn(stdout).flatMap(({ detail }) =>
      [...detail.matchAll(/\bclient (\w+): /g)].map(([, client = ""]) => [client, ruleOf(detail) ?? ""]),
    );
  }, 60_000);
  afterAll(() => workspace.remove());

  test.each(Object.entries(edits))("%s fails the plan by a rule", (key, [id]) => {
    expect(said).toContainEqual([key, id]);
  });

  test("a client fails no other, and no other generation", () => {
    const others = said.filter(([client = ""]) => !(client in edits));
    expect(others).toEqual([]);
  });

  test("nothing plans", async () => {
    await workspace.use(json);
    const { exitCode, output } = await workspace.plan();
    expect(output).not.toMatch(/Error|Warning/);
    expect(exitCode).toBe(0);
  });
});
