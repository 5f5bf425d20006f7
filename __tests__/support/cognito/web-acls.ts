import type { Operation, Pools } from "./pools";
import { type Fields, Refusal } from "./refusal";

/**
 * What AWS WAF does with a user pool: one web ACL at most, regional, of the pool's own Region and account. Another one
 * takes the place of the first.
 *
 * @see https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html
 */
export function webAclOperations(pools: Pools): Readonly<Record<string, Operation>> {
  const associated = new Map<string, string>();
  return {
    AssociateWebACL: ({ ResourceArn, WebACLArn }) => {
      const { region, account } = pools;
      const regional = new RegExp(`^arn:aws:wafv2:${region}:${account}:regional/webacl/[\\w-]{1,128}/[\\w-]{1,36}$`);
      if (!regional.test(String(WebACLArn)))
        throw new Refusal("WAFInvalidParameterException", `The ARN ${WebACLArn} is not valid.`);
      pools.byArn(ResourceArn);
      associated.set(String(ResourceArn), String(WebACLArn));
      return {};
    },
    GetWebACLForResource: ({ ResourceArn }) => {
      const arn = associated.get(String(ResourceArn));
      return arn === undefined ? {} : { WebACL: webAcl(arn) };
    },
    DisassociateWebACL: ({ ResourceArn }) => {
      associated.delete(String(ResourceArn));
      return {};
    },
  };
}

function webAcl(arn: string): Fields {
  const [, , Name, Id] = arn.split("/");
  return { ARN: arn, Name, Id, DefaultAction: { Allow: {} } };
}
