import { isDeepStrictEqual as same } from "node:util";
import { STANDARD_ATTRIBUTES } from "../../lib/cognito/attributes";
import { PLATFORMS } from "../../lib/cognito/platforms";
import { parseDuration, toSeconds } from "../../lib/config/duration";
import { isProxied } from "../../lib/model/trust";
import { isClosed } from "../../lib/model/value";
import { clientNotRules } from "../../lib/rules/not-rules/client";
import { poolNotRules } from "../../lib/rules/not-rules/pool";
import { textValue } from "../../lib/terraform/template";
import { snakeCase } from "../../lib/text/case";
import { examples } from "../examples/examples";
import {
  ARGUMENTS,
  breaks,
  type Client,
  every,
  everyClient,
  everyPool,
  holdsSecret,
  isRefused,
  isVariable,
  isViolation,
  LISTS,
  type Proof,
  SETS,
  Stack,
  shown,
  stackOf,
  type Written,
} from "./by-construction";
import { drawnModels } from "./random-models";

const SEED = 41;

/** Drawn once every example of a rule has had its turn; of clients that would share an address one is in the output. */
const DRAWN = drawnModels(300, SEED).filter(({ open }) => !breaks("ROT-05", open));

/** What is rarely drawn. */
const RARE = [
  stackOf({ accessTokenValidity: { var: "minutes" } }),
  stackOf({ platform: "other" }),
  stackOf({ platform: "ios" }, { clientDefaults: { generateSecret: true } }),
  stackOf(
    { platform: "machine", allowedOauthScopes: ["shop/read", "orders/write"] },
    { resourceServers: { shop: { scopes: { read: "Read" } }, orders: { scopes: { write: "Write" } } } },
  ),
  stackOf(
    { allowedOauthScopes: { var: "scopes" }, supportedIdentityProviders: ["COGNITO", { var: "provider" }] },
    {
      resourceServers: { shop: { scopes: { read: "Read" } }, orders: { scopes: { write: "Write" } } },
      identityProviders: { company: { providerType: "SAML", providerDetails: { MetadataURL: "https://idp.example" } } },
    },
  ),
  stackOf(
    { platform: "spa", callbackUrls: ["https://acme.example/"], branding: { settings: "{}" } },
    { domain: { prefix: "acme" }, clients: { ios: { platform: "ios", branding: "default" } } },
  ),
];

/** A stack of one client that is adopted with its pool. */
function adopted(client: object, pool: object = {}): Stack {
  const marks = [{ adopted: { clientId: "a" } }, { adopted: { userPoolId: "eu-west-1_Ab3dEf6h1" } }];
  return stackOf({ ...marks[0], ...client }, { ...marks[1], ...pool }, { isAdopted: true });
}

const CONFIDENTIAL = ["server", "machine", "confidential"];
const oneOf = (value: unknown, ...values: string[]) => values.includes(value as string) || isVariable(value);

/** Nanoseconds in 64 bits overflow from 106752 days on. */
const TOO_MANY_DAYS = Array.from({ length: 120 }, (_, power) => `${3_650n + 2n ** BigInt(power)}d`);

/** The Region is an argument of every resource, a block goes with its lines, and the provider cannot clear the last. */
const NOT_ALWAYS = ["region", "analytics_configuration", "default_redirect_uri"];

/** The styles of managed login of a stack. */
const styles = (stack: Stack) => stack.resources("managed_login_branding");

const allUnits = everyClient((client) =>
  same(Object.keys(client.block("token_validity_units")).sort(), ["access_token", "id_token", "refresh_token"]),
);

const rotationOn = every(
  ({ clients }) => clients.filter(({ rotates }) => rotates),
  ({ rotation: { feature, retry_grace_period_seconds: grace } }) =>
    feature === "ENABLED" && (Number.isInteger(grace) || isVariable(grace)),
);
const rotationOff = every(
  ({ clients }) => clients.filter(({ rotates }) => !rotates),
  ({ rotation }) => same(rotation, { feature: "DISABLED", retry_grace_period_seconds: 0 }),
);

const neverReplaced = every(
  ({ clients }) => clients.filter((client) => client.said("preventDestroy") !== false),
  ({ written }) => (written.lifecycle as Written).prevent_destroy === true,
);

/** Whether a client waits for every resource of a type, if there is any. */
const waitsFor = (type: string) => (client: Client) =>
  Object.keys(client.stack.json.resource?.[type] ?? {}).every((name) =>
    (client.written.depends_on as readonly string[] | undefined)?.includes(`${type}.${name}`),
  );

const references = [
  every(
    ({ clients }) => clients.filter(({ model }) => !isClosed(model.allowedOauthScopes)),
    waitsFor("aws_cognito_resource_server"),
  ),
  every(
    ({ clients }) => clients.filter(({ model }) => !isClosed(model.supportedIdentityProviders)),
    waitsFor("aws_cognito_identity_provider"),
  ),
  every(
    (stack) => stack.texts("allowed_oauth_scopes"),
    ({ item, stack }) =>
      stack.model.resourceServers
        .flatMap(({ key, identifier }) => [key, textValue(identifier)])
        .every((name) => !item.startsWith(`${name}/`)),
  ),
  every(
    (stack) =>
      breaks("OAU-09", stack.model) || breaks("OAU-10", stack.model) ? [] : stack.references("allowed_oauth_scopes"),
    ({ item, target }) =>
      (target as { scope: Written[] }).scope.some(({ scope_name }) => item.endsWith(`.identifier}/${scope_name}`)),
  ),
  every(
    (stack) => stack.texts("supported_identity_providers"),
    ({ item, stack }) => stack.model.identityProviders.every(({ providerName }) => item !== textValue(providerName)),
  ),
  every(
    (stack) => stack.references("supported_identity_providers"),
    ({ item, target }) => target !== undefined && item.endsWith(".provider_name}"),
  ),
];

const constraints = [
  every(
    (stack) => stack.attributes("String"),
    ({ string_attribute_constraints: limits }) =>
      same(Object.keys(Object(limits)).sort(), ["max_length", "min_length"]),
  ),
  every(
    (stack) => stack.attributes("Number"),
    ({ number_attribute_constraints: limits }) => typeof limits === "object",
  ),
];

const tier = everyPool((pool) => oneOf(pool.user_pool_tier, "LITE", "ESSENTIALS", "PLUS"));

const PROOFS: Readonly<Record<string, readonly Proof[]>> = {
  "TOK-08": [allUnits],
  "TOK-09": [
    every(
      (stack) => stack.lifetimes("string"),
      ({ said, seconds }) => seconds === toSeconds(parseDuration(said as string)),
    ),
    every(
      (stack) => stack.lifetimes("object"),
      ({ said, number, unit }) => {
        const { var: variable, unit: given = "minutes" } = said as Written;
        return number === `\${var.${variable}}` && unit === given;
      },
    ),
  ],
  "TOK-10": [
    allUnits,
    everyClient(({ lifetimes }) => lifetimes.every(({ number }) => Number.isInteger(number) || isVariable(number))),
    every(
      (stack) => stack.lifetimes("undefined"),
      ({ seconds }) => seconds > 0,
    ),
  ],
  "TOK-11": [
    every(TOO_MANY_DAYS, (refreshTokenValidity) => isViolation("TOK-03", { refreshTokenValidity })),
    every(
      ({ clients }) => clients.filter(({ written }) => isVariable(written.refresh_token_validity)),
      (client) =>
        /client\.refresh_token_validity \* local\.seconds\[.* <= 315360000\) \}\}$/.test(client.condition("TOK-03")),
    ),
  ],
  "TOK-21": [rotationOn, rotationOff],
  "TOK-22": [rotationOn],
  "SEC-01": [
    everyClient((client) => {
      const { model } = client;
      const expected =
        CONFIDENTIAL.includes(model.platform) || isProxied(model) || client.said("generateSecret") === true;
      return client.written.generate_secret === expected;
    }),
    every(
      PLATFORMS.filter((platform) => platform !== "other"),
      (platform) => isRefused("generateSecret", { platform, generateSecret: true }),
    ),
    neverReplaced,
  ],
  "CLI-05": [
    everyClient(({ written }) =>
      /^\$\{(data\.)?aws_cognito_user_pool\.[\w-]+\.(id|user_pool_id)\}$/.test(String(written.user_pool_id)),
    ),
  ],
  "SEC-02": [neverReplaced],
  "SEC-03": [
    everyClient(({ model, written }) => model.adopted !== undefined || typeof written.generate_secret === "boolean"),
    every(PLATFORMS, (platform) =>
      adopted({ platform, ...(platform === "machine" && { allowedOauthScopes: [] }) }).clients.every(
        ({ written }) => !("generate_secret" in written),
      ),
    ),
  ],
  "SEC-11": [
    every(
      (stack) => (stack.exportsSecrets || !stack.clients.some(({ model }) => model.generateSecret) ? [] : [stack]),
      ({ outputs }) => !holdsSecret(outputs),
    ),
    every(
      ({ outputs }) => outputs.filter(holdsSecret),
      ({ sensitive }) => sensitive === true,
    ),
  ],
  "FLOW-09": [
    every(
      ({ clients }) => clients.flatMap(({ lists }) => lists),
      (list) => SETS.includes(list),
    ),
    every(Object.entries(LISTS), ([key, values]) =>
      stackOf({ [key]: [...values, ...values] }).clients.every(({ written }) => same(written[snakeCase(key)], values)),
    ),
  ],
  "OAU-11": references,
  "OAU-21": [
    every(
      ({ clients }) => clients.filter((client) => client.brokenUrls("logoutUrls").length > 0),
      (client) => same(client.brokenUrls("logoutUrls"), client.brokenUrls("logoutUrls", "callbackUrls")),
    ),
    every(
      ({ clients }) => clients.filter((client) => client.brokenUrls("callbackUrls").length > 0),
      (client) => same(client.brokenUrls("callbackUrls"), client.brokenUrls("callbackUrls", "logoutUrls")),
    ),
    every(
      ({ clients }) => clients.flatMap(({ urlConditions }) => urlConditions),
      (condition) => condition.includes("self.callback_urls") && condition.includes("self.logout_urls"),
    ),
  ],
  "MIS-06": [
    everyClient(({ written }) => ARGUMENTS.every((name) => written[name] !== undefined || NOT_ALWAYS.includes(name))),
  ],
  "ATT-06": [
    every(
      ({ clients }) => clients.flatMap(({ written }) => [written.read_attributes, written.write_attributes]),
      (list) => Array.isArray(list) || isVariable(list),
    ),
  ],
  "SCH-10": [
    every(
      (stack) => (stack.attributes().length < 2 || breaks("SCH-03", stack.model) ? [] : [stack.attributes()]),
      (attributes) => new Set(attributes.map(({ name }) => name)).size === attributes.length,
    ),
    every(Object.keys(STANDARD_ATTRIBUTES), (name) =>
      isViolation("SCH-03", {}, { attributes: { [name]: {}, [`custom:${name}`]: {} } }),
    ),
  ],
  "SCH-11": constraints,
  "SCH-21": [
    everyPool((pool) => typeof (pool.username_configuration as Written).case_sensitive === "boolean"),
    every([adopted({}, { unset: ["caseSensitive"] })], (stack) =>
      stack.resources("user_pool").every((pool) => !("username_configuration" in pool)),
    ),
  ],
  "MFA-07": [everyPool((pool) => oneOf(pool.mfa_configuration, "OFF", "ON", "OPTIONAL"))],
  "TIER-02": [tier],
  "BRD-01": [
    every(
      styles,
      ({ settings, use_cognito_provided_values: provided }) => (provided === true) === (settings === undefined),
    ),
  ],
  "BRD-02": [
    every(
      (stack) => (styles(stack).length > 0 ? [stack] : []),
      (stack) => new Set(styles(stack).map(({ client_id }) => client_id)).size === styles(stack).length,
    ),
  ],
  "DRIFT-01": [rotationOn, rotationOff],
  "DRIFT-02": [allUnits],
  "DRIFT-04": constraints,
  "DRIFT-05": [true, false].map((custom) =>
    every(
      (stack) => (stack.model.domain?.custom === custom ? [stack.json] : []),
      (json) =>
        /^\$\{aws_cognito_user_pool_domain\.[\w-]+\.domain\}/.test(String(json.output?.domain?.value)) &&
        !/aws_cognito_user_pool\.[\w-]+\.(custom_)?domain\b/.test(JSON.stringify(json)),
    ),
  ),
  "DRIFT-06": [tier],
  "DRIFT-10": references,
};

const rows = [...clientNotRules, ...poolNotRules].filter(({ how }) => how === "construction");

test("every row that holds by construction is proved, and no other", () => {
  expect(Object.keys(PROOFS).sort()).toEqual(rows.map(({ id }) => id).sort());
});

describe("in the examples and in random configs", () => {
  let stacks: readonly Stack[];

  beforeAll(async () => {
    const loaded = await Promise.all(examples.map((example) => example.load()));
    const models = [...loaded.flatMap(({ pools }) => pools), ...DRAWN.map(({ open }) => open)];
    stacks = [...RARE, ...models.map((model) => new Stack(model))];
  });

  test.each(rows.map(({ id, because }) => [id, because]))("%s: %s", (id) => {
    for (const { subjects, holds } of PROOFS[id] as readonly Proof[]) {
      const found = subjects(stacks);
      expect(found).not.toHaveLength(0);
      expect(found.filter((subject) => !holds(subject)).map(shown)).toEqual([]);
    }
  });
});

describe("in a config made for it", () => {
  const resourceServers = {
    shop: { identifier: "https://api", scopes: { read: "Read" } },
    orders: { identifier: "https://api/orders", scopes: { read: "Read" } },
  };

  test("OAU-11, DRIFT-10: of two servers whose identifiers begin alike, the one of the scope is named", () => {
    const client = { platform: "machine", allowedOauthScopes: ["https://api/orders/read"] };
    const [scope] = stackOf(client, { resourceServers }).references("allowed_oauth_scopes");
    expect(scope?.item).toBe("${aws_cognito_resource_server.orders.identifier}/read");
  });

  test("MIS-06: no variable is null", () => {
    const { json } = stackOf({ preventUserExistenceErrors: { var: "errors" } });
    expect(json.variable).toMatchObject({ errors: { nullable: false } });
  });
});
