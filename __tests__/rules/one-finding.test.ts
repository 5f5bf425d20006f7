import { formatPath } from "../../lib/config/problem";
import type { Client, Guardrails } from "../../lib/config/schema";
import type { PoolModel } from "../../lib/model/model";
import { rules } from "../../lib/rules";
import { checkPool } from "../../lib/rules/check";
import type { Example } from "../../lib/rules/rule";
import { configOf, modelsOf } from "../support/models";

/** Pairs of rules that give an error at one place, and why that is not one mistake. */
const BOTH: Readonly<Record<string, readonly string[]>> = {
  "the organization's own limit, whose fix is right for the other too": ["GRD-01 TOK-01", "GRD-02 TOK-02"],
  "a requirement of a baseline, which the guardrails made an error": ["BSL-19 RISK-01"],
};

function errorsOf(example: Example) {
  const pools = modelsOf(configOf(example));
  const found = checkPool(pools.at(-1) as PoolModel, pools.slice(0, -1));
  return found.filter(({ severity }) => severity === "error");
}

describe("one mistake is one error", () => {
  test("at each place that a bad example of a rule names", () => {
    const pairs = rules.flatMap((rule) =>
      rule.examples().bad.flatMap(({ at, ...example }) => {
        const here = errorsOf(example).filter(({ path }) => formatPath(path) === at);
        const others = here.filter((each) => each.rule !== rule.id);
        return here.length > others.length ? others.map((each) => [rule.id, each.rule].sort().join(" ")) : [];
      }),
    );
    expect([...new Set(pairs)].filter((pair) => !Object.values(BOTH).flat().includes(pair))).toEqual([]);
  });

  test.each<[string, string, Partial<Client>]>([
    ["TOK-04", "0s", { accessTokenValidity: "0s" }],
    ["TOK-04", "0h", { idTokenValidity: "0h" }],
    ["TOK-04", "0d", { refreshTokenValidity: "0d" }],
    ["TOK-01", "4m", { accessTokenValidity: "4m" }],
    ["TOK-01", "31d", { accessTokenValidity: "31d" }],
    ["TOK-02", "31d", { idTokenValidity: "31d" }],
    ["TOK-03", "59m", { refreshTokenValidity: "59m" }],
    ["TOK-03", "3651d", { refreshTokenValidity: "3651d" }],
    ["TOK-12", "0m", { authSessionValidity: "0m" }],
    ["ROT-01", "generation 0", { generations: [1, 0], current: 2 }],
  ])("%s for %s", (rule, _, client) => {
    const example = { client: { platform: "server", ...client } as Client };
    const pools = modelsOf(configOf(example));
    const others = modelsOf(configOf({ client: { platform: "server" } as Client }));
    const without = new Set(checkPool(others[0] as PoolModel).map((each) => each.rule));
    const found = checkPool(pools[0] as PoolModel).filter((each) => !without.has(each.rule));
    expect(found.map((each) => each.rule)).toEqual([rule]);
  });

  test.each<[string, Guardrails]>([
    ["GRD-10", { accessTokenValidity: { min: "25h", max: "2h" } }],
    ["GRD-10", { publicClients: { refreshTokenValidity: { max: "0s" } } }],
    ["GRD-11", { refreshTokenValidity: { min: "366d", max: "365d" } }],
  ])("%s for guardrails %j", (rule, guardrails) => {
    expect(errorsOf({ guardrails }).map((each) => each.rule)).toEqual([rule]);
  });

  test("a social provider with another name: the fixes of the pool and of its clients agree", () => {
    const details = { client_id: "a", client_secret: "b", authorize_scopes: "openid" };
    const client = { platform: "ios", supportedIdentityProviders: ["Google"] } as Client;
    const identityProviders = { Gogle: { providerType: "Google" as const, providerDetails: details } };
    const fixes = errorsOf({ client, pool: { identityProviders } }).map(({ rule, fix }) => `${rule}: ${fix}`);
    expect(fixes).toEqual(["IDP-02: name it Google", "OAU-26: name the provider Gogle Google"]);
  });

  const arn = "arn:aws:iam::111122223333:role/sms";
  const placed = {
    smsConfiguration: { snsCallerArn: arn, externalId: "users", snsRegion: "eu-west-1" },
    lambdaConfig: { preSignUp: "arn:aws:lambda:eu-west-1:111122223333:function:f" },
    webAclArn: "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/users/1a2b3c4d-0000-4000-8000-000000000000",
  };
  test.each([
    ["ENV-01", { region: "eu-wset-1" }],
    ["ENV-01", { region: "" }],
    ["ENV-03", { accountId: "1111-2222-3333" }],
    ["ENV-03", { accountId: "" }],
  ])("%s for an environment with %j: no ARN is compared with it", (rule, environment) => {
    expect(errorsOf({ pool: placed, environment }).map((each) => each.rule)).toEqual([rule]);
  });
});

describe("a fix that names a lifetime", () => {
  /** What a fix says to write: `use 5m or more`, `let it live 90 minutes or less`. */
  const LIFETIME = /(\d+) ?(s|m|h|d|seconds?|minutes?|hours?|days?)\b(?= or (?:more|less))/g;
  const FIELDS = ["accessTokenValidity", "idTokenValidity", "refreshTokenValidity", "authSessionValidity"] as const;
  const cases = rules.flatMap((rule) =>
    rule.examples().bad.flatMap(({ at, ...example }) => {
      const field = FIELDS.find((each) => at.endsWith(`.app.${each}`));
      if (field === undefined) return [];
      const found = errorsOf(example).filter((each) => each.rule === rule.id && formatPath(each.path) === at);
      return found.flatMap(({ fix }) =>
        [...fix.matchAll(LIFETIME)].slice(0, 1).map(([, value, unit = ""]) => {
          const client = { ...example.client, [field]: `${value}${unit.charAt(0)}` } as Client;
          return { rule: rule.id, fix, example: { ...example, client } };
        }),
      );
    }),
  );

  test("names one that no rule refuses", () => {
    expect(cases.length).toBeGreaterThan(20);
    const refused = cases.filter(({ example }) => errorsOf(example).length > 0);
    expect(refused.map(({ rule, fix }) => [rule, fix])).toEqual([]);
  });
});
