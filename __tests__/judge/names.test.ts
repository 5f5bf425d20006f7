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
