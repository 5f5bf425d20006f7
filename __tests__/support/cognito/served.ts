import type { StackJson } from "../../examples/examples";

/** The services of which `LoopbackCognito` answers the AWS provider. */
const SERVED = /^aws_(cognito_|lambda_permission$|secretsmanager_|ssm_|wafv2_)/;

/** A stack without what the loopback server does not serve, CloudFront, Lambda, IAM and logs, and without its outputs. */
export function servedPart(json: StackJson): StackJson {
  const resource = Object.fromEntries(Object.entries(json.resource ?? {}).filter(([type]) => SERVED.test(type)));
  const output = Object.fromEntries(Object.entries(json.output ?? {}).filter(([name]) => !name.startsWith("proxy_")));
  return { ...json, resource, output };
}
