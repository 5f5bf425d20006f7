import { allowanceFor } from "./allowances";
import { conditionDiagnostics } from "./conditions";
import { redirectConflicts, triggerConflicts } from "./conflicts";
import { lostDeliveries } from "./deliveries";
import { actionDiagnostics } from "./destruction";
import { destroyedImport, importOf } from "./import-twins";
import { changesBesideImports, importDiagnostics } from "./imports";
import { leftCustomizations } from "./left-customizations";
import { CLIENT, kindOf, POOL } from "./objects";
import type { Plan, ResourceChange } from "./plan-file";
import { lostProxies } from "./proxies";
import { retainedArguments } from "./retained";
import { schemaChanges } from "./schema";
import { secondStyles } from "./second-styles";
import type { StackAllowances } from "./stacks";
import { updateOrder } from "./update-order";
import { type GateDiagnostic, refused } from "./verdict";

/**
 * Judges a plan. Pure.
 *
 * @param stacks what the config allows to be destroyed; none without a config
 * @param today YYYY-MM-DD, UTC
 */
export function judge(plan: Plan, stacks: readonly StackAllowances[], today: string): GateDiagnostic[] {
  const managed = (plan.resource_changes ?? []).filter(({ mode }) => mode !== "data");
  const changes = managed.filter(kindOf);
  const pools = changes.filter(({ type }) => type === POOL);
  const allowance = (object: ResourceChange) => allowanceFor(object, pools, stacks, today);
  const lossOrMove = (change: ResourceChange) => {
    const twin = importOf(change, changes);
    return twin ? [destroyedImport(change, twin)] : actionDiagnostics(change, pools, allowance);
  };
  return [
    ...(plan.errored ? [ERRORED] : []),
    ...changes.flatMap((change) => [
      ...lossOrMove(change),
      ...importDiagnostics(change),
      ...(change.type === POOL ? [...schemaChanges(change), ...triggerConflicts(change)] : []),
      ...(change.type === CLIENT ? redirectConflicts(change) : []),
      ...updateOrder(change),
      ...retainedArguments(change, plan),
    ]),
    ...changesBesideImports(managed),
    ...leftCustomizations(changes),
    ...secondStyles(changes),
    ...lostDeliveries(plan.resource_changes ?? [], allowance),
    ...lostProxies(plan.resource_changes ?? [], allowance),
    ...conditionDiagnostics(plan),
  ];
}

const ERRORED = refused("incomplete-plan", "", {
  message: "the plan is not complete",
  why: "Terraform stopped with errors, so the plan does not show every change",
  fix: "fix the errors of terraform plan, then plan again",
});
