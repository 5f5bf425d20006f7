import { type Answer, type OtherAnswer, WEB_ACL } from "./described";
import { type Credentials, signedHeaders } from "./signed-headers";

/** How long AWS WAF may take to answer, in milliseconds. */
const TIMEOUT = 10_000;

/** How AWS WAF is asked about a pool. */
export interface WebAclQuestion {
  /** The ARN of the pool. */
  readonly resource: string;
  readonly region: string;
  /** Where Cognito was asked: AWS's own address of AWS WAF is beside its own, another answers both. */
  readonly cognito: URL;
  readonly credentials: Credentials;
}

/**
 * The web ACL of a pool, or why it is not known: whoever may read the pool need not be allowed to ask AWS WAF. It is asked
 * without its SDK, which nothing else here needs.
 *
 * @see https://docs.aws.amazon.com/waf/latest/APIReference/API_GetWebACLForResource.html
 */
export async function readWebAcl({ resource, region, cognito, credentials }: WebAclQuestion): Promise<OtherAnswer[]> {
  const call = {
    address: wafAddress(cognito),
    region,
    service: "wafv2",
    target: "AWSWAF_20190729.GetWebACLForResource",
    body: JSON.stringify({ ResourceArn: resource }),
  };
  try {
    const response = await fetch(call.address, {
      method: "POST",
      headers: signedHeaders(call, credentials, new Date()),
      body: call.body,
      signal: AbortSignal.timeout(TIMEOUT),
    });
    const answer = (await response.json()) as { readonly __type?: string; readonly [WEB_ACL]?: Answer };
    if (!response.ok) return notKnown(answer.__type?.replace(/^.*#/, "") ?? `HTTP ${response.status}`);
    return answer.WebACL === undefined ? [] : [{ kind: WEB_ACL, value: answer.WebACL }];
  } catch (error) {
    const { name, cause } = error as Error & { readonly cause?: { readonly code?: string } };
    return notKnown(cause?.code ?? name);
  }
}

/** The address of AWS WAF in the Region and partition of one of Cognito; any other address answers both. */
export function wafAddress(cognito: URL): URL {
  const address = new URL("/", cognito);
  address.hostname = address.hostname.replace(/^cognito-idp(?=[.-])/, "wafv2");
  return address;
}

function notKnown(error: string): OtherAnswer[] {
  const permission = error.startsWith("AccessDenied")
    ? "; it takes wafv2:GetWebACLForResource and wafv2:GetWebACL"
    : "";
  return [{ kind: `web ACL, not known (${error}${permission})`, value: {} }];
}
