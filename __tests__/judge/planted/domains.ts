import { client, domain, factors, id, OAUTH, of, type Planted, POOL, pool, resource } from "./terraform";

const acl = (region: string) =>
  resource("aws_wafv2_web_acl_association", "acl", {
    resource_arn: `${POOL}.arn`,
    web_acl_arn: `"arn:aws:wafv2:${region}:123456789012:regional/webacl/acme/1a2b3c4d-0000-4000-8000-000000000000"`,
  });

const CSS = ".banner-customizable { background-color: #123456; }";

const pages = (css: string) => resource("aws_cognito_user_pool_ui_customization", "pages", { css: `"${css}"`, ...id });

const PAGES = "aws_cognito_user_pool_ui_customization.pages";

const CERTIFICATE = '"arn:aws:acm:us-east-1:123456789012:certificate/11112222-3333-4444-5555-666677778888"';

/** Mistakes in domains, pages and web ACLs. */
export const DOMAINS: readonly Planted[] = [
  of("DOM-01", "aws_cognito_user_pool_domain.main", domain({ domain: '"acme--sign_in"' }), domain()),
  of("DOM-02", "aws_cognito_user_pool_domain.main", domain({ domain: '"my-cognito-pool"' }), domain()),
  of(
    "DOM-03",
    "aws_cognito_user_pool_domain.main",
    resource("aws_cognito_user_pool_domain", "second", {
      domain: '"acme-sign-in"',
      user_pool_id: "aws_cognito_user_pool.other.id",
    }),
    resource("aws_cognito_user_pool_domain", "second", {
      domain: '"acme-of-its-own"',
      user_pool_id: "aws_cognito_user_pool.other.id",
    }),
    pool() + domain() + resource("aws_cognito_user_pool", "other", { name: '"other"' }),
  ),
  of(
    "DOM-05",
    "aws_cognito_user_pool_domain.main",
    domain({
      domain: '"auth.example.com"',
      certificate_arn: '"arn:aws:acm:eu-west-1:123456789012:certificate/11112222-3333-4444-5555-666677778888"',
    }),
    domain({
      domain: '"auth.example.com"',
      certificate_arn: '"arn:aws:acm:us-east-1:123456789012:certificate/11112222-3333-4444-5555-666677778888"',
    }),
  ),
  of(
    "DOM-06",
    "aws_cognito_user_pool_domain.main",
    domain({ domain: '"example.com"', certificate_arn: CERTIFICATE }),
    domain(),
  ),
  of("DOM-07", "aws_cognito_user_pool_domain.main", domain({ domain: '"auth.example.com"' }), domain()),
  of(
    "DOM-09",
    POOL,
    pool({
      ...factors("PASSWORD", "WEB_AUTHN"),
      web_authn_configuration: '{\nrelying_party_id = "example.com"\n}',
    }) + domain({ domain: '"auth.example.com"', certificate_arn: CERTIFICATE }),
    pool(factors("PASSWORD", "WEB_AUTHN")) + domain(),
    client(OAUTH),
  ),
  of(
    "DOM-10",
    "aws_cognito_user_pool_domain.second",
    resource("aws_cognito_user_pool_domain", "second", { domain: '"acme-second"', ...id }),
    "",
    pool() + domain(),
  ),
  of(
    "BRD-06",
    "aws_cognito_user_pool_domain.main",
    domain({ managed_login_version: "2" }),
    domain({ managed_login_version: "1" }),
    pool() + client(OAUTH),
  ),
  of("UI-01", PAGES, pages(".mine { color: red; }"), pages(CSS), pool() + domain() + client(OAUTH)),
  of("UI-02", PAGES, pages(CSS), pages(CSS) + domain()),
  of(
    "UI-03",
    PAGES,
    domain({ managed_login_version: "2" }),
    domain({ managed_login_version: "1" }),
    pool() + pages(CSS),
  ),
  of("WAF-01", "aws_wafv2_web_acl_association.acl", acl("us-east-1"), acl("eu-west-1")),
];
