import type { Argument } from "../cognito/argument";
import { RESOURCES } from "../cognito/resources";
import { loadSource } from "../config/load";
import { formatPath } from "../config/problem";
import type { Diagnostic } from "../diagnostics/diagnostic";
import type { Plan } from "../gate/plan-file";
import { checkConfig } from "../rules/check";
import { inTerraform } from "../rules/language/names";
import { argumentName } from "../text/case";
import { type Place, type PlanConfig, planConfig } from "./plan-config";
import { READINGS } from "./values";

/**
 * Judges the Cognito resources of anybody's plan by every rule that a plan can show. A value that is known only after an
 * apply decides nothing, and is noted.
 *
 * @param baseline controls that they must pass, as in `guardrails.baseline`
 */
export function judgePlan(plan: Plan, baseline: readonly string[] = []): readonly Diagnostic[] {
  const read = planConfig(plan, baseline);
  const broken = brokenIn(read);
  const others = read.isAssumed
    ? Array.from({ length: READINGS - 1 }, (_, index) => brokenIn(planConfig(plan, baseline, index + 1)))
    : [];
  // what does not depend on the values that were assumed is found in every reading
  const ids = others.map((found) => new Set(found.map(idOf)));
  const certain = broken.filter((each) => ids.every((found) => found.has(idOf(each))));
  return [...certain, ...read.notKnown.map(undecided)];
}

function idOf({ code, path, message }: Diagnostic): string {
  return JSON.stringify([code, path, message]);
}

/** What the rules say of one reading of a plan. */
function brokenIn({ config, places }: PlanConfig): Diagnostic[] {
  const loaded = loadSource({
    file: "plan",
    value: config,
    unreadable: [],
    duplicates: [],
    locate: () => undefined,
    position: () => undefined,
  });
  return checkConfig(loaded).map((diagnostic): Diagnostic => {
    const { file, stacks, ...rest } = diagnostic;
    return {
      ...rest,
      path: addressOf(diagnostic.path, places),
      message: inTerraform(diagnostic.message),
      ...(diagnostic.fix !== undefined && { fix: inTerraform(diagnostic.fix) }),
      stacks: [],
    };
  });
}

/** An address and an argument for a path of the config that was made of the plan. */
function addressOf(path: string, places: readonly Place[]): string {
  const place = places.find((each) => isWithin(path, formatPath(each.path)));
  if (place === undefined) return path;
  const rest = path.slice(formatPath(place.path).length).replace(/^\./, "");
  const facts: Readonly<Record<string, Row>> = RESOURCES[place.kind].arguments;
  if (rest === "") {
    // what a pool has one of may be an argument by itself: webAclArn
    const row = place.path.length === 3 ? facts[place.path[2] as string] : undefined;
    return row === undefined ? place.address : `${place.address}.${row.terraform}`;
  }
  return `${place.address}.${inNames(rest, facts)}`;
}

/** A path of the config in Terraform's names, as far as the table of facts has them. */
function inNames(path: string, facts: Readonly<Record<string, Row>>): string {
  const [, field = "", rest = ""] = /^([^.[]+)(.*)$/.exec(path) ?? [];
  const row = facts[field];
  if (row === undefined) return `${argumentName(field)}${rest}`;
  if (row.arguments !== undefined && rest.startsWith(".")) {
    const inner = /^\.([^.[]+)/.exec(rest)?.[1];
    if (inner !== undefined && inner in row.arguments) return inNames(rest.slice(1), row.arguments);
  }
  return `${row.terraform}${rest}`;
}

type Row = Argument & { readonly arguments?: Readonly<Record<string, Row>> };

function isWithin(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}.`) || path.startsWith(`${place}[`);
}

function undecided({
  address,
  arguments: names,
  isLeftOut,
}: ReturnType<typeof planConfig>["notKnown"][number]): Diagnostic {
  const what = `${names.join(", ")}: known after apply`;
  return {
    code: "not-decidable",
    level: "note",
    path: address,
    message: isLeftOut ? `${what}; the resource is not judged` : `${what}; rules about it are not decided`,
    stacks: [],
  };
}
