import type { Plan } from "../../lib/gate/plan-file";
import { judgePlan } from "../../lib/judge/judge-plan";
import { unruledJudgements } from "../../lib/judge/unruled-plan";
import { cli, folderWith } from "../support/cli";
import { configOf, modelOf } from "../support/models";
import { planOf } from "./plans";

const broken = planOf(
  modelOf(configOf({ pool: { mfaConfiguration: "ON", deletionProtection: false }, client: { platform: "ios" } })),
);
const sound = planOf(modelOf(configOf()));

test("the gate refuses what AWS would, and leaves warnings to judge", () => {
  expect(unruledJudgements(broken)).toEqual([
    expect.objectContaining({
      code: "broken-rule",
      verdict: "refused",
      path: "aws_cognito_user_pool.users.mfa_configuration",
      message: expect.stringMatching(/^MFA-01: /),
      why: expect.stringContaining("Invalid MFA configuration"),
      fix: expect.stringContaining("mfa_configuration"),
    }),
  ]);
  expect(unruledJudgements(sound)).toEqual([]);
});

test("nothing of what the plan leaves as it is, and nothing of a stack that has the rules", () => {
  const changes = broken.resource_changes ?? [];
  const unchanged = changes.map((each) => ({ ...each, change: { ...each.change, actions: ["no-op"] } }));
  expect(unruledJudgements({ ...broken, resource_changes: unchanged } as Plan)).toEqual([]);
  const checks = [{ address: { kind: "output_value", to_display: "output.rule_set" }, status: "pass", instances: [] }];
  expect(unruledJudgements({ ...broken, checks } as Plan)).toEqual([]);
});

test("the command fails", async () => {
  const folder = folderWith({ "plan.json": JSON.stringify({ ...broken, planned_values: { root_module: {} } }) });
  const { exitCode, stdout } = await cli(folder, "gate", "plan.json", "--format", "json");
  const { judgements } = JSON.parse(stdout);
  expect([exitCode, judgements.map(({ what }: { what: string }) => what.slice(0, 6))]).toEqual([1, ["MFA-01"]]);
});

test("a plan without pools and clients, or that destroys them all, has nothing to judge", () => {
  const none = { ...broken, resource_changes: [] } as Plan;
  const gone = (broken.resource_changes ?? []).map((each) => ({
    ...each,
    change: { ...each.change, actions: ["delete"], after: null },
  }));
  expect(judgePlan(none)).toEqual([]);
  expect(judgePlan({ ...broken, resource_changes: gone } as Plan)).toEqual([]);
});
