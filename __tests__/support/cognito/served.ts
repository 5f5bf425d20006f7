import type { StackJson } from "../../examples/examples";

/** The services of which `LoopbackCognito` answers the AWS provider. */
const SERVED = /^aws_(cognito_|lambda_permission$|secretsmanager_|ssm_|wafv2_)/;

/** A stack without what the loopback server does not serve, CloudFront, Lambda, IAM and logs, and without its outputs. */
export function servedPart(json: StackJson): StackJson {
  const resource = Object.fromEntries(Object.entries(json.resource ?? {}).filter(([type]) => SERVED.test(type)));
  const output = Object.fromEntries(Object.entries(json.output ?? {}).filter(([name]) => !name.startsWith("proxy_")));
  const locals = JSON.parse(JSON.stringify(json.locals ?? {}), (_, value) =>
    typeof value === "string" ? value.replace(DISTRIBUTION, () => writtenOf(json)) : value,
  );
  return { ...json, resource, output, locals };
}

const DISTRIBUTION = /\baws_cloudfront_distribution\.\w+/g;

/** What the rules read of the distribution, as it is written: a Terraform expression in its place. */
function writtenOf({ resource }: StackJson): string {
  const [{ aliases = [], viewer_certificate, web_acl_id = "" }] = Object.values(
    resource?.aws_cloudfront_distribution ?? {},
  ) as [Record<string, unknown>];
  return JSON.stringify({ aliases, viewer_certificate: [viewer_certificate], web_acl_id });
}
