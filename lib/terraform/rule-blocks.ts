import type { TerraformJson, TopLevelBlock } from "./hcl";
import type { JsonObject } from "./hcl-values";

/** Whether a block belongs to the rules: the output `rule_set`, checks, and the local values that these read. */
export function isRules({ kind, address }: TopLevelBlock): boolean {
  return ["check", "locals"].includes(kind) || address === "output.rule_set";
}

/** A configuration whose local values are two blocks: what conditions are about, and then which object meets them. */
export function withResultsApart(json: TerraformJson): TerraformJson {
  const { locals, check, output } = json as Record<string, JsonObject | undefined>;
  if (locals === undefined) return json;
  const { precondition } = (output?.rule_set ?? {}) as JsonObject;
  const asserts = Object.values(check ?? {}).map((each) => (each as JsonObject).assert);
  const conditions = [precondition, ...asserts].flatMap((each) => (each ?? []) as JsonObject[]);
  const results = new Set(conditions.flatMap(resultsIn));
  const where = (isResult: boolean) =>
    Object.fromEntries(Object.entries(locals).filter(([name]) => results.has(name) === isResult));
  return { ...json, locals: [where(false), where(true)].filter((each) => Object.keys(each).length > 0) };
}

/** The local values that a condition of the rules reads: which objects meet it. */
export function resultsIn({ condition }: JsonObject): string[] {
  return [...String(condition).matchAll(/\blocal\.(\w+)/g)].map(([, name]) => name as string);
}
