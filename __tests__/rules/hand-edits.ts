import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "cdktf";
import type { Client } from "../../lib/config/schema";
import type {
  ClientModel,
  DomainModel,
  GroupModel,
  IdentityProviderModel,
  PoolModel,
  ResourceServerModel,
} from "../../lib/model/model";
import { assertionsOfRule } from "../../lib/rules/conditions";
import type { Example, Rule, Severity } from "../../lib/rules/rule";
import { PoolStack } from "../../stacks/pool-stack";
import type { StackJson } from "../examples/examples";
import { configOf, modelOf } from "../support/models";
import type { Workspace } from "../support/terraform";

/** A synthesized stack that keeps a rule, in which a hand has changed arguments of one resource so that it does not. */
export interface HandEdit {
  readonly rule: Rule;
  /** The field of the model whose arguments were changed. */
  readonly field: string;
  /** Whether the config says something about the arguments that were changed. */
  readonly isSaid: boolean;
  readonly stack: () => StackJson;
}

/**
 * Edits that break a rule, the smallest first: in a good example, one field of one resource becomes what it is in a bad
 * one. A second field is changed with it only where one alone breaks nothing.
 *
 * @param severity of the conditions that are broken. Default that of the rule
 */
export function handEdits(rule: Rule, severity = rule.severity): HandEdit[] {
  const given = (examples: readonly Example[]) =>
    examples.map((example) => modelOf(configOf(example))).filter(({ variables }) => variables.length === 0);
  const wrong = given(rule.examples().bad);
  const beside = rule.examples().bad.map(({ at, client, clients, ...around }) => around);
  const right = given([...rule.examples().good, ...beside, {}]).filter(
    (model) => !breaks(rule, model, severity) && isGuarded(rule, model, severity),
  );
  const changes = wrong.flatMap((other) => right.flatMap((model) => fewest(rule, model, other, severity)));
  // of edits that come to the same, the one whose config is silent
  const silentLast = [...changes].sort((a, b) => Number(b.isSaid) - Number(a.isSaid));
  const different = [...new Map(silentLast.map((change) => [JSON.stringify(change.resource), change])).values()];
  return different
    .sort((a, b) => Number(a.isSaid) - Number(b.isSaid) || a.distance - b.distance)
    .map(({ model, changed, fields, isSaid }) => ({
      rule,
      field: fields.join(" and "),
      isSaid,
      stack: () => edit(model, changed),
    }));
}

/** Whether the synthesized stack of a model has a condition of the rule, and needs no account to be planned. */
function isGuarded(rule: Rule, model: PoolModel, asked: Severity): boolean {
  return model.pool !== undefined && assertionsOfRule(rule, model).some(({ severity }) => severity === asked);
}

interface Change {
  readonly model: PoolModel;
  readonly changed: PoolModel;
  readonly fields: readonly string[];
  readonly resource: unknown;
  readonly isSaid: boolean;
  /** How far the bad example is from the good one. */
  readonly distance: number;
}

/** The changes of fewest fields that make a model break a rule as another does. */
function fewest(rule: Rule, model: PoolModel, other: PoolModel, severity: Severity): Change[] {
  const distance = PARTS.reduce((sum, part) => sum + differing(part, model, other).length, 0);
  for (const width of [1, 2, Number.POSITIVE_INFINITY]) {
    const changes = PARTS.flatMap((part) =>
      choices(differing(part, model, other), width).map((fields) => {
        const changed = withFields(part, model, other, fields);
        const isSaid = fields.some((field) => !isDefault(part, model, field));
        return { model, changed, fields, isSaid, resource: { ...part.of(changed), source: undefined }, distance };
      }),
    ).filter(({ changed }) => breaks(rule, changed, severity));
    if (changes.length > 0) return changes;
  }
  return [];
}

/** Whether a field is what it is where the config says nothing about it. */
function isDefault(part: Part, model: PoolModel, field: string): boolean {
  const value = (of: object | undefined) => JSON.stringify((of as Record<string, unknown> | undefined)?.[field]);
  return value(part.of(model)) === value(part.silent(model));
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
    await write(workspace, new Map(pending.map((index) => [index, (edits[index] as HandEdit).stack()])));
    const { stdout } = await workspace.terraform("plan", "-json", "-refresh=false", "-lock=false");
    const said = diagnosticsIn(stdout);
    for (const { detail, ...at } of said.filter(({ summary }) => summary === WARNED))
      verdicts[caseOf({ detail, ...at })]?.conditions.push(detail);
    const failures = said.filter(({ severity }) => severity === "error");
    for (const failure of failures) {
      const index = caseOf(failure);
      const verdict = verdicts[index];
      if (verdict === undefined) throw new Error(`terraform: ${failure.summary}: ${failure.detail}`);
      if (failure.summary === FAILED) verdict.conditions.push(failure.detail);
      else verdict.refusals.push(`${failure.summary}: ${failure.detail}`);
    }
    if (failures.some(({ summary }) => summary === FAILED)) return verdicts;
    pending = pending.filter((index) => verdicts[index]?.refusals.length === 0);
    if (failures.length === 0 || pending.length === 0) return verdicts;
  }
  throw new Error("the provider refuses more at each plan");
}

/** What Terraform says in its JSON. */
export function diagnosticsIn(stdout: string): Diagnostic[] {
  const lines = stdout.split("\n").filter((line) => line.includes('"type":"diagnostic"'));
  return lines.map((line) => JSON.parse(line).diagnostic as Diagnostic);
}

/** The rule with whose id a message begins. */
export function ruleOf(message: string): string | undefined {
  return /^[A-Z]+-\d+/.exec(message)?.[0];
}

const FAILED = "Module output value precondition failed";
const WARNED = "Check block assertion failed";

interface Diagnostic {
  readonly severity: string;
  readonly summary: string;
  readonly detail: string;
  readonly address?: string;
  readonly range?: { readonly filename: string };
}

/** The number in the name of the file that Terraform speaks of. */
function caseOf({ range, address }: Diagnostic): number {
  return Number(/case_(\d+)/.exec(range?.filename ?? "")?.[1] ?? /_(\d+)$/.exec(address ?? "")?.[1]);
}

/** Puts several stacks into one configuration, in a file each: names end in the number of their stack. */
async function write(workspace: Workspace, stacks: ReadonlyMap<number, StackJson>): Promise<void> {
  // The one with the most providers: a stack with a SECRET_HASH proxy has one of us-east-1 too.
  const providers = ({ provider }: StackJson) => JSON.stringify(provider).length;
  const [{ terraform, provider }] = [...stacks.values()].sort((a, b) => providers(b) - providers(a)) as [StackJson];
  await workspace.use({ terraform, provider });
  for (const name of readdirSync(workspace.folder)) if (name.startsWith("case_")) rmSync(join(workspace.folder, name));
  for (const [index, { resource = {}, locals = {}, output, check = {} }] of stacks) {
    const numbered = (named: object) =>
      Object.fromEntries(Object.entries(named).map(([name, body]) => [`${name}_${index}`, body]));
    const stack = {
      resource: Object.fromEntries(Object.entries(resource).map(([type, named]) => [type, numbered(named)])),
      locals: numbered(locals),
      output: numbered({ rule_set: output?.rule_set }),
      check: numbered(check),
    };
    const text = JSON.stringify(stack, null, 1).replace(/\b((?:aws_\w+|local)\.\w+)/g, (name) => `${name}_${index}`);
    writeFileSync(join(workspace.folder, `case_${index}.tf.json`), text);
  }
}

/** A resource of a model, as an object whose fields become its arguments. */
interface Part {
  readonly of: (model: PoolModel) => object | undefined;
  /** The same where the config says no more than it must. */
  readonly silent: (model: PoolModel) => object | undefined;
  readonly put: (model: PoolModel, part: never) => PoolModel;
}

const PARTS: readonly Part[] = [
  {
    of: ({ clients }) => clients[0],
    silent: ({ clients }) => {
      const platform = clients[0]?.platform;
      const client = { platform, ...(platform === "machine" && { allowedOauthScopes: [] }) } as Client;
      return modelOf(configOf({ client })).clients[0];
    },
    put: (model, part: ClientModel) => ({ ...model, clients: [part] }),
  },
  {
    of: ({ pool }) => pool,
    silent: () => modelOf(configOf()).pool,
    put: (model, part: PoolModel["pool"]) => ({ ...model, pool: part }) as PoolModel,
  },
  {
    of: ({ groups: [group] }) => group,
    silent: ({ groups: [group] }) => group && { name: group.name },
    put: (model, part: GroupModel) => ({ ...model, groups: [part, ...model.groups.slice(1)] }),
  },
  {
    of: ({ threatProtection }) => threatProtection,
    silent: () => undefined,
    put: (model, part: PoolModel["threatProtection"]) => ({ ...model, threatProtection: part }) as PoolModel,
  },
  {
    of: ({ uiCustomization }) => uiCustomization,
    silent: () => undefined,
    put: (model, part: PoolModel["uiCustomization"]) => ({ ...model, uiCustomization: part }) as PoolModel,
  },
  {
    of: ({ webAclArn }) => (webAclArn === undefined ? undefined : { webAclArn }),
    silent: () => undefined,
    put: (model, part: Pick<PoolModel, "webAclArn">) => ({ ...model, ...part }),
  },
  {
    of: ({ additionalDomain }) => additionalDomain,
    silent: () => undefined,
    put: (model, part: DomainModel) => ({
      ...model,
      additionalDomain: { ...part, custom: part.certificateArn !== undefined },
    }),
  },
  {
    of: ({ domain }) => domain,
    silent: () => modelOf(configOf({ pool: { domain: { prefix: "" } } })).domain,
    put: (model, part: DomainModel) => ({ ...model, domain: part }),
  },
  {
    of: ({ resourceServers }) => resourceServers.at(-1),
    silent: ({ resourceServers }) => {
      const key = resourceServers.at(-1)?.key ?? "";
      return modelOf(configOf({ pool: { resourceServers: { [key]: { scopes: {} } } } })).resourceServers[0];
    },
    put: (model, part: ResourceServerModel) => ({
      ...model,
      resourceServers: [...model.resourceServers.slice(0, -1), part],
    }),
  },
  {
    of: ({ identityProviders }) => identityProviders[0],
    silent: ({ identityProviders: [provider] }) =>
      provider && { ...provider, providerDetails: {}, attributeMapping: {}, idpIdentifiers: undefined },
    put: (model, part: IdentityProviderModel) => ({
      ...model,
      identityProviders: [part, ...model.identityProviders.slice(1)],
    }),
  },
  {
    of: ({ groups }) => groups[0],
    silent: ({ groups: [group] }) => group && { name: group.name },
    put: (model, part: GroupModel) => ({ ...model, groups: [part] }),
  },
];

/** What is not an argument, or is the address. */
const NO_ARGUMENTS = ["source", "key", "platform", "preventDestroy", "acknowledge", "scopeReferences", "custom"];

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

function breaks(rule: Rule, pool: PoolModel, asked: Severity): boolean {
  const violations =
    rule.subject === "pool" ? [...rule.check(pool)] : pool.clients.flatMap((client) => [...rule.check(client, pool)]);
  return violations.some(({ severity = rule.severity }) => severity === asked);
}

/** The stack of a model in which the resources have the arguments that they have in another's, but the same rules. */
function edit(right: PoolModel, edited: PoolModel): StackJson {
  const [stack, other] = [right, edited].map(stackOf) as [StackJson, StackJson];
  const resource = Object.fromEntries(
    Object.entries(stack.resource ?? {}).map(([type, resources]) => [
      type,
      Object.fromEntries(
        Object.entries(resources).map(([name, body]) => {
          const renamed = Object.values(other.resource?.[type] ?? {}).at(-1) ?? body;
          return [name, other.resource?.[type]?.[name] ?? renamed];
        }),
      ),
    ]),
  );
  return { ...stack, resource };
}

function stackOf(model: PoolModel): StackJson {
  return new PoolStack(new App({ stackTraces: false }), model, "userpools.yaml").toTerraform() as unknown as StackJson;
}
