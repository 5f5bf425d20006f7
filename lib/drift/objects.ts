import type { Plan, ResourceChange, StateModule } from "../gate/plan-file";
import { same } from "../model/same";

export type Values = Readonly<Record<string, unknown>>;

/** An object as the state had it, and as AWS has it now. */
export interface ObservedObject {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly before: Values | null;
  /** `null` of what no longer exists. */
  readonly after: Values | null;
}

/** Every managed object of the state, changed in AWS or not, in the order of the state; what is gone comes last. */
export function observed(plan: Plan): readonly ObservedObject[] {
  const drifted = new Map((plan.resource_drift ?? []).filter(isObject).map((each) => [each.address, each]));
  const found = objectsIn(plan.prior_state?.values?.root_module).map(
    ({ address, type, name, values }): ObservedObject => {
      const drift = drifted.get(address);
      drifted.delete(address);
      const after = values ?? null;
      return { address, type, name, before: drift?.change.before ?? after, after: drift?.change.after ?? after };
    },
  );
  const gone = [...drifted.values()].map(
    ({ address, type, name, change: { before, after } }): ObservedObject => ({ address, type, name, before, after }),
  );
  return [...found, ...gone];
}

/** Whether AWS has something else of an object than the state had. */
export function isChanged({ before, after }: ObservedObject): boolean {
  return !same(before, after);
}

function isObject({ mode, deposed }: ResourceChange): boolean {
  return mode === "managed" && deposed === undefined;
}

function objectsIn(module: StateModule | undefined): NonNullable<StateModule["resources"]> {
  return [
    ...(module?.resources ?? []).filter(({ mode }) => mode === "managed"),
    ...(module?.child_modules ?? []).flatMap(objectsIn),
  ];
}
