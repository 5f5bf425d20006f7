import { inOneSpelling } from "../cognito/token-trigger";
import { promisesOf } from "../config/promises/read";
import type { Config, Pool } from "../config/schema";
import type { PoolModel } from "../model/model";
import { isObject, type Steps, same, valueAt, withValue } from "./json";

/** One pool as each environment has it, brought to the shape that it has in the environment of the module. */
export interface Variants {
  readonly environment: string;
  /** The pool in the environment of the module, its overlay laid over it. */
  readonly base: Pool;
  /** Whether the pool's name is made of that of the environment. */
  readonly named: boolean;
  /** The same in each environment with a pool of that shape, by environment; the module's own among them. */
  readonly pools: Readonly<Record<string, Pool>>;
  /** What other environments have otherwise, and no input can say: a line of Markdown each. */
  readonly fixed: readonly string[];
}

/** The maps of a pool whose entries become resources: a module has those of its own environment. */
const RESOURCES = {
  resourceServers: "resource server",
  identityProviders: "identity provider",
  groups: "group",
  clients: "client",
} as const;

/** What a pool is, rather than how it is configured: the module has that of its own environment. */
const SHAPE: readonly (readonly [
  key:
    | "existing"
    | "domain"
    | "additionalDomain"
    | "threatProtection"
    | "uiCustomization"
    | "logDelivery"
    | "webAclArn"
    | "exportClientSecrets",
  shape: (value: unknown) => unknown,
])[] = [
  ["existing", isObject],
  ["domain", domainKind],
  ["additionalDomain", domainKind],
  ["threatProtection", (threatProtection) => isObject(threatProtection) && responds(threatProtection)],
  ["uiCustomization", isObject],
  ["logDelivery", isObject],
  ["webAclArn", (webAclArn) => webAclArn !== undefined],
  ["exportClientSecrets", (exported) => exported === true],
];

/** Whether there is anything but the mode of custom authentication, which is an argument of the pool. */
function responds(threatProtection: object): boolean {
  return Object.keys(threatProtection).some((key) => key !== "customAuth");
}

function domainKind(domain: unknown): unknown {
  return isObject(domain) ? "customDomain" in domain : undefined;
}

/**
 * Lays the environments of one pool beside each other.
 *
 * @param models the pool in each of its environments
 */
export function variantsOf(models: readonly PoolModel[], environment: string): Variants {
  const own = models.find((model) => model.environment.key === environment) as PoolModel;
  const base = poolOf(own);
  const fixed: string[] = [];
  const pools: Record<string, Pool> = {};
  for (const model of models) {
    const { key } = model.environment;
    const pool = poolOf(model);
    if (isObject(pool.existing) !== isObject(base.existing)) {
      fixed.push(`${key}: there the pool is ${pool.existing ? "managed elsewhere" : "managed by Terraform"}`);
      continue;
    }
    fixed.push(...otherShapes(key, pool, base));
    pools[key] = aligned(pool, base);
  }
  fixed.push(
    ...preventDestroyDiffers(models).map(
      (object) =>
        `\`prevent_destroy\` of ${object} is on: Terraform allows no variable there, and some environment has it on`,
    ),
  );
  const named = own.pool !== undefined && (own.source.value as Pool).name === undefined;
  return { environment, base, named, pools, fixed };
}

/** The pool and the clients that only some environments protect against replacement. */
function preventDestroyDiffers(models: readonly PoolModel[]): string[] {
  const values = new Map<string, Set<boolean>>();
  const add = (object: string, value: boolean | undefined) => {
    if (value !== undefined) values.set(object, (values.get(object) ?? new Set()).add(value));
  };
  for (const { pool, clients } of models) {
    add("the pool", pool?.preventDestroy);
    for (const client of clients) add(`the client \`${client.key}\``, client.preventDestroy);
  }
  return [...values].filter(([, each]) => each.size > 1).map(([object]) => object);
}

/** A config that has nothing but one pool in one environment, and the promises that are about every environment. */
export function configOf(config: Config, key: string, environment: string, pool: Pool): Config {
  const { guardrails, project } = config;
  const promises = promisesOf(config.promises)
    .filter(({ subject }) => !subject.within.some(({ kind, name }) => kind !== "pool" && name in config.environments))
    .map(({ text }) => text);
  const { region } = config.environments[environment] as Config["environments"][string];
  return {
    project,
    ...(guardrails && { guardrails }),
    ...(promises.length > 0 && { promises }),
    environments: { [environment]: { region: ofTheProvider(region) } },
    pools: { [key]: pool },
  };
}

/** The Region of the provider that the module is given. Region names of China decide over hosts, so they stay. */
function ofTheProvider(region: Config["environments"][string]["region"]): typeof region {
  if (typeof region === "string" && region.startsWith("cn-")) return region;
  return { var: "region", token: "${data.aws_region.current.id}" } as typeof region;
}

/** The pool as the environment's overlay leaves it, with its name and the clients that exist there. */
function poolOf({ source, clients, pool: users }: PoolModel): Pool {
  const { only, except, ...written } = source.value as Pool;
  // One variable then fills both spellings of a trigger.
  const lambdas = written.lambdaConfig && { lambdaConfig: inOneSpelling(written.lambdaConfig) };
  const pool = { ...written, ...lambdas, ...(typeof users?.name === "string" && { name: users.name }) };
  const here = clients.map(({ key, branding }) => {
    const { only, except, ...client } = pool.clients[key] as Pool["clients"][string];
    if (branding === undefined && !("branding" in client)) return [key, client];
    // the style that a domain of managed login gives by default
    return [key, { branding: branding === undefined ? "none" : "default", ...client }];
  });
  return { ...pool, clients: Object.fromEntries(here) };
}

function otherShapes(environment: string, pool: Pool, base: Pool): string[] {
  const resources = (Object.keys(RESOURCES) as (keyof typeof RESOURCES)[]).flatMap((map) => {
    const [theirs, ours] = [keys(pool[map]), keys(base[map])];
    const say = (names: string[], what: string) =>
      names.map((name) => `${environment} ${what} the ${RESOURCES[map]} \`${name}\``);
    return [
      ...say(
        theirs.filter((name) => !ours.includes(name)),
        "also has",
      ),
      ...say(
        ours.filter((name) => !theirs.includes(name)),
        "does not have",
      ),
    ];
  });
  const rotated = keys(base.clients).filter((name) =>
    ["generations", "current"].some(
      (key) =>
        name in pool.clients && !same(valueAt(pool, ["clients", name, key]), valueAt(base, ["clients", name, key])),
    ),
  );
  const styled = keys(base.clients).filter(
    (name) =>
      name in pool.clients &&
      !same(valueAt(pool, ["clients", name, "branding"]), valueAt(base, ["clients", name, "branding"])),
  );
  const others = SHAPE.filter(([key, shape]) => !same(shape(pool[key]), shape(base[key])));
  const generations = rotated.map((name) => `${environment} has other generations of the client \`${name}\``);
  const styles = styled.map((name) => `${environment} has another style of the client \`${name}\``);
  return [...resources, ...generations, ...styles, ...others.map(([key]) => `${environment} has another \`${key}\``)];
}

/** The pool with exactly the resources of another one, and its kind of domain. */
function aligned(pool: Pool, base: Pool): Pool {
  let result = pool;
  for (const [key, shape] of SHAPE)
    if (!same(shape(pool[key]), shape(base[key]))) result = withValue(result, [key], base[key]);
  for (const map of Object.keys(RESOURCES)) {
    const ours = valueAt(base, [map]) as Record<string, unknown> | undefined;
    const theirs = (valueAt(pool, [map]) ?? {}) as Record<string, unknown>;
    const entries = keys(ours).map((name) => [name, withShapeOf(theirs[name] ?? ours?.[name], ours?.[name])]);
    result = withValue(result, [map], ours && Object.fromEntries(entries));
  }
  return result;
}

/** What decides which app clients and styles a client has, and so which resources. */
const CLIENT_SHAPE = ["generations", "current", "retire", "branding"] as const;

/** The client, with the generations and the style of another one. */
function withShapeOf(client: unknown, other: unknown): unknown {
  if (CLIENT_SHAPE.every((key) => same(valueAt(client, [key]), valueAt(other, [key])))) return client;
  return CLIENT_SHAPE.reduce((result, key) => withValue(result, [key], valueAt(other, [key])), client as object);
}

/** Maps that one argument holds, and whose entries can therefore not be left out one by one. */
const ARGUMENTS = ["attributeMapping", "providerDetails", "tags"];

/** Where pools differ: the ways to what one has otherwise than another, maps entered. */
export function differences(trees: readonly unknown[], steps: Steps = []): Steps[] {
  if (trees.every((tree) => same(tree, trees[0]))) return [];
  const entered = trees.every((tree) => isObject(tree) && !("var" in tree));
  const whole =
    ARGUMENTS.includes(String(steps.at(-1))) && !trees.every((tree) => same(keys(tree).sort(), keys(trees[0]).sort()));
  if (!entered || whole || steps.at(-1) === "tags") return [steps];
  const all = [...new Set(trees.flatMap(keys))].sort();
  return all.flatMap((key) =>
    differences(
      trees.map((tree) => valueAt(tree, [key])),
      [...steps, key],
    ),
  );
}

function keys(map: unknown): string[] {
  return isObject(map) ? Object.keys(map) : [];
}
