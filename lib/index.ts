import "./peers";

export { defineConfig } from "./config/define-config";
export type {
  Attribute,
  AttributeSet,
  Client,
  Config,
  Environment,
  Guardrails,
  Pool,
  PoolOverlay,
} from "./config/schema";
export type { OpenDuration, OpenVariable } from "./config/schema/common";
export { AppClient, type AppClientOptions, type AppClientProps } from "./constructs/app-client";
export type { UserPoolOptions } from "./constructs/models";
export { UserPool, type UserPoolProps } from "./constructs/user-pool";
