import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc, { type Arbitrary } from "fast-check";
import { parse } from "yaml";
import { PLATFORMS } from "../../lib/cognito/platforms";
import { AUTH_FLOWS, OAUTH_FLOWS, USER_POOL_TIERS } from "../../lib/cognito/values";
import { withFileTexts } from "../../lib/config/file-texts";
import { EXAMPLES, ROOT } from "../support/repository";
import { hostileText } from "./hostile-text";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const FOLDER = join(ROOT, "examples");
const examples = EXAMPLES.filter((name) => /\.(ya?ml|json)$/.test(name)).map(
  (name) => withFileTexts(parse(readFileSync(join(FOLDER, name), "utf8")), FOLDER).value as Json,
);

/** One of so many values of a kind, drawn once: a choice costs nothing where a fresh value would. */
function drawn<T>(count: number, kind: Arbitrary<T>): Arbitrary<T> {
  return fc.constantFrom(...fc.sample(kind, { seed: 20261122, numRuns: count }));
}

/** Values that no key expects. */
const junk = drawn<Json>(
  2_000,
  fc.oneof(
    fc.constantFrom<Json>(
      null,
      true,
      false,
      0,
      -1,
      1e308,
      2 ** 53,
      0.1,
      "",
      [],
      {},
      [[]],
      { var: "v" },
      { var: "v", default: [] },
    ),
    fc.constantFrom(
      "4m",
      "1h",
      "999999999d",
      "99999999999999999999s",
      "0s",
      "https://a.example.com/x",
      "a://b",
      "custom:x",
      "email",
    ),
    hostileText,
    fc.array(hostileText, { maxLength: 3 }),
    fc.jsonValue({ maxDepth: 1 }) as Arbitrary<Json>,
  ),
);

const key = drawn(
  500,
  fc.oneof(
    fc.constantFrom(
      "__proto__",
      "constructor",
      "toString",
      "var",
      "only",
      "except",
      "existing",
      "a-b",
      "a_b",
      "A",
      "",
      "%",
    ),
    fc.constantFrom(
      "platform",
      "clients",
      "domain",
      "tags",
      "attributes",
      "generateSecret",
      "renamedFrom",
      "acknowledge",
    ),
    hostileText,
  ),
);

/** One random change: deletes, renames, repeats, retypes or replaces something at a random place. */
interface Mutation {
  readonly place: number;
  readonly kind: "delete" | "rename" | "copy" | "replace" | "add" | "swap" | "wrap";
  readonly key: string;
  readonly value: Json;
}

const mutation: Arbitrary<Mutation> = fc.record({
  place: fc.nat(),
  kind: fc.constantFrom<Mutation["kind"]>("delete", "rename", "copy", "replace", "add", "swap", "wrap"),
  key,
  value: junk,
});

/** Whole values at random from what the grammar knows, so that many are sound. */
const sound: Arbitrary<Json> = drawn(
  1_000,
  fc.record({
    project: fc.constantFrom("acme", "a"),
    environments: fc.dictionary(fc.constantFrom("dev", "prod"), fc.record({ region: fc.constant("eu-west-1") }), {
      minKeys: 1,
    }),
    pools: fc.dictionary(
      fc.constantFrom("users", "partners"),
      fc.record(
        {
          userPoolTier: fc.constantFrom(...USER_POOL_TIERS),
          name: fc.oneof(fc.constant("Customers"), hostileText),
          usernameAttributes: fc.constantFrom(["email"], ["phone_number"], []),
          tags: fc.dictionary(fc.oneof(fc.constant("owner"), hostileText), hostileText, { maxKeys: 2 }),
          groups: fc.dictionary(
            fc.constantFrom("admins", "Beta testers", "${x}"),
            fc.record({ description: hostileText.map((text) => text.slice(0, 2_048)) }, { requiredKeys: [] }),
          ),
          attributes: fc.dictionary(
            fc.constantFrom("email", "custom:tenant", "name"),
            fc.record({ mutable: fc.boolean(), maxLength: fc.nat(2048) }, { requiredKeys: [] }),
          ),
          resourceServers: fc.dictionary(
            fc.constantFrom("api", "files"),
            fc.record({ scopes: fc.dictionary(fc.constantFrom("read", "write"), hostileText) }),
          ),
          mfaConfiguration: fc.constantFrom("OFF", "ON", "OPTIONAL"),
          softwareTokenMfa: fc.boolean(),
          domain: fc.constantFrom<Json>({ prefix: "acme" }, { prefix: "acme", managedLoginVersion: 2 }),
          clients: fc.dictionary(
            fc.constantFrom("ios", "web", "job", "a-b"),
            fc.record(
              {
                platform: fc.constantFrom(...PLATFORMS),
                accessTokenValidity: fc.constantFrom<Json>("5m", "1h", "24h", "3600s", { var: "ttl", default: 60 }),
                refreshTokenValidity: fc.constantFrom("1d", "90m", "3650d"),
                explicitAuthFlows: fc.oneof(
                  fc.constantFrom(["ALLOW_USER_SRP_AUTH"], ["ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]),
                  fc.subarray([...AUTH_FLOWS]),
                ),
                allowedOauthFlows: fc.oneof(fc.constant(["code"]), fc.subarray([...OAUTH_FLOWS])),
                allowedOauthScopes: fc.subarray(["openid", "email", "api/read", "files/write"]),
                callbackUrls: fc.subarray(["https://app.example.com/back", "myapp://back", "http://localhost:3000/x"]),
                readAttributes: fc.constantFrom<Json>(
                  ["email"],
                  { scopes: ["profile"] },
                  { attributes: ["custom:tenant"] },
                ),
                enableTokenRevocation: fc.boolean(),
                refreshTokenRotation: fc.constantFrom<Json>(false, { retryGracePeriod: "10s" }),
              },
              { requiredKeys: ["platform"] },
            ),
            { maxKeys: 3 },
          ),
        },
        { requiredKeys: ["clients"] },
      ),
      { minKeys: 1 },
    ),
  }) as Arbitrary<unknown> as Arbitrary<Json>,
);

/** Configs of every quality: sound ones, examples, and either with some damage; now and then no config at all. */
export const configs: Arbitrary<Json> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(
        fc.oneof({ weight: 3, arbitrary: sound }, { weight: 1, arbitrary: fc.constantFrom(...examples) }),
        fc.array(mutation, { maxLength: 3 }),
      )
      .map(mutated),
  },
  { weight: 1, arbitrary: junk },
);

function mutated([config, mutations]: [Json, Mutation[]]): Json {
  const root: Json = { root: structuredClone(config) };
  for (const each of mutations) mutate(root, each);
  return root.root ?? null;
}

function mutate(root: { [key: string]: Json }, { place, kind, key, value }: Mutation): void {
  const places = entriesOf(root);
  const at = (index: number) => places[index % places.length] ?? ([root, "root"] as const);
  const [parent, name] = at(place);
  const current = get(parent, name);
  const inside = kind === "add" && typeof current === "object" && current !== null;
  if (kind === "delete" || kind === "rename") remove(parent, name);
  if (kind === "rename") set(parent, key, current);
  if (kind === "copy") set(parent, key, structuredClone(current));
  if (kind === "replace") set(parent, name, structuredClone(value));
  if (kind === "add") set(inside ? current : parent, key, structuredClone(value));
  if (kind === "wrap") set(parent, name, [current]);
  if (kind === "swap") set(parent, name, structuredClone(get(...at(place * 31 + 7))));
}

type Container = Json[] | { [key: string]: Json };
type Place = readonly [Container, string];

function entriesOf(value: Container): Place[] {
  return Object.keys(value).flatMap((name) => {
    const child = get(value, name);
    return [[value, name] as const, ...(typeof child === "object" && child !== null ? entriesOf(child) : [])];
  });
}

function get(parent: Container, name: string): Json {
  return (parent as { [key: string]: Json })[name] ?? null;
}

function set(parent: Container, name: string, value: Json): void {
  if (Array.isArray(parent)) parent.push(value);
  else Object.defineProperty(parent, name, { value, enumerable: true, configurable: true, writable: true });
}

function remove(parent: Container, name: string): void {
  if (Array.isArray(parent)) parent.splice(Number(name), 1);
  else delete parent[name];
}
