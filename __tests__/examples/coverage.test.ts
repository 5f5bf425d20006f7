import { z } from "zod";
import { loadConfig } from "../../lib/config/load";
import { configSchema } from "../../lib/config/schema";
import { ROOT } from "../support/repository";
import { example } from "./examples";

/**
 * Walks the grammar and a config side by side. A key counts where its schema is, so a key that several platforms
 * share need not be written for each; every branch of a union must be taken somewhere. An overlay's grammar is that of
 * the pool over again, so it is not walked; variables left open are one branch, wherever they may be.
 */
class Coverage {
  readonly #declared = new Map<z.ZodType, string>();
  readonly #seen = new Set<z.ZodType>();

  declare(schema: z.ZodType, path: string): void {
    const inner = unwrap(schema);
    if (inner instanceof z.ZodRecord) this.declare(inner.valueType as z.ZodType, `${path}.*`);
    else if (inner instanceof z.ZodArray) this.declare(inner.element as z.ZodType, `${path}[]`);
    else if (inner instanceof z.ZodUnion)
      for (const [index, option] of inner.options.entries())
        this.#declareNew(branch(option as z.ZodType), `${path} (branch ${index + 1})`);
    else if (inner instanceof z.ZodObject)
      for (const [key, value] of Object.entries(inner.shape))
        if (key !== "pools" || !path.startsWith("environments")) this.#declareNew(value as z.ZodType, `${path}.${key}`);
  }

  #declareNew(schema: z.ZodType, path: string): void {
    if (this.#declared.has(schema)) return;
    this.#declared.set(schema, path);
    this.declare(schema, path.replace(/^\./, ""));
  }

  see(schema: z.ZodType, value: unknown): void {
    const inner = unwrap(schema);
    if (inner instanceof z.ZodRecord)
      for (const each of Object.values(value as object)) this.see(inner.valueType as z.ZodType, each);
    else if (inner instanceof z.ZodArray)
      for (const each of value as unknown[]) this.see(inner.element as z.ZodType, each);
    else if (inner instanceof z.ZodUnion) {
      const taken = inner.options.find((option) => (option as z.ZodType).safeParse(value).success) as z.ZodType;
      this.#seen.add(branch(taken));
      this.see(branch(taken), value);
    } else if (inner instanceof z.ZodObject)
      for (const [key, each] of Object.entries(value as object)) {
        const property = inner.shape[key] as z.ZodType;
        this.#seen.add(property);
        this.see(property, each);
      }
  }

  get missing(): string[] {
    return [...this.#declared].filter(([schema]) => !this.#seen.has(schema)).map(([, path]) => path.replace(/^\./, ""));
  }
}

const openVariable = z.strictObject({
  var: z.string(),
  default: z.unknown(),
  sensitive: z.boolean(),
  unit: z.string(),
});

/** An open variable is the same thing wherever it may be. */
function branch(option: z.ZodType): z.ZodType {
  return option instanceof z.ZodObject && "var" in option.shape ? openVariable : option;
}

function unwrap(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
    ? unwrap(schema.unwrap() as z.ZodType)
    : schema;
}

test("everything.yaml, branding.yaml and log-delivery.yaml have each key of the grammar at least once, and each branch of every union", async () => {
  const coverage = new Coverage();
  coverage.declare(configSchema, "");
  // as it is written: with the names of files in place of their texts
  coverage.see(configSchema, (await example("everything").load()).source.value);
  // what needs a later AWS provider is in an example of its own, so that any can plan the others
  coverage.see(configSchema, await example("branding").config());
  // what a later provider than that of the plans knows
  const { config } = await loadConfig({ cwd: ROOT, config: "examples/newer-provider/log-delivery.yaml" });
  coverage.see(configSchema, config);
  // a plan reads a secret, and the plans of this example ask nobody: __tests__/e2e/stored-secrets
  const secret = "pools.*.identityProviders.*.providerDetails.* (branch 3)";
  expect(coverage.missing).toEqual([secret, `${secret}.secretsManager`, `${secret}.key`]);
});

test("what everything.yaml does not have is named", () => {
  const coverage = new Coverage();
  coverage.declare(configSchema, "");
  coverage.see(configSchema, {
    project: "acme",
    environments: { prod: { region: "eu-west-1" } },
    pools: { users: { clients: { app: { platform: "ios" } } } },
  });
  expect(coverage.missing).toEqual(
    expect.arrayContaining([
      "guardrails",
      "environments.*.backend",
      "environments.*.region (branch 2)",
      "pools.*.clients.* (branch 2)",
      "pools.*.domain (branch 1)",
      "pools.*.attributes.*.authority",
    ]),
  );
  expect(coverage.missing).not.toContain("pools.*.clients.* (branch 1)");
});

test("everything.yaml lays an environment over a pool, and removes something there", async () => {
  const { environments } = await example("everything").config();
  const overlays = Object.values(environments).flatMap(({ pools = {} }) => Object.values(pools));
  expect(JSON.stringify(overlays)).toContain("null");
});
