import type { Config, Pool } from "../../lib/config/schema";
import { judge } from "../../lib/gate/judge";
import { parsePlan } from "../../lib/gate/plan-file";
import { type StackJson, synthesizeConfig } from "../examples/examples";
import { describeTerraform, stateOf, Workspace } from "../support/terraform";
import { changes } from "./reviewed";

jest.setTimeout(120_000);

/** Edits of a pool, by a name that is in every name of its objects. */
const LOSSES: Readonly<Record<string, (pool: Pool, name: string) => Pool>> = {
  prefix: (pool) => ({ ...pool, domain: { prefix: "acme-other" } }),
  nodomain: ({ domain: _, ...pool }) => pool,
  identifier: (pool, name) => ({
    ...pool,
    resourceServers: { [`api-${name}`]: { identifier: "https://b", scopes: SCOPES } },
  }),
  title: (pool, name) => ({ ...pool, resourceServers: { [`api-${name}`]: { name: "Orders", scopes: SCOPES } } }),
  noserver: ({ resourceServers: _, ...pool }) => pool,
  othertype: (pool, name) => ({ ...pool, identityProviders: { [`Work${name}`]: GOOGLE } }),
  noprovider: ({ identityProviders: _, ...pool }) => pool,
  nogroup: ({ groups: _, ...pool }) => pool,
  secret: (pool, name) => ({ ...pool, clients: { [`app-${name}`]: { platform: "confidential" } } }),
  noclient: (pool) => ({ ...pool, clients: {} }),
  sensitive: (pool) => ({ ...pool, caseSensitive: true }),
  names: (pool) => ({ ...pool, usernameAttributes: ["phone_number"] }),
  poolname: (pool) => ({ ...pool, name: "people" }),
  standard: (pool) => ({ ...pool, attributes: { ...pool.attributes, birthdate: {} } }),
  limit: (pool) => ({ ...pool, attributes: { "custom:tenant": { maxLength: 128 } } }),
  noattribute: ({ attributes: _, ...pool }) => pool,
};

const HARMLESS: typeof LOSSES = {
  attribute: (pool) => ({ ...pool, attributes: { ...pool.attributes, "custom:more": {} } }),
  details: (pool, name) => ({
    ...pool,
    identityProviders: { [`Work${name}`]: { ...OIDC, attributeMapping: { email: "mail", username: "sub" } } },
  }),
  scope: (pool, name) => ({ ...pool, resourceServers: { [`api-${name}`]: { scopes: { ...SCOPES, write: "Write" } } } }),
  group: (pool, name) => ({ ...pool, groups: { [`Staff ${name}`]: { precedence: 2 } } }),
  lifetime: (pool, name) => ({
    ...pool,
    clients: { [`app-${name}`]: { platform: "public", accessTokenValidity: "2h" } },
  }),
};

const SCOPES = { read: "Read" };
const OIDC = {
  providerType: "OIDC",
  providerDetails: {
    client_id: "id",
    client_secret: "secret",
    authorize_scopes: "openid email",
    attributes_request_method: "GET",
    oidc_issuer: "https://login.acme.example",
  },
  attributeMapping: { email: "email", username: "sub" },
} as const;
const GOOGLE = {
  providerType: "Google",
  providerDetails: { client_id: "id", client_secret: "secret", authorize_scopes: "openid email" },
  attributeMapping: { email: "email", username: "sub" },
} as const;

const EDITS = { ...LOSSES, ...HARMLESS };

describeTerraform("review and gate", () => {
  const workspace = new Workspace();
  afterAll(() => workspace.remove());

  test("agree on what is lost", async () => {
    const [base, head] = [
      configOf((pool) => pool),
      configOf((pool, name) => (EDITS[name] as (typeof LOSSES)[string])(pool, name)),
    ];
    const breaking = changes(base, head).filter(({ risk }) => risk === "breaks");
    expect([...new Set(breaking.map(({ pool }) => pool))].sort()).toEqual(Object.keys(LOSSES).sort());

    const created = await workspace.use(oneStack(base)).then(() => workspace.plan());
    const state = stateOf(created.plan as never);
    const { plan, output } = await workspace.use(oneStack(head)).then(() => workspace.plan({ state }));
    if (plan === undefined) throw new Error(output);
    const refused = judge(parsePlan(Buffer.from(JSON.stringify(plan)), "plan.json"), [], "2026-01-01").filter(
      ({ verdict }) => verdict === "refused",
    );
    const pools = refused.map(({ path }) => editOf(path));
    expect([...new Set(pools)].sort()).toEqual(Object.keys(LOSSES).sort());
  });
});

/** The edit of whose pool an address is. */
function editOf(address: string): string | undefined {
  const found = Object.keys(EDITS).filter((name) => address.endsWith(name));
  return found.sort((a, b) => b.length - a.length)[0];
}

function configOf(edit: (pool: Pool, name: string) => Pool): Config {
  return {
    project: "acme",
    environments: { prod: { region: "eu-west-1" } },
    pools: Object.fromEntries(Object.keys(EDITS).map((name) => [name, edit(poolOf(name), name)])),
  };
}

function poolOf(name: string): Pool {
  return {
    usernameAttributes: ["email"],
    attributes: { "custom:tenant": { maxLength: 64 } },
    domain: { prefix: `acme-${name}` },
    resourceServers: { [`api-${name}`]: { scopes: SCOPES } },
    identityProviders: { [`Work${name}`]: OIDC },
    groups: { [`Staff ${name}`]: { precedence: 1 } },
    clients: { [`app-${name}`]: { platform: "public" } },
  };
}

/** All pools in one stack, without what stops a plan that destroys something. */
function oneStack(config: Config): object {
  const resource: Record<string, Record<string, object>> = {};
  for (const { json } of synthesizeConfig(config).stacks)
    for (const [type, resources] of Object.entries(json.resource as NonNullable<StackJson["resource"]>))
      for (const [name, { lifecycle: _, ...written }] of Object.entries(resources)) {
        resource[type] ??= {};
        resource[type][name] = written;
      }
  return {
    terraform: { required_providers: { aws: { source: "hashicorp/aws", version: ">= 5.100.0, < 7.0.0" } } },
    provider: { aws: [{ region: "eu-west-1" }] },
    resource,
  };
}
