import type { Plan } from "../gate/plan-file";
import type { PlannedObject } from "./planned-object";
import { type Parts, partsOf, placeOf, type Referred, referred, refersTo } from "./references";

interface PlannedPool {
  readonly key: string;
  readonly parts: Parts;
  readonly id: string | undefined;
}

/** The pools of a plan by their keys in the config, and which of them other objects belong to. */
export class PlannedPools {
  readonly #pools: PlannedPool[] = [];

  constructor(readonly plan: Plan) {}

  add(key: string, { address, values }: PlannedObject): void {
    const id = typeof values.id === "string" ? values.id : undefined;
    this.#pools.push({ key, parts: partsOf(address), id });
  }

  /** The pool of an object: by its id, or by what the configuration refers to. Nothing where it is not one of the plan. */
  keyFor(object: PlannedObject): string | undefined {
    const id = poolIdOf(object);
    if (id !== undefined) return this.#pools.find((pool) => pool.id === id)?.key;
    const place = placeOf(this.plan, partsOf(object.address));
    if (place === undefined) return undefined;
    const { user_pool_id: ofPool, resource_arn: ofArn } = object.expressions ?? {};
    const found = referred(ofPool ?? ofArn, place);
    const pools = found.length === 0 && ofPool !== undefined ? this.#created(object.address) : this.#among(found);
    return pools.length === 1 ? pools[0]?.key : undefined;
  }

  #among(found: readonly Referred[]): readonly PlannedPool[] {
    return this.#pools.filter(({ parts }) => found.some((each) => refersTo(each, parts)));
  }

  /**
   * Locals are not in a plan. An id that comes from one and is not known yet is that of a pool that the plan creates: the
   * one of the same module, or the only one.
   */
  #created(address: string): readonly PlannedPool[] {
    const created = this.#pools.filter(({ id }) => id === undefined);
    const around = moduleOf(partsOf(address));
    const beside = created.filter(({ parts }) => moduleOf(parts) === around);
    return beside.length > 0 ? beside : created;
  }
}

/** The id of the pool of an object, where it is known: by itself, or in an ARN. */
export function poolIdOf({ values }: PlannedObject): string | undefined {
  const { user_pool_id: id, resource_arn: arn } = values;
  if (typeof id === "string") return id;
  return typeof arn === "string" ? (arn.split(":userpool/")[1] ?? arn) : undefined;
}

/** The instance of the module that a resource is in. */
function moduleOf({ modules, keys }: Parts): string {
  return modules.map((name, index) => `${name}[${keys[index] ?? ""}]`).join("/");
}
