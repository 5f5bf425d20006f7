import { isPublicSuffix } from "../../cognito/public-suffix";
import type { DomainModel, PoolModel } from "../../model/model";
import { known } from "../../model/value";
import { arnClauses } from "../language/arns";
import { claim } from "../language/claims";
import { field, meets } from "../language/fields";
import { say } from "../language/phrases";
import { api, guide, PREFLIGHT } from "../language/sources";
import { implies, not } from "../language/statements";
import { claimText } from "../language/text-claims";
import { formClause, type TextClause } from "../language/text-clauses";
import { matches } from "../language/text-statements";
import type { Rule } from "../rule";
import { isCustom, isHost, name, nameKey } from "./domain-kinds";
import { domainRule } from "./object-rule";
import { badPool, certificateArn, goodPool } from "./pool-examples";

const customGuide = guide("cognito-user-pools-add-custom-domain");

const ADDRESS = matches("^[0-9.]+$");
const TWO_LABELS = matches("^[^.]*\\.[^.]*$");
const CERTIFICATE = formClause(
  "^arn:(?:aws:acm:us-east-1|aws-[a-z-]+:acm:[0-9a-z-]+):[0-9]{12}:certificate/[0-9A-Za-z-]{1,64}$",
  "the ARN of a certificate of AWS Certificate Manager in us-east-1",
);
/** Where the certificate is, then its partition and account. */
const certificateClauses = ({ environment }: PoolModel): TextClause[] => [
  CERTIFICATE,
  ...arnClauses({ kind: "certificate", ownAccount: true }, environment).slice(1),
];

const certificate = field<DomainModel>((domain) => domain.certificateArn, "certificate_arn");

const custom = { customDomain: "login.example.com", certificateArn };

/** The certificate and the parent of a domain of one's own. */
export const customDomainRules: readonly Rule[] = [
  domainRule({
    id: "DOM-05",
    name: "certificate-region",
    since: "1.0",
    severity: "error",
    title: "require the certificate of a custom domain to be in us-east-1, of the pool's account",
    why: "\"The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a valid certificate chain.\"",
    fix: "issue the certificate in us-east-1, whatever the Region of the pool, in the pool's account",
    source: [api("CustomDomainConfigType"), customGuide, PREFLIGHT],
    claims: (pool) => [
      claimText("the certificate", certificate, certificateClauses(pool), ["certificateArn"], { when: isCustom }),
    ],
    examples: () => ({
      bad: [
        ...[certificateArn.replace("us-east-1", "eu-west-1"), "example.com"].map((given) =>
          badPool({ domain: { customDomain: "login.example.com", certificateArn: given } }, "domain", "certificateArn"),
        ),
        { ...badPool({ domain: custom }, "domain", "certificateArn"), environment: { accountId: "111122223333" } },
        { ...badPool({ domain: custom }, "domain", "certificateArn"), environment: { region: "us-gov-west-1" } },
      ],
      good: [
        goodPool({ domain: custom }),
        { ...goodPool({ domain: custom }), environment: { accountId: "123456789012" } },
      ],
    }),
  }),
  domainRule({
    id: "DOM-06",
    name: "custom-domain-parent",
    since: "1.0",
    severity: "error",
    title: "require the parent of a custom domain to be a domain that can have an A record",
    why: '"Custom domain is not a valid subdomain": Cognito looks up an A record of the parent, and a top-level domain or a public suffix such as co.uk has none.',
    fix: "use a subdomain such as login.example.com, and give example.com an A record",
    source: [customGuide, "https://publicsuffix.org/list/"],
    claims: [
      claim(
        implies(isCustom, not(meets(name, ADDRESS))),
        nameKey,
        say`custom domain ${name} is an IP address; a certificate names hosts`,
        "use the name of a host, such as login.example.com",
      ),
      claim(
        implies(isCustom, not(meets(name, TWO_LABELS))),
        nameKey,
        say`the parent of custom domain ${name} is a top-level domain, which has no A record`,
      ),
    ],
    // the list of public suffixes is not in Terraform
    check: (domain) => {
      const host = known(domain.domain) ?? "";
      const parent = host.slice(host.indexOf(".") + 1);
      return isHost.holds(domain) && parent.includes(".") && !ADDRESS.holds(host) && isPublicSuffix(parent)
        ? [
            {
              at: nameKey(domain),
              message: `the parent of custom domain ${host} is ${parent}, a public suffix, which has no A record`,
            },
          ]
        : [];
    },
    examples: () => ({
      bad: [
        "example.com",
        "example.co.uk",
        "login.com.au",
        "acme.internal",
        "example.kobe.jp",
        "acme.xn--p1ai",
        "192.0.2.1",
      ].map((customDomain) => badPool({ domain: { customDomain, certificateArn } }, "domain", "customDomain")),
      good: [
        ...["login.example.com", "login.example.co.uk", "a.b.example.com", "login.github.io"].map((customDomain) =>
          goodPool({ domain: { customDomain, certificateArn } }),
        ),
        goodPool({ domain: { prefix: "example-login" } }),
      ],
    }),
  }),
];
