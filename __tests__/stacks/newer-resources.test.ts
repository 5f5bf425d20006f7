import { readFileSync } from "node:fs";
import { CognitoLogDeliveryConfiguration } from "@cdktf/provider-aws/lib/cognito-log-delivery-configuration";
import { CognitoManagedLoginBranding } from "@cdktf/provider-aws/lib/cognito-managed-login-branding";
import { TerraformStack, Testing } from "cdktf";
import { ASSET_CATEGORIES, COLOR_MODES } from "../../lib/cognito/branding";
import { loadConfig } from "../../lib/config/load";
import type { Client, Config, Pool } from "../../lib/config/schema";
import { type StackJson, synthesizeConfig, synthesizeOne } from "../examples/examples";
import { configOf } from "../support/models";
import { ROOT } from "../support/repository";
import { misfits } from "./newer/misfits";
import { type Block, SCHEMAS, type Schema } from "./newer/schemas";

const STYLE = "aws_cognito_managed_login_branding";
const LOGS = "aws_cognito_log_delivery_configuration";
const ids = { userPoolId: "pool", region: "eu-west-1" };

/** Each class of the bindings with every argument and block that its type has. */
const BINDINGS = {
  [STYLE]: (scope: TerraformStack) =>
    new CognitoManagedLoginBranding(scope, "whole", {
      ...ids,
      clientId: "client",
      settings: "{}",
      useCognitoProvidedValues: true,
      asset: [{ category: "FORM_LOGO", colorMode: "DARK", extension: "PNG", bytes: "eA==", resourceId: "logo" }],
    }),
  [LOGS]: (scope: TerraformStack) =>
    new CognitoLogDeliveryConfiguration(scope, "whole", {
      ...ids,
      logConfigurations: [
        {
          eventSource: "userAuthEvents",
          logLevel: "INFO",
          cloudWatchLogsConfiguration: [{ logGroupArn: "a" }],
          firehoseConfiguration: [{ streamArn: "b" }],
          s3Configuration: [{ bucketArn: "c" }],
        },
      ],
    }),
} as const;

interface Generated {
  readonly value: unknown;
  readonly isBlock: boolean;
  readonly type: string;
  readonly storageClassType: string;
}
type Shape = Readonly<Record<string, Generated>>;

/** A documented schema as the bindings tell it: types and nesting, without what only a provider validates. */
function shapeOf({ attributes, blocks = {} }: Schema): object {
  return Object.fromEntries([
    ...Object.entries(attributes).map(([name, { type }]) => [name, type]),
    ...Object.entries<Block>(blocks).map(([name, block]) => [name, [block.nesting, shapeOf(block)]]),
  ]);
}

/** The same of the class that is generated from the provider's schema. */
function generatedShape(shape: Shape): object {
  return Object.fromEntries(
    Object.entries(shape).map(([name, { value, isBlock, type, storageClassType }]) => [
      name,
      isBlock ? [type, generatedShape((value as readonly Shape[])[0] as Shape)] : storageClassType,
    ]),
  );
}

/** The arguments that the types of the bindings ask for, by the name of each interface. */
function typedKeys(type: string): { required: string[]; optional: string[] }[] {
  const folder = type.replace("aws_", "").replaceAll("_", "-");
  const text = readFileSync(require.resolve(`@cdktf/provider-aws/lib/${folder}/index.d.ts`), "utf8");
  return [...text.matchAll(/export interface \w+[^{]*\{\n([\s\S]*?)\n\}/g)].map(([, body = ""]) => {
    const keys = [...body.matchAll(/readonly (\w+)(\??):/g)].map(([, name = "", mark]) => [snakeCase(name), mark]);
    const of = (mark: string) => keys.filter(([, each]) => each === mark).map(([name]) => name as string);
    return { required: of("").sort(), optional: of("?").sort() };
  });
}

function documentedKeys({ attributes, blocks = {} }: Schema): { required: string[]; optional: string[] }[] {
  const names = (required: boolean) =>
    Object.keys(attributes).filter((name) => (attributes[name]?.required ?? false) === required);
  const own = { required: names(true).sort(), optional: [...names(false), ...Object.keys(blocks)].sort() };
  return [own, ...Object.values<Block>(blocks).flatMap(documentedKeys)];
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

describe.each(Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[])("the documented schema of %s", (type) => {
  test("has the types and the nesting of the bindings", () => {
    const resource = BINDINGS[type](new TerraformStack(Testing.app(), "theirs")) as unknown as {
      synthesizeHclAttributes(): Shape;
    };
    expect(generatedShape(resource.synthesizeHclAttributes())).toEqual(shapeOf(SCHEMAS[type]));
  });

  test("requires what the types of the bindings require", () => {
    const sorted = (all: object[]) => all.map((each) => JSON.stringify(each)).sort();
    expect(sorted(typedKeys(type))).toEqual(sorted(documentedKeys(SCHEMAS[type])));
  });
});

const PNG = "data:image/png;base64,iVBORw0KGgo=";
const PAGES: Client = { platform: "spa", callbackUrls: ["https://app.acme.example/"] };
const forty = ASSET_CATEGORIES.filter((category) => !category.startsWith("FAVICON"))
  .flatMap((category) => COLOR_MODES.map((colorMode) => ({ category, colorMode, file: PNG })))
  .concat({ category: "FAVICON_ICO", colorMode: "DARK", file: "data:image/x-icon;base64,AAABAA==" } as never)
  .slice(0, 40);
const ARN = {
  cloudwatchLogs: "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/vendedlogs/users",
  firehose: "arn:aws:firehose:eu-west-1:111122223333:deliverystream/users",
  s3: "arn:aws:s3:::acme-logs",
};

const stackWith = (pool: Partial<Pool>, client: Client = PAGES): StackJson =>
  synthesizeOne(configOf({ pool: { domain: { prefix: "acme", managedLoginVersion: 2 }, ...pool }, client })).json;
const styled = (branding: Extract<Client, { platform: "server" | "confidential" }>["branding"]) =>
  stackWith({}, { ...PAGES, branding } as Client);
const logged = (logDelivery: object) => stackWith({ logDelivery });

const FORMS: readonly (readonly [what: string, stack: () => StackJson])[] = [
  ["the default style", () => styled("default")],
  ["settings alone", () => styled({ settings: '{ "a": "${x}" }' })],
  ["settings in a variable", () => styled({ settings: { var: "style" } })],
  ["forty images", () => styled({ settings: "{}", assets: forty as never })],
  ["logs of notifications", () => logged({ userNotification: { cloudwatchLogs: ARN.cloudwatchLogs } })],
  ...(["cloudwatchLogs", "firehose", "s3"] as const).map(
    (key) => [`logs of activity to ${key}`, () => logged({ userAuthEvents: { [key]: ARN[key] } })] as const,
  ),
  [
    "logs of both, to variables",
    () => logged({ userNotification: { cloudwatchLogs: { var: "a" } }, userAuthEvents: { s3: { var: "b" } } }),
  ],
];

/** What is wrong with each resource of a stack that only newer providers have. */
function found({ resource = {} }: StackJson): string[] {
  return (Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[]).flatMap((type) =>
    Object.values(resource[type] ?? {}).flatMap((body) => misfits(body, SCHEMAS[type])),
  );
}
const count = ({ resource = {} }: StackJson) =>
  Object.keys(SCHEMAS).reduce((sum, type) => sum + Object.keys(resource[type] ?? {}).length, 0);

describe("a stack is of that schema", () => {
  test.each(FORMS)("with %s", (_, stack) => {
    const json = stack();
    expect(count(json)).toBeGreaterThan(0);
    expect(found(json)).toEqual([]);
  });

  test.each(["examples/branding.yaml", "examples/newer-provider/log-delivery.yaml"])("of %s", async (file) => {
    const { config } = await loadConfig({ cwd: ROOT, config: file });
    const { stacks } = synthesizeConfig(config as Config);
    expect(stacks.reduce((sum, { json }) => sum + count(json), 0)).toBeGreaterThan(1);
    expect(stacks.flatMap(({ json }) => found(json))).toEqual([]);
  });
});

const style = { user_pool_id: "p", client_id: "c", settings: "{}" };
const logo = { category: "FORM_LOGO", color_mode: "DARK", extension: "PNG", bytes: "eA==" };
const sink = { event_source: "userAuthEvents", log_level: "INFO", s3_configuration: [{ bucket_arn: "b" }] };

test.each<[keyof typeof SCHEMAS, object, string]>([
  [STYLE, { ...style, colour: "x" }, "colour is unknown"],
  [STYLE, { ...style, client_id: undefined }, "client_id is missing"],
  [STYLE, { ...style, settings: { a: 1 } }, "settings is not a string"],
  [STYLE, { ...style, settings: undefined }, "not exactly one of settings, use_cognito_provided_values"],
  [STYLE, { ...style, use_cognito_provided_values: true }, "not exactly one of settings, use_cognito_provided_values"],
  [STYLE, { ...style, asset: logo }, "asset is not a list of blocks"],
  [STYLE, { ...style, asset: Array(41).fill(logo) }, "asset has more than 40"],
  [STYLE, { ...style, asset: [{ ...logo, extension: "GIF" }] }, "asset.extension is none of its closed set"],
  [STYLE, { ...style, asset: [{ ...logo, category: undefined }] }, "asset.category is missing"],
  [LOGS, { user_pool_id: "p" }, "log_configurations has fewer than 1"],
  [
    LOGS,
    { user_pool_id: "p", log_configurations: [{ ...sink, log_level: "WARN" }] },
    "log_configurations.log_level is none of its closed set",
  ],
  [
    LOGS,
    { user_pool_id: "p", log_configurations: [{ ...sink, s3_configuration: undefined }] },
    "log_configurations.none of cloud_watch_logs_configuration, firehose_configuration, s3_configuration",
  ],
  [
    LOGS,
    { user_pool_id: "p", log_configurations: [{ ...sink, s3_configuration: [{}, {}] }] },
    "log_configurations.s3_configuration has more than 1",
  ],
])("a misfit of %s is found: %j", (type, body, misfit) => {
  expect(misfits(body as Record<string, unknown>, SCHEMAS[type])).toEqual([misfit]);
});
