import { count, quoted } from "../text/quoted";
import type { CheckResult, Plan } from "./plan-file";
import { type GateDiagnostic, noted, refused } from "./verdict";

/** How many messages of one condition are shown, and how much of each. */
const MAX_MESSAGES = 10;
const MAX_LENGTH = 1_000;

/**
 * Every condition and check that does not hold; those that Terraform did not evaluate together, or not at all where it
 * stopped with errors: the plan is refused as incomplete.
 */
export function conditionDiagnostics(plan: Plan): GateDiagnostic[] {
  const failing = (plan.checks ?? []).filter(
    ({ status }) => status !== "pass" && !(plan.errored && status === "unknown"),
  );
  const skipped = failing.filter((check) => isSkipped(check, plan));
  const undecided = failing.filter((check) => !skipped.includes(check) && isUndecided(check));
  return [
    ...failing.filter((check) => !skipped.includes(check) && !undecided.includes(check)).map(violation),
    ...(skipped.length > 0 ? [notEvaluated(skipped, plan)] : []),
    ...undecided.map(({ address }) => noted("rules-not-evaluated", address.to_display, UNDECIDED)),
  ];
}

/** Whether Terraform did not evaluate a condition: it has no instance, or there is nothing that it could be about. */
function isSkipped({ status, instances = [] }: CheckResult, plan: Plan): boolean {
  return status === "unknown" && (instances.length === 0 || !isApplying(plan));
}

/**
 * Whether rules of a stack were evaluated as far as values are known: one that fails would fail the plan. The provider
 * does not know some values before it creates a resource, the default redirect of a client among them.
 */
function isUndecided({ address, status }: CheckResult): boolean {
  return status === "unknown" && isRuleSet(address.to_display);
}

const UNDECIDED = {
  message: "some rules are known only after the apply",
  why: "the AWS provider does not know every value before it creates a resource; Terraform evaluates these rules during the apply",
};

/** Whether the configuration of a plan carries the rules: in every stack of a config, and in its modules. */
export function hasRuleSet({ checks = [] }: Plan): boolean {
  return checks.some(({ address }) => isRuleSet(address.to_display));
}

/** Whether a check is the output that holds the rules of a stack: `rule_set`, or `users_rule_set` beside other stacks' own. */
function isRuleSet(address: string): boolean {
  return /(^|\.)output\.(\w+_)?rule_set$/.test(address);
}

/** Whether a plan creates or updates anything. One that only destroys breaks no condition. */
function isApplying({ resource_changes: changes = [] }: Plan): boolean {
  return changes.some(({ change: { actions } }) => actions.includes("create") || actions.includes("update"));
}

/** With `-target` Terraform skips outputs, so that the rules of a stack are not evaluated. */
function notEvaluated(skipped: readonly CheckResult[], plan: Plan): GateDiagnostic {
  const addresses = skipped.map(({ address }) => address.to_display);
  const rules = addresses.find(isRuleSet);
  const conditions = `${count(skipped.length, "condition")} ${skipped.length === 1 ? "was" : "were"}`;
  const message = `${rules === undefined ? conditions : "the rules were"} not evaluated`;
  const address = rules ?? (addresses[0] as string);
  if (plan.complete !== false && !isApplying(plan))
    return noted("rules-not-evaluated", address, {
      message,
      why: "the plan is complete, and neither creates nor updates anything",
    });
  return refused("rules-not-evaluated", address, {
    message,
    why: "the plan covers only a part of the configuration (-target), and Terraform skips the conditions of the rest",
    fix: "plan without -target",
  });
}

function violation({ address, status, instances = [] }: CheckResult): GateDiagnostic {
  const messages = instances.flatMap(({ problems = [] }) => problems.map(({ message }) => message));
  const places = instances.filter((each) => each.status !== "pass").length;
  const name = `${address.kind === "check" ? "check" : "condition of"} ${quoted(address.to_display)}`;
  const how = STATUSES[status] ?? `has status ${quoted(status)}`;
  return refused("failed-condition", address.to_display, {
    message: `${name} ${how}${places > 1 ? ` in ${count(places, "place")}` : ""}`,
    why: messages.length > 0 ? together(messages) : (WHY[status] ?? "it is not known to hold"),
    fix:
      status === "unknown" ? "plan against the real state, so that every value is known" : "fix what the message says",
  });
}

function together(messages: readonly string[]): string {
  const shown = messages.slice(0, MAX_MESSAGES).map((message) => quoted(message, MAX_LENGTH));
  const more = messages.length - shown.length;
  return [shown.join(", "), ...(more > 0 ? [`${more} more`] : [])].join(" and ");
}

const STATUSES: Readonly<Record<string, string>> = {
  fail: "fails",
  error: "cannot be evaluated",
  unknown: "is unknown",
};

const WHY: Readonly<Record<string, string>> = {
  error: "Terraform stopped while it evaluated the condition",
  unknown: "a value is known only after the apply, so the condition may fail halfway through it",
};
