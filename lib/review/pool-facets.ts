import type { PoolModel } from "../model/model";
import { acknowledgements } from "./client-facets";
import { type Facet, toggle } from "./facet";

/** What review says of a pool's stack, beside the arguments of the pool. */
export const POOL_FACETS: readonly Facet<PoolModel>[] = [
  toggle(["exportClientSecrets"], "client secrets as an output", (pool) => pool.exportClientSecrets, {
    on: {
      risk: "opens",
      what: "client secrets are an output of the stack",
      why: "whoever reads the outputs can act as the clients",
    },
    off: {
      risk: "changes",
      what: "client secrets are no longer an output of the stack",
      why: "whatever reads the output client_secrets finds nothing",
    },
  }),
  acknowledgements((pool) => pool.acknowledge),
];
