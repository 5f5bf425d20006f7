import type { Plan } from "../../lib/gate/plan-file";
import { judgePlan } from "../../lib/judge/judge-plan";
import { configOf, modelOf } from "../support/models";
import { planOf } from "./plans";

const plan = planOf(modelOf(configOf({ pool: { groups: { Admins: {} } }, client: { platform: "ios" } })));
const group = (plan.resource_changes ?? []).find(({ type }) => type === "aws_cognito_user_group");

/** The plan with more groups, of these names in Cognito, under these names in Terraform. */
function withGroups(groups: Readonly<Record<string, string>>): Plan {
  const [written] = plan.configuration.root_module.resources?.filter(({ type }) => type === group?.type) ?? [];
  const changes = Object.entries(groups).map(([name, after]) => ({
    ...group,
    name,
    address: `${group?.type}.${name}`,
    change: { ...group?.change, after: { ...group?.change.after, name: after } },
  }));
  return {
    ...plan,
    resource_changes: [...(plan.resource_changes ?? []), ...changes],
    configuration: {
      ...plan.configuration,
      root_module: {
        resources: [
          ...(plan.configuration.root_module.resources ?? []),
          ...Object.keys(groups).map((name) => ({ ...written, name })),
        ],
      },
    },
  } as Plan;
}

test("names that a config could not have side by side are no mistake of a plan", () => {
  const names = { admins: "admins", a_b: "a.b", a_b2: "a-b", source: "source", _: "_", ADMINS: "ADMINS" };
  expect(judgePlan(withGroups(names))).toEqual(judgePlan(plan));
});

test("a mistake among them is found at its own address", () => {
  const found = judgePlan(withGroups({ admins: "admins", "admins-too": "all admins" }));
  expect(found.map(({ code, path }) => `${code} ${path}`)).toContain("GRP-01 aws_cognito_user_group.admins-too");
});

test("a name that objects have by themselves is judged as any other", () => {
  const groups = withGroups({ proto: "__proto__", made: "constructor" });
  for (const change of groups.resource_changes ?? [])
    if (["proto", "made"].includes(change.name)) Object.assign(change.change.after as object, { role_arn: "admin" });
  const found = judgePlan(groups).map(({ code, path }) => `${code} ${path}`);
  for (const name of ["proto", "made"]) expect(found).toContain(`GRP-02 aws_cognito_user_group.${name}.role_arn`);
});

/** A plan of a pool with these domains, in this order: a prefix, or a name with a dot. */
function withDomains(...names: readonly string[]): Plan {
  const own = planOf(modelOf(configOf({ pool: { domain: { prefix: "acme" } } })));
  const type = "aws_cognito_user_pool_domain";
  const [change] = (own.resource_changes ?? []).filter((each) => each.type === type);
  const [written] = own.configuration.root_module.resources?.filter((each) => each.type === type) ?? [];
  const rest = <T extends { readonly type: string }>(all: readonly T[] = []) =>
    all.filter((each) => each.type !== type);
  const certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/1a2b3c4d-0000-4000-8000-000000000000";
  return {
    ...own,
    resource_changes: [
      ...rest(own.resource_changes),
      ...names.map((domain, index) => ({
        ...change,
        ...{ name: `d${index}`, address: `${type}.d${index}` },
        change: {
          ...change?.change,
          after: { ...change?.change.after, domain, ...(domain.includes(".") && { certificate_arn }) },
        },
      })),
    ],
    configuration: {
      ...own.configuration,
      root_module: {
        resources: [
          ...rest(own.configuration.root_module.resources),
          ...names.map((_, index) => ({ ...written, name: `d${index}` })),
        ],
      },
    },
  } as Plan;
}

test.each([
  [["acme", "auth.acme.com", "acme-too"], "DOM-10"],
  [["auth.acme.com", "acme", "acme-too"], "DOM-10"],
  [["acme", "acme-too", "auth.acme.com"], "DOM-10"],
])("of three domains two are of one kind: %j", (names, code) => {
  expect(judgePlan(withDomains(...names)).map((each) => each.code)).toContain(code);
});

test.each([0, 1, 2, 3])("each of four domains is judged: that at %i", (at) => {
  const names = ["acme", "auth.acme.com", "acme-too", "login.acme.com"];
  const wrong = names.map((name, index) => (index === at ? `${name}_` : name));
  const found = judgePlan(withDomains(...wrong)).map(({ code, path }) => `${code} ${path}`);
  expect(found).toContain(`DOM-01 aws_cognito_user_pool_domain.d${at}.domain`);
});
