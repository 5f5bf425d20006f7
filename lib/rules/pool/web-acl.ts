import type { Text } from "../../model/value";
import { guardrail } from "../client/guardrail-limits";
import { arnClauses } from "../language/arns";
import { claim } from "../language/claims";
import { field } from "../language/fields";
import { guide } from "../language/sources";
import { comparison } from "../language/statements";
import { claimText } from "../language/text-claims";
import type { Rule } from "../rule";
import { objectRule } from "./object-rule";
import { badPool, EXISTING, goodPool } from "./pool-examples";
import { userPoolRule } from "./pool-rule";

const wafGuide = guide("user-pool-waf");
const associate = "https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html";

interface WebAcl {
  readonly webAclArn: Text;
}

const webAclRule = objectRule<WebAcl>({
  on: "webAcl",
  of: ({ webAclArn }) => (webAclArn === undefined ? [] : [{ webAclArn }]),
  place: () => [],
});

const arn = field<WebAcl>((acl) => acl.webAclArn, "web_acl_arn");
const webAclArn = "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/users/1a2b3c4d-0000-4000-8000-000000000000";

/** The web ACL in front of a pool. */
export const webAclRules: readonly Rule[] = [
  webAclRule({
    id: "WAF-01",
    name: "web-acl",
    since: "2.0",
    severity: "error",
    title: "require a regional web ACL of the pool's Region and account",
    why: "AWS WAF refuses any other web ACL at apply: one of scope CLOUDFRONT, of AWS WAF Classic, of another Region or of another account. The AWS provider checks only that it is an ARN.",
    fix: "write the ARN of a web ACL of scope REGIONAL, of the pool's Region and account",
    source: [wafGuide, associate],
    claims: ({ environment }) => [
      claimText(
        "webAclArn",
        arn,
        arnClauses({ kind: "regionalWebAcl", regions: "own", ownAccount: true }, environment),
        ["webAclArn"],
      ),
    ],
    examples: () => ({
      bad: [
        ...[
          "",
          "users",
          webAclArn.replace("regional", "global"),
          webAclArn.replace(":wafv2:", ":waf-regional:"),
          webAclArn.replace("/webacl/", "/ipset/"),
          webAclArn.replace(/\/[^/]*$/, ""),
          webAclArn.replace("eu-west-1", "us-east-1"),
          webAclArn.replace("arn:aws", "arn:aws-cn"),
        ].map((arn) => badPool({ webAclArn: arn }, "webAclArn")),
        badPool({ ...EXISTING, webAclArn: webAclArn.replace("eu-west-1", "eu-west-2") }, "webAclArn"),
        { ...badPool({ webAclArn }, "webAclArn"), environment: { accountId: "111122223333" } },
      ],
      good: [
        goodPool({ webAclArn }),
        goodPool({ ...EXISTING, webAclArn }),
        goodPool({ webAclArn: { var: "web_acl" } }),
        { ...goodPool({ webAclArn }), environment: { accountId: "123456789012" } },
        { ...goodPool({ webAclArn }), environment: { region: { var: "region" } } },
        {
          ...goodPool({
            webAclArn: webAclArn.replace("arn:aws:wafv2:eu-west-1", "arn:aws-us-gov:wafv2:us-gov-west-1"),
          }),
          environment: { region: "us-gov-west-1" },
        },
      ],
    }),
  }),
  userPoolRule({
    ...guardrail("GRD-13", "guardrail-web-acl", "requireWebAcl"),
    since: "2.0",
    title: "require a web ACL where the guardrails demand it",
    why: "The organization filters all requests to its user pools. A pool that is managed elsewhere has its web ACL there, so that the guardrail is not about it.",
    fix: "add webAclArn: the ARN of a regional web ACL",
    source: [wafGuide, "docs/config.md"],
    claims: (_, { guardrails, webAclArn: written }) =>
      guardrails.requireWebAcl
        ? [
            claim(
              comparison(
                () => written !== undefined,
                () => "length(local.web_acls) > 0",
                () => "length(local.web_acls) == 0",
              ),
              ["webAclArn"],
              "there is no web ACL, but the guardrails require one",
            ),
          ]
        : [],
    examples: () => ({
      bad: [{ guardrails: { requireWebAcl: true }, at: "pools.users" }],
      good: [
        { ...goodPool({ webAclArn }), guardrails: { requireWebAcl: true } },
        { ...goodPool({ webAclArn: { var: "web_acl" } }), guardrails: { requireWebAcl: true } },
        { ...goodPool(EXISTING), guardrails: { requireWebAcl: true } },
        { guardrails: { requireWebAcl: false } },
        {},
      ],
    }),
  }),
];
