import fc from "fast-check";
import { resolveConfig } from "../../lib/config/resolve";
import type { Client, Config } from "../../lib/config/schema";
import { resourcesOf } from "../../lib/module/differences";
import { configurationOf } from "../../lib/module/files";
import { moduleOf } from "../../lib/module/module";
import { terraformOf } from "../../lib/module/stack-terraform";
import { type TerraformJson, toHcl } from "../../lib/terraform/hcl";
import { sampleSize } from "../support/sample";

const TERMS = { reason: "no traffic", until: "2030-01-31" };

/** Keys that are near to one another, and to the addresses of generations. */
const KEYS = ["job", "jobs", "jobs-g", "jobs_g4x", "api", "api-2", "g2", "job-g2s", "web"];

/** Every phase of one rotation of a client, from generation `n` to the next. */
function phasesFrom(n: number, next: number): readonly object[] {
  const before = n === 1 ? {} : { generations: [n] };
  const both = [n, next];
  return [
    before,
    { generations: both },
    { generations: both, current: next },
    { generations: both, current: next, retire: { generation: n, ...TERMS } },
    { generations: [next], retire: { generation: n, ...TERMS } },
    { generations: [next] },
  ];
}

function configOf(clients: Readonly<Record<string, object>>): Config {
  const entries = Object.entries(clients).map(([key, client]) => [key, { platform: "server", ...client } as Client]);
  return {
    project: "acme",
    environments: { prod: { region: "eu-west-1" } },
    pools: { users: { clients: Object.fromEntries(entries) } },
  };
}

/** Every resource with its arguments, by address. */
function resourcesIn(clients: Readonly<Record<string, object>>): ReadonlyMap<string, string> {
  const json = terraformOf(configOf(clients))?.json as TerraformJson;
  const all = json.resource as Record<string, Record<string, object>>;
  return new Map(
    resourcesOf(json).map(({ type, name }) => {
      const { "//": _, ...body } = (all[type]?.[name] ?? {}) as { "//"?: unknown };
      return [`${type}.${name}`, JSON.stringify(body)];
    }),
  );
}

/** Every resource of a text in HCL, by address. */
function resourcesOfHcl(text: string): ReadonlyMap<string, string> {
  const blocks = [...text.matchAll(/^resource "(\w+)" "([\w-]+)" (\{\n[\s\S]*?^\})$/gm)];
  return new Map(blocks.map(([, type, name, body = ""]) => [`${type}.${name}`, body]));
}

type Clients = Parameters<typeof resourcesIn>[0];

/** The resources of each form in which a config is written. */
const FORMS: Readonly<Record<string, (clients: Clients) => ReadonlyMap<string, string>>> = {
  JSON: resourcesIn,
  HCL: (clients) => {
    const { json = {}, layout } = terraformOf(configOf(clients)) ?? {};
    return resourcesOfHcl(toHcl(json, layout));
  },
  "a module": (clients) => {
    const config = configOf(clients);
    const module = moduleOf(config, resolveConfig(config).pools, { environment: "prod", file: "userpools.yaml" });
    return resourcesOfHcl(configurationOf(module)["main.tf"] ?? "");
  },
};

/** What may be beside a rotated client: generations, and all that is made of a client and is not an app client. */
const NEIGHBOURS: Readonly<Record<string, (key: string, generation: number) => object>> = {
  generation: (_, generation) => ({ generations: [generation] }),
  delivered: (key, generation) => ({
    generations: [generation, generation + 1],
    deliver: { secretsManager: { name: `acme/${key}`, kmsKeyId: "alias/app" }, ssm: { prefix: `/acme/${key}` } },
  }),
  published: (key) => ({ platform: "spa", publish: { ssm: `/acme/${key}` } }),
  proxied: (_, generation) => ({ platform: "ios", secretHashProxy: true, generations: [generation] }),
};

const rotations = fc.record({
  keys: fc.shuffledSubarray(KEYS, { minLength: 2, maxLength: 5 }),
  first: fc.integer({ min: 1, max: 3 }),
  step: fc.integer({ min: 1, max: 4 }),
  others: fc.array(fc.tuple(fc.constantFrom(...Object.keys(NEIGHBOURS)), fc.integer({ min: 1, max: 5 })), {
    minLength: KEYS.length,
    maxLength: KEYS.length,
  }),
});

test.each(Object.entries(FORMS))(
  "%s: no phase of a rotation changes an address or an argument of another client, or of the generations that stay",
  (form, resourcesOfForm) => {
    fc.assert(
      fc.property(rotations, ({ keys, first, step, others }) => {
        const [rotated = "", ...rest] = keys;
        const around = Object.fromEntries(
          rest.map((key, index) => {
            const [kind = "", generation = 1] = others[index] ?? [];
            return [key, NEIGHBOURS[kind]?.(key, generation) ?? {}];
          }),
        );
        const next = first + step;
        const seen = phasesFrom(first, next).map((phase) => resourcesOfForm({ ...around, [rotated]: phase }));
        expect(seen[0]?.size).toBeGreaterThan(keys.length);
        for (const [index, after] of seen.entries()) {
          const before = seen[index - 1];
          if (before === undefined) continue;
          const gone = [...before.keys()].filter((address) => !after.has(address));
          const added = [...after.keys()].filter((address) => !before.has(address));
          const name = rotated.replaceAll("-", "_");
          const addressOf = (number: number) =>
            `aws_cognito_user_pool_client.${number === 1 ? name : `${name}_g${number}`}`;
          expect(added).toEqual(index === 1 ? [addressOf(next)] : []);
          expect(gone).toEqual(index === 4 ? [addressOf(first)] : []);
          for (const [address, body] of before) if (after.has(address)) expect(after.get(address)).toBe(body);
        }
      }),
      { numRuns: sampleSize(20, form === "a module" ? 1 : 5) },
    );
  },
);

test("generations have the same arguments but for their name", () => {
  const found = [...resourcesIn({ jobs: { generations: [1, 2], name: "Nightly jobs" } })].filter(([address]) =>
    address.includes("client"),
  );
  const [first, second] = found.map(([, body]) => JSON.parse(body));
  expect(found.map(([address]) => address.split(".")[1])).toEqual(["jobs", "jobs_g2"]);
  expect([first.name, second.name]).toEqual(["Nightly jobs", "Nightly jobs-g2"]);
  expect({ ...first, name: "" }).toEqual({ ...second, name: "" });
});

test("a renamed client takes every generation along", () => {
  const json = terraformOf(configOf({ jobs: { generations: [1, 2], renamedFrom: "tasks" } }))?.json;
  expect(json?.moved).toEqual([
    { from: "aws_cognito_user_pool_client.tasks", to: "aws_cognito_user_pool_client.jobs" },
    { from: "aws_cognito_user_pool_client.tasks_g2", to: "aws_cognito_user_pool_client.jobs_g2" },
  ]);
});

test("an environment can be in another phase than the others", () => {
  const config = configOf({ jobs: { generations: [1, 2] } });
  const clients = { jobs: { current: 2, retire: { generation: 1, ...TERMS } } };
  const prod = { region: "eu-west-1", pools: { users: { clients } } };
  const outputs = (each: Config) =>
    (terraformOf(each)?.json.output as Record<string, { value: unknown }> | undefined)?.client_ids?.value;
  expect(outputs(config)).toEqual({ jobs: "${aws_cognito_user_pool_client.jobs.id}" });
  expect(outputs({ ...config, environments: { prod } })).toEqual({
    jobs: "${aws_cognito_user_pool_client.jobs_g2.id}",
  });
});
