import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { jsonSchema } from "../../lib/config/json-schema";
import { configSchema } from "../../lib/config/schema";
import { EXAMPLES, ROOT } from "../support/repository";
import { loadText, yaml } from "./support";

const text = jsonSchema();
const schema = JSON.parse(text);
const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false });
addFormats(ajv);
const validate = ajv.compile(schema);

type Node = Record<string, unknown>;

/** The JSON Schema of the value at a path, through `$ref`s and alternatives. */
function at(...path: string[]): Node {
  return path.reduce<Node>((node, key) => {
    const found = alternatives(node).flatMap((each) => {
      const child = (each.properties as Record<string, Node> | undefined)?.[key] ?? each.additionalProperties;
      return child ? [child as Node] : [];
    })[0];
    if (!found) throw new Error(`no ${key} of ${path.join(".")}`);
    return found;
  }, schema);
}

function alternatives(node: Node): Node[] {
  const below = next(node).flatMap(alternatives);
  return below.length > 0 ? below : [node];
}

/** What an editor shows of a value: the first description on the way to its type. */
function description(node: Node): string | undefined {
  return (node.description as string | undefined) ?? next(node).map(description).find(Boolean);
}

function next(node: Node): Node[] {
  const { $ref, anyOf, oneOf, allOf } = node as { $ref?: string } & Record<string, Node[] | undefined>;
  const keys = $ref?.split("/").slice(1);
  const target = keys?.reduce<unknown>((found, key) => (found as Node)[key], schema);
  return [...(target ? [target as Node] : []), ...(anyOf ?? []), ...(oneOf ?? []), ...(allOf ?? [])];
}

describe("docs/config.schema.json", () => {
  test("is what the program prints", () => {
    expect(readFileSync(join(ROOT, "docs", "config.schema.json"), "utf8")).toBe(text);
  });

  test("is a JSON Schema that editors can take, below 250 kB", () => {
    expect(schema.$schema).toBe("http://json-schema.org/draft-07/schema#");
    expect(text.length).toBeLessThan(250_000);
  });
});

describe("every example", () => {
  test.each(EXAMPLES)("%s is valid", async (name) => {
    const { source } = await loadText(name, readFileSync(join(ROOT, "examples", name)));
    expect(source.unreadable).toEqual([]);
    validate(source.value);
    expect(validate.errors).toBeNull();
  });
});

describe("the JSON Schema agrees with the validation on", () => {
  const base = {
    project: "acme",
    environments: { prod: { region: "r" } },
    pools: { users: { clients: { app: { platform: "ios" } } } },
  };
  const client = (written: object) => ({
    ...base,
    pools: { users: { clients: { app: { platform: "ios", ...written } } } },
  });
  const pool = (written: object) => ({ ...base, pools: { users: { ...base.pools.users, ...written } } });
  const environment = (written: object) => ({ ...base, environments: { prod: { region: "r", ...written } } });

  test.each<[string, unknown, boolean]>([
    ["a minimal config", base, true],
    ["an unknown key", { ...base, extra: 1 }, false],
    ["a missing project", { ...base, project: undefined }, false],
    ["a bad project", { ...base, project: "Acme" }, false],
    ["a bad pool key", { ...base, pools: { Users: base.pools.users } }, false],
    ["a bad client key", pool({ clients: { App: { platform: "ios" } } }), false],
    ["an unknown key of a client", client({ nmae: "x" }), false],
    ["a client without platform", pool({ clients: { app: {} } }), false],
    ["an unknown platform", client({ platform: "web" }), false],
    ["a spa with a secret", client({ platform: "spa", generateSecret: true }), false],
    ["another client with a secret", client({ platform: "other", generateSecret: true }), true],
    ["a machine without scopes", client({ platform: "machine" }), false],
    ["a machine with scopes", client({ platform: "machine", allowedOauthScopes: ["api/read"] }), true],
    ["a machine with callbacks", client({ platform: "machine", allowedOauthScopes: [], callbackUrls: [] }), false],
    ["a duration", client({ accessTokenValidity: "1h30m" }), true],
    ["a number as duration", client({ accessTokenValidity: 60 }), false],
    ["a duration out of order", client({ accessTokenValidity: "30m1h" }), false],
    ["an open duration", client({ accessTokenValidity: { var: "v", unit: "hours", default: 1 } }), true],
    ["an open duration in weeks", client({ accessTokenValidity: { var: "v", unit: "weeks" } }), false],
    ["a variable without name", client({ name: { default: "x" } }), false],
    ["a variable of a bad name", client({ name: { var: "1x" } }), false],
    ["rotation off", client({ refreshTokenRotation: false }), true],
    ["rotation on", client({ refreshTokenRotation: {} }), true],
    ["rotation true", client({ refreshTokenRotation: true }), false],
    ["an attribute set by scope", client({ readAttributes: { scopes: ["email"] } }), true],
    ["an attribute set of an unknown scope", client({ readAttributes: { scopes: ["mail"] } }), false],
    ["an unknown flow", client({ explicitAuthFlows: ["SRP"] }), false],
    ["a tier out of its set", pool({ userPoolTier: "FREE" }), false],
    ["a domain with a prefix", pool({ domain: { prefix: "a" } }), true],
    ["a domain of both kinds", pool({ domain: { prefix: "a", customDomain: "b", certificateArn: "c" } }), false],
    ["a custom domain without certificate", pool({ domain: { customDomain: "b" } }), false],
    ["managed login 3", pool({ domain: { prefix: "a", managedLoginVersion: 3 } }), false],
    ["a group of a negative precedence", pool({ groups: { a: { precedence: -1 } } }), false],
    ["a fraction", pool({ passwordPolicy: { minimumLength: 8.5 } }), false],
    ["an S3 backend", environment({ backend: { type: "s3", bucket: "b", region: "r" } }), true],
    ["an S3 backend without bucket", environment({ backend: { type: "s3", region: "r" } }), false],
    ["a local backend with a bucket", environment({ backend: { type: "local", bucket: "b" } }), false],
    ["an overlay that removes", environment({ pools: { users: { tags: null, clients: { app: null } } } }), true],
    ["an overlay deep down", environment({ pools: { users: { passwordPolicy: { minimumLength: null } } } }), true],
    [
      "an overlay of a client's platform",
      environment({ pools: { users: { clients: { app: { platform: "spa" } } } } }),
      true,
    ],
    ["an unknown key in an overlay", environment({ pools: { users: { clients: { app: { nmae: "x" } } } } }), false],
    [
      "a wrong value in an overlay",
      environment({ pools: { users: { clients: { app: { callbackUrls: "x" } } } } }),
      false,
    ],
    ["an overlay of only", environment({ pools: { users: { only: ["prod"] } } }), false],
    ["null outside overlays", pool({ tags: null }), false],
  ])("%s", (_, config, sound) => {
    const plain = JSON.parse(JSON.stringify(config));
    expect(configSchema.safeParse(plain).success).toBe(sound);
    expect(validate(plain)).toBe(sound);
  });

  test("the file of a test", async () => {
    const { source } = await loadText("userpools.yaml", yaml());
    expect(validate(source.value)).toBe(true);
  });
});

describe("editor completion", () => {
  const overlay = ["environments", "prod", "pools", "users"];

  test.each([
    ["project"],
    ["environments", "prod", "region"],
    ["environments", "prod", "backend"],
    ["pools", "users", "userPoolTier"],
    ["pools", "users", "attributes"],
    ["pools", "users", "attributes", "email", "authority"],
    ["pools", "users", "clientDefaults", "accessTokenValidity"],
    ["pools", "users", "clients", "app", "accessTokenValidity"],
    ["pools", "users", "clients", "app", "refreshTokenRotation"],
    ["pools", "users", "clients", "app", "platform"],
    [...overlay, "deletionProtection"],
    [...overlay, "clients", "app", "accessTokenValidity"],
  ])("describes %s %s %s %s %s %s %s", (...path) => {
    expect(description(at(...path.filter((key) => key !== undefined)))).toMatch(/\w{3}/);
  });

  test("offers the values of closed sets", () => {
    expect(JSON.stringify(alternatives(at("pools", "users", "userPoolTier")))).toContain("ESSENTIALS");
    expect(JSON.stringify(alternatives(at(...overlay, "clients", "app", "platform")))).toContain("android");
  });
});
