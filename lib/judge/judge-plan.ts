import { loadSource } from "../config/load";
import { formatPath } from "../config/problem";
import type { Diagnostic } from "../diagnostics/diagnostic";
import type { Plan } from "../gate/plan-file";
import type { ClientModel, PoolModel } from "../model/model";
import { findRule } from "../rules";
import { checkConfig } from "../rules/check";
import { fixInTerraform, inTerraform } from "../rules/language/names";
import { addressOf } from "./addresses";
import { type PlanConfig, planConfig } from "./plan-config";
import { planSource } from "./plan-source";
import { READINGS } from "./values";

/**
 * Judges the Cognito resources of anybody's plan by every rule that a plan can show. A value that is known only after an
 * apply decides nothing, and is noted.
 *
 * @param baseline controls that they must pass, as in `guardrails.baseline`
 */
export function judgePlan(plan: Plan, baseline: readonly string[] = []): readonly Diagnostic[] {
  const read = planConfig(plan, baseline);
  const broken = brokenIn(read);
  const others = read.isAssumed
    ? Array.from({ length: READINGS - 1 }, (_, index) => brokenIn(planConfig(plan, baseline, index + 1)))
    : [];
  // what does not depend on the values that were assumed is found in every reading
  const ids = others.map((found) => new Set(found.map(idOf)));
  const certain = broken.filter((each) => ids.every((found) => found.has(idOf(each))));
  return [...certain, ...read.notKnown.map(undecided)];
}

function idOf({ code, path, message }: Diagnostic): string {
  return JSON.stringify([code, path, message]);
}

/** What the rules say of one reading of a plan. */
function brokenIn({ config, places, oauth }: PlanConfig): Diagnostic[] {
  // a plan may have nothing of Cognito, or nothing that can be judged
  if (places.length === 0) return [];
  const loaded = loadSource(planSource(config));
  const pools = loaded.pools.map((pool) => withOauth(pool, oauth));
  return checkConfig({ ...loaded, pools }).map((diagnostic): Diagnostic => {
    const { file, stacks, ...rest } = diagnostic;
    return {
      ...rest,
      path: addressOf(diagnostic.path, places),
      message: inTerraform(diagnostic.message),
      ...(diagnostic.fix !== undefined && { fix: fixOf(diagnostic.code, diagnostic.fix) }),
      stacks: [],
    };
  });
}

/** A fix in Terraform: the rule's own, or that of one violation with Terraform's names. */
function fixOf(code: string, fix: string): string {
  const rule = findRule(code);
  return rule?.fix === fix ? fixInTerraform(rule) : inTerraform(fix);
}

/** The pool with OAuth on or off as the plan has it, whatever grants its clients have. */
function withOauth(pool: PoolModel, oauth: PlanConfig["oauth"]): PoolModel {
  const clients = pool.clients.map((client): ClientModel => {
    const isOn = oauth.get(formatPath(["pools", pool.key, "clients", client.key]));
    return { ...client, allowedOauthFlowsUserPoolClient: isOn ?? client.allowedOauthFlowsUserPoolClient };
  });
  return { ...pool, clients };
}

function undecided({
  address,
  arguments: names,
  isLeftOut,
}: ReturnType<typeof planConfig>["notKnown"][number]): Diagnostic {
  const what = `${names.join(", ")}: known after apply`;
  return {
    code: "not-decidable",
    level: "note",
    path: address,
    message: isLeftOut ? `${what}; the resource is not judged` : `${what}; rules about it are not decided`,
    stacks: [],
  };
}
