import { type Plan, parsePlan } from "../../lib/gate/plan-file";
import type { PoolModel } from "../../lib/model/model";
import { planned } from "../support/planned";

const TYPES = {
  domains: "aws_cognito_user_pool_domain",
  resource_servers: "aws_cognito_resource_server",
  identity_providers: "aws_cognito_identity_provider",
  groups: "aws_cognito_user_group",
  clients: "aws_cognito_user_pool_client",
  risk_configurations: "aws_cognito_risk_configuration",
  branding_styles: "aws_cognito_managed_login_branding",
  ui_customizations: "aws_cognito_user_pool_ui_customization",
  web_acls: "aws_wafv2_web_acl_association",
} as const;

/** What `terraform show -json` prints of a first plan of a model, in which every resource refers to the pool. */
export function planOf(model: PoolModel): Plan {
  const { user_pool: pool, ...others } = planned(model);
  const objects = [
    ...(pool ? [{ type: "aws_cognito_user_pool", name: "users", after: pool }] : []),
    // of a delivery or a proxy the plan has several resources, none of which judge reads
    ...Object.entries(others).flatMap(([kind, byKey]) =>
      Object.entries((kind in TYPES ? byKey : {}) as Record<string, object>).map(([key, after], index) => ({
        type: TYPES[kind as keyof typeof TYPES],
        name: kind === "clients" ? key : `each_${index}`,
        after,
        ...(kind === "branding_styles" && { client: `aws_cognito_user_pool_client.${key}` }),
      })),
    ),
  ];
  const ofPool = { references: ["aws_cognito_user_pool.users.id", "aws_cognito_user_pool.users"] };
  const written = ({ type, after, client }: { type: string; after: object; client?: string }) => ({
    ...(client !== undefined && { client_id: { references: [`${client}.id`, client] } }),
    ...Object.fromEntries(Object.entries(after).map(([name, value]) => [name, { constant_value: value }])),
    ...(type !== "aws_cognito_user_pool" &&
      (pool ? { user_pool_id: ofPool } : { user_pool_id: { references: ["var.pool"] } })),
  });
  const json = {
    format_version: "1.2",
    planned_values: { root_module: {} },
    resource_changes: objects.map(({ type, name, after }) => ({
      address: `${type}.${name}`,
      mode: "managed",
      type,
      name,
      change: {
        actions: ["create"],
        before: null,
        after: { ...after, user_pool_id: null },
        after_unknown: { id: true, user_pool_id: true },
      },
    })),
    variables: { region: { value: model.environment.region } },
    configuration: {
      provider_config: { aws: { expressions: { region: { references: ["var.region"] } } } },
      root_module: {
        resources: objects.map((each) => ({ type: each.type, name: each.name, expressions: written(each) })),
      },
    },
  };
  return parsePlan(Buffer.from(JSON.stringify(json)), "plan.json");
}
