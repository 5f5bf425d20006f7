import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { adoptedConfig } from "../../lib/adopt/adopted-config";
import { meaning } from "../../lib/adopt/minimal";
import { readStatePools } from "../../lib/adopt/state-pools";
import { resolveConfig } from "../../lib/config/resolve";
import { type Config, configSchema } from "../../lib/config/schema";
import type { AttributeModel, PoolModel, UserPoolModel } from "../../lib/model/model";
import { rules } from "../../lib/rules";
import { planOf } from "../judge/plans";
import { configOf, modelOf } from "../support/models";
import { drawn } from "../support/sample";
import { temporaryFolder } from "../support/temporary-folder";

const POOL_ID = "eu-west-1_Corpus";
const file = join(temporaryFolder(), "state.json");

/** Every config of a good example of a rule that a pool in AWS could be made of. */
const models = rules
  .flatMap(({ examples }) => examples.good)
  .filter(({ before }) => !before)
  .map((example) => modelOf(configOf(example)))
  .filter(({ variables, existing, adopted }) => variables.length === 0 && !existing && !adopted)
  .filter(({ clients }) => clients.every(({ generations }) => generations.join() === "1"));

jest.setTimeout(600_000);

test("what a config makes is adopted by a config that means the same", () => {
  expect(models.length).toBeGreaterThan(300);
  const pairs = drawn(models, 12).map((model) => [model, adopted(model)].map((each) => JSON.parse(settings(each))));
  const different = pairs.filter(([was, is]) => JSON.stringify(was) !== JSON.stringify(is));
  expect(different.map(([, is]) => is)).toEqual(different.map(([was]) => was));
});

function adopted(model: PoolModel): PoolModel {
  writeFileSync(file, JSON.stringify(stateOf(model)));
  const { config } = adoptedConfig(readStatePools(file, "state.json").pools, { project: "acme", environment: "prod" });
  const parsed = configSchema.safeParse(config);
  if (!parsed.success) throw new Error(`${parsed.error.message}\n${JSON.stringify(config, null, 2)}`);
  return resolveConfig(config as unknown as Config).pools[0] as PoolModel;
}

/** The state that an apply of what is planned leaves. */
function stateOf(model: PoolModel): object {
  const resources = (planOf(model).resource_changes ?? []).map(({ type, address, change }, index) => ({
    address,
    mode: "managed",
    type,
    values: {
      ...change.after,
      id: type === "aws_cognito_user_pool" ? POOL_ID : `id${index}`,
      user_pool_id: POOL_ID,
      client_secret: change.after?.generate_secret === true ? "secret" : "",
    },
  }));
  return { values: { root_module: { resources } } };
}

/** What AWS has of a model, whatever the keys of the config are. */
function settings({ pool, clients, environment, ...model }: PoolModel): string {
  const { lambdaPermissions, preventDestroy, unset, schema, softwareTokenMfa, webAuthn, lambdaConfig, tags, ...users } =
    pool as UserPoolModel;
  const { preTokenGeneration, preTokenGenerationConfig, ...triggers } = lambdaConfig ?? {};
  const all = {
    users,
    softwareTokenMfa: softwareTokenMfa || undefined,
    // without a setting it leaves nothing in a state
    passkeys: webAuthn && Object.keys(webAuthn).length > 0 ? webAuthn : undefined,
    triggers: { ...set(triggers), tokens: preTokenGenerationConfig?.lambdaArn ?? preTokenGeneration },
    tags: { ...environment.tags, ...tags },
    schema: schema.filter(isDeclared).map(({ authority, ...attribute }) => attribute),
    apps: clients.map((client) => ({
      ...client,
      ...Object.fromEntries(NOT_IN_AWS.map((name) => [name, undefined])),
    })),
    domains: [model.domain, model.additionalDomain]
      .flatMap((each) => (each ? [{ ...each, key: undefined, unset: undefined }] : []))
      .sort((a, b) => Number(a.custom) - Number(b.custom)),
    servers: model.resourceServers.map(({ key, ...server }) => server),
    providers: model.identityProviders.map(({ storedSecrets, providerDetails, ...provider }) => ({
      ...provider,
      details: Object.fromEntries(
        Object.entries(providerDetails).map(([key, value]) => [key, SECRETS.test(key) ? "secret" : value]),
      ),
    })),
    // a state has 0 where AWS has none
    groups: model.groups.map((group) => ({ ...group, precedence: group.precedence || undefined })),
  };
  return meaning(all, { listsAreSets: true });
}

/** The triggers that have a function. */
function set(triggers: object): object {
  return Object.fromEntries(Object.entries(triggers).filter(([, value]) => value !== ""));
}

const SECRETS = /^(?:client_secret|private_key)$/;

/** An attribute that every pool has as it is cannot be read back, and need not be. */
function isDeclared({ key, required, mutable, written }: AttributeModel): boolean {
  const limits = ["minLength", "maxLength", "minValue", "maxValue"] as const;
  return key.startsWith("custom:") || required || !mutable || limits.some((limit) => written[limit] !== undefined);
}

/** What of a client is in the config alone, or is not adopted. */
const NOT_IN_AWS = [
  ...["key", "unset", "adopted", "renamedFrom", "scopeReferences", "preventDestroy", "allowDestroy", "acknowledge"],
  ...[
    "deliver",
    "publish",
    "secretHashProxy",
    "threatProtection",
    "uiCustomization",
    "branding",
    "generations",
    "current",
    "retire",
  ],
];
