import type { Client } from "../../lib/config/schema";
import type { Fields } from "../support/cognito/refusal";
import { CONSOLE, code, made, type Shape } from "./shapes";

const group = "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/vendedlogs/users";
const stream = "arn:aws:firehose:eu-west-1:111122223333:deliverystream/activity";
const bucket = "arn:aws:s3:::acme-user-activity/users";
const notifications = {
  EventSource: "userNotification",
  LogLevel: "ERROR",
  CloudWatchLogsConfiguration: { LogGroupArn: group },
};
const activity = (destination: object) => ({ EventSource: "userAuthEvents", LogLevel: "INFO", ...destination });
const PLUS = { UserPoolTier: "PLUS", UserPoolAddOns: { AdvancedSecurityMode: "AUDIT" } };
const plus: NonNullable<Shape["config"]> = {
  userPoolTier: "PLUS",
  advancedSecurityMode: "AUDIT",
  unset: ["caseSensitive", "accountRecovery"],
};

/** A pool whose logs are delivered. */
function logs(
  name: string,
  LogConfigurations: readonly object[],
  config: Shape["config"],
  pool?: Shape["pool"],
): Shape {
  return {
    name,
    ...(pool && { pool }),
    attached: [["SetLogDeliveryConfiguration", { LogConfigurations }]],
    ...(config && { config }),
  };
}

const web = "https://app.acme.example/callback";
const settings = {
  componentClasses: { buttons: { borderRadius: 8.0 }, focusState: { lightMode: { borderColor: "0972d3ff" } } },
  categories: { form: { displayGraphics: true, instructions: { enabled: false } }, auth: { order: [null, "", []] } },
};
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString("base64");
const ico = "AAABAAEA";
const images = [
  { Category: "FORM_LOGO", ColorMode: "LIGHT", Extension: "SVG", Bytes: svg },
  { Category: "FAVICON_ICO", ColorMode: "DYNAMIC", Extension: "ICO", Bytes: ico },
];
const assets: { category: "FORM_LOGO" | "FAVICON_ICO"; colorMode: "LIGHT" | "DYNAMIC"; file: string }[] = [
  { category: "FAVICON_ICO", colorMode: "DYNAMIC", file: `data:image/x-icon;base64,${ico}` },
  { category: "FORM_LOGO", colorMode: "LIGHT", file: `data:image/svg+xml;base64,${svg}` },
];

/** A pool with managed login, a client that has a style and one that has none. */
function style(name: string, prefix: string, request: Fields, branded: Partial<Client>): Shape {
  const app = { ...made, ...code(web) };
  const adopted: Client = { platform: "spa", ...CONSOLE, callbackUrls: [web], refreshTokenValidity: "30d" };
  return {
    name,
    attached: [["CreateUserPoolDomain", { Domain: prefix, ManagedLoginVersion: 2 }]],
    clients: { app, other: app },
    ofClients: [["app", "CreateManagedLoginBranding", request]],
    config: { domain: { prefix, managedLoginVersion: 2 } },
    adopts: { app: { ...adopted, ...branded } as Client, other: adopted },
  };
}

/** Shapes of pools that the oldest AWS provider cannot plan: it does not know a resource of theirs. */
export const NEWER_SHAPES: readonly Shape[] = [
  logs("logs of messages that could not be sent", [notifications], {
    logDelivery: { userNotification: { cloudwatchLogs: group } },
  }),
  logs(
    "logs of both sources, in the other order",
    [activity({ S3Configuration: { BucketArn: bucket } }), notifications],
    { ...plus, logDelivery: { userNotification: { cloudwatchLogs: group }, userAuthEvents: { s3: bucket } } },
    PLUS,
  ),
  logs(
    "logs of what users do, to a stream",
    [activity({ FirehoseConfiguration: { StreamArn: stream } })],
    { ...plus, logDelivery: { userAuthEvents: { firehose: stream } } },
    PLUS,
  ),
  logs(
    "logs of what users do, to a log group",
    [activity({ CloudWatchLogsConfiguration: { LogGroupArn: group } })],
    { ...plus, logDelivery: { userAuthEvents: { cloudwatchLogs: group } } },
    PLUS,
  ),
  style(
    "the style that Cognito provides",
    "acme-provided",
    { UseCognitoProvidedValues: true },
    { branding: "default" },
  ),
  style(
    "that style with images of one's own",
    "acme-images",
    { UseCognitoProvidedValues: true, Assets: images },
    { branding: { assets } },
  ),
  style("a style of one's own", "acme-settings", { Settings: settings }, { branding: { settings: inOrder(settings) } }),
  style(
    "a style of one's own with images",
    "acme-style",
    { Settings: settings, Assets: images },
    { branding: { settings: inOrder(settings), assets } },
  ),
  style("a style that changes nothing", "acme-nothing", { Settings: {} }, { branding: { settings: "{}" } }),
  {
    name: "a style of a machine, which has no pages",
    clients: { jobs: { ...made, GenerateSecret: true, ExplicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"] } },
    ofClients: [["jobs", "CreateManagedLoginBranding", { UseCognitoProvidedValues: true }]],
    adopts: {
      jobs: {
        platform: "confidential",
        ...CONSOLE,
        explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
        branding: "default",
      },
    },
  },
];

/** JSON with the keys of its objects in order, as the AWS provider has it. */
function inOrder(value: object): string {
  return JSON.stringify(value, (_, each) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
