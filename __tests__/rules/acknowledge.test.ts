import { rules } from "../../lib/rules";
import { checkPool } from "../../lib/rules/check";
import { type Assertion, assertionsOf } from "../../lib/rules/conditions";
import type { Finding } from "../../lib/rules/finding";
import type { Example, Rule } from "../../lib/rules/rule";
import { cli, folderWith } from "../support/cli";
import { configOf, modelOf } from "../support/models";

const BECAUSE = "it is known";
const warned = ({ id }: Rule, example: Example) =>
  checkPool(modelOf(configOf(example))).some(({ rule, severity }) => rule === id && severity === "warning");
/** Warnings, and errors of which a part is advice. */
const warnings = rules.filter((rule) => rule.examples().bad.some((bad) => warned(rule, bad)));

/** An example in which a warning is acknowledged. */
function accepted(rule: Rule, bad: Example): Example {
  const acknowledge = { [rule.id]: BECAUSE };
  if (rule.subject === "pool" || rule.poolAdvice) return { ...bad, pool: { ...bad.pool, acknowledge } };
  return { ...bad, pool: { ...bad.pool, clientDefaults: { ...bad.pool?.clientDefaults, acknowledge } } };
}

test.each(warnings.map((rule) => [rule.id, rule] as const))("%s can be accepted, with the reason", (id, rule) => {
  const warning = rule.examples().bad.filter((bad) => warned(rule, bad));
  const found = warning.flatMap((bad) => checkPool(modelOf(configOf(accepted(rule, bad)))));
  const warnings = found.filter((violation) => violation.rule === id && violation.severity === "warning");
  expect(warnings.length).toBeGreaterThan(0);
  expect(warnings.filter(({ acknowledged }) => acknowledged !== BECAUSE)).toEqual([]);
  expect(found.filter((violation) => violation.rule === "CFG-13")).toEqual([]);
});

test("no error is ever acknowledged, whatever the rule", () => {
  const found = rules.flatMap((rule) =>
    rule.examples().bad.flatMap((bad) => checkPool(modelOf(configOf(accepted(rule, bad))))),
  );
  const errors = found.filter(({ severity }) => severity === "error");
  expect(errors.some(({ rule }) => rules.some(({ id, advises }) => id === rule && advises))).toBe(true);
  expect(errors.filter((each) => "acknowledged" in each)).toEqual([]);
});

describe("what a client's rule says of the whole pool", () => {
  const passkeys: Example["pool"] = { signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "WEB_AUTHN"] } };
  const said = (example: Example) =>
    checkPool(modelOf(configOf({ ...example, pool: { ...passkeys, ...example.pool } })))
      .filter(({ rule }) => rule === "FLOW-04" || rule === "CFG-13")
      .map(({ rule, acknowledged, message }) => [rule, acknowledged ?? message]);
  const acknowledge = { "FLOW-04": BECAUSE };
  const other = { platform: "spa" } as const;

  test("is said once, and accepted on the pool", () => {
    const message = "the pool allows sign-in with WEB_AUTHN, but no client allows ALLOW_USER_AUTH";
    expect(said({ clients: { other } })).toEqual([["FLOW-04", message]]);
    expect(said({ clients: { other }, pool: { acknowledge } })).toEqual([["FLOW-04", BECAUSE]]);
  });

  test("fails when it is accepted on a client", () => {
    expect(said({ clients: { other: { ...other, acknowledge } } })[0]).toEqual([
      "FLOW-04",
      expect.stringMatching(/^the pool allows sign-in/),
    ]);
    expect(said({ client: { ...other, acknowledge } })).toContainEqual(["CFG-13", "FLOW-04 is about the pool"]);
  });
});

/** What Terraform evaluates for an assertion. */
const textOf = (assertion?: Assertion) =>
  assertion && [...Object.values(assertion.results), assertion.condition].join("\n");

describe("what is accepted has no condition in the output", () => {
  const asked = (example: Example) =>
    assertionsOf(modelOf(configOf(example))).filter(({ severity }) => severity === "warning");
  const conditionOf = (id: string, example: Example) => textOf(asked(example).find(({ rule }) => rule.id === id));
  const ids = asked({}).map(({ rule }) => rule);
  const other = { platform: "spa" } as const;

  test.each(
    ids.filter(({ id }) => rules.some((rule) => rule.id === id && rule.subject === "client")).map(({ id }) => [id]),
  )("%s leaves out the client that accepts it, and no other", (id) => {
    const client = { platform: "ios", acknowledge: { [id]: BECAUSE } } as const;
    expect(conditionOf(id, { clients: { other } })).not.toContain("], key)");
    expect(conditionOf(id, { client, clients: { other } })).toContain('if !contains(["app"], key)');
  });
});

describe("an acknowledged error of what is adopted leaves out of the conditions", () => {
  const adopted = { userPoolId: "eu-west-1_Ab3dEf6h1" };
  const conditionOf = (id: string, example: Example) =>
    textOf(
      assertionsOf(modelOf(configOf(example))).find(({ rule, severity }) => rule.id === id && severity === "error"),
    );
  const long = { platform: "ios", accessTokenValidity: "3h", refreshTokenValidity: "2h" } as const;
  const acknowledge = { "TOK-07": BECAUSE };

  test("the first generation of the client that has it, and no other", () => {
    const client = { ...long, adopted: { clientId: "a" }, acknowledge, generations: [1, 2] };
    const condition = conditionOf("TOK-07", { pool: { adopted }, client, clients: { other: long } });
    expect(condition).toContain('if !contains(["app"], key)');
  });

  test("no client that has no such error", () => {
    const client = { platform: "ios", adopted: { clientId: "a" }, acknowledge } as const;
    expect(conditionOf("TOK-07", { pool: { adopted }, client })).not.toContain("], key)");
  });

  test.each([
    ["a group", "GRP-02", { groups: { a: { roleArn: "a" }, c: {} } }, "a"],
    [
      "a resource server",
      "RS-03",
      { resourceServers: { a: { scopes: { "read/all": "Read" } }, c: { scopes: { read: "Read" } } } },
      "a",
    ],
  ] as const)("%s of the pool that has it, and no other", (_, id, objects, key) => {
    const pool = { adopted, acknowledge: { [id]: BECAUSE }, ...objects } as NonNullable<Example["pool"]>;
    expect(conditionOf(id, { pool })).toContain(`if !contains(["${key}"], key)`);
    expect(conditionOf(id, { pool: { ...pool, acknowledge: {} } })).not.toContain("], key)");
  });

  test("the pool itself", () => {
    const pool = { adopted, softwareTokenMfa: true, acknowledge: { "MFA-02": BECAUSE } } as const;
    expect(conditionOf("MFA-02", { pool: { ...pool, acknowledge: {} } })).toBeDefined();
    expect(conditionOf("MFA-02", { pool })).toBeUndefined();
  });
});

test("check repeats the reason, and does not count the warning", async () => {
  const config = `
project: acme
environments: { prod: { region: eu-west-1 } }
pools:
  users:
    deletionProtection: false
    acknowledge: { POOL-11: a pool for demonstrations }
    clients: { app: { platform: ios } }
`;
  const { exitCode, stdout } = await cli(folderWith({ "userpools.yaml": config }), "check");
  expect(exitCode).toBe(0);
  expect(stdout).toContain("a pool for demonstrations");
  expect(stdout).toMatch(/0 warnings/);
});

test("what one environment accepts is still reported of the others", async () => {
  const config = `
project: acme
environments:
  dev: { region: eu-west-1, pools: { users: { acknowledge: { POOL-11: dev is thrown away } } } }
  prod: { region: eu-west-1 }
pools: { users: { deletionProtection: false, clients: { app: { platform: ios } } } }
`;
  const folder = folderWith({ "userpools.yaml": config });
  const { stdout } = await cli(folder, "check");
  expect(stdout).toMatch(/ {2}\(users-dev\) {2}acknowledged: dev is thrown away\n/);
  expect(stdout).toMatch(/ {2}\(users-prod\)\n/);
  expect(stdout).toMatch(/1 warning in 2 stacks/);
  const annotations = (await cli(folder, "check", "--format", "github")).stdout;
  expect(annotations).toContain("::notice");
  expect(annotations).toContain("::warning");
});

test("a warning about a pool that is managed elsewhere can be accepted", async () => {
  const resourceServers = Object.fromEntries(
    Array.from({ length: 26 }, (_, index) => [`api-${index}`, { scopes: { read: "r" } }]),
  );
  const existing = { userPoolId: "eu-west-1_AbCdEfGhI" };
  const pool = { existing, resourceServers, acknowledge: { "QUO-04": BECAUSE }, clients: { app: { platform: "ios" } } };
  const config = { project: "acme", environments: { prod: { region: "eu-west-1" } }, pools: { users: pool } };
  const { stdout } = await cli(folderWith({ "userpools.json": JSON.stringify(config) }), "check", "--format", "json");
  const { findings } = JSON.parse(stdout) as { findings: Finding[] };
  expect(findings).toMatchObject([{ rule: "QUO-04", acknowledged: BECAUSE }]);
});
