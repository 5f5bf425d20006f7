import { CLIENT_ARGUMENTS } from "../cognito/app-client";
import { RESOURCES, type Resource } from "../cognito/resources";
import { formatPath } from "../config/problem";
import type { Plan, ResourceChange } from "../gate/plan-file";
import { DESCRIBED, KINDS, type Kind } from "./described";
import { keyOf, unused } from "./keys";
import type { PlannedObject } from "./planned-object";
import { PlannedPools, poolIdOf } from "./planned-pools";
import { partsOf, placeOf, referred, refersTo, writtenOf } from "./references";
import { regionOf } from "./region";
import { filled, Values } from "./values";

/** What a plan leaves of Cognito, as a config, and where each part of it is in the plan. */
export interface PlanConfig {
  readonly config: unknown;
  /** Address and kind of the resource that a path of the config describes, the longest path first. */
  readonly places: readonly Place[];
  /** What is known only after an apply, by address. */
  readonly notKnown: readonly NotKnown[];
  /** Whether OAuth is on, by the path of a client: the config says so by its grants alone. */
  readonly oauth: ReadonlyMap<string, boolean>;
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

/** What clients of a pool name, and what may be about a client. */
const NAMED_BY_CLIENTS = ["identityProvider", "resourceServer"] as const satisfies Kind[];
const OTHERS = [
  "domain",
  "group",
  "webAcl",
  "threatProtection",
  "uiCustomization",
  "branding",
] as const satisfies Kind[];

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
  const ofKinds = (...kinds: Kind[]) => changes.filter(({ type }) => kinds.includes(KINDS.get(type) as Kind));
  for (const each of ofKinds("userPool")) builder.addPool(each);
  for (const each of ofKinds(...NAMED_BY_CLIENTS)) builder.addObject(each);
  for (const each of ofKinds("client")) builder.addObject(each);
  for (const each of ofKinds(...OTHERS)) builder.addObject(each);
  return builder.done();
}

class Builder {
  readonly #pools: Record<string, Record<string, unknown>> = {};
  readonly #planned: PlannedPools;
  /** Pools elsewhere by their ids. */
  readonly #elsewhere = new Map<string, string>();
  /** Pools of which something is left out that a client may name. */
  readonly #partly = new Set<string>();
  readonly #clients: { readonly object: PlannedObject; readonly path: readonly string[]; readonly config: object }[] =
    [];
  readonly #places: Place[] = [];
  readonly #notKnown: NotKnown[] = [];
  readonly #oauth = new Map<string, boolean>();
  #isAssumed = false;
  #described = 0;

  readonly #environments: Record<string, { readonly region: unknown }> = { unknown: { region: { var: "region" } } };

  constructor(
    readonly plan: Plan,
    readonly baseline: readonly string[],
    readonly reading: number,
  ) {
    this.#planned = new PlannedPools(plan);
  }

  addPool(change: ResourceChange): void {
    const { object, values, part } = this.#describe(change, "userPool");
    const key = unused(keyOf(object.name), this.#pools);
    if (!this.#note(values)) return;
    this.#pools[key] = { ...part, only: [this.#environmentOf(object)], clients: {} };
    this.#places.push({ path: ["pools", key], kind: "userPool", address: object.address });
    this.#planned.add(key, object);
  }

  addObject(change: ResourceChange): void {
    const kind = KINDS.get(change.type) as Kind;
    const { object, values, part } = this.#describe(change, kind);
    const planned = this.#planned.keyFor(object);
    // a web ACL may be associated with something else than a pool
    if (kind === "webAcl" && planned === undefined) return;
    const named = NAMED_BY[kind];
    const name = named === undefined ? keyOf(object.name) : String(values.fixed(named));
    const oauth =
      kind === "client" ? values.flag(CLIENT_ARGUMENTS.allowedOauthFlowsUserPoolClient.terraform) : undefined;
    if (planned === undefined && poolIdOf(object) === undefined) values.open.push("user_pool_id");
    if (!this.#note(values)) {
      if (planned !== undefined && NAMED_BY_CLIENTS.some((each) => each === kind)) this.#partly.add(planned);
      return;
    }
    const isPartly = kind === "client" && planned !== undefined && this.#partly.has(planned);
    const pool = planned === undefined || isPartly ? this.#poolElsewhere(object) : planned;
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
      this.#addDomain(object, pool, ["domain", secondKey as string], part);
      return;
    }
    // a name may be any text, such as __proto__
    const objects = (target[collection as string] ?? Object.create(null)) as Record<string, unknown>;
    target[collection as string] = objects;
    const key = unused(name, objects);
    objects[key] = part;
    this.#places.push({ path: ["pools", pool, collection as string, key], kind, address: object.address });
    if (kind !== "client") return;
    const path = ["pools", pool, "clients", key];
    this.#clients.push({ object, path, config: part });
    if (oauth !== undefined) this.#oauth.set(formatPath(path), oauth);
  }

  /**
   * Of a pool that has two domains already one is of the same kind, which AWS refuses: both are judged as its own, and the
   * other, or of two of one kind a third of the other kind, as that of a pool elsewhere.
   */
  #addDomain(object: PlannedObject, pool: string, keys: readonly string[], part: object): void {
    const domains = this.#pools[pool] as Record<string, object>;
    const add = (to: string, key: string, domain: object, address: string) => {
      (this.#pools[to] as Record<string, unknown>)[key] = domain;
      this.#places.push({ path: ["pools", to, key], kind: "domain", address });
    };
    const free = keys.find((key) => domains[key] === undefined);
    if (free !== undefined) {
      add(pool, free, part, object.address);
      return;
    }
    const elsewhere = unused("elsewhere", this.#pools);
    this.#pools[elsewhere] = {
      existing: { userPoolId: { var: `user_pool_id_of_${elsewhere}` } },
      only: [this.#environmentOf(object)],
      clients: {},
    };
    const isOfItsKind = (key: string) => "customDomain" in (domains[key] as object) === "customDomain" in part;
    const others = keys.filter((key) => !isOfItsKind(key));
    const [moved] = others;
    if (moved === undefined || others.length > 1) {
      add(elsewhere, "domain", part, object.address);
      return;
    }
    const at = this.#places.findIndex(({ path: [, of, key] }) => of === pool && key === moved);
    const [{ address } = object] = this.#places.splice(at, 1);
    add(elsewhere, "domain", domains[moved] as object, address);
    add(pool, moved, part, object.address);
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
    return this.#clients.filter(({ object }) => found.some((each) => refersTo(each, partsOf(object.address))));
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
    return { config, places, notKnown: this.#notKnown, oauth: this.#oauth, isAssumed: this.#isAssumed };
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
      expressions: writtenOf(this.plan, partsOf(address))?.expressions,
    };
    const values = new Values(object, this.#described++, this.reading);
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

  /** A pool of which nothing is known but, perhaps, its id. */
  #poolElsewhere(object: PlannedObject): string {
    const id = poolIdOf(object);
    const known = id === undefined ? undefined : this.#elsewhere.get(id);
    if (known !== undefined) return known;
    const key = unused("elsewhere", this.#pools);
    if (id !== undefined) this.#elsewhere.set(id, key);
    // the id is an argument of the resources that name it, of which the first is shown
    this.#places.push({ path: ["pools", key, "existing"], kind: "client", address: object.address });
    this.#pools[key] = {
      existing: { userPoolId: id ?? { var: `user_pool_id_${this.#described}` } },
      only: [this.#environmentOf(object)],
      clients: {},
    };
    return key;
  }
}
