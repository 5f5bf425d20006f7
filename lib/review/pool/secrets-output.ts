import type { PoolModel } from "../../model/model";
import { get, toggle } from "../language/facet-kinds";

/** Whether client secrets are an output of the stack. */
export const SECRETS_OUTPUT = toggle<PoolModel>(
  ["exportClientSecrets"],
  "client secrets as an output",
  get("exportClientSecrets"),
  {
    on: {
      risk: "opens",
      what: "client secrets are an output of the stack",
      why: "whoever reads the outputs can act as the clients",
    },
    off: {
      risk: "changes",
      what: "client secrets are no longer an output of the stack",
      why: "whatever reads the output client_secrets no longer finds it",
    },
  },
);
