import { API_MODEL } from "../../support/cognito/api-model";

/** One argument: its type, whether a resource needs it, and its closed set. */
export interface Attribute {
  readonly type: "string" | "boolean";
  readonly required?: true;
  readonly oneOf?: readonly string[];
}

/** A resource or block: its arguments, its blocks, and of which arguments or blocks there must be some. */
export interface Schema {
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly blocks?: Readonly<Record<string, Block>>;
  readonly exactlyOneOf?: readonly string[];
  readonly atLeastOneOf?: readonly string[];
}

export interface Block extends Schema {
  readonly nesting: "list" | "set";
  readonly atLeast?: number;
  readonly atMost?: number;
}

const needed = (oneOf?: readonly string[]): Attribute => ({ type: "string", required: true, ...(oneOf && { oneOf }) });
const optional = { type: "string" } as const;
const setOf = (operation: string, field: string) => API_MODEL[operation]?.fields[field]?.enum ?? [];
const asset = (field: string) => needed(setOf("CreateManagedLoginBranding", `Assets.[].${field}`));
const log = (field: string) => needed(setOf("SetLogDeliveryConfiguration", `LogConfigurations.[].${field}`));
const destination = (argument: string): Block => ({
  nesting: "list",
  atMost: 1,
  attributes: { [argument]: optional },
});

/**
 * What the AWS provider documents and validates of the resources that only its versions 6 have: no test here plans them
 * with a provider that knows them.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/6.25.0/docs/resources/cognito_managed_login_branding
 * @see https://registry.terraform.io/providers/hashicorp/aws/6.25.0/docs/resources/cognito_log_delivery_configuration
 */
export const SCHEMAS = {
  aws_cognito_managed_login_branding: {
    attributes: {
      user_pool_id: needed(),
      client_id: needed(),
      settings: optional,
      use_cognito_provided_values: { type: "boolean" },
      region: optional,
    },
    exactlyOneOf: ["settings", "use_cognito_provided_values"],
    blocks: {
      asset: {
        nesting: "set",
        atMost: 40,
        attributes: {
          category: asset("Category"),
          color_mode: asset("ColorMode"),
          extension: asset("Extension"),
          bytes: optional,
          resource_id: optional,
        },
      },
    },
  },
  aws_cognito_log_delivery_configuration: {
    attributes: { user_pool_id: needed(), region: optional },
    blocks: {
      log_configurations: {
        nesting: "list",
        atLeast: 1,
        attributes: { event_source: log("EventSource"), log_level: log("LogLevel") },
        atLeastOneOf: ["cloud_watch_logs_configuration", "firehose_configuration", "s3_configuration"],
        blocks: {
          cloud_watch_logs_configuration: destination("log_group_arn"),
          firehose_configuration: destination("stream_arn"),
          s3_configuration: destination("bucket_arn"),
        },
      },
    },
  },
} as const satisfies Readonly<Record<string, Schema>>;
