import type { Plan } from "./plan-file";

export type Values = Readonly<Record<string, unknown>>;
type Module = Plan["configuration"]["root_module"];

/** The arguments that the configuration sets for a resource; `undefined` where the plan does not show them. */
export function configurationOf(address: string, { configuration }: Plan): Values | undefined {
  const steps = address.replace(/\[[^\]]*\]/g, "").split(".");
  const [name, type] = [steps.pop(), steps.pop()];
  const calls = steps.filter((_, index) => index % 2 === 1);
  const module = calls.reduce<Module | undefined>(
    (at, call) => at?.module_calls?.[call]?.module,
    configuration.root_module,
  );
  return module?.resources?.find((each) => each.type === type && each.name === name)?.expressions;
}
