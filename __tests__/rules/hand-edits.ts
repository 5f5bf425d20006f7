import { App } from "cdktf";
import type { ClientModel, DomainModel, IdentityProviderModel, PoolModel, ResourceServerModel } from "../../lib/model/model";
import type { Example, Rule } from "../../lib/rules/rule";
import { runTerraform } from "../../lib/terraform/run";
import { PoolStack } from "../../stacks/pool-stack";
import type { StackJson } from "../examples/examples";
import { configOf, modelOf } from "../support/models";
import type { Workspace } from "../support/terraform";

/** A synthesized stack that keeps a rule, in which a hand has changed arguments of one resource so that it does not. */
export interface HandEdit {
  readonly rule: Rule;
  /** The field of the model whose arguments were changed. */
  readonly field: string;
  readonly stack: StackJson;
}

/**
 * Edits that break a rule: in a good example, one field of one resource becomes what it is in a bad one. A second
 * field is changed with it only where one alone breaks nothing.
 */
export function handEdits(rule: Rule, most: number): HandEdit[] {
  const good = rule.examples.good.map(modelOfExample).filter((model) => model !== undefined);
  const bad = rule.examples.bad.map(modelOfExample).filter((model) => model !== undefined);
  const edits: HandEdit[] = [];
  for (const width of [1, 2, Number.POSITIVE_INFINITY])
    for (const wrong of bad)
      for (const right of good)
        for (const part of PARTS)
          for (const fields of choices(differing(part, right, wrong), width)) {
            if (edits.length >= most) return edits;
            const edited = withFields(part, right, wrong, fields);
            if (!breaks(rule, edited) || breaks(rule, right)) continue;
            edits.push({ rule, field: fields.join(" and "), stack: edit(right, edited) });
          }
  return edits;
}

/** What Terraform says of one edit. */
export interface Verdict {
  readonly edit: HandEdit;
  /** Messages of conditions. */
  readonly conditions: readonly string[];
  /** What the AWS provider itself says, which ends a plan before conditions are asked. */
  readonly refusals: readonly string[];
}

/**
 * Plans all edited stacks in one configuration, each with names of its own: every failing condition of a plan is
 * reported. What the provider refuses outright is planned no further.
 */
export async function planEdits(workspace: Workspace, edits: readonly HandEdit[]): Promise<Verdict[]> {
  const verdicts = edits.map((edit) => ({ edit, conditions: [] as string[], refusals: [] as string[] }));
  let pending = verdicts.map((_, index) => index);
  for (let round = 0; round < 5; round++) {
    await workspace.use(merged(pending.map((index) => [index, (edits[index] as HandEdit).stack])));
    const { stdout } = await runTerraform(["plan", "-json", "-refresh=false", "-lock=false"], workspace.folder);
    const failures = stdout
      .split("\n")
      .filter((line) => line.includes('"type":"diagnostic"'))
      .map((line) => JSON.parse(line).diagnostic as Diagnostic)
      .filter(({ severity }) => severity === "error");
    for (const failure of failures) {
      const index = caseOf(failure);
      const verdict = verdicts[index];
      if (verdict === undefined) throw new Error(`terraform: ${failure.summary}: ${failure.detail}`);
      if (failure.summary === "Resource postcondition failed") verdict.conditions.push(failure.detail);
      else verdict.refusals.push(`${failure.summary}: ${failure.detail}`);
    }
    if (failures.some(({ summary }) => summary === "Resource postcondition failed")) return verdicts;
    pending = pending.filter((index) => verdicts[index]?.refusals.length === 0);
    if (failures.length === 0 || pending.length === 0) return verdicts;
  }
  throw new Error("the provider refuses more at each plan");
}
