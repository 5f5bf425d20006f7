import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { RESOURCES } from "../cognito/resources";
import type { LoadedConfig } from "../config/load";
import { causesOf, fixOf } from "../gate/causes";
import { kindOf } from "../gate/objects";
import { parsePlan, type ResourceChange } from "../gate/plan-file";
import type { PoolModel } from "../model/model";
import { type Diagnostic, type OfflinePlanOptions, planOffline, type StackPlan } from "../terraform/offline-plan";
import { printable } from "../text/printable";
import { plain } from "../text/quoted";
import { otherSecrets } from "./client-secrets";
import { type DescribedPool, webAclOf } from "./described";
import { type Difference, differences } from "./differences";
import { servePools } from "./loopback";
import type { LeftOut } from "./older-provider";
import { type PlaceOfObject, placesIn } from "./places";
import { valuesOf } from "./proof-values";

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
  /** Variables without a known value: the plan was made with placeholders. */
  readonly assumed: readonly string[];
  /** What the plan does not have, so that nothing is proved of it. */
  readonly leftOut: readonly LeftOut[];
}

export interface ProofOptions extends Pick<OfflinePlanOptions, "pluginDir" | "program"> {
  /** The folder with a folder per stack, of which nobody needs anything afterwards. */
  readonly stacksFolder: string;
  /** Whether the conditions of the rules are left out, where the pools break some. */
  readonly withoutConditions: boolean;
  /** What is left out of each stack. */
  readonly leftOut: ReadonlyMap<string, readonly LeftOut[]>;
}

/**
 * Plans the stacks of a config that adopt pools by real Terraform, which imports them from a server on loopback that
 * answers what is described: nobody asks AWS.
 *
 * @param models of the stacks
 * @throws InitError, TerraformMissing
 */
export async function provePools(
  loaded: LoadedConfig,
  models: readonly PoolModel[],
  described: readonly DescribedPool[],
  { stacksFolder, withoutConditions, leftOut, ...options }: ProofOptions,
): Promise<Proof[]> {
  const served = await servePools(described);
  const valuesFile = (stack: string) => join(stacksFolder, `${stack}.tfvars.json`);
  const about = models.map((model) => {
    const pool = described.find(({ userPool }) => userPool.Id === model.adopted?.userPoolId) as DescribedPool;
    const { values, assumed } = valuesOf(model, pool);
    writeFileSync(valuesFile(model.stack), JSON.stringify(values), { mode: 0o600 });
    const secrets = otherSecrets(model, pool);
    // a rule may refuse a placeholder, and one refuses another secret, without the rest of the plan
    if (withoutConditions || assumed.length > 0 || secrets.length > 0)
      removeConditions(join(stacksFolder, model.stack, "cdk.tf.json"));
    return { assumed, secrets, placeOf: placesIn(loaded, model), webAcl: webAclOf(pool) };
  });
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
    for await (const each of plans) {
      const { assumed, secrets, placeOf, webAcl } = about[proofs.length] as (typeof about)[number];
      const proof = proofOf(each, placeOf, webAcl);
      proofs.push({
        ...proof,
        wrong: [...secrets, ...proof.wrong],
        assumed,
        leftOut: leftOut.get(each.stack) ?? [],
      });
    }
    return proofs;
  } finally {
    served.close();
  }
}

function removeConditions(file: string): void {
  const { check: _, ...json } = JSON.parse(readFileSync(file, "utf8"));
  const without = JSON.stringify(json, (key, value) =>
    key === "precondition" || key === "postcondition" || key === "validation" ? undefined : value,
  );
  writeFileSync(file, without);
}

/**
 * What a plan shows: that it imports all and changes nothing, or what else it does.
 *
 * @param webAcl the one that AWS has of the pool
 */
export function proofOf(
  { stack, shown, diagnostics }: StackPlan,
  placeOf: PlaceOfObject = () => undefined,
  webAcl?: string,
): Omit<Proof, "assumed" | "leftOut"> {
  const errors = diagnostics.filter(({ severity }) => severity === "error").map(failure);
  const changes = shown === undefined ? [] : (parsePlan(Buffer.from(shown), "plan.json").resource_changes ?? []);
  const managed = changes.filter(({ mode }) => mode === "managed");
  const of = (action: string) => managed.filter(({ change }) => change.actions.includes(action));
  const found = managed.flatMap((object) => differences(object, placeOf));
  const isThere = ({ type, change: { actions, after } }: ResourceChange) =>
    type === RESOURCES.webAcl.type && actions.join() === "create" && after?.web_acl_arn === webAcl;
  return {
    stack,
    imported: managed.filter(({ change }) => change.importing !== undefined).length,
    added: of("create").length,
    changed: of("update").length,
    destroyed: of("delete").length,
    neutral: [...managed.filter(isThere).map(again), ...found.filter(({ fix }) => fix === undefined)],
    wrong: [
      ...errors,
      ...managed
        .filter((object) => /create|delete|forget/.test(object.change.actions.join()) && !isThere(object))
        .map((object) => loss(object, placeOf)),
      ...found.filter(({ fix }) => fix !== undefined),
    ],
  };
}

function failure({ summary, detail, address = "" }: Diagnostic): Difference {
  return { address, what: printable(summary), why: printable(detail.trim()), fix: "" };
}

/** A web ACL that AWS has of the pool: no association is imported, and to associate it again changes nothing. */
function again({ address }: ResourceChange): Difference {
  const { noun } = RESOURCES.webAcl;
  return {
    address,
    what: `${noun}: it is created`,
    why: "AWS has it, and takes the same web ACL again without a change",
  };
}

function loss(object: ResourceChange, placeOf: PlaceOfObject): Difference {
  const { address, change } = object;
  const place = placeOf(object, []);
  if (change.actions.join() !== "create")
    return {
      address,
      what: "it is replaced or destroyed",
      why: causesOf(object).join("; "),
      fix: fixOf(object),
      place,
    };
  const isAdoptable = kindOf(object) !== undefined;
  return {
    address,
    what: "it is created",
    why: isAdoptable ? "what is described has no such object" : "the config asks for it beside what is adopted",
    fix: isAdoptable ? "remove it from the config, or mark it with new: true" : "add it once the pool is imported",
    place,
  };
}

/** The proof as text: the counts as Terraform prints them, and a line for each change that remains. */
export function proofText({ stack, imported, added, changed, destroyed, ...proof }: Proof): string {
  const { neutral, wrong, assumed, leftOut } = proof;
  const line = ({ address, what, why, fix, place }: Difference, verdict: string) => {
    const subject = address === "" ? "" : ` ${address}:`;
    const at = place === undefined ? "" : `, at ${place}`;
    return `  ${verdict}:${subject} ${plain(what)}: ${plain(why)}${fix ? `; ${plain(fix)}${at}` : ""}\n`;
  };
  return [
    `plan of ${stack}: ${imported} to import, ${added} to add, ${changed} to change, ${destroyed} to destroy\n`,
    ...neutral.map((each) => line(each, "neutral")),
    ...wrong.map((each) => line(each, "not neutral")),
    ...leftOut.map(
      ({ address, least }) =>
        `  not proved: ${address}: no AWS provider from ${least} on, which it needs, can be had here: the plan leaves it out\n`,
    ),
    ...assumed.map(
      (name) =>
        `  not proved: variable ${name} has no value here: the plan has a placeholder, and leaves the rules out\n`,
    ),
  ].join("");
}
