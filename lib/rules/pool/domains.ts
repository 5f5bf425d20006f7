import { isPublicSuffix } from "../../cognito/public-suffix";
import { type DomainModel, domainsOf, type EnvironmentModel } from "../../model/model";
import { known } from "../../model/value";
import { arnClauses } from "../language/arns";
import { planText } from "../language/expressions";
import { api, guide, PREFLIGHT } from "../language/sources";
import { all } from "../language/statements";
import { hasLength, matches, quoted } from "../language/text-statements";
import type { PoolRule, Rule, RuleText, Violation } from "../rule";
import { badPool, goodPool } from "./pool-examples";
import { type Guard, guardedOn } from "./pool-rule";

const prefixGuide = guide("cognito-user-pools-assign-domain-prefix");
const customGuide = guide("cognito-user-pools-add-custom-domain");

const PREFIX = matches("^[0-9a-z](?:[0-9a-z-]{0,61}[0-9a-z])?$");
const ADDRESS = matches("^[0-9.]+$");
const LABEL = "[0-9a-z](?:[0-9a-z-]*[0-9a-z])?";
const CUSTOM = all(hasLength(1, 63), matches(`^${LABEL}(?:\\.${LABEL})+$`));
const CERTIFICATE = matches(
  "^arn:(?:aws:acm:us-east-1|aws-[a-z-]+:acm:[0-9a-z-]+):[0-9]{12}:certificate/[0-9A-Za-z-]+$",
);
/** Partition and account. */
const placeOfCertificate = (environment: EnvironmentModel) =>
  arnClauses({ kind: "certificate", ownAccount: true }, environment).slice(1);
/** `aws` only as a whole part of the prefix: Cognito has accepted others, though AWS's guide forbids them all. */
const RESERVED = matches("amazon|cognito|(?:^|-)aws(?:-|$)");

/** A custom domain has a certificate. The provider reads an absent one back as empty text. */
const IS_CUSTOM = '(coalesce(self.certificate_arn, "none") != "none")';

const certificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/1a2b3c4d-0000-4000-8000-000000000000";

const custom = { customDomain: "login.example.com", certificateArn };

/** The domain of a pool's sign-in pages. */
export const domainRules: readonly Rule[] = [
  domainRule({
    id: "DOM-01",
    name: "domain-form",
    since: "1.0",
    severity: "error",
    title: "require a domain of lower case letters, digits and hyphens, at most 63 characters",
    why: '"The domain name contains an invalid character. Domain names can only contain lower-case letters, numbers, and hyphens."',
    fix: "use lower case letters, digits and -, not first or last; example-login",
    source: [api("CreateUserPoolDomain"), prefixGuide, PREFLIGHT],
    problem: (name, { custom }) => {
      if (custom !== name.includes(".") || (custom ? CUSTOM : PREFIX).holds(name)) return undefined;
      return `domain ${JSON.stringify(name)} must be 1 to 63 lower case letters, digits and hyphens${custom ? " between dots" : ""}, without a hyphen at either end`;
    },
    guard: {
      expression: `${IS_CUSTOM} != strcontains(self.domain, ".") || (${IS_CUSTOM} ? ${CUSTOM.over("self.domain")} : ${PREFIX.over("self.domain")})`,
      planMessage: planText`domain ${"jsonencode(self.domain)"} must be 1 to 63 lower case letters, digits and hyphens (between dots in a custom domain), without a hyphen at either end`,
    },
    examples: {
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
    },
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
    problem: (name, { custom }) =>
      !custom && RESERVED.holds(name) ? `prefix ${name} contains a reserved word: aws, amazon or cognito` : undefined,
    guard: {
      expression: `${IS_CUSTOM} || !${RESERVED.over("self.domain")}`,
      planMessage: planText`prefix ${"self.domain"} contains a reserved word: aws, amazon or cognito`,
    },
    advice: (name, { custom }) =>
      !custom && !RESERVED.holds(name) && name.includes("aws")
        ? `prefix ${name} contains aws, which AWS reserves and has not always refused`
        : undefined,
    examples: {
      bad: ["my-cognito", "newcognito", "amazonian", "aws", "login-aws", "aws-login", "my-aws-login", "jaws"].map(
        (prefix) => badPool({ domain: { prefix } }, "domain", "prefix"),
      ),
      good: [
        goodPool({ domain: { prefix: "example-login" } }),
        goodPool({ domain: { customDomain: "cognito.example.com", certificateArn } }),
      ],
    },
  }),
  domainRule({
    id: "DOM-05",
    name: "certificate-region",
    since: "1.0",
    severity: "error",
    title: "require the certificate of a custom domain to be in us-east-1, of the pool's account",
    why: "\"The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a valid certificate chain.\"",
    fix: "issue the certificate in us-east-1, whatever the Region of the pool, in the pool's account",
    source: [api("CustomDomainConfigType"), customGuide, PREFLIGHT],
    field: "certificateArn",
    problem: (_, domain, environment) => {
      const given = known(domain.certificateArn);
      if (!given) return undefined;
      if (!CERTIFICATE.holds(given))
        return `certificate ${quoted(given)} must be the ARN of a certificate of AWS Certificate Manager in us-east-1`;
      const foreign = placeOfCertificate(environment).find(({ statement }) => statement.holds(given) === false);
      return foreign && `the certificate ${foreign.message(given)}`;
    },
    guard: (environment) => ({
      expression: `${IS_CUSTOM} ? ${all(CERTIFICATE, ...placeOfCertificate(environment).map(({ statement }) => statement)).over("self.certificate_arn")} : true`,
      planMessage: planText`certificate ${'coalesce(self.certificate_arn, "(none)")'} must be the ARN of a certificate of AWS Certificate Manager in us-east-1, of the pool's partition and account; issue one there, whatever the Region of the pool`,
    }),
    examples: {
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
    },
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
    problem: (name, { custom }) => {
      if (ADDRESS.holds(name)) return `custom domain ${name} is an IP address; a certificate names hosts`;
      const parent = name.slice(name.indexOf(".") + 1);
      return custom && name.includes(".") && isPublicSuffix(parent)
        ? `the parent of custom domain ${name} is ${parent}, a public suffix, which has no A record`
        : undefined;
    },
    unplanned: (name) => name.split(".").length > 2 && !ADDRESS.holds(name),
    guard: {
      // the list of public suffixes is not in Terraform: only a top-level domain shows there
      expression: `!${IS_CUSTOM} || length(split(".", self.domain)) != 2 && !${ADDRESS.over("self.domain")}`,
      planMessage: planText`custom domain ${"self.domain"} is an IP address, or its parent is a top-level domain, which has no A record; use a subdomain such as login.${"self.domain"}`,
    },
    examples: {
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
    },
  }),
  domainRule({
    id: "DOM-07",
    name: "prefix-or-custom-domain",
    since: "1.0",
    severity: "error",
    title: "require dots and a certificate of a custom domain, and neither of a prefix",
    why: "The AWS provider accepts a prefix with a certificate and a host name without one; AWS refuses both at apply.",
    fix: "write prefix for <prefix>.auth.<region>.amazoncognito.com, customDomain and certificateArn for a domain of your own",
    source: [api("CreateUserPoolDomain")],
    problem: (name, domain) => {
      const { custom } = domain;
      if (custom && known(domain.certificateArn) === "") return `the certificate of custom domain ${name} is empty`;
      if (custom === name.includes(".")) return undefined;
      return custom
        ? `custom domain ${name} has no dot; write a prefix without dots as prefix`
        : `prefix ${name} has a dot; write a host name of your own as customDomain`;
    },
    guard: {
      expression: `${IS_CUSTOM} == strcontains(self.domain, ".")`,
      planMessage: planText`domain ${"self.domain"} must have both dots and a certificate (custom domain), or neither (prefix)`,
    },
    examples: {
      bad: [
        badPool({ domain: { prefix: "login.example.com" } }, "domain", "prefix"),
        badPool({ domain: { customDomain: "login", certificateArn } }, "domain", "customDomain"),
      ],
      good: [
        goodPool({ domain: { prefix: "example-login" } }),
        goodPool({ domain: { customDomain: "login.example.com", certificateArn } }),
      ],
    },
  }),
  {
    id: "DOM-10",
    name: "one-domain-of-each-kind",
    since: "2.0",
    severity: "error",
    subject: "pool",
    title: "require an additional domain to be of the other kind than domain",
    why: "A pool has at most one prefix and one custom domain: AWS refuses a second one of a kind at apply.",
    fix: "use a prefix beside a custom domain, or a custom domain beside a prefix",
    source: [api("CreateUserPoolDomain"), guide("cognito-user-pools-assign-domain")],
    check: ({ domain, additionalDomain }) => {
      const violation = (message: string) => [{ at: ["additionalDomain"], message }];
      if (additionalDomain === undefined) return [];
      if (domain === undefined)
        return [
          { at: ["additionalDomain"], message: "the pool has an additional domain, but no domain", unplanned: true },
        ];
      const kind = domain.custom ? "custom domain" : "prefix";
      return domain.custom === additionalDomain.custom
        ? violation(`the additional domain is a ${kind}, as domain is`)
        : [];
    },
    conditions: () => [
      guardedOn("domain", {
        expression: `length([for other in local.domains : other if (coalesce(other.certificate_arn, "none") != "none") == ${IS_CUSTOM}]) == 1`,
        planMessage: planText`the pool has two domains of the kind of ${"self.domain"}`,
      }),
    ],
    examples: {
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
    },
  },
];

interface DomainRuleDefinition extends RuleText {
  /** The key that the finding points at. Default the one that holds the name. */
  readonly field?: "certificateArn";
  /** What is wrong, if anything. */
  readonly problem: (name: string, domain: DomainModel, environment: EnvironmentModel) => string | undefined;
  /** Whether the guard does not see what is wrong with a name. */
  readonly unplanned?: (name: string) => boolean;
  /** The same over the domain. */
  readonly guard?: Guard | ((environment: EnvironmentModel) => Guard);
  /** What is doubtful, if anything. */
  readonly advice?: (name: string, domain: DomainModel) => string | undefined;
  readonly examples: PoolRule["examples"];
}

function domainRule({ field, problem, unplanned, guard, advice, ...text }: DomainRuleDefinition): PoolRule {
  return {
    ...text,
    ...(advice && { advises: true }),
    subject: "pool",
    check: (pool) =>
      domainsOf(pool).flatMap((domain) => {
        const name = known(domain.domain);
        if (name === undefined && field === undefined) return [];
        const at = [domain.key, field ?? (domain.custom ? "customDomain" : "prefix")];
        const violation = (message: string | undefined, more: Partial<Violation> = {}) =>
          message === undefined ? [] : [{ at, message, ...more }];
        return [
          ...violation(
            problem(name ?? "", domain, pool.environment),
            unplanned?.(name ?? "") ? { unplanned: true } : {},
          ),
          ...violation(advice?.(name ?? "", domain), { severity: "warning" }),
        ];
      }),
    ...(guard && {
      conditions: ({ environment }) => [guardedOn("domain", typeof guard === "function" ? guard(environment) : guard)],
    }),
  };
}
