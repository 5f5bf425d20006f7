import type { Client, Config } from "../../lib/config/schema";

/** A sentence as a structure, for an evaluator that does not read sentences. */
export interface Said {
  readonly quantifier: "no" | "every" | "only";
  readonly trust?: "public" | "confidential";
  readonly keys?: readonly string[];
  /** A pool, an environment or a platform. */
  readonly of?: string;
  readonly predicate: { readonly verb: string; readonly object: string; readonly limit?: number };
}

/** A config with one promise, some of whose values are open. */
export interface Case {
  readonly said: Said;
  readonly text: string;
  readonly config: Config;
  /** Values that each variable is tried with. */
  readonly variables: Readonly<Record<string, readonly unknown[]>>;
  /** The config with values in place of variables. */
  readonly given: (values: Readonly<Record<string, unknown>>) => Config;
}

const CLIENTS = ["web", "backend", "jobs"];
const ATTRIBUTES = ["email", "name", "custom:role"];
const SCOPES = ["orders/read", "orders/write"];
const URLS = ["https://app.example.com/x", "https://evil.example/x", "http://localhost:3000/x"];

/** A case that depends on the number alone. */
export function randomCase(seed: number): Case {
  const random = generator(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const chance = (part: number) => random() < part;
  const some = <T>(items: readonly T[]) => items.filter(() => chance(0.5));
  const said = sentence(pick, chance, some);
  const variables: Record<string, readonly unknown[]> = {};
  const maybeOpen = (name: string, value: unknown, values: readonly unknown[], unit?: string): unknown => {
    if (Object.keys(variables).length > 1 || !chance(0.35)) return unit === undefined ? value : `${value}d`;
    variables[name] = values;
    return { var: name, ...(chance(0.5) && { default: value }), ...(unit && { unit }) };
  };
  const client = (key: string): Client => {
    const platform = pick(["spa", "server", "ios", "machine"] as const);
    if (platform === "machine") {
      const scopes = some(SCOPES);
      return { platform, allowedOauthScopes: scopes.length > 0 ? scopes : ["orders/read"] };
    }
    const hasCallbacks = chance(0.5);
    return {
      platform,
      refreshTokenValidity: maybeOpen(`${key}_days`, pick([1, 29, 30, 31, 90]), [29, 30, 31, 61, 3651], "days"),
      ...(chance(0.6) && { writeAttributes: maybeOpen(`${key}_writes`, some(ATTRIBUTES), subsets(ATTRIBUTES)) }),
      // grants and scopes are said, since a default would depend on whether a variable is empty, which no plan does
      ...(hasCallbacks && {
        callbackUrls: maybeOpen(`${key}_urls`, [pick(URLS)], subsets(URLS)),
        allowedOauthFlows: ["code"],
        allowedOauthScopes: ["openid", ...(platform === "server" ? some(SCOPES) : [])],
      }),
      ...(chance(0.3) && {
        explicitAuthFlows: chance(0.3)
          ? []
          : ["ALLOW_REFRESH_TOKEN_AUTH", pick(["ALLOW_USER_SRP_AUTH", "ALLOW_USER_PASSWORD_AUTH"] as const)],
      }),
    } as Client;
  };
  const pool = (prefix: string) => ({
    attributes: { "custom:role": {}, ...(chance(0.3) && { email: { required: true } }) },
    domain: { prefix },
    resourceServers: { orders: { identifier: "https://orders", scopes: { read: "Read", write: "Write" } } },
    clients: Object.fromEntries(CLIENTS.map((key) => [key, client(`${key}`)])),
  });
  const text = worded(said);
  const config = {
    project: "acme",
    environments: {
      prod: { region: "eu-west-1" },
      dev: {
        region: "eu-west-1",
        ...(chance(0.5) && { pools: { users: { clients: { [pick(["web", "backend"])]: { name: "Other" } } } } }),
      },
    },
    ...(chance(0.3) && { guardrails: { refreshTokenValidity: { max: pick(["30d", "60d"]) } } }),
    promises: [text],
    pools: { users: pool("acme-users"), ...(chance(0.3) && { staff: { ...pool("acme-staff"), only: ["prod"] } }) },
  } as unknown as Config;
  // of one name, one default
  const names = Object.keys(variables);
  const few = Object.fromEntries(names.map((name) => [name, variables[name] as readonly unknown[]]));
  return { said, text, config, variables: few, given: (values) => replaced(config, values) as Config };
}

function sentence(
  pick: <T>(items: readonly T[]) => T,
  chance: (part: number) => boolean,
  some: <T>(items: readonly T[]) => T[],
): Said {
  const quantifier = pick(["no", "every", "only"] as const);
  const names = quantifier === "only" && chance(0.6) ? some(CLIENTS) : [];
  const predicate = pick([
    () => ({ verb: "writes", object: pick(ATTRIBUTES) }),
    () => ({ verb: "writes", object: "custom:role" }),
    () => ({ verb: "reads", object: pick(ATTRIBUTES) }),
    () => ({ verb: "has", object: pick([...SCOPES, "openid"]) }),
    () => ({
      verb: pick(["has a refresh token over", "has a refresh token under"]),
      object: "",
      limit: pick([29, 30, 31, 60]),
    }),
    () => ({ verb: "has a refresh token over", object: "", limit: pick([30, 60]) }),
    () => ({ verb: "uses", object: pick(["code", "ALLOW_USER_SRP_AUTH", "ALLOW_USER_PASSWORD_AUTH"]) }),
    () => ({ verb: "is", object: pick(["public", "confidential"]) }),
    () => ({
      verb: pick(["has a callback to", "has a callback outside"]),
      object: pick(["app.example.com", "evil.example"]),
    }),
  ])();
  return {
    quantifier,
    ...(names.length > 0 ? { keys: names } : chance(0.4) && { trust: pick(["public", "confidential"] as const) }),
    ...(chance(0.4) && { of: pick(["users", "prod", "dev", "spa", "server"]) }),
    predicate,
  };
}

function worded({ quantifier, trust, keys, of, predicate: { verb, object, limit } }: Said): string {
  const subject = keys ? keys.join(" and ") : [trust, "client"].filter(Boolean).join(" ");
  const within = of === undefined ? "" : ` of ${["spa", "server"].includes(of) ? "platform " : ""}${of}`;
  return `${quantifier} ${subject}${within} ${verb} ${limit === undefined ? object : `${limit} days`}`;
}

function subsets<T>(items: readonly T[]): T[][] {
  return items.reduceRight<T[][]>((all, item) => all.concat(all.map((each) => [item, ...each])), [[]]);
}

function replaced(value: unknown, values: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(value)) return value.map((each) => replaced(each, values));
  if (typeof value !== "object" || value === null) return value;
  if ("var" in value) {
    const { var: name, unit } = value as { var: string; unit?: string };
    return unit === undefined ? values[name] : `${values[name]}d`;
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaced(each, values)]));
}

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
