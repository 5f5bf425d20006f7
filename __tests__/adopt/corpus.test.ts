import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { adoptedConfig } from "../../lib/adopt/adopted-config";
import { readStatePools } from "../../lib/adopt/state-pools";
import { RESOURCES } from "../../lib/cognito/resources";
import { resolveConfig } from "../../lib/config/resolve";
import { type Config, configSchema } from "../../lib/config/schema";
import { logConfigurations } from "../../lib/constructs/log-delivery";
import type { PoolModel } from "../../lib/model/model";
import { keyInPool } from "../../lib/model/placed";
import { rules } from "../../lib/rules";
import { planOf } from "../judge/plans";
import { configOf, modelOf } from "../support/models";
import { planned, resource } from "../support/planned";
import { ROOT } from "../support/repository";
import { drawn } from "../support/sample";
import { temporaryFolder } from "../support/temporary-folder";
import { CLIENT_NOT_READ_BACK, POOL_NOT_READ_BACK, settings } from "./settings";

const POOL_ID = "eu-west-1_Corpus";
const file = join(temporaryFolder(), "state.json");

/** Every config of a good example of a rule that a pool in AWS could be made of. */
const models = rules
  .flatMap(({ examples }) => examples().good)
  .filter(({ before }) => !before)
  .map((example) => modelOf(configOf(example)))
  .filter(({ variables, existing, adopted }) => variables.length === 0 && !existing && !adopted)
  // AWS has no customization of the classic pages without anything, and no logo that is not an image
  .filter(({ uiCustomization: look }) => look?.css !== "" && !String(look?.image ?? "").startsWith("AAAA"))
  .filter(({ clients }) => clients.every(({ generations }) => generations.join() === "1"));

jest.setTimeout(600_000);

test("what a config makes is adopted by a config that means the same", () => {
  expect(models.length).toBeGreaterThan(300);
  const pairs = drawn(models, 12).map((model) => [model, adopted(model)].map((each) => JSON.parse(settings(each))));
  const different = pairs.filter(([was, is]) => JSON.stringify(was) !== JSON.stringify(is));
  expect(different.map(([, is]) => is)).toEqual(different.map(([was]) => was));
});

test("the page names what cannot be read back", () => {
  const page = readFileSync(join(ROOT, "docs", "adopt.md"), "utf8");
  const [, section = ""] = /^## What cannot be read back$([\s\S]*?)^## /m.exec(page) as RegExpExecArray;
  const names = [...Object.keys(POOL_NOT_READ_BACK), ...Object.keys(CLIENT_NOT_READ_BACK)];
  const paths = names.map(
    (name) => ({ lambdaPermissions: "lambdaConfig.permissions", key: "Keys of clients" })[name] ?? name,
  );
  expect(paths.filter((path) => !section.includes(path))).toEqual([]);
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
  const changes = planOf(model).resource_changes ?? [];
  const owners = ownersOf(model);
  const resources = changes.map(({ type, address, change }, index) => ({
    address,
    mode: "managed",
    type,
    values: {
      ...change.after,
      client_id: idOf(owners.get(address)),
      ...(type === RESOURCES.branding.type && { managed_login_branding_id: `style${index}` }),
      id: type === "aws_cognito_user_pool" ? POOL_ID : `id${index}`,
      user_pool_id: POOL_ID,
      client_secret: change.after?.generate_secret === true ? "secret" : "",
    },
  }));
  return { values: { root_module: { resources: [...resources, ...logsOf(model)] } } };

  /** The id of a client; of what is of the whole pool there is none. */
  function idOf(client: string | undefined): string | undefined {
    const index = changes.findIndex(({ address }) => address === `aws_cognito_user_pool_client.${client}`);
    return index < 0 ? undefined : `id${index}`;
  }
}

/** Where the logs of a pool go: no rule reads it, so that no plan here has it. */
function logsOf({ logDelivery }: PoolModel): readonly object[] {
  if (logDelivery === undefined) return [];
  const { type } = RESOURCES.logDelivery;
  const written: object = { logConfigurations: logConfigurations(logDelivery) };
  const values = resource(written);
  return [{ address: `${type}.users`, mode: "managed", type, values: { ...values, user_pool_id: POOL_ID } }];
}

/** The clients that have settings of their own in place of their pool's, by the address of those. */
function ownersOf(model: PoolModel): ReadonlyMap<string, string> {
  const { risk_configurations: risks, ui_customizations: looks, branding_styles: styles } = planned(model);
  const clients = new Map(
    model.clients.flatMap(({ key }) => [[keyInPool(model.key, key), key] as const, [key, key] as const]),
  );
  return new Map(
    Object.entries({
      [RESOURCES.threatProtection.type]: risks,
      [RESOURCES.uiCustomization.type]: looks,
      [RESOURCES.branding.type]: styles,
    }).flatMap(([type, byKey]) =>
      Object.keys(byKey).map((key, index) => [`${type}.each_${index}`, clients.get(key) ?? ""] as const),
    ),
  );
}
