import { resolveConfig } from "../../lib/config/resolve";
import type { Client, Config, Pool } from "../../lib/config/schema";
import { filesOf } from "../../lib/module/files";
import { moduleOf } from "../../lib/module/module";
import { type StackJson, synthesizeHcl, synthesizeOne } from "../examples/examples";

const STYLE = "aws_cognito_managed_login_branding";
const PAGES = { platform: "spa" as const, callbackUrls: ["https://app.acme.example/"] };
const PNG = "data:image/png;base64,iVBORw0KGgo=";

function configOf(pool: Partial<Pool>, clients: Readonly<Record<string, Client>> = { web: PAGES }): Config {
  const users = { domain: { prefix: "acme", managedLoginVersion: 2 }, ...pool, clients } as Pool;
  return { project: "acme", environments: { prod: { region: "eu-west-1" } }, pools: { users } };
}

const stackOf = (...args: Parameters<typeof configOf>) => synthesizeOne(configOf(...args)).json;
/** The arguments of each style, without what cdktf says of the construct. */
const stylesIn = ({ resource }: StackJson) =>
  Object.fromEntries(Object.entries(resource?.[STYLE] ?? {}).map(([name, { "//": _, ...written }]) => [name, written]));
const styles = (...args: Parameters<typeof configOf>) => stylesIn(stackOf(...args));
const versions = (...args: Parameters<typeof configOf>) =>
  (stackOf(...args).terraform as { required_providers: { aws: { version: string } } }).required_providers.aws.version;

const OWN: NonNullable<Pool["clientDefaults"]>["branding"] = {
  settings: ' { "categories": { "global": { "colorSchemeMode": "${x}" } } }\n',
  assets: [
    { category: "FORM_LOGO", colorMode: "DYNAMIC", file: PNG },
    { category: "FAVICON_ICO", colorMode: "DARK", file: "data:image/vnd.microsoft.icon;base64,AAABAA==" },
  ],
};

describe("the style of a client", () => {
  test("is Cognito's own where a domain has managed login, before the domain", () => {
    const stack = stackOf({});
    expect(stylesIn(stack)).toEqual({
      web: {
        client_id: "${aws_cognito_user_pool_client.web.id}",
        user_pool_id: "${aws_cognito_user_pool.users.id}",
        use_cognito_provided_values: true,
      },
    });
    expect(stack.resource?.aws_cognito_user_pool_domain?.users?.depends_on).toEqual([`${STYLE}.web`]);
    expect(stack.terraform.required_providers).toEqual({
      aws: { source: "hashicorp/aws", version: ">= 6.13.0, < 7.0.0" },
    });
  });

  test("is its own settings and images", () => {
    const { web = {} } = styles({}, { web: { ...PAGES, branding: OWN } });
    expect(web).toEqual({
      client_id: "${aws_cognito_user_pool_client.web.id}",
      user_pool_id: "${aws_cognito_user_pool.users.id}",
      settings: '{"categories":{"global":{"colorSchemeMode":"$${x}"}}}',
      asset: [
        { category: "FORM_LOGO", color_mode: "DYNAMIC", extension: "PNG", bytes: "iVBORw0KGgo=" },
        { category: "FAVICON_ICO", color_mode: "DARK", extension: "ICO", bytes: "AAABAA==" },
      ],
    });
  });

  test("is Cognito's own with images, where the config says no settings", () => {
    const { assets } = OWN as { assets: [] };
    const { web = {} } = styles({}, { web: { ...PAGES, branding: { assets } } });
    expect([web.use_cognito_provided_values, web.settings, web.asset]).toEqual([true, undefined, expect.any(Array)]);
  });

  test.each<[string, Partial<Pool>, Readonly<Record<string, Client>>]>([
    ["the domain has the classic pages", { domain: { prefix: "acme" } }, { web: PAGES }],
    ["there is no domain", { domain: undefined as never }, { web: PAGES }],
    ["the client opens no pages", {}, { web: { platform: "ios" } }],
    ["no user signs in", {}, { web: { platform: "machine", allowedOauthScopes: ["a/b"] } }],
    ["the config says none", {}, { web: { ...PAGES, branding: "none" } }],
    ["the defaults say none", { clientDefaults: { branding: "none" } }, { web: PAGES }],
    [
      "the defaults give one, and the client opens no pages",
      { clientDefaults: { branding: "default" } },
      { web: { platform: "ios" } },
    ],
    [
      "it has its own, as an adopted client may",
      { existing: undefined as never, adopted: { userPoolId: "eu-west-1_AbCdEfGhI" } },
      { web: { ...PAGES, adopted: { clientId: "1h57kf5cpq17m0eml12example" } } },
    ],
  ])("is not made where %s", (_, pool, clients) => {
    expect(styles(pool, clients)).toEqual({});
    expect(versions(pool, clients)).toBe(">= 5.100.0, < 7.0.0");
  });

  test("is made where the config says so, whatever the domain", () => {
    const ios = { platform: "ios", branding: "default" } as const;
    expect(Object.keys(styles({ domain: { prefix: "acme" } }, { ios }))).toEqual(["ios"]);
    const existing = { domain: undefined as never, existing: { userPoolId: "eu-west-1_AbCdEfGhI" } };
    expect(styles(existing, { ios }).ios?.user_pool_id).toBe("${data.aws_cognito_user_pool.users.user_pool_id}");
  });

  test("is waited for by the domains of managed login alone", () => {
    const certificateArn = "arn:aws:acm:us-east-1:111122223333:certificate/11112222-3333-4444-5555-666677778888";
    const additionalDomain = { customDomain: "auth.acme.example", certificateArn, managedLoginVersion: 2 } as const;
    const pool = { domain: { prefix: "acme" }, additionalDomain };
    const clients: Record<"web" | "app", Client> = { web: PAGES, app: { ...PAGES, branding: "default" } };
    const domains = stackOf(pool, clients).resource?.aws_cognito_user_pool_domain ?? {};
    expect(domains.users).not.toHaveProperty("depends_on");
    expect(domains.users_additional?.depends_on).toEqual([`${STYLE}.app`, `${STYLE}.web`]);
    const reversed = synthesizeOne(configOf(pool, { app: clients.app, web: clients.web }));
    expect(reversed.text).toBe(synthesizeOne(configOf(pool, clients)).text);
  });

  test("is one for each generation, and moves with the client", () => {
    const web: Client = {
      platform: "server",
      callbackUrls: PAGES.callbackUrls,
      generations: [1, 2],
      current: 2,
      renamedFrom: "site",
    };
    const { resource, moved = [] } = stackOf({}, { web });
    expect(Object.entries(resource?.[STYLE] ?? {}).map(([name, { client_id }]) => [name, client_id])).toEqual([
      ["web", "${aws_cognito_user_pool_client.web.id}"],
      ["web_g2", "${aws_cognito_user_pool_client.web_g2.id}"],
    ]);
    expect(moved).toEqual(
      expect.arrayContaining([
        { from: `${STYLE}.site`, to: `${STYLE}.web` },
        { from: `${STYLE}.site_g2`, to: `${STYLE}.web_g2` },
      ]),
    );
  });

  test("that an adopted client has is imported by its id", () => {
    const adopted = { clientId: "1h57kf5cpq17m0eml12example", styleId: "1ee76372-aa1d-4030-9b97-b0e86ced64bf" };
    const stack = stackOf(
      { adopted: { userPoolId: "eu-west-1_AbCdEfGhI" } },
      { web: { ...PAGES, adopted, branding: "default" } },
    ) as unknown as { import: object[] };
    expect(stack.import).toContainEqual({ to: `${STYLE}.web`, id: `eu-west-1_AbCdEfGhI,${adopted.styleId}` });
  });

  test("is blocks in HCL", () => {
    const text = synthesizeHcl(configOf({}, { web: { ...PAGES, branding: OWN } })).find(
      ({ file }) => file === "cdk.tf",
    )?.text;
    expect(text).toMatch(/ {2}asset \{\n {4}bytes {6}= "iVBORw0KGgo="\n {4}category {3}= "FORM_LOGO"\n/);
    expect(text).toMatch(/ {2}depends_on +=[ ]\[aws_cognito_managed_login_branding\.web\]/);
  });

  test("raises the version of a module, which has the styles of its own environment", () => {
    const config = configOf({});
    const domain = { prefix: "acme-dev", managedLoginVersion: 1 } as const;
    const environments = { ...config.environments, dev: { region: "eu-west-1", pools: { users: { domain } } } };
    const { pools } = resolveConfig({ ...config, environments } as Config);
    const written = filesOf(
      moduleOf({ ...config, environments } as Config, pools, { environment: "prod", file: "userpools.yaml" }),
    );
    expect(written["versions.tf"]).toContain('version = ">= 6.13.0, < 7.0.0"');
    expect(String(written["main.tf"])).toContain(`resource "${STYLE}" "web"`);
    expect(String(written["README.md"])).toContain("dev has another style of the client `web`");
  });
});
