import { join } from "node:path";
import { withFileTexts } from "../../lib/config/file-texts";
import { formatPath } from "../../lib/config/problem";
import type { Config } from "../../lib/config/schema";
import { CLIENT } from "../../lib/review/client/client";
import { POOL } from "../../lib/review/pool/pool";
import { type Reviewed, review } from "../../lib/review/review";
import { type Example, everyExample } from "../examples/examples";
import { ROOT } from "../support/repository";
import { otherValues } from "./other-values";
import { reviewed } from "./reviewed";

type Path = readonly (string | number)[];

/** Why nothing is said about a change or removal of some places. */
const REASONS: readonly (readonly [place: RegExp, reason: string])[] = [
  [/^\$schema$/, "read by editors only"],
  [/\.backend\.(type|useLockfile)$/, "no other value without other keys"],
  [
    /\.(username|alias|autoVerified)Attributes\.\d$|RequireVerificationBeforeUpdate\.\d$/,
    "the list has every value already",
  ],
  [/\.domain\.unset\.\d$/, "nothing else can be unset"],
  [/Sender\.lambdaVersion$/, "AWS has one version"],
  [/\.refreshTokenRotation$/, "off, or what the grammar has under it"],
  [/\.gateway\.platform$/, "no other platform takes the client's keys"],
  [/\.(only|except)\.\d$/, "no other environment can have it, or a list that is removed says more"],
  [/\.staff\.tags\.cost-centre$/, "removed by the overlay of the pool's only environment"],
  [/\.lambdaConfig\.preTokenGeneration$/, "the other spelling names the same function"],
  [/\.attributeMapping\.username$/, "the claim that is the username without a mapping"],
  [/\.(web|backoffice|clientDefaults)\.(access|id)TokenValidity$/, "the preset has the same length in another unit"],
];

/** Why a change or removal of some places is reported at another one. */
const ELSEWHERE: readonly (readonly [place: RegExp, reason: string])[] = [
  [/^project$/, "the names of the pools"],
  [/^environments\.\w+$/, "the pools that are removed there"],
  [/\.callbackUrls(\.0)?$/, "without one no OAuth: the scopes that are on in its place, or in clientDefaults"],
  [
    /\.defaultRedirectUri$|\.staging\.pools\.staff\.tags$|\.supportedIdentityProviders$/,
    "what holds without the overlay or the key",
  ],
  [/\.staff\.tags$/, "removed there by the overlay"],
  [/\.generations\.0$/, "the number that is retired"],
  [/\.groups\.operators\.new$/, "what is imported of an adopted pool"],
  [/\.load-test\.except$/, "a client that is new there, with all that it has"],
];

/** An example as it is, with the texts of its files. */
interface Base {
  readonly config: Config;
  readonly reviewed: Reviewed;
  /** Every place that has a value, a list or a map. */
  readonly places: readonly Path[];
}

async function baseOf(example: Example): Promise<Base> {
  const folder = join(ROOT, "examples", example.file, "..");
  const config = withFileTexts(await example.config(), folder).value as Config;
  return { config, reviewed: reviewed(config), places: nodes(config, []) };
}

describe.each(everyExample.map((example) => [example.file, example] as const))(
  "review names each leaf of %s",
  (_, example) => {
    let base: Base;
    beforeAll(async () => {
      base = await baseOf(example);
    });

    test("that is changed", () => {
      const silent = base.places.flatMap((path) => {
        const name = path.join(".");
        if (isContainer(valueAt(base.config, path)) || REASONS.some(([place]) => place.test(name))) return [];
        const heads = otherValues(valueAt(base.config, path)).map((value) => edited(base.config, path, value));
        const head = heads.map(readable).find((each) => each !== undefined && !sameModels(base, each));
        return head === undefined ? [`${name}: no other value found`] : unexplained(base, path, head);
      });
      expect(silent).toEqual([]);
    });

    test("and each leaf, list and map that is removed", () => {
      const silent = base.places.flatMap((path) => {
        if (REASONS.some(([place]) => place.test(path.join(".")))) return [];
        const head = readable(edited(base.config, path, undefined));
        return head === undefined || sameModels(base, head) ? [] : unexplained(base, path, head);
      });
      expect(silent).toEqual([]);
    });
  },
);

test("every reason is about some place", async () => {
  const bases = await Promise.all(everyExample.map(baseOf));
  const names = bases.flatMap(({ places }) => places.map((path) => path.join(".")));
  expect([...REASONS, ...ELSEWHERE].filter(([place]) => !names.some((name) => place.test(name)))).toEqual([]);
});

test("there are many places, in every environment and pool", async () => {
  const { places, reviewed } = await baseOf(everyExample.find(({ name }) => name === "everything") as Example);
  expect(places.length).toBeGreaterThan(400);
  expect(reviewed.pools.map(({ stack }) => stack).sort()).toEqual(["customers-prod", "partners-dev", "staff-staging"]);
});

/** The place, when review reports nothing about it and some difference of the models is not silent for a named reason. */
function unexplained(base: Base, path: Path, head: Reviewed): string[] {
  const { changes } = review(base.reviewed, head);
  const name = path.join(".");
  if (changes.some((each) => names(each.path, path)) || (changes.length > 0 && isElsewhere(name))) return [];
  if (changes.length > 0) return [`${name}: review names ${changes.map((each) => each.path).join(", ")} alone`];
  const different = differences(stripped(base.reviewed.pools), stripped(head.pools), []);
  const loud = different.filter((each) => !isSilent(each.slice(1)));
  return loud.map((each) => `${name}: nothing is said of ${each.join(".")}`);
}

function isElsewhere(name: string): boolean {
  return ELSEWHERE.some(([place]) => place.test(name));
}

/** Whether one of both is in the other. */
function names(place: string, path: Path): boolean {
  const leaf = formatPath(path);
  return within(leaf, place) || within(place, leaf);
}

function within(inner: string, outer: string): boolean {
  return inner === outer || (inner.startsWith(outer) && /^[.[]/.test(inner.slice(outer.length)));
}

/** Whether the table of the pool, or of the client, is silent about an argument of the model. */
function isSilent([argument, index, part]: Path): boolean {
  if (argument === "clients" && index !== undefined && part !== undefined)
    return "silent" in CLIENT[part as keyof typeof CLIENT];
  return "silent" in POOL[argument as keyof typeof POOL];
}

function sameModels(base: Base, { pools, config }: Reviewed): boolean {
  return (
    JSON.stringify(stripped(pools)) === JSON.stringify(stripped(base.reviewed.pools)) &&
    JSON.stringify(allowances(config)) === JSON.stringify(allowances(base.config))
  );
}

/** What the models leave out: `allowDestroy` of what exists nowhere. */
function allowances(config: unknown): unknown {
  return nodes(config, [])
    .filter((path) => path.includes("allowDestroy"))
    .map((path) => [path, valueAt(config, path)]);
}

/** Models without the places where their values are written. */
function stripped(pools: unknown): unknown {
  return JSON.parse(JSON.stringify(pools, (key, value) => (key === "source" || key === "written" ? undefined : value)));
}

function differences(a: unknown, b: unknown, at: Path): Path[] {
  if (JSON.stringify(a) === JSON.stringify(b)) return [];
  if (!isContainer(a) || !isContainer(b)) return [at];
  const keys = Array.isArray(a) ? [...a.keys()] : Object.keys({ ...a, ...b });
  return keys.flatMap((key) => differences(a[key as never], b[key as never], [...at, key]));
}

/** The config as review reads it; nothing where the grammar refuses it. */
function readable(config: Config): Reviewed | undefined {
  try {
    return reviewed(config);
  } catch {
    return undefined;
  }
}

function edited(config: Config, path: Path, value: unknown): Config {
  const copy = structuredClone(config);
  const key = path.at(-1) as string | number;
  const parent = valueAt(copy, path.slice(0, -1)) as Record<string | number, unknown>;
  if (value !== undefined) parent[key] = value;
  else if (Array.isArray(parent)) parent.splice(key as number, 1);
  else delete parent[key];
  return copy;
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce((node, key) => (node as Record<string | number, unknown>)[key], root);
}

/** Every place below a node, lists and maps included. */
function nodes(node: unknown, path: Path): Path[] {
  if (!isContainer(node)) return [];
  const keys = Array.isArray(node) ? [...node.keys()] : Object.keys(node);
  return keys.flatMap((key) => [[...path, key], ...nodes((node as never)[key], [...path, key])]);
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
