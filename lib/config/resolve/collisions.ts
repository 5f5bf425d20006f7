import { posix } from "node:path";
import type { BackendModel, PoolModel } from "../../model/model";
import type { Path } from "../../model/source";
import type { Problem } from "../problem";

/** What no two stacks may share: their name, and the place of their state. */
export function collisions(pools: readonly PoolModel[]): Problem[] {
  const names = new Map<string, PoolModel>();
  const states = new Map<string, PoolModel>();
  return pools.flatMap((pool) => {
    const sameName = claimed(names, pool.stack, pool);
    const sameState = claimed(states, stateOf(pool), pool);
    if (sameName !== undefined) return [sharedStack(pool, sameName)];
    return sameState ? [sharedState(pool, sameState)] : [];
  });
}

/** Who has it already; otherwise it is this pool's from now on. */
function claimed(owners: Map<string, PoolModel>, what: string, pool: PoolModel): PoolModel | undefined {
  const owner = owners.get(what);
  if (owner === undefined) owners.set(what, pool);
  return owner;
}

/** `a` in `b-c` and `a-b` in `c` would both be stack `a-b-c`, with one folder and one state. */
function sharedStack(pool: PoolModel, other: PoolModel): Problem {
  const message = `pool ${pool.key} in ${pool.environment.key} and pool ${other.key} in ${other.environment.key} would both be stack ${pool.stack}`;
  return {
    rule: "STK-02",
    path: pool.source.path,
    target: "key",
    message,
    fix: "rename the pool or the environment",
  };
}

/** A deployment of one stack would destroy what the other made. */
function sharedState(pool: PoolModel, other: PoolModel): Problem {
  const backend: Path = [...pool.environment.source.path, "backend"];
  const { type } = pool.environment.backend;
  return {
    rule: "STK-03",
    path: type === "local" ? [...backend, "path"] : backend,
    target: type === "local" ? "value" : "key",
    message: `stacks ${other.stack} and ${pool.stack} would share one state`,
    fix:
      type === "local"
        ? "leave path out: each stack gets a file of its own"
        : "give the environments backends or prefixes of their own",
  };
}

function stateOf({ stack, environment: { backend } }: PoolModel): string {
  const place: { [type in BackendModel["type"]]: (backend: Extract<BackendModel, { type: type }>) => string[] } = {
    local: ({ path }) => [posix.resolve("/stacks", stack, path)],
    s3: ({ bucket, key }) => [bucket, key],
    cloud: ({ hostname = "", organization, workspace }) => [hostname, organization, workspace],
  };
  const of = place[backend.type] as (backend: BackendModel) => string[];
  return JSON.stringify([backend.type, ...of(backend)]);
}
