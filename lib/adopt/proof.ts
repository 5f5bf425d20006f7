import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { causesOf, fixOf } from "../gate/causes";
import { parsePlan, type ResourceChange } from "../gate/plan-file";
import type { PoolModel } from "../model/model";
import { isOpen } from "../model/value";
import { type Diagnostic, type OfflinePlanOptions, planOffline, type StackPlan } from "../terraform/offline-plan";
import { printable } from "../text/printable";
import { plain } from "../text/quoted";
import type { Answer, DescribedPool } from "./described";
import { type Difference, differences } from "./differences";
import { servePools } from "./loopback";

/** What a plan that imports does to the pool of a stack. */
export interface Proof {
  readonly stack: string;
  readonly imported: number;
  readonly added: number;
  readonly changed: number;
  readonly destroyed: number;
  /** What the plan changes though AWS does the same before and after it. */
  readonly neutral: readonly Difference[];
  /** What an apply would really change, or why Terraform makes no plan. */
  readonly wrong: readonly Difference[];
}

export interface ProofOptions extends Pick<OfflinePlanOptions, "pluginDir" | "program"> {
  /** The folder with a folder per stack, of which nobody needs anything afterwards. */
  readonly stacksFolder: string;
  /** Whether the conditions of the rules are left out, where the pools break some. */
  readonly withoutConditions: boolean;
}

/**
 * Plans stacks that adopt pools by real Terraform, which imports them from a server on loopback that answers what is
 * described: nobody asks AWS.
 *
 * @param models of the stacks
 * @throws InitError, TerraformMissing
 */
export async function provePools(
  models: readonly PoolModel[],
  described: readonly DescribedPool[],
  { stacksFolder, withoutConditions, ...options }: ProofOptions,
): Promise<Proof[]> {
  if (withoutConditions) for (const { stack } of models) removeConditions(join(stacksFolder, stack, "cdk.tf.json"));
  const served = await servePools(described);
  const valuesFile = (stack: string) => join(stacksFolder, `${stack}.tfvars.json`);
  for (const model of models)
    writeFileSync(valuesFile(model.stack), JSON.stringify(secretVariables(model, described)), { mode: 0o600 });
  try {
    const proofs: Proof[] = [];
    const plans = planOffline(
      stacksFolder,
      models.map(({ stack }) => stack),
      {
        ...options,
        variables: (stack) => [`-var-file=${valuesFile(stack)}`],
        endpoint: served.endpoint,
        imports: true,
      },
    );
    for await (const each of plans) proofs.push(proofOf(each));
    return proofs;
  } finally {
    served.close();
  }
}

/** What an identity provider has today in each variable that a secret of it is open to. */
function secretVariables({ adopted, identityProviders }: PoolModel, described: readonly DescribedPool[]) {
  const pool = described.find(({ userPool }) => userPool.Id === adopted?.userPoolId);
  const values = identityProviders.flatMap(({ providerName, providerDetails }) => {
    const answer = pool?.identityProviders.find(({ ProviderName }) => ProviderName === providerName);
    const details = (answer?.ProviderDetails ?? {}) as Answer;
    return Object.entries(providerDetails).flatMap(([key, value]) =>
      isOpen(value) ? [[value.variable, String(details[key] ?? "")] as const] : [],
    );
  });
  return Object.fromEntries(values);
}

function removeConditions(file: string): void {
  const { check: _, ...json } = JSON.parse(readFileSync(file, "utf8"));
  const without = JSON.stringify(json, (key, value) =>
    key === "precondition" || key === "postcondition" || key === "validation" ? undefined : value,
  );
  writeFileSync(file, without);
}

/** What a plan shows: that it imports all and changes nothing, or what else it does. */
export function proofOf({ stack, shown, diagnostics }: StackPlan): Proof {
  const errors = diagnostics.filter(({ severity }) => severity === "error").map(failure);
  const changes = shown === undefined ? [] : (parsePlan(Buffer.from(shown), "plan.json").resource_changes ?? []);
  const managed = changes.filter(({ mode }) => mode === "managed");
  const of = (action: string) => managed.filter(({ change }) => change.actions.includes(action));
  const found = managed.flatMap(differences);
  return {
    stack,
    imported: managed.filter(({ change }) => change.importing !== undefined).length,
    added: of("create").length,
    changed: of("update").length,
    destroyed: of("delete").length,
    neutral: found.filter(({ fix }) => fix === undefined),
    wrong: [
      ...errors,
      ...managed.filter(({ change }) => /create|delete|forget/.test(change.actions.join())).map(loss),
      ...found.filter(({ fix }) => fix !== undefined),
    ],
  };
}

function failure({ summary, detail, address = "" }: Diagnostic): Difference {
  return { address, what: printable(summary), why: printable(detail.trim()), fix: "" };
}

function loss(object: ResourceChange): Difference {
  const { actions } = object.change;
  const isCreated = actions.join() === "create";
  return {
    address: object.address,
    what: isCreated ? "it is created" : "it is replaced or destroyed",
    why: isCreated ? "what is described has no such object" : causesOf(object).join("; "),
    fix: isCreated ? "remove it from the config, or mark it with new: true" : fixOf(object),
  };
}

/** The proof as text: the counts as Terraform prints them, and a line for each change that remains. */
export function proofText({ stack, imported, added, changed, destroyed, neutral, wrong }: Proof): string {
  const line = ({ address, what, why, fix }: Difference, verdict: string) => {
    const place = address === "" ? "" : ` ${address}:`;
    return `  ${verdict}:${place} ${plain(what)}: ${plain(why)}${fix ? `; ${plain(fix)}` : ""}\n`;
  };
  return [
    `plan of ${stack}: ${imported} to import, ${added} to add, ${changed} to change, ${destroyed} to destroy\n`,
    ...neutral.map((each) => line(each, "neutral")),
    ...wrong.map((each) => line(each, "not neutral")),
  ].join("");
}
