import { writeFileSync } from "node:fs";
import { join } from "node:path";
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
    const configuration = merged(pending.map((index) => [index, (edits[index] as HandEdit).stack]));
    await workspace.use(configuration);
    // Every diagnostic shows its line, so not all may be on one.
    writeFileSync(join(workspace.folder, "cdk.tf.json"), JSON.stringify(configuration, null, 1));
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

interface Diagnostic {
  readonly severity: string;
  readonly summary: string;
  readonly detail: string;
  readonly address?: string;
  readonly snippet?: { readonly context: string | null };
}

/** The number at the end of the name of the resource that Terraform speaks of. */
function caseOf({ address, snippet }: Diagnostic): number {
  const [, index] = /^(?:resource\.)?\w+?_(\d+)(?:\.|$)/.exec((snippet?.context ?? address ?? "").replace(/^(resource\.)?\w+\./, "")) ?? [];
  return Number(index);
}

/** The resources of several stacks in one configuration: names end in the number of their stack. */
function merged(stacks: readonly (readonly [number, StackJson])[]): object {
  const [[, first] = [0, undefined]] = stacks;
  const resource: Record<string, Record<string, unknown>> = {};
  for (const [index, stack] of stacks)
    for (const [type, resources] of Object.entries(stack.resource ?? {}))
      for (const [name, body] of Object.entries(resources)) {
        const text = JSON.stringify(body).replace(/\b(aws_cognito_\w+\.\w+)/g, `$1_${index}`);
        resource[type] = { ...resource[type], [`${name}_${index}`]: JSON.parse(text) };
      }
  return { terraform: first?.terraform, provider: first?.provider, resource };
}

/** A resource of a model, as an object whose fields become its arguments. */
interface Part {
  readonly of: (model: PoolModel) => object | undefined;
  readonly put: (model: PoolModel, part: never) => PoolModel;
}

const PARTS: readonly Part[] = [
  { of: ({ clients }) => clients[0], put: (model, part: ClientModel) => ({ ...model, clients: [part] }) },
  { of: ({ pool }) => pool, put: (model, part: PoolModel["pool"]) => ({ ...model, pool: part }) as PoolModel },
  { of: ({ domain }) => domain, put: (model, part: DomainModel) => ({ ...model, domain: part }) },
  {
    of: ({ resourceServers }) => resourceServers.at(-1),
    put: (model, part: ResourceServerModel) => ({ ...model, resourceServers: [...model.resourceServers.slice(0, -1), part] }),
  },
  {
    of: ({ identityProviders }) => identityProviders[0],
    put: (model, part: IdentityProviderModel) => ({ ...model, identityProviders: [part, ...model.identityProviders.slice(1)] }),
  },
];

/** What is not an argument, or is the address. */
const NO_ARGUMENTS = ["source", "key", "providerName", "platform", "preventDestroy", "acknowledge", "scopeReferences", "custom"];

function differing(part: Part, right: PoolModel, wrong: PoolModel): string[] {
  const [ours, theirs] = [part.of(right), part.of(wrong)] as [Record<string, unknown>, Record<string, unknown>];
  if (!ours || !theirs) return [];
  return [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].filter(
    (field) => !NO_ARGUMENTS.includes(field) && JSON.stringify(ours[field]) !== JSON.stringify(theirs[field]),
  );
}

function choices(fields: readonly string[], width: number): string[][] {
  if (width > fields.length) return width === Number.POSITIVE_INFINITY && fields.length > 2 ? [[...fields]] : [];
  if (width === 1) return fields.map((field) => [field]);
  return fields.flatMap((field, index) => fields.slice(index + 1).map((other) => [field, other]));
}

function withFields(part: Part, right: PoolModel, wrong: PoolModel, fields: readonly string[]): PoolModel {
  const theirs = part.of(wrong) as Record<string, unknown>;
  const taken = Object.fromEntries(fields.map((field) => [field, theirs[field]]));
  return part.put(right, { ...part.of(right), ...taken } as never);
}

function breaks(rule: Rule, pool: PoolModel): boolean {
  const violations =
    rule.subject === "pool" ? [...rule.check(pool)] : pool.clients.flatMap((client) => [...rule.check(client, pool)]);
  return violations.some(({ severity = rule.severity }) => severity === "error");
}

/** The stack of a model in which the resources have the arguments that they have in another's, but the same conditions. */
function edit(right: PoolModel, edited: PoolModel): StackJson {
  const [stack, other] = [right, edited].map(stackOf) as [StackJson, StackJson];
  const resource = Object.fromEntries(
    Object.entries(stack.resource ?? {}).map(([type, resources]) => [
      type,
      Object.fromEntries(
        Object.entries(resources).map(([name, body]) => {
          const { lifecycle: _, ...changed } = other.resource?.[type]?.[name] ?? body;
          return [name, { ...changed, lifecycle: body.lifecycle }];
        }),
      ),
    ]),
  );
  return { ...stack, resource };
}

function stackOf(model: PoolModel): StackJson {
  return new PoolStack(new App({ stackTraces: false }), model, "userpools.yaml").toTerraform() as unknown as StackJson;
}

/** The example's model, if Terraform needs nothing else to plan it. */
function modelOfExample(example: Example): PoolModel | undefined {
  const model = modelOf(configOf(example));
  return model.existing || model.variables.length > 0 ? undefined : model;
}
