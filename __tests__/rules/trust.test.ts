import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PROXIED_PLATFORMS } from "../../lib/cognito/platforms";
import type { Client } from "../../lib/config/schema";
import type { PoolModel } from "../../lib/model/model";
import { isConfidential, isProxied } from "../../lib/model/trust";
import { rules } from "../../lib/rules";
import { checkPool } from "../../lib/rules/check";
import type { Example } from "../../lib/rules/rule";
import { configOf, modelOf } from "../support/models";
import { ROOT } from "../support/repository";

/** Every example of every rule whose client is of a public platform. */
const PUBLIC = rules.flatMap(({ id, examples }) => {
  const { bad, good } = examples();
  return [...bad, ...good]
    .filter(({ client = { platform: "ios" } }) => (PROXIED_PLATFORMS as readonly string[]).includes(client.platform))
    .map((example) => [id, example] as const);
});

/** The rules that ask whether Cognito has a secret for the client, whoever knows it, and those of the proxy itself. */
const NOT_OF_TRUST = /^(SEC-05|ROT-04|PRX-\d+)$/;

function proxied({ client = { platform: "ios" }, ...example }: Example): Example {
  return { ...example, client: { ...client, secretHashProxy: true } as Client };
}

function findings(pool: PoolModel): string[] {
  return checkPool(pool)
    .filter(({ rule }) => !NOT_OF_TRUST.test(rule))
    .map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`);
}

test("a client behind the proxy has a secret, and is not confidential", () => {
  const [client] = modelOf(configOf(proxied({}))).clients;
  if (client === undefined) throw new Error("no client");
  expect([client.generateSecret, isProxied(client), isConfidential(client)]).toEqual([true, true, false]);
});

test(`every rule judges a client behind the proxy as it judges the public client, in ${PUBLIC.length} examples`, () => {
  expect(PUBLIC.length).toBeGreaterThan(300);
  for (const [id, example] of PUBLIC) {
    const [without, behind] = [example, proxied(example)].map((each) => findings(modelOf(configOf(each))));
    expect({ id, found: behind }).toEqual({ id, found: without });
  }
});

/** Files that may ask whether Cognito has a secret for a client; every other one asks `isConfidential`. */
const ASK_FOR_A_SECRET = [
  "lib/adopt/client-secrets.ts",
  "lib/adopt/platform.ts",
  "lib/adopt/small-client.ts",
  "lib/adopt/state-pools.ts",
  "lib/adopt/terraform-values.ts",
  "lib/cli/commands/plan.ts",
  "lib/cognito/app-client.ts",
  "lib/cognito/platforms.ts",
  "lib/config/resolve/client.ts",
  "lib/constructs/app-client-arguments.ts",
  "lib/gate/causes.ts",
  "lib/gate/import-causes.ts",
  "lib/judge/app-client.ts",
  "lib/model/client.ts",
  "lib/model/trust.ts",
  "lib/questions/leaked.ts",
  "lib/review/additions.ts",
  "lib/review/adoption.ts",
  "lib/review/client/client.ts",
  "lib/review/client/secret-hash-proxy.ts",
  "lib/rules/client/adoption.ts",
  "lib/rules/client/attribute-authority.ts",
  "lib/rules/client/client-identity.ts",
  "lib/rules/client/delivery.ts",
  "lib/rules/client/generations.ts",
  "lib/rules/client/lifetimes.ts",
  "lib/rules/language/trust.ts",
  "lib/rules/lock.ts",
  "lib/rules/not-rules/client.ts",
  "lib/rules/promise/predicates.ts",
  "lib/terraform/offline-plan.ts",
  "stacks/pool-stack.ts",
];

test("no other code reads generateSecret in place of trust", () => {
  const files = ["lib", "stacks"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  );
  const reading = files.filter(
    (file) =>
      file.endsWith(".ts") &&
      !/^lib\/config\/(types|schema|validate)/.test(file) &&
      /generateSecret|generate_secret/.test(readFileSync(join(ROOT, file), "utf8")),
  );
  expect(reading.sort()).toEqual(ASK_FOR_A_SECRET);
});
