import type { StringKind } from "./hcl-values";

/** What Terraform itself, not a provider, defines for the body of a block. */
export interface Shape {
  /** How many labels the block has. */
  readonly labels?: number;
  /** The blocks that it may contain. */
  readonly blocks?: Readonly<Record<string, Shape>>;
  /** Whether a provider's schema adds blocks of its own. */
  readonly open?: true;
  /** How the strings of its arguments are read. @default every one is a template */
  readonly strings?: Readonly<Record<string, StringKind>> | "text";
  /** The arguments and blocks that a person looks for first, in this order. */
  readonly first?: readonly string[];
}

const CONDITION: Shape = { first: ["condition", "error_message"] };

const LIFECYCLE: Shape = {
  blocks: { precondition: CONDITION, postcondition: CONDITION },
  strings: {
    create_before_destroy: "text",
    destroy: "text",
    ignore_changes: "expression",
    prevent_destroy: "text",
    replace_triggered_by: "expression",
  },
};

const PROVISIONER: Shape = {
  labels: 1,
  blocks: { connection: {} },
  strings: { on_failure: "expression", when: "expression" },
};

const RESOURCE: Shape = {
  labels: 2,
  blocks: { connection: {}, lifecycle: LIFECYCLE, provisioner: PROVISIONER },
  open: true,
  strings: { depends_on: "expression", provider: "expression" },
  first: ["count", "for_each", "provider"],
};

/** A block that a provider's schema defines. */
export const NESTED: Shape = { open: true };

/** Writes a nested block once for each item; its own label is the name of that block. */
export const DYNAMIC: Shape = {
  labels: 1,
  blocks: { content: NESTED },
  strings: { iterator: "expression" },
  first: ["for_each", "iterator"],
};

const WORKSPACES: Shape = { strings: "text" };

const TERRAFORM: Shape = {
  blocks: {
    backend: { labels: 1, blocks: { workspaces: WORKSPACES }, strings: "text" },
    cloud: { blocks: { workspaces: WORKSPACES }, strings: "text" },
    provider_meta: { labels: 1 },
    // Of a module they name configurations of providers, which are expressions.
    required_providers: {},
  },
  strings: { experiments: "expression", language: "expression", required_version: "text" },
  first: ["required_version", "required_providers"],
};

/** The blocks of a configuration, in the order in which a person reads them. */
export const TOP_LEVEL: Readonly<Record<string, Shape>> = {
  terraform: TERRAFORM,
  provider: { labels: 1, open: true, strings: { alias: "text", version: "text" }, first: ["alias"] },
  variable: {
    labels: 1,
    blocks: { validation: CONDITION },
    strings: {
      default: "text",
      description: "text",
      ephemeral: "text",
      nullable: "text",
      sensitive: "text",
      type: "expression",
    },
    first: ["description", "type", "default"],
  },
  locals: {},
  data: RESOURCE,
  ephemeral: RESOURCE,
  module: {
    labels: 1,
    strings: { depends_on: "expression", providers: "expression", source: "text", version: "text" },
    first: ["source", "version", "count", "for_each", "providers"],
  },
  resource: RESOURCE,
  check: { labels: 1, blocks: { assert: CONDITION, data: RESOURCE }, first: ["data", "assert"] },
  moved: { strings: { from: "expression", to: "expression" }, first: ["from", "to"] },
  import: { strings: { provider: "expression", to: "expression" }, first: ["for_each", "to", "id"] },
  removed: {
    blocks: { connection: {}, lifecycle: LIFECYCLE, provisioner: PROVISIONER },
    strings: { from: "expression" },
    first: ["from"],
  },
  output: {
    labels: 1,
    blocks: { precondition: CONDITION },
    strings: { depends_on: "expression", description: "text", ephemeral: "text", sensitive: "text" },
    first: ["description", "value"],
  },
};

/** The blocks of a provider's own configuration, which no resource's schema describes. */
export const PROVIDER_BLOCKS: ReadonlySet<string> = new Set([
  "provider.aws.assume_role",
  "provider.aws.assume_role_with_web_identity",
  "provider.aws.default_tags",
  "provider.aws.endpoints",
  "provider.aws.ignore_tags",
]);
