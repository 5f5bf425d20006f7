import { READABLE_ATTRIBUTES, WRITABLE_ATTRIBUTES } from "../../lib/cognito/attributes";
import { loadSource } from "../../lib/config/load";
import type { Client, Config } from "../../lib/config/schema";
import type { ClientModel, PoolModel } from "../../lib/model/model";
import { checkConfig } from "../../lib/rules/check";
import { synthesizeOne } from "../examples/examples";
import { sampleSize } from "../support/sample";
import { describeTerraform, Workspace } from "../support/terraform";
import { diagnosticsIn } from "./hand-edits";
import { type Case, randomCase, type Said } from "./random-promises";

const COUNT = sampleSize(1_500, 12);
const SEED = Number(process.env.SEED ?? Date.now() % 100_000);

const load = (value: unknown) =>
  loadSource({ file: "x", value, unreadable: [], duplicates: [], locate: () => undefined, position: () => undefined });

/** What is so of a client, said from the resolved arguments alone. */
function isSo({ verb, object, limit }: Said["predicate"], client: ClientModel, pool: PoolModel): boolean {
  const list = (field: keyof ClientModel) => client[field] as readonly string[];
  // Cognito takes an empty list for one that is not given
  const orDefault = (field: keyof ClientModel, preset: readonly string[]) =>
    list(field).length === 0 ? preset : list(field);
  const flows = orDefault("explicitAuthFlows", [
    "ALLOW_REFRESH_TOKEN_AUTH",
    "ALLOW_USER_SRP_AUTH",
    "ALLOW_CUSTOM_AUTH",
  ]);
  const isMachine =
    list("allowedOauthFlows").includes("client_credentials") &&
    flows.every((flow) => flow === "ALLOW_REFRESH_TOKEN_AUTH");
  switch (verb) {
    case "writes":
      return orDefault("writeAttributes", WRITABLE_ATTRIBUTES).includes(object);
    case "reads":
      return orDefault("readAttributes", READABLE_ATTRIBUTES).includes(object);
    case "has": {
      const server = pool.resourceServers.find(({ key }) => object.startsWith(`${key}/`));
      return list("allowedOauthScopes").includes(
        server ? object.replace(server.key, String(server.identifier)) : object,
      );
    }
    case "has a refresh token over":
      return !isMachine && days(client) > (limit as number);
    case "has a refresh token under":
      return !isMachine && days(client) < (limit as number);
    case "uses":
      return [...flows, ...list("allowedOauthFlows")].includes(object);
    case "is":
      return (object === "public") === !client.generateSecret;
    case "has a callback to":
      return list("callbackUrls").some((url) => new URL(url).hostname === object);
    case "has a callback outside":
      return list("callbackUrls").some((url) => {
        const { hostname, protocol } = new URL(url);
        return protocol.startsWith("http") && hostname !== "localhost" && hostname !== object;
      });
    default:
      throw new Error(verb);
  }
}

function days({ refreshTokenValidity, tokenValidityUnits }: ClientModel): number {
  return (
    (refreshTokenValidity as number) /
    { days: 1, hours: 24, minutes: 1_440, seconds: 86_400 }[tokenValidityUnits.refreshToken]
  );
}

/** Whether a sentence is true of a client, by its meaning in English. */
function isTrue({ quantifier, trust, keys, of, predicate }: Said, client: ClientModel, pool: PoolModel): boolean {
  const isMeant =
    (trust === undefined || (trust === "public") === !client.generateSecret) &&
    (keys === undefined || keys.includes(client.key)) &&
    (of === undefined || of === pool.key || of === pool.environment.key || of === client.platform);
  const isApplicable = !(predicate.verb.includes("refresh token") && client.platform === "machine");
  if (!isApplicable) return true;
  const so = isSo(predicate, client, pool);
  if (quantifier === "only") return isMeant || !so;
  return !isMeant || so === (quantifier === "every");
}

/** Clients that break the sentence, by stack and key. Of a config without variables. */
function breaking(config: Config, said: Said): Set<string> {
  const { pools } = load(config);
  return new Set(
    pools.flatMap((pool) =>
      pool.clients.filter((client) => !isTrue(said, client, pool)).map(({ key }) => `${pool.stack} ${key}`),
    ),
  );
}

/** Errors of a config that have nothing to do with promises, whatever its variables say. */
function errors(config: Config): string[] {
  return checkConfig(load({ ...config, promises: [] }))
    .filter(({ level, message }) => level === "error" && !message.startsWith("with the defaults of variables, "))
    .map(({ code, path, stacks }) => `${code} ${path} ${stacks}`);
}

interface Broken {
  readonly who: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What check says of the promise, with the values of variables that it names. */
function found(config: Config): Broken[] {
  const loaded = load(config);
  expect(loaded.problems).toEqual([]);
  return checkConfig(loaded)
    .filter(({ code }) => code === "PRM-01")
    .map(({ subject, message, stacks }) => ({
      who: `${stacks[0]} ${subject?.replace("client ", "")}`,
      values: Object.fromEntries(
        [...message.matchAll(/variable (\w+) is (.*?)(?= and variable| \(pools| \(env)/g)].map(([, name, value]) => [
          name,
          JSON.parse(value as string),
        ]),
      ),
    }));
}

describe("a promise on random configs, against every value that the variables may take", () => {
  const cases: readonly Case[] = Array.from({ length: COUNT }, (_, index) => randomCase(SEED + index));

  test(`seed ${SEED}`, () => {
    const wrong: object[] = [];
    let [broken, held, open] = [0, 0, 0];
    for (const { config, said, text, variables, given } of cases) {
      const known = new Set(errors(config));
      const isAllowed = (values: Readonly<Record<string, unknown>>) =>
        errors(given(values)).every((error) => known.has(error));
      const expected = new Set<string>();
      for (const values of assignments(variables)) {
        const unseen = [...breaking(given(values), said)].filter((who) => !expected.has(who));
        if (unseen.length > 0 && isAllowed(values)) for (const who of unseen) expected.add(who);
      }
      const said_ = found(config);
      const missed = [...expected].filter((who) => !said_.some((each) => each.who === who));
      const invented = said_.filter(
        ({ who, values }) =>
          !assignments(rest(variables, values)).some((others) => {
            const all = { ...others, ...values };
            return breaking(given(all), said).has(who) && isAllowed(all);
          }),
      );
      if (missed.length + invented.length > 0) wrong.push({ text, missed, invented, config: JSON.stringify(config) });
      if (said_.length === 0) held++;
      else broken++;
      if (said_.some(({ values }) => Object.keys(values).length > 0)) open++;
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    if (COUNT > 100) {
      expect(Math.min(broken, held)).toBeGreaterThan(COUNT / 10);
      expect(open).toBeGreaterThan(COUNT / 20);
    }
  }, 600_000);
});

function rest(variables: Case["variables"], values: object): Case["variables"] {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !(name in values)));
}

/** Every assignment of the values. */
function assignments(variables: Case["variables"]): Record<string, unknown>[] {
  return Object.entries(variables).reduce<Record<string, unknown>[]>(
    (all, [name, values]) => all.flatMap((each) => values.map((value) => ({ ...each, [name]: value }))),
    [{}],
  );
}

const PROMISED: Config = {
  project: "acme",
  environments: { prod: { region: "eu-west-1" } },
  promises: [
    "no public client writes custom:role",
    "only billing has payments/write",
    "no client of prod has a refresh token over 30 days",
    "every client of platform server is confidential",
    "no client has a callback outside *.example.com",
    "web rotates refresh tokens",
    "no client uses USER_PASSWORD_AUTH",
  ],
  guardrails: {
    baseline: ["Cognito.1", "Cognito.3", "Cognito.5", "cognito_user_pool_account_recovery_sms_not_preferred"],
    severity: { BSL: "error" },
  },
  pools: {
    users: {
      userPoolTier: "PLUS",
      advancedSecurityMode: "ENFORCED",
      mfaConfiguration: "OPTIONAL",
      softwareTokenMfa: true,
      attributes: { "custom:role": { type: "String" } },
      domain: { prefix: "acme-users" },
      resourceServers: {
        payments: {
          identifier: { var: "payments", default: "https://pay.example.com" },
          scopes: { read: "See", write: "Pay" },
        },
      },
      clients: {
        web: {
          platform: "spa",
          callbackUrls: ["https://app.example.com/callback"],
          refreshTokenRotation: {},
          writeAttributes: ["email"],
        },
        backend: { platform: "server", callbackUrls: ["https://api.example.com/callback"] },
        billing: { platform: "machine", allowedOauthScopes: ["payments/write"] },
        jobs: { platform: "machine", allowedOauthScopes: ["payments/read"] },
      },
    },
  },
};

type Resources = Record<string, Record<string, unknown>>;

/** What others' tools refuse of a pool, as Terraform has it. */
const WEAK = {
  password_policy: [
    {
      minimum_length: 6,
      require_lowercase: false,
      require_numbers: false,
      require_symbols: false,
      require_uppercase: false,
      temporary_password_validity_days: 365,
    },
  ],
  mfa_configuration: "OFF",
  user_pool_add_ons: [{ advanced_security_mode: "OFF" }],
  account_recovery_setting: [{ recovery_mechanism: [{ name: "verified_phone_number", priority: 1 }] }],
};

describeTerraform("a hand edit of a synthesized stack that breaks a promise, or a control of the baseline", () => {
  const workspace = new Workspace();
  const { json } = synthesizeOne(PROMISED);
  afterAll(() => workspace.remove());

  const planned = async (edits: Resources, pool: Readonly<Record<string, unknown>>) => {
    const clients = structuredClone(json.resource?.aws_cognito_user_pool_client) as Resources;
    for (const [key, edit] of Object.entries(edits)) Object.assign(clients[key] as object, edit);
    const users = { users: { ...(json.resource?.aws_cognito_user_pool as Resources | undefined)?.users, ...pool } };
    await workspace.use({
      ...json,
      resource: { ...json.resource, aws_cognito_user_pool: users, aws_cognito_user_pool_client: clients },
    });
    const { exitCode, stdout } = await workspace.terraform("plan", "-json", "-refresh=false", "-lock=false");
    const details = diagnosticsIn(stdout).map(({ detail }) => detail);
    const said = details.flatMap(
      (each) => /^PRM-01 promise: (.*?)\. Change the client/s.exec(each)?.[1]?.split("; ") ?? [],
    );
    const controls = details.flatMap(
      (each) => /^BSL-\d+ [\w-]+: user pool users: (.*?); required by/.exec(each)?.[1] ?? [],
    );
    return { exitCode, said: said.sort(), controls: controls.sort() };
  };

  test("is a plan without one", async () => {
    expect(await planned({}, {})).toEqual({ exitCode: 0, said: [], controls: [] });
  });

  test("fails by the sentence and the control that it breaks, and by no other", async () => {
    const edits = {
      web: {
        write_attributes: ["email", "custom:role"],
        callback_urls: ["https://app.example.com/callback", "https://evil.example/"],
        refresh_token_rotation: [{ feature: "DISABLED" }],
      },
      backend: { refresh_token_validity: 31, generate_secret: false },
      jobs: { allowed_oauth_scopes: ["https://pay.example.com/write"] },
    };
    expect(await planned(edits, WEAK)).toEqual({
      exitCode: 1,
      said: [
        'client backend: "every client of platform server is confidential" is broken: is not confidential',
        'client backend: "no client of prod has a refresh token over 30 days" is broken: its refresh token lives 31 days',
        'client jobs: "only billing has payments/write" is broken: has the scope payments/write',
        'client web: "no client has a callback outside *.example.com" is broken: has a callback outside *.example.com',
        'client web: "no public client writes custom:role" is broken: writes custom:role',
        'client web: "web rotates refresh tokens" is broken: does not rotate refresh tokens',
      ],
      controls: [
        "MFA is OFF, and a password alone signs users in",
        "accounts are recovered by SMS first",
        "passwords have 6 characters or more, fewer than 8",
        "passwords need no lower case letter",
        "passwords need no number",
        "passwords need no symbol",
        "passwords need no upper case letter",
        "temporary passwords are valid for 365 days, more than 7",
        "threat protection is OFF, not ENFORCED",
      ],
    });
  });
});

test("an overlay of an environment cannot break a promise unseen", () => {
  const config = structuredClone(PROMISED);
  config.environments.dev = {
    region: "eu-west-1",
    pools: { users: { clients: { web: { writeAttributes: ["custom:role"] } } } },
  } as Config["environments"][string];
  expect(found(config).map(({ who }) => who)).toEqual(["users-dev web"]);
  expect(found(PROMISED)).toEqual([]);
});

test("what a variable may be, guardrails and rules limit", () => {
  const config = structuredClone(PROMISED);
  Object.assign(config.pools.users?.clients.web as Client, { refreshTokenValidity: { var: "days", unit: "days" } });
  expect(found(config)).toEqual([{ who: "users-prod web", values: { days: 31 } }]);
  config.guardrails = { publicClients: { refreshTokenValidity: { max: "30d" } } };
  expect(found(config)).toEqual([]);
});
