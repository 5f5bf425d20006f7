import { DOMAIN_ARGUMENTS } from "../../cognito/attachments";
import { type DomainModel, domainsOf, type PoolModel } from "../../model/model";
import { known } from "../../model/value";
import { claim } from "../language/claims";
import { meets, quotedValue } from "../language/fields";
import { say } from "../language/phrases";
import { api, guide, PREFLIGHT } from "../language/sources";
import { all, comparison, implies, not, type Statement } from "../language/statements";
import { hasLength, matches } from "../language/text-statements";
import type { Rule } from "../rule";
import { customDomainRules } from "./custom-domains";
import { hasDot, isCustom, isHost, name, nameKey } from "./domain-kinds";
import { domainRule } from "./object-rule";
import { badPool, certificateArn, goodPool } from "./pool-examples";

const prefixGuide = guide("cognito-user-pools-assign-domain-prefix");

const LENGTH = hasLength(...DOMAIN_ARGUMENTS.domain.range);
const LONGEST = DOMAIN_ARGUMENTS.domain.range[1];
const LABEL = "[0-9a-z](?:[0-9a-z-]*[0-9a-z])?";
const PREFIX = all(LENGTH, matches(`^${LABEL}$`));
const CUSTOM = all(LENGTH, matches(`^${LABEL}(?:\\.${LABEL})+$`));
/** `aws` only as a whole part of the prefix: Cognito has accepted others, though AWS's guide forbids them all. */
const RESERVED = matches("amazon|cognito|(?:^|-)aws(?:-|$)");
const DOUBTFUL = all(matches("aws"), not(RESERVED));

const isPrefix = all(not(isCustom), not(hasDot));

/** The domain of a pool's sign-in pages. */
export const domainRules: readonly Rule[] = [
  domainRule({
    id: "DOM-01",
    name: "domain-form",
    since: "1.0",
    severity: "error",
    title: `require a domain of lower case letters, digits and hyphens, at most ${LONGEST} characters`,
    why: '"The domain name contains an invalid character. Domain names can only contain lower-case letters, numbers, and hyphens."',
    fix: "use lower case letters, digits and -, not first or last; example-login",
    source: [api("CreateUserPoolDomain"), prefixGuide, PREFLIGHT],
    claims: [
      claim(
        implies(isPrefix, meets(name, PREFIX)),
        nameKey,
        say`prefix ${quotedValue(name)} must be 1 to ${String(LONGEST)} lower case letters, digits and hyphens, without a hyphen at either end`,
      ),
      claim(
        implies(isHost, meets(name, CUSTOM)),
        nameKey,
        say`custom domain ${quotedValue(name)} must be 1 to ${String(LONGEST)} lower case letters, digits and hyphens between dots, without a hyphen at either end`,
      ),
    ],
    examples: () => ({
      bad: [
        ...["Example", "example_login", "-example", "example-", "x".repeat(64), ""].map((prefix) =>
          badPool({ domain: { prefix } }, "domain", "prefix"),
        ),
        badPool({ domain: { customDomain: "Login.example.com", certificateArn } }, "domain", "customDomain"),
        badPool(
          { domain: { customDomain: `${"x".repeat(52)}.example.com`, certificateArn } },
          "domain",
          "customDomain",
        ),
      ],
      good: [
        ...["x", "example-login", "x".repeat(63)].map((prefix) => goodPool({ domain: { prefix } })),
        goodPool({ domain: { customDomain: `${"x".repeat(51)}.example.com`, certificateArn } }),
        goodPool({ domain: { prefix: { var: "prefix" } } }),
      ],
    }),
  }),
  domainRule({
    id: "DOM-02",
    name: "no-reserved-word-in-domain",
    since: "1.0",
    severity: "error",
    title: "disallow the words aws, amazon and cognito in a domain prefix",
    why: '"Domain cannot contain reserved word: cognito"',
    fix: "use another prefix",
    source: [prefixGuide, PREFLIGHT, "https://github.com/aws-amplify/amplify-cli/issues/3854"],
    claims: [
      claim(
        implies(isPrefix, not(meets(name, RESERVED))),
        nameKey,
        say`prefix ${name} contains a reserved word: aws, amazon or cognito`,
      ),
    ],
    advises: true,
    check: (domain) =>
      isPrefix.holds(domain) && meets(name, DOUBTFUL).holds(domain)
        ? [
            {
              at: nameKey(domain),
              message: `prefix ${known(domain.domain)} contains aws, which AWS reserves and has not always refused`,
              severity: "warning",
            },
          ]
        : [],
    examples: () => ({
      bad: ["my-cognito", "newcognito", "amazonian", "aws", "login-aws", "aws-login", "my-aws-login", "jaws"].map(
        (prefix) => badPool({ domain: { prefix } }, "domain", "prefix"),
      ),
      good: [
        goodPool({ domain: { prefix: "example-login" } }),
        goodPool({ domain: { prefix: "2026" } }),
        goodPool({ domain: { customDomain: "cognito.example.com", certificateArn } }),
      ],
    }),
  }),
  ...customDomainRules,
  domainRule({
    id: "DOM-07",
    name: "prefix-or-custom-domain",
    since: "1.0",
    severity: "error",
    title: "require dots and a certificate of a custom domain, and neither of a prefix",
    why: "The AWS provider accepts a prefix with a certificate and a host name without one; AWS refuses both at apply.",
    fix: "write prefix for <prefix>.auth.<region>.amazoncognito.com, customDomain and certificateArn for a domain of your own",
    planFix: "write the prefix alone, without certificate_arn, or a domain of your own with certificate_arn",
    source: [api("CreateUserPoolDomain")],
    claims: [
      claim(
        implies(isCustom, hasDot),
        nameKey,
        say`custom domain ${name} has no dot; write a prefix without dots as prefix`,
      ),
      claim(
        implies(hasDot, isCustom),
        nameKey,
        say`domain ${name} has dots and no certificate; write a host name of your own as customDomain, with its certificate`,
      ),
    ],
    examples: () => ({
      bad: [
        badPool({ domain: { prefix: "login.example.com" } }, "domain", "prefix"),
        badPool({ domain: { customDomain: "login", certificateArn } }, "domain", "customDomain"),
        badPool({ domain: { customDomain: "login.example.com", certificateArn: "" } }, "domain", "customDomain"),
      ],
      good: [
        goodPool({ domain: { prefix: "example-login" } }),
        goodPool({ domain: { customDomain: "login.example.com", certificateArn } }),
      ],
    }),
  }),
  domainRule({
    id: "DOM-10",
    name: "one-domain-of-each-kind",
    since: "2.0",
    severity: "error",
    title: "require an additional domain to be of the other kind than domain",
    why: "A pool has at most one prefix and one custom domain: AWS refuses a second one of a kind at apply.",
    fix: "use a prefix beside a custom domain, or a custom domain beside a prefix",
    source: [api("CreateUserPoolDomain"), guide("cognito-user-pools-assign-domain")],
    claims: (pool) => [
      {
        ...claim(isOnlyOfItsKind(pool), [], say`the pool has two domains of the kind of ${name}`),
        violations: ({ key, custom }) =>
          key === "domain"
            ? []
            : [{ at: [], message: `the additional domain is a ${custom ? "custom domain" : "prefix"}, as domain is` }],
      },
    ],
    check: ({ key }, { domain }) =>
      key === "additionalDomain" && domain === undefined
        ? [
            {
              at: [],
              message: "the pool has an additional domain, but no domain",
              fix: "write it as domain, or add domain",
            },
          ]
        : [],
    examples: () => ({
      bad: [
        badPool({ domain: { prefix: "acme" }, additionalDomain: { prefix: "acme-login" } }, "additionalDomain"),
        badPool(
          {
            domain: { customDomain: "login.example.com", certificateArn },
            additionalDomain: { customDomain: "auth.example.com", certificateArn },
          },
          "additionalDomain",
        ),
        badPool({ additionalDomain: { prefix: "acme-login" } }, "additionalDomain"),
      ],
      good: [
        goodPool({
          domain: { prefix: "acme" },
          additionalDomain: { customDomain: "auth.example.com", certificateArn },
        }),
        goodPool({
          domain: { customDomain: "auth.example.com", certificateArn },
          additionalDomain: { prefix: "acme" },
        }),
        goodPool({ domain: { prefix: "acme" } }),
      ],
    }),
  }),
];

/** The pool has no other domain that is custom as well, or a prefix as well. */
function isOnlyOfItsKind(pool: PoolModel): Statement<DomainModel> {
  const alike = (domain: string) =>
    `length([for other in local.domains : other if (${isCustom.over("other")}) == (${isCustom.over(domain)})])`;
  return comparison(
    ({ custom }) => domainsOf(pool).filter((other) => other.custom === custom).length === 1,
    (domain) => `${alike(domain)} == 1`,
    (domain) => `${alike(domain)} != 1`,
  );
}
