import { join } from "node:path";
import fc from "fast-check";
import { resolveConfig } from "../../lib/config/resolve";
import type { Config } from "../../lib/config/schema";
import type { PoolModel } from "../../lib/model/model";
import type { Path } from "../../lib/model/source";
import { checkPool } from "../../lib/rules/check";
import { synthesize } from "../../stacks/synthesize";
import { temporaryFolder } from "../support/temporary-folder";
import { describeTerraform, type PlannedResource, Workspace } from "../support/terraform";
import { HOSTILE_TEXTS, hostileText } from "./hostile-text";

/** Terraform keeps text in NFC. A key of that name is refused when the file is read. */
const TEXTS = [
  ...new Set(
    [...HOSTILE_TEXTS, ...fc.sample(hostileText, { numRuns: 10, seed: 20261122 })]
      .map((text) => text.normalize("NFC"))
      .filter((text) => text !== "__proto__"),
  ),
];

const EMAIL_SUBJECT = '${x} %{y} $${z} "\\ 😀';

/** Something made of each text, by numbered keys. */
function each<T>(prefix: string, make: (text: string, index: number) => T, texts = TEXTS): Record<string, T> {
  return Object.fromEntries(texts.map((text, index) => [`${prefix}${index}`, make(text, index)]));
}

/** The texts as keys. */
function keys(texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(texts.map((text) => [`key ${text}`, "a key"]));
}

const PROVIDER_DETAILS = { client_id: "a", client_secret: "b", authorize_scopes: "openid" };

/** Every text without characters that cannot be seen, which the rules refuse in the details of a provider. */
const CLIENT_ID = TEXTS.filter((text) => !/[\p{C}\p{Zl}\p{Zp}]|[^\S ]/u.test(text)).join(" ");

/** URLs that no rule refuses. */
const URLS = TEXTS.filter((text) => /^[^#\s\p{C}\p{Z}]+$/u.test(text)).map((text) => `acme://${text.slice(0, 100)}`);

/** A config with every text in every place where a person may write any, as far as AWS takes so many and so long. */
function hostileConfig(): Config {
  const short = (length: number) => (text: string) => text.slice(0, length);
  return {
    project: "acme",
    environments: { prod: { region: "eu-west-1", tags: each("default", short(200), TEXTS.slice(0, 20)) } },
    pools: {
      users: {
        tags: {
          ...each("tag", short(200), TEXTS.slice(20, 40)),
          // Not "%" alone, which the config refuses.
          ...keys(TEXTS.slice(0, 10)),
        },
        attributes: each("custom:a", () => ({}), TEXTS.slice(40, 80)),
        groups: each("group", (text) => ({ description: text.slice(0, 2_000) }), TEXTS.slice(0, 8)),
        resourceServers: {
          api: { scopes: each("scope", (text) => text.slice(0, 200), TEXTS.slice(0, 100)) },
          ...each("server", (text) => ({ name: text.slice(0, 200), scopes: {} }), TEXTS.slice(0, 4)),
        },
        identityProviders: {
          Google: {
            providerType: "Google",
            providerDetails: { ...PROVIDER_DETAILS, client_id: CLIENT_ID },
            attributeMapping: { email: "email", ...each("custom:a", String, TEXTS.slice(40, 80)) },
          },
          Facebook: {
            providerType: "Facebook",
            providerDetails: { ...PROVIDER_DETAILS, client_id: { var: "facebook_id", default: CLIENT_ID } },
            attributeMapping: { email: "email" },
          },
        },
        inviteMessage: { emailMessage: `{username} {####} ${TEXTS.slice(0, 30).join(" ")}` },
        verificationMessage: { emailSubject: { var: "subject", default: EMAIL_SUBJECT } },
        clients: {
          ...each(
            "c",
            (text) => ({
              platform: "ios" as const,
              name: text.slice(0, 100),
              callbackUrls: [`acme://back?state=${encodeURIComponent(text).slice(0, 100)}`],
            }),
            TEXTS.slice(0, 6),
          ),
          urls: { platform: "ios", callbackUrls: URLS },
        },
      },
    },
  };
}

/** The model of a config without the values that a rule refuses. */
function soundModel(config: Config): { model: PoolModel; refused: number } {
  for (let refused = 0; ; ) {
    const [model] = resolveConfig(config).pools as [PoolModel];
    const errors = checkPool(model).filter(({ severity }) => severity === "error");
    if (errors.length === 0) return { model, refused };
    refused += errors.length;
    for (const { path } of errors) remove(config, path);
  }
}

function remove(root: unknown, path: Path): void {
  const parent = path.slice(0, -1).reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], root);
  if (Array.isArray(parent)) parent.length = 0;
  else delete (parent as Record<string, unknown>)[String(path.at(-1))];
}

describeTerraform("hostile text in a whole stack", () => {
  const { model, refused } = soundModel(hostileConfig());
  const workspace = new Workspace();
  let json: PlannedResource[];
  let hcl: PlannedResource[];

  beforeAll(async () => {
    json = await planned(workspace, model, "cdk.tf.json");
    hcl = await planned(workspace, model, "cdk.tf");
  }, 240_000);
  afterAll(() => workspace.remove());

  test("is refused by a rule in some places", () => expect(refused).toBeGreaterThan(0));

  test("arrives in the plan literally elsewhere, from JSON", () => {
    expectModel(json, model);
    expectTexts(json);
  });

  test("arrives in the plan literally elsewhere, from HCL", () => {
    expectModel(hcl, model);
    expectTexts(hcl);
  });

  test("makes no difference between the two", () => expect(hcl).toEqual(json));
});

/** What Terraform plans of one form of a stack. @throws Error when it has anything to say */
async function planned(workspace: Workspace, model: PoolModel, file: string): Promise<PlannedResource[]> {
  const outdir = temporaryFolder("hostile");
  synthesize([model], { config: "userpools.yaml", outdir, hcl: file === "cdk.tf" });
  await workspace.use(join(outdir, "stacks", model.stack, file));
  await workspace.run("fmt", "-check");
  await workspace.validate();
  const { output, plan } = await workspace.plan();
  if (plan === undefined) throw new Error(output);
  return [...(plan.planned_values.root_module.resources ?? [])];
}

/** That everything that is planned is as the model has it. */
function expectModel(resources: readonly PlannedResource[], model: PoolModel): void {
  const of = (type: string) => resources.filter((each) => each.type === `aws_cognito_${type}`);
  const values = (type: string, key: string, name = "name") =>
    Object.fromEntries(of(type).map((item) => [String(item.values[name]), item.values[key]]));
  const [pool] = of("user_pool");
  expect(pool?.values.tags).toEqual(model.pool?.tags);
  expect(pool?.values.tags_all).toEqual({ ...model.environment.tags, ...model.pool?.tags });
  expect(pool?.values.admin_create_user_config).toMatchObject([
    { invite_message_template: [{ email_message: model.pool?.inviteMessage?.emailMessage }] },
  ]);
  expect(pool?.values.verification_message_template).toMatchObject([{ email_subject: EMAIL_SUBJECT }]);
  expect(values("user_group", "description")).toEqual(
    Object.fromEntries(model.groups.map(({ name, description }) => [name, description ?? null])),
  );
  const scopes = of("resource_server").flatMap((item) => item.values.scope as Record<string, string>[]);
  expect(Object.fromEntries(scopes.map((scope) => [scope.scope_name, scope.scope_description]))).toEqual(
    Object.fromEntries(
      model.resourceServers
        .flatMap((server) => server.scopes)
        .map((scope) => [scope.scopeName, scope.scopeDescription]),
    ),
  );
  expect(values("identity_provider", "attribute_mapping", "provider_name")).toEqual(
    Object.fromEntries(
      model.identityProviders.map(({ providerName, attributeMapping }) => [providerName, attributeMapping]),
    ),
  );
  const clients = of("user_pool_client");
  expect(clients).toHaveLength(model.clients.length);
  for (const client of model.clients) {
    const planned = clients.find(({ name }) => name === client.key);
    expect(planned?.values.name).toBe(client.name);
    expect(planned?.values.callback_urls).toEqual([...(client.callbackUrls as string[])].sort());
  }
}

/** That every text arrived where no rule refuses any: as a value, a key, the default of a variable, in a list. */
function expectTexts(resources: readonly PlannedResource[]): void {
  const details = (name: string) =>
    resources.find(({ values }) => values.provider_name === name)?.values.provider_details;
  const all = { ...PROVIDER_DETAILS, client_id: CLIENT_ID };
  expect(details("Google")).toEqual(all);
  expect(details("Facebook")).toEqual(all);
  expect(resources.find(({ name }) => name === "urls")?.values.callback_urls).toEqual([...URLS].sort());
}
