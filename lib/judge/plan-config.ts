import { WEB_ACL_ARGUMENTS } from "../cognito/attachments";
import { RESOURCES, type Resource } from "../cognito/resources";
import type { Plan, ResourceChange } from "../gate/plan-file";
import { clientConfig } from "./app-client";
import { domainConfig, groupConfig, identityProviderConfig, resourceServerConfig } from "./attachments";
import { brandingConfig } from "./branding";
import type { PlannedObject } from "./planned-object";
import { expressionsOf, partsOf, placeOf, referenceOf, referred } from "./references";
import { regionOf } from "./region";
import { threatProtectionConfig } from "./threat-protection";
import { uiCustomizationConfig } from "./ui-customization";
import { userPoolConfig } from "./user-pool";
import { filled, Values } from "./values";

/** What a plan leaves of Cognito, as a config, and where each part of it is in the plan. */
export interface PlanConfig {
  readonly config: unknown;
  /** Address and kind of the resource that a path of the config describes, the longest path first. */
  readonly places: readonly Place[];
  /** What is known only after an apply, by address. */
  readonly notKnown: readonly NotKnown[];
  /** Whether values were assumed, which are others in another reading. */
  readonly isAssumed: boolean;
}

export interface Place {
  readonly path: readonly string[];
  readonly kind: Resource;
  readonly address: string;
}

export interface NotKnown {
  readonly address: string;
  /** Arguments by their names in Terraform. */
  readonly arguments: readonly string[];
  /** Whether the object is left out for them: no variable can hold one of them in the meantime. */
  readonly isLeftOut: boolean;
}

/** How each kind of resource that is judged is described. */
const DESCRIBED = {
  userPool: userPoolConfig,
  domain: domainConfig,
  resourceServer: resourceServerConfig,
  identityProvider: identityProviderConfig,
  group: groupConfig,
  webAcl: (values) => ({ webAclArn: values.text(WEB_ACL_ARGUMENTS.webAclArn.terraform) }),
  client: clientConfig,
  threatProtection: threatProtectionConfig,
  uiCustomization: uiCustomizationConfig,
  branding: brandingConfig,
} satisfies Partial<Record<Resource, (values: Values) => Readonly<Record<string, unknown>>>>;

type Kind = keyof typeof DESCRIBED;

const KINDS = new Map(
  (Object.keys(DESCRIBED) as Kind[]).map((kind) => [RESOURCES[kind].type as string, kind] as const),
);

/** The argument whose value is the key of an object in the config; of others the name of the resource is. */
const NAMED_BY: Partial<Record<Kind, string>> = { identityProvider: "provider_name", group: "name" };

/**
 * Describes the Cognito resources of a plan, in modules too, as a config.
 *
 * @param baseline controls that they must pass, as in `guardrails.baseline`
 * @param reading which of the values to assume for those that are not known, from 0
 */
export function planConfig(plan: Plan, baseline: readonly string[] = [], reading = 0): PlanConfig {
  const builder = new Builder(plan, baseline, reading);
  const changes = (plan.resource_changes ?? []).filter(
    ({ mode, type, change, deposed }) => mode === "managed" && KINDS.has(type) && change.after && deposed === undefined,
  );
  const pools = changes.filter(({ type }) => type === RESOURCES.userPool.type);
  for (const each of pools) builder.addPool(each);
  const clients = changes.filter(({ type }) => type === RESOURCES.client.type);
  for (const each of clients) builder.addObject(each);
  for (const each of changes) if (!pools.includes(each) && !clients.includes(each)) builder.addObject(each);
  return builder.done();
}

class Builder {
  readonly #pools: Record<string, Record<string, unknown>> = {};
  readonly #keys = new Map<string, string[]>();
  readonly #ids = new Map<string, string>();
  readonly #clients: { readonly object: PlannedObject; readonly path: readonly string[]; readonly config: object }[] =
    [];
  readonly #places: Place[] = [];
  readonly #notKnown: NotKnown[] = [];
  #isAssumed = false;

  readonly #environments: Record<string, { readonly region: unknown }> = { unknown: { region: { var: "region" } } };

  constructor(
    readonly plan: Plan,
    readonly baseline: readonly string[],
    readonly reading: number,
  ) {}

  addPool(change: ResourceChange): void {
    const { object, values, part } = this.#describe(change, "userPool");
    const key = unused(keyOf(object.name), this.#pools);
    if (!this.#note(values)) return;
    this.#pools[key] = { ...part, only: [this.#environmentOf(object)], clients: {} };
    this.#places.push({ path: ["pools", key], kind: "userPool", address: object.address });
    const reference = referenceOf(partsOf(object.address));
    this.#keys.set(reference, [...(this.#keys.get(reference) ?? []), key]);
    if (typeof object.values.id === "string") this.#ids.set(object.values.id, key);
  }

  addObject(change: ResourceChange): void {
    const kind = KINDS.get(change.type) as Kind;
    const { object, values, part } = this.#describe(change, kind);
    if (!this.#note(values)) return;
    // a web ACL may be associated with something else than a pool
    if (kind === "webAcl" && this.#knownPoolOf(object) === undefined) return;
    const pool = this.#knownPoolOf(object) ?? this.#poolElsewhere(object);
    const target = this.#pools[pool] as Record<string, unknown>;
    const { key: collection, secondKey } = RESOURCES[kind] as { key?: string; secondKey?: string };
    if (kind === "threatProtection" || kind === "uiCustomization") {
      this.#addSettings(kind, object, pool, part);
      return;
    }
    if (kind === "branding") {
      this.#addStyle(object, part);
      return;
    }
    if (kind === "webAcl") {
      Object.assign(target, part);
      this.#places.push({ path: ["pools", pool, collection as string], kind, address: object.address });
      return;
    }
    if (kind === "domain") {
      const key = target.domain === undefined ? "domain" : (secondKey as string);
      target[key] = part;
      this.#places.push({ path: ["pools", pool, key], kind, address: object.address });
      return;
    }
    const objects = ((target[collection as string] as Record<string, unknown> | undefined) ?? {}) as Record<
      string,
      unknown
    >;
    target[collection as string] = objects;
    const name =
      NAMED_BY[kind] === undefined ? keyOf(object.name) : String(object.values[NAMED_BY[kind]] ?? object.name);
    const key = unused(name, objects);
    objects[key] = part;
    this.#places.push({ path: ["pools", pool, collection as string, key], kind, address: object.address });
    if (kind === "client") this.#clients.push({ object, path: ["pools", pool, "clients", key], config: part });
  }

  /** Of the pool, or of the client that it names. */
  #addSettings(
    kind: "threatProtection" | "uiCustomization",
    object: PlannedObject,
    pool: string,
    part: Readonly<Record<string, unknown>>,
  ): void {
    const { address, values, expressions } = object;
    const ofPool = { path: ["pools", pool], config: this.#pools[pool] as object };
    const isOfClient = values.client_id !== "ALL" && (values.client_id != null || expressions?.client_id !== undefined);
    const clients = isOfClient ? this.#clientsOf(object) : [ofPool];
    const [described] = clients;
    if (described === undefined || clients.length > 1) {
      this.#notKnown.push({ address, arguments: ["client_id"], isLeftOut: true });
      return;
    }
    const own = (described.config as Partial<Record<typeof kind, object>>)[kind];
    Object.assign(described.config, { [kind]: { ...own, ...part } });
    this.#places.push({ path: [...described.path, kind], kind, address });
  }

  /** Of the client that it names. */
  #addStyle(object: PlannedObject, part: Readonly<Record<string, unknown>>): void {
    const [described, ...others] = this.#clientsOf(object);
    if (described === undefined || others.length > 0) {
      this.#notKnown.push({ address: object.address, arguments: ["client_id"], isLeftOut: true });
      return;
    }
    Object.assign(described.config, part);
    this.#places.push({ path: [...described.path, "branding"], kind: "branding", address: object.address });
  }

  /** The clients that an object may be about: by the id, or by what the configuration refers to. */
  #clientsOf({ address, values, expressions }: PlannedObject) {
    if (typeof values.client_id === "string")
      return this.#clients.filter(({ object }) => object.values.id === values.client_id);
    const place = placeOf(this.plan, partsOf(address));
    const found = place === undefined ? [] : referred(expressions?.client_id, place);
    return this.#clients.filter(({ object }) => found.includes(referenceOf(partsOf(object.address))));
  }

  done(): PlanConfig {
    const config = {
      project: "plan",
      ...(this.baseline.length > 0 && { guardrails: { baseline: this.baseline } }),
      environments: this.#environments,
      pools: this.#pools,
    };
    // a client without a style in the plan gets none by default
    for (const client of this.#clients) Object.assign(client.config, { branding: "none", ...client.config });
    const places = [...this.#places].sort((a, b) => b.path.length - a.path.length);
    return { config, places, notKnown: this.#notKnown, isAssumed: this.#isAssumed };
  }

  /** One environment for each Region. */
  #environmentOf(object: PlannedObject): string {
    const region = regionOf(this.plan, object);
    if (region === undefined) return "unknown";
    const known = Object.keys(this.#environments).find((key) => this.#environments[key]?.region === region);
    if (known !== undefined) return known;
    const key = unused(keyOf(region), this.#environments);
    this.#environments[key] = { region };
    this.#places.push({ path: ["environments", key], kind: "userPool", address: object.address });
    return key;
  }

  #describe(change: ResourceChange, kind: Kind) {
    const { address, type, change: planned } = change;
    const object: PlannedObject = {
      address,
      type,
      name: change.name,
      values: planned.after as Readonly<Record<string, unknown>>,
      unknown: planned.after_unknown,
      expressions: expressionsOf(this.plan, partsOf(address)),
    };
    const values = new Values(object, this.reading);
    return { object, values, part: filled(DESCRIBED[kind](values)) ?? {} };
  }

  /** Notes what an apply decides; whether the object can be described all the same. */
  #note({ object, open, undecided, assumed }: Values): boolean {
    const isLeftOut = undecided.length > 0;
    if (assumed.length > 0) this.#isAssumed = true;
    const names = [...new Set([...undecided, ...assumed, ...open])];
    if (names.length > 0) this.#notKnown.push({ address: object.address, arguments: names, isLeftOut });
    return !isLeftOut;
  }

  /** The pool of an object in this plan: by its id, or by what the configuration refers to. */
  #knownPoolOf(object: PlannedObject): string | undefined {
    const id = poolIdOf(object);
    if (id !== undefined) return this.#ids.get(id);
    const keys = this.#references(object).flatMap((reference) => this.#keys.get(reference) ?? []);
    return keys.length === 1 ? keys[0] : undefined;
  }

  /** A pool of which nothing is known but, perhaps, its id. */
  #poolElsewhere(object: PlannedObject): string {
    const id = poolIdOf(object);
    const elsewhere = id ?? `elsewhere ${this.#references(object).join(" ")}`;
    const key = this.#ids.get(elsewhere) ?? unused("elsewhere", this.#pools);
    this.#ids.set(elsewhere, key);
    // the id is an argument of the resources that name it, of which the first is shown
    const named = { path: ["pools", key, "existing"], kind: "client", address: object.address } as const;
    if (this.#pools[key] === undefined) this.#places.push(named);
    this.#pools[key] ??= {
      existing: { userPoolId: id ?? { var: "user_pool_id" } },
      only: [this.#environmentOf(object)],
      clients: {},
    };
    return key;
  }

  /** What the configuration says where the pool's id, or its ARN, is expected. */
  #references({ address, expressions }: PlannedObject): readonly string[] {
    const place = placeOf(this.plan, partsOf(address));
    return place === undefined ? [] : referred(expressions?.user_pool_id ?? expressions?.resource_arn, place);
  }
}

/** The id of the pool of an object, where it is known: by itself, or in an ARN. */
function poolIdOf({ values }: PlannedObject): string | undefined {
  const { user_pool_id: id, resource_arn: arn } = values;
  if (typeof id === "string") return id;
  return typeof arn === "string" ? (arn.split(":userpool/")[1] ?? arn) : undefined;
}

/** A name of Terraform as a key of a config. */
function keyOf(name: string): string {
  const key = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "");
  return key === "" ? "main" : key;
}

function unused(key: string, taken: Readonly<Record<string, unknown>>): string {
  for (let number = 2, free = key; ; number++) {
    if (!Object.hasOwn(taken, free)) return free;
    free = `${key}-${number}`;
  }
}
