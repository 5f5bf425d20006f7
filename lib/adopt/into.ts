import { isOpenVariable } from "../config/resolve/open-values";
import { withAdditions } from "../config/yaml-additions";
import { readYaml } from "../config/yaml-file";
import type { PoolModel } from "../model/model";
import { UsageError } from "../usage-error";
import type { AdoptedConfig } from "./adopted-config";
import type { ConfigPart } from "./config-part";
import { meaning } from "./minimal";

/** Keys that say nothing of what is in AWS: what a base says there holds in an adopted environment too. */
const ONLY_HERE = [
  ...[
    "acknowledge",
    "allowDestroy",
    "authority",
    "deliver",
    "exportClientSecrets",
    "preventDestroy",
    "promises",
    "publish",
  ],
  ...["except", "only", "renamedFrom"],
];

/** What a config says of environments and pools, as it is written. */
interface Written {
  readonly project?: unknown;
  readonly environments?: Readonly<Record<string, ConfigPart>>;
  readonly pools?: Readonly<Record<string, ConfigPart>>;
}

/** A config file to which pools are added. */
export class ConfigInto {
  readonly #text: string;
  readonly #written: Written;

  /** @param shown the file as messages name it; @throws UsageError when the text is not YAML */
  constructor(
    text: string,
    readonly shown: string,
  ) {
    const { value, unreadable } = readYaml(shown, text);
    const [wrong] = unreadable;
    if (wrong !== undefined) throw new UsageError(`${shown} is not YAML: ${wrong.message}`);
    this.#text = text;
    this.#written = value as Written;
  }

  get project(): string {
    return String(this.#written.project ?? "");
  }

  /**
   * The text with the pools in one more environment: a pool that it does not have is added whole, of one that it has the
   * overlay of the environment says what differs. Every other line stays as it is. In a new environment no other pool exists.
   *
   * @throws UsageError when the environment has a pool already or is in another Region, or the pools are in several
   */
  with({ config }: AdoptedConfig, environment: string): string {
    return withAdditions(this.#text, this.#written as ConfigPart, this.#additions(config, environment));
  }

  #additions(config: ConfigPart, environment: string): ConfigPart {
    const { environments = {}, pools = {} } = this.#written;
    const added = config.pools as Readonly<Record<string, ConfigPart>>;
    const regions = Object.values(config.environments as Readonly<Record<string, { readonly region: string }>>);
    const [{ region } = { region: "" }, ...others] = regions;
    if (others.length > 0)
      throw new UsageError(
        `--into adds pools of one Region to one environment, and these are in ${regions.map((each) => each.region).join(", ")}; nothing was written: adopt the folder of each by itself`,
      );
    const known = ownValue(environments, environment);
    if (known !== undefined && !isOpenVariable(known.region) && known.region !== region)
      throw new UsageError(`${this.shown}: environment ${environment} is in ${known.region}, the pool in ${region}`);
    const inPools: [string, unknown][] = [];
    const inEnvironment: [string, unknown][] = [];
    if (known === undefined)
      for (const [key, { only }] of Object.entries(pools))
        if (!Object.hasOwn(added, key) && only === undefined) inPools.push([key, { except: [environment] }]);
    for (const [key, part] of Object.entries(added)) {
      const base = ownValue(pools, key);
      if (base === undefined) inPools.push([key, { only: [environment], ...part }]);
      else {
        const { only, except, ...shared } = base;
        if (Object.hasOwn(known?.pools ?? {}, key))
          throw new UsageError(`${this.shown}: environments.${environment}.pools.${key} exists already`);
        if (Array.isArray(only) && !only.includes(environment)) inPools.push([key, { only: [environment] }]);
        inEnvironment.push([key, difference(shared, part)]);
      }
    }
    const overlay = {
      ...(known === undefined && { region }),
      ...(inEnvironment.length > 0 && { pools: Object.fromEntries(inEnvironment) }),
    };
    return { environments: { [environment]: overlay }, pools: Object.fromEntries(inPools) };
  }
}

/**
 * Refuses a text in which a stack means something else than before, or than what is adopted.
 *
 * @param before the models of the config before
 * @param adopted those of what is added
 * @param after those of the text
 * @throws UsageError
 */
export function refuseOtherMeaning(
  shown: string,
  before: readonly PoolModel[],
  adopted: readonly PoolModel[],
  after: readonly PoolModel[],
): void {
  const wanted = new Map([...before, ...adopted].map((each) => [each.stack, aboutAws(each)]));
  const found = new Map(after.map((each) => [each.stack, aboutAws(each)]));
  const other = [...new Set([...wanted.keys(), ...found.keys()])].find((each) => wanted.get(each) !== found.get(each));
  if (other !== undefined)
    throw new UsageError(
      `${shown}: stack ${other} would not mean what it should; nothing was written: adopt into a file of its own`,
    );
}

/** What a model says of AWS; which object is first in the file means nothing. */
function aboutAws({ variables, environment, guardrails, ...pool }: PoolModel): string {
  const text = (value: unknown) => meaning(value, { listsAreSets: true });
  const plain = JSON.stringify(pool, (key, value) => {
    if (ONLY_HERE.includes(key)) return undefined;
    return Array.isArray(value) && value.every(isMap) ? value.toSorted((a, b) => (text(a) < text(b) ? -1 : 1)) : value;
  });
  return text(JSON.parse(plain));
}

/** What an overlay says so that the base becomes the wanted part: objects merge, lists replace, null removes. */
function difference(base: ConfigPart, wanted: ConfigPart): ConfigPart {
  const keys = [...new Set([...Object.keys(wanted), ...Object.keys(base)])];
  const entries = keys.flatMap((key): [string, unknown][] => {
    const [was, is] = [ownValue(base, key), ownValue(wanted, key)];
    if (is === undefined) return ONLY_HERE.includes(key) ? [] : [[key, null]];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return [[key, isMap(was) && isMap(is) ? difference(was, is) : is]];
  });
  return Object.fromEntries(entries);
}

/** The value of a key, which may be the name of something that every object has. */
function ownValue<T>(part: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(part, key) ? part[key] : undefined;
}

/** Whether a value merges: a variable does not. */
function isMap(value: unknown): value is ConfigPart {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !Object.hasOwn(value, "var");
}
