import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { resolveConfig } from "../../lib/config/resolve";
import type { Config } from "../../lib/config/schema";
import type { PoolModel } from "../../lib/model/model";
import type { Path } from "../../lib/model/source";
import { checkPool } from "../../lib/rules/check";
import { synthesize } from "../../stacks/synthesize";
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

/** A config with every text in every place where a person may write any, as far as AWS takes so many and so long. */
function hostileConfig(): Config {
  const each = <T>(prefix: string, make: (text: string) => T, texts = TEXTS) =>
    Object.fromEntries(texts.map((text, index) => [`${prefix}${index}`, make(text)]));
  const short = (length: number) => (text: string) => text.slice(0, length);
  return {
    project: "acme",
    environments: { prod: { region: "eu-west-1", tags: each("default", short(200), TEXTS.slice(0, 20)) } },
    pools: {
      users: {
        tags: {
          ...each("tag", short(200), TEXTS.slice(20, 40)),
          // Not "%" alone, which the config refuses.
          ...Object.fromEntries(TEXTS.slice(0, 20).map((text) => [`key ${text}`, "a key"])),
        },
        groups: each("group", (text) => ({ description: text.slice(0, 2_000) }), TEXTS.slice(0, 8)),
        resourceServers: {
          api: { scopes: each("scope", (text) => text.slice(0, 200)) },
          ...each("server", (text) => ({ name: text.slice(0, 200), scopes: {} }), TEXTS.slice(0, 4)),
        },
        identityProviders: {
          Google: {
            providerType: "Google",
            providerDetails: {
              client_id: "a",
              client_secret: "b",
              authorize_scopes: "openid",
              ...each("detail", String),
            },
            attributeMapping: { email: "email", ...each("custom:a", String) },
          },
        },
        inviteMessage: { emailMessage: `{username} {####} ${TEXTS.slice(0, 30).join(" ")}` },
        verificationMessage: { emailSubject: { var: "subject", default: '${x} %{y} $${z} "\\ 😀' } },
        clients: each(
          "c",
          (text) => ({
            platform: "ios" as const,
            name: text.slice(0, 100),
            callbackUrls: [
              `acme://${text.slice(0, 100)}`,
              `acme://back?state=${encodeURIComponent(text).slice(0, 100)}`,
            ],
          }),
          TEXTS.slice(0, 6),
        ),
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
    for (const { origin } of errors) remove(config, origin.path);
  }
}

function remove(root: unknown, path: Path): void {
  const parent = path.slice(0, -1).reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], root);
  if (Array.isArray(parent)) parent.length = 0;
  else delete (parent as Record<string, unknown>)[String(path.at(-1))];
}

describeTerraform("hostile text in a whole stack", () => {
  test("arrives in the plan literally, or a rule refuses it", async () => {
    const { model, refused } = soundModel(hostileConfig());
    expect(refused).toBeGreaterThan(0);
    const outdir = mkdtempSync(join(tmpdir(), "cdktf-cognito-hostile-"));
    synthesize([model], { config: "userpools.yaml", outdir });
    const workspace = new Workspace();
    try {
      await workspace.use(join(outdir, "stacks", model.stack, "cdk.tf.json"));
      await workspace.validate();
      const { exitCode, output, plan } = await workspace.plan();
      expect(exitCode === 0 ? "" : output).toBe("");
      const resources = plan?.planned_values.root_module.resources ?? [];
      const of = (type: string) => resources.filter((each) => each.type === `aws_cognito_${type}`);
      const values = (
        type: string,
        key: string,
        name: (item: PlannedResource) => unknown = (item) => item.values.name,
      ) => Object.fromEntries(of(type).map((item) => [String(name(item)), item.values[key]]));

      const [pool] = of("user_pool");
      expect(pool?.values.tags).toEqual(model.pool?.tags);
      expect(pool?.values.tags_all).toEqual({ ...model.environment.tags, ...model.pool?.tags });
      expect(pool?.values.admin_create_user_config).toMatchObject([
        { invite_message_template: [{ email_message: model.pool?.inviteMessage?.emailMessage }] },
      ]);
      expect(pool?.values.verification_message_template).toMatchObject([
        { email_subject: model.variables[0]?.default },
      ]);
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
      const providers = model.identityProviders;
      expect(values("identity_provider", "provider_details", (item) => item.values.provider_name)).toEqual(
        Object.fromEntries(providers.map(({ providerName, providerDetails }) => [providerName, providerDetails])),
      );
      expect(values("identity_provider", "attribute_mapping", (item) => item.values.provider_name)).toEqual(
        Object.fromEntries(providers.map(({ providerName, attributeMapping }) => [providerName, attributeMapping])),
      );
      const clients = of("user_pool_client");
      expect(clients).toHaveLength(model.clients.length);
      for (const client of model.clients) {
        const planned = clients.find(({ name }) => name === client.key);
        expect(planned?.values.name).toBe(client.name);
        expect(planned?.values.callback_urls).toEqual([...(client.callbackUrls as string[])].sort());
      }
      // Not everything was refused: text that Terraform would evaluate is among what arrived.
      const arrived = JSON.stringify(resources);
      for (const text of ["${1 + 1}", "%{ if true }yes%{ endif }", "#{TfToken[TOKEN.0]}", "$$${1 + 1}"])
        expect(arrived).toContain(JSON.stringify(text).slice(1, -1));
      expect(arrived).toContain("x".repeat(10_000));
    } finally {
      workspace.remove();
    }
  }, 240_000);
});
