import type { Argument } from "../cognito/argument";
import { RESOURCES } from "../cognito/resources";
import { formatPath } from "../config/problem";
import { argumentName } from "../text/case";
import type { Place } from "./plan-config";

/** The argument of a domain, for which the config has two keys. */
const DOMAIN_KEYS = /^(?:prefix|customDomain)\b/;

/** An address and an argument for a path of the config that was made of the plan. */
export function addressOf(path: string, places: readonly Place[]): string {
  const place = placeAt(path, places);
  if (place === undefined) return path;
  const rest = path.slice(formatPath(place.path).length).replace(/^\./, "");
  const facts: Readonly<Record<string, Row>> = RESOURCES[place.kind].arguments;
  if (rest === "") {
    // what a pool has one of may be an argument by itself: webAclArn
    const row = place.path.length === 3 ? facts[place.path[2] as string] : undefined;
    return row === undefined ? place.address : `${place.address}.${row.terraform}`;
  }
  const named = place.kind === "domain" ? rest.replace(DOMAIN_KEYS, "domain") : rest;
  return `${place.address}.${inNames(named, facts)}`;
}

/** The resource that a path of the config that was made of the plan describes. */
export function placeAt(path: string, places: readonly Place[]): Place | undefined {
  return places.find((each) => isWithin(path, formatPath(each.path)));
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
