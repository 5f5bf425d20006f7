import { partitionOf } from "../../cognito/regions";
import { same } from "../../model/same";
import { COMMON_SETTINGS, proxyOf } from "../../model/secret-hash-proxy";
import { isOpen, known, type Text } from "../../model/value";
import { type ArnDemand, arnClauses } from "../language/arns";
import { plain } from "../language/expressions";
import { all, has, not } from "../language/statements";
import { lengthClause, type TextClause } from "../language/text-clauses";
import { matches, quoted } from "../language/text-statements";
import { isProxied } from "../language/trust";
import { certificateArn } from "../pool/pool-examples";
import type { Rule } from "../rule";
import { bad, claim, clientRule, on, placeOf } from "./client-rule";
import { STORES_NO_TEXT } from "./delivery-rule";
import { PLANNED, proxyRule, settingRule } from "./secret-hash-proxy-rule";

const page = "docs/secret-hash-proxy.md";
const cloudFront = (name: string) => `https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/${name}.html`;

const HOME = "us-east-1";
const LABEL = "[0-9a-z](?:[0-9a-z-]{0,61}[0-9a-z])?";
const HOST: TextClause = {
  statement: matches(`^${LABEL}(?:\\.${LABEL})+$`),
  message: (host) => `${quoted(host)} is not a host name in lower case`,
  demand: "a host name in lower case",
  fix: "write the host alone: auth-api.example.com",
};

const webAclArn = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/acme/1a2b3c4d-0000-4000-8000-000000000000";
const domain = "auth-api.example.com";
const own = { domain, certificateArn };
const proxied = (settings: Exclude<Settings, boolean>) => on("ios", { secretHashProxy: { webAclArn, ...settings } });
const at = (key: string) => ["secretHashProxy", key] as const;
type Settings = NonNullable<NonNullable<Parameters<typeof on>[1]>["secretHashProxy"]>;

const HAS_CERTIFICATE = `(length(${PLANNED.certificateArn}) > 0 || length(compact([try(self.distribution.viewer_certificate[0].iam_certificate_id, null)])) > 0)`;
const UNCOVERED = "the proxy has a domain, but no certificate for it";
const UNUSED = "the proxy has a certificate, but no domain";
const UNLIMITED = "nothing limits how often one address calls the proxy";

/** The SECRET_HASH proxy of a pool, as its clients describe it. */
export const secretHashProxyRules: readonly Rule[] = [
  settingRule({
    id: "PRX-01",
    name: "proxy-domain",
    severity: "error",
    title: "require a host name as the domain of the SECRET_HASH proxy",
    why: "CloudFront refuses an alternate domain name that is not a host name: InvalidArgument.",
    fix: "write the host alone, in lower case: auth-api.example.com",
    source: [cloudFront("CNAMEs")],
    setting: "domain",
    clauses: () => [lengthClause(1, 253), HOST],
    examples: () => ({
      bad: [
        "",
        "https://auth-api.example.com",
        "Auth-api.example.com",
        "localhost",
        "auth_api.example.com",
        "*.example.com",
      ].map((domain) => bad(proxied({ ...own, domain }), ...at("domain"))),
      good: [proxied(own), proxied({ ...own, domain: { var: "host" } }), proxied({})],
    }),
  }),
  proxyRule({
    id: "PRX-02",
    name: "proxy-domain-certificate",
    severity: "error",
    title: "require a certificate of the proxy's own domain, and none without one",
    why: "CloudFront refuses an alternate domain name without a certificate that covers it: InvalidViewerCertificate. A certificate without a domain has no effect.",
    fix: "write domain and certificateArn together, or neither",
    source: [cloudFront("cnames-and-https-requirements")],
    check: ({ secretHashProxy }, pool) => {
      const common = proxyOf(pool);
      if (secretHashProxy?.domain !== undefined && !common?.certificateArn)
        return [{ at: at("domain"), message: UNCOVERED }];
      if (secretHashProxy?.certificateArn && common?.domain === undefined)
        return [{ at: at("certificateArn"), message: UNUSED }];
      return [];
    },
    planned: () => [
      { expression: `length(${PLANNED.domain}) == 0 || ${HAS_CERTIFICATE}`, message: plain(UNCOVERED) },
      { expression: `length(${PLANNED.domain}) > 0 || length(${PLANNED.certificateArn}) == 0`, message: plain(UNUSED) },
    ],
    examples: () => ({
      bad: [bad(proxied({ domain }), ...at("domain")), bad(proxied({ certificateArn }), ...at("certificateArn"))],
      good: [
        proxied(own),
        proxied({}),
        { ...proxied(own), clients: { tv: { platform: "android", secretHashProxy: { domain, webAclArn } } } },
      ],
    }),
  }),
  settingRule({
    id: "PRX-03",
    name: "proxy-certificate-region",
    severity: "error",
    title: "require the certificate of the proxy to be in us-east-1, of the pool's account",
    why: "CloudFront reads certificates of AWS Certificate Manager from us-east-1 alone: InvalidViewerCertificate.",
    fix: "issue the certificate in us-east-1, whatever the Region of the pool, in the pool's account",
    source: [cloudFront("cnames-and-https-requirements")],
    setting: "certificateArn",
    clauses: (environment) => arnClauses(inHome("certificate"), environment),
    examples: () => ({
      bad: [
        ...[certificateArn.replace("us-east-1", "eu-west-1"), "example.com", ""].map((given) =>
          bad(proxied({ domain, certificateArn: given }), ...at("certificateArn")),
        ),
        { ...bad(proxied(own), ...at("certificateArn")), environment: { accountId: "111122223333" } },
      ],
      good: [
        proxied(own),
        { ...proxied(own), environment: { accountId: "123456789012" } },
        proxied({ domain, certificateArn: { var: "certificate" } }),
      ],
    }),
  }),
  settingRule({
    id: "PRX-04",
    name: "proxy-web-acl-scope",
    severity: "error",
    title: "require the web ACL of the proxy to have scope CLOUDFRONT",
    why: "CloudFront takes web ACLs of AWS WAF with scope CLOUDFRONT, which are in us-east-1: InvalidWebACLId.",
    fix: "create the web ACL in us-east-1 with scope CLOUDFRONT, and write its ARN",
    source: [
      cloudFront("distribution-web-awswaf"),
      "https://docs.aws.amazon.com/waf/latest/developerguide/waf-chapter.html",
    ],
    setting: "webAclArn",
    clauses: (environment) => arnClauses(inHome("webAcl"), environment),
    examples: () => ({
      bad: [
        webAclArn.replace("global", "regional"),
        webAclArn.replace("us-east-1", "eu-west-1"),
        "1a2b3c4d-0000-4000-8000-000000000000",
      ].map((given) => bad(proxied({ webAclArn: given }), ...at("webAclArn"))),
      good: [proxied({}), proxied({ webAclArn: { var: "acl" } })],
    }),
  }),
  proxyRule({
    id: "PRX-05",
    name: "one-proxy-for-a-pool",
    severity: "error",
    title: "require the clients of a pool to describe the same proxy",
    why: "The clients behind the proxy share one distribution, which has one domain, one certificate and one web ACL.",
    fix: "write it once: on one client, or in clientDefaults",
    source: [page],
    check: ({ secretHashProxy }, pool) => {
      const common = proxyOf(pool);
      return COMMON_SETTINGS.flatMap((key) => {
        const [given, first] = [secretHashProxy?.[key], common?.[key]];
        if (given === undefined || same(given, first)) return [];
        const owner = common?.clients.find((client) => same(client.secretHashProxy?.[key], first))?.key;
        return [
          { at: at(key), message: `${key} is ${shown(given)}; client ${owner} has ${shown(first)}`, unplanned: true },
        ];
      });
    },
    examples: () => ({
      bad: [
        {
          ...proxied(own),
          clients: { tv: { platform: "android", secretHashProxy: { ...own, webAclArn, domain: "tv.example.com" } } },
          at: "pools.users.clients.tv.secretHashProxy.domain",
        },
      ],
      good: [
        { ...proxied(own), clients: { tv: { platform: "android", secretHashProxy: { ...own, webAclArn } } } },
        { ...proxied(own), clients: { tv: { platform: "android", secretHashProxy: true } } },
      ],
    }),
  }),
  clientRule({
    id: "PRX-06",
    name: "no-code-grant-behind-proxy",
    since: "2.0",
    severity: "warning",
    title: "disallow the code grant on a client behind the SECRET_HASH proxy",
    why: "The proxy serves the Cognito API. The token endpoint of the domain is not behind it and demands the secret, which the app does not have: invalid_client.",
    fix: "remove callbackUrls and the code grant, and add a public client without the proxy for sign-in through the browser",
    source: [page, "https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html"],
    claims: [
      claim(
        not(all(isProxied, has("allowedOauthFlows", "code"))),
        (client) => placeOf(client, "allowedOauthFlows", "code"),
        "the app cannot exchange a code for tokens: the token endpoint demands the secret that the proxy keeps",
      ),
    ],
    examples: () => ({
      bad: [
        bad(
          on("ios", { secretHashProxy: { webAclArn }, callbackUrls: ["app://in"], allowedOauthFlows: ["code"] }),
          "allowedOauthFlows",
          0,
        ),
        bad(on("spa", { secretHashProxy: { webAclArn }, callbackUrls: ["https://app.example.com/in"] })),
      ],
      good: [
        on("ios", { callbackUrls: ["app://in"] }),
        on("ios", { secretHashProxy: { webAclArn }, callbackUrls: ["app://in"], allowedOauthFlows: [] }),
      ],
    }),
  }),
  proxyRule({
    id: "PRX-07",
    name: "proxy-partition",
    severity: "error",
    title: "require a Region of the partition aws for the SECRET_HASH proxy",
    why: "Lambda@Edge and CloudFront's global network belong to the partition aws; China and AWS GovCloud (US) have no Lambda@Edge.",
    fix: "remove secretHashProxy in this environment",
    source: [cloudFront("lambda-at-the-edge")],
    check: (_, { environment }) => {
      const region = known(environment.region);
      const partition = region === undefined ? undefined : partitionOf(region);
      return partition === undefined || partition === "aws"
        ? []
        : [
            {
              at: ["secretHashProxy"],
              message: `${region} is in partition ${partition}, which has no Lambda@Edge`,
              unplanned: true,
            },
          ];
    },
    examples: () => ({
      bad: ["cn-north-1", "us-gov-west-1"].map((region) => ({
        ...bad(on("ios", { secretHashProxy: true, acknowledge: { "PRX-08": "limited elsewhere" } }), "secretHashProxy"),
        environment: { region },
      })),
      good: [{ ...proxied({}), environment: { region: "us-east-1" } }],
    }),
  }),
  proxyRule({
    id: "PRX-08",
    name: "limited-proxy",
    severity: "warning",
    title: "require a web ACL on the SECRET_HASH proxy",
    why: "Whoever knows the client id can call the proxy, and to Cognito all calls come from the proxy's addresses: its own limits by address no longer tell callers apart.",
    fix: "set webAclArn to a web ACL of scope CLOUDFRONT with a rate-based rule, or acknowledge that calls are limited elsewhere",
    source: [page, "https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based.html"],
    check: (client, pool) =>
      !proxyOf(pool)?.webAclArn && proxyOf(pool)?.clients[0] === client
        ? [{ at: ["secretHashProxy"], message: UNLIMITED }]
        : [],
    planned: (pool) =>
      "PRX-08" in (proxyOf(pool)?.clients[0]?.acknowledge ?? {})
        ? []
        : [{ expression: `length(${PLANNED.webAclArn}) > 0`, message: plain(UNLIMITED) }],
    examples: () => ({
      bad: [bad(on("ios", { secretHashProxy: true }), "secretHashProxy")],
      good: [
        proxied({}),
        on("ios", { secretHashProxy: true }, { clients: { a: { platform: "spa", secretHashProxy: { webAclArn } } } }),
      ],
    }),
  }),
  proxyRule({
    id: "PRX-09",
    name: "no-exported-proxy-secret",
    severity: "warning",
    title: "disallow the secrets of the SECRET_HASH proxy as an output, and as text in the state of the proxy",
    why: "Whoever reads the secret of a client behind the proxy can call the Cognito API beside it, without its web ACL and its list of operations.",
    fix: "remove exportClientSecrets, or move the clients whose secret is read elsewhere to another pool",
    source: [page],
    check: (_, { exportClientSecrets }) =>
      exportClientSecrets
        ? [{ at: ["secretHashProxy"], message: "the secret that the proxy keeps is also an output", unplanned: true }]
        : [],
    planned: () => [
      {
        expression: STORES_NO_TEXT,
        message: plain("secret_string puts the secrets of its clients into the state; secret_string_wo does not"),
      },
    ],
    examples: () => ({
      bad: [{ ...bad(proxied({}), "secretHashProxy"), pool: { exportClientSecrets: true } }],
      good: [proxied({}), on("server", {}, { pool: { exportClientSecrets: true } })],
    }),
  }),
];

function inHome(kind: ArnDemand["kind"]): ArnDemand {
  return { kind, regions: () => [HOME], ownAccount: true };
}

function shown(value: Text | undefined): string {
  return isOpen(value) ? `variable ${value.variable}` : quoted(value);
}
