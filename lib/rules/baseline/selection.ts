import { CONTROLS, type Control, type Required } from "../../cognito/baselines";
import type { Guardrails } from "../../model/model";

/** The controls that the guardrails demand, each once, in the order of the table. */
export function demanded({ baseline = [] }: Guardrails): readonly Control[] {
  return CONTROLS.filter((control) => baseline.some((item) => includesControl(item, control)));
}

/** Whether an item of `guardrails.baseline` is the control, its list, or its list as it was on a day: `prowler@2026-11-26`. */
function includesControl(item: string, { id, baseline, added }: Control): boolean {
  const [name, day] = item.split("@");
  return name === id || (name === baseline && (day === undefined || added <= day));
}

/** The limit of what a control requires: characters or days; NaN for a requirement without one. */
export function limitOf({ requires }: Control, kind: keyof Required): number {
  const value = requires?.[kind];
  return typeof value === "number" ? value : Number.NaN;
}
