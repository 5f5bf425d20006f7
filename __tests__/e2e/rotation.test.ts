import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { awsProviderRange } from "../../lib/cognito/provider-versions";
import { resolveConfig } from "../../lib/config/resolve";
import type { Config } from "../../lib/config/schema";
import { allowancesOf } from "../../lib/gate/allowances";
import { judge } from "../../lib/gate/judge";
import { parsePlan } from "../../lib/gate/plan-file";
import { configurationOf } from "../../lib/module/files";
import { moduleOf } from "../../lib/module/module";
import { plain } from "../../lib/text/quoted";
import { synthesize } from "../../stacks/synthesize";
import { LoopbackCognito } from "../support/cognito/loopback-cognito";
import { drawn } from "../support/sample";
import { describeTerraform, type PlanJson, Workspace } from "../support/terraform";

jest.setTimeout(600_000);

const OUTPUTS = ["client_ids", "client_generations", "client_secrets", "client_generation_secrets"];
const TERMS = { reason: "no traffic since June", until: "2030-01-31" };

/** The phases of a rotation, and what Terraform does in each to one client. */
const PHASES: readonly (readonly [phase: string, rotation: object, added: number, destroyed: number])[] = [
  ["before", {}, 1, 0],
  ["add", { generations: [1, 2] }, 1, 0],
  ["switch", { generations: [1, 2], current: 2 }, 0, 0],
  ["announce", { generations: [1, 2], current: 2, retire: { generation: 1, ...TERMS } }, 0, 0],
  ["retire", { generations: [2], retire: { generation: 1, ...TERMS } }, 0, 1],
  ["clean up", { generations: [2] }, 0, 0],
  ["add again, and switch", { generations: [2, 3], current: 3 }, 1, 0],
];

const delivered = (key: string) => ({
  deliver: { secretsManager: { name: `acme/${key}` }, ssm: { prefix: `/acme/${key}` } },
  acknowledge: { "DEL-05": "the secrets are compared" },
});

/** What Terraform does where another generation is delivered: a version is a resource of its own. */
const DELIVERED = ["delete,create", "update", "update"];

/** A machine and a server client that are rotated, one of them delivered, beside clients that are not rotated. */
function configOf(rotation: object): Config {
  return {
    project: "acme",
    environments: { prod: { region: "eu-west-1" } },
    pools: {
      users: {
        domain: { prefix: "acme-users" },
        resourceServers: { orders: { scopes: { read: "Read orders" } } },
        exportClientSecrets: true,
        clients: {
          job: { platform: "machine", allowedOauthScopes: ["orders/read"], ...delivered("job") },
          jobs: { platform: "machine", allowedOauthScopes: ["orders/read"], ...rotation },
          api: {
            platform: "server",
            callbackUrls: ["https://acme.example/callback"],
            ...delivered("api"),
            ...rotation,
          },
          web: { platform: "spa", publish: { ssm: "/acme/web" } },
        },
      },
    },
  };
}

/** Puts a config into a workspace, in one of the three forms. */
const FORMS: Readonly<Record<string, (config: Config, workspace: Workspace, endpoint: string) => Promise<void>>> = {
  stack: (config, workspace, endpoint) => useStack(config, workspace, endpoint, false),
  HCL: (config, workspace, endpoint) => useStack(config, workspace, endpoint, true),
  module: async (config, workspace, endpoint) => {
    const { pools } = resolveConfig(config);
    const module = moduleOf(config, pools, { environment: "prod", file: "userpools.yaml" });
    for (const [name, text] of Object.entries(configurationOf(module))) {
      const file = join(workspace.folder, "users", name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const made = OUTPUTS.filter((name) => name in (module.json.output as object));
    const root = {
      terraform: { required_providers: { aws: { source: "hashicorp/aws", version: awsProviderRange([]) } } },
      provider: { aws: [{ region: "eu-west-1" }] },
      module: { users: { source: "./users" } },
      output: Object.fromEntries(made.map((name) => [name, { value: `\${module.users.${name}}`, sensitive: true }])),
    };
    await workspace.use(root, endpoint);
  },
};

async function useStack(config: Config, workspace: Workspace, endpoint: string, hcl: boolean): Promise<void> {
  const outdir = mkdtempSync(join(tmpdir(), "cdktf-cognito-rotation-"));
  synthesize(resolveConfig(config).pools, { config: "userpools.yaml", outdir, hcl });
  await workspace.use(join(outdir, "stacks/users-prod", hcl ? "cdk.tf" : "cdk.tf.json"), endpoint);
  rmSync(outdir, { recursive: true, force: true });
}

interface Deployed {
  readonly changes: PlanJson["resource_changes"];
  readonly judged: readonly string[];
  readonly outputs: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Plans, judges, applies, and plans again. */
async function deploy(config: Config, workspace: Workspace): Promise<Deployed> {
  await workspace.run("plan", "-out=plan.bin");
  const shown = JSON.parse(await workspace.run("show", "-json", "plan.bin"));
  const stacks = allowancesOf({ config, pools: resolveConfig(config).pools } as never);
  const judged = judge(parsePlan(Buffer.from(JSON.stringify(shown)), "plan.json"), stacks, "2026-01-01")
    .filter(({ verdict }) => verdict !== "noted")
    .map(({ verdict, message }) => `${verdict}: ${plain(message)}`);
  await workspace.run("apply", "plan.bin");
  expect(await workspace.run("plan")).toContain("No changes.");
  const outputs = JSON.parse(await workspace.run("output", "-json"));
  return {
    changes: (shown as PlanJson).resource_changes.filter(({ change }) => change.actions.join() !== "no-op"),
    judged,
    outputs: Object.fromEntries(Object.entries<{ value: never }>(outputs).map(([name, { value }]) => [name, value])),
  };
}

describeTerraform("a rotation, planned, applied and planned again", () => {
  test.each(drawn(Object.keys(FORMS), 1))(
    "%s: every phase does what it says, and no other client changes",
    async (form) => {
      const cognito = await LoopbackCognito.start();
      const workspace = new Workspace();
      const ids = new Map<string, unknown>();
      try {
        for (const [phase, rotation, added, destroyed] of PHASES) {
          const config = configOf(rotation);
          await FORMS[form]?.(config, workspace, cognito.endpoint);
          const { changes, judged, outputs } = await deploy(config, workspace);
          const clients = changes.filter(({ type }) => type === "aws_cognito_user_pool_client");
          const actions = (phase === "before" ? clients : changes).map(({ change }) => change.actions.join());
          const first = phase === "before" ? 2 : 0;
          expect([phase, actions.sort()]).toEqual([
            phase,
            [
              ...Array(2 * added + first).fill("create"),
              ...Array(2 * destroyed).fill("delete"),
              ...(phase.includes("switch") ? DELIVERED : []),
            ].sort(),
          ]);
          const sentences = ["allowed: client api would be destroyed", "allowed: client jobs would be destroyed"];
          expect(judged).toEqual(destroyed === 0 ? [] : sentences.map((each) => `${each}: generation 1 is retired`));
          expectOutputs(rotation, outputs, ids);
          for (const key of ["job", "api"]) {
            const { client_id, client_secret } = JSON.parse(cognito.secrets.valueOf(`acme/${key}`) ?? "{}");
            const parameters = ["id", "secret"].map((name) => cognito.secrets.parameter(`/acme/${key}/client-${name}`));
            const id = outputs.client_ids?.[key];
            expect([client_id, client_secret, ...parameters]).toEqual([id, `secret_of_${id}`, id, `secret_of_${id}`]);
          }
          expect(cognito.secrets.parameter("/acme/web/outputs.json")).toContain(`"${outputs.client_ids?.web}"`);
        }
      } finally {
        workspace.remove();
        cognito.stop();
      }
    },
  );

  test("the gate refuses the plan of a generation that is removed and not retired", async () => {
    const cognito = await LoopbackCognito.start();
    const workspace = new Workspace();
    try {
      await FORMS.stack?.(configOf({ generations: [1, 2], current: 2 }), workspace, cognito.endpoint);
      await deploy(configOf({ generations: [1, 2], current: 2 }), workspace);
      await FORMS.stack?.(configOf({ generations: [2] }), workspace, cognito.endpoint);
      const { judged } = await deploy(configOf({ generations: [2] }), workspace);
      expect(judged).toEqual(["refused: client api would be destroyed", "refused: client jobs would be destroyed"]);
    } finally {
      workspace.remove();
      cognito.stop();
    }
  });
});

/** The outputs name the current generation and have all, and no id or secret is another one than before. */
function expectOutputs(
  { generations = [1], current = generations[0] }: { generations?: number[]; current?: number },
  { client_ids = {}, client_generations, client_secrets = {}, client_generation_secrets }: Deployed["outputs"],
  ids: Map<string, unknown>,
): void {
  const isRotated = generations.join() !== "1";
  expect([client_generations !== undefined, client_generation_secrets !== undefined]).toEqual([isRotated, isRotated]);
  for (const key of ["job", "jobs", "api", "web"]) {
    const numbers = ["jobs", "api"].includes(key) ? generations : [1];
    const all = (client_generations?.[key] ?? { 1: client_ids[key] }) as Record<number, string>;
    expect(Object.keys(all)).toEqual(numbers.map(String));
    for (const number of numbers) {
      const known = ids.get(`${key} ${number}`) ?? all[number];
      expect(all[number]).toBe(known);
      ids.set(`${key} ${number}`, known);
    }
    const chosen = key === "job" || key === "web" ? 1 : (current as number);
    expect(client_ids[key]).toBe(all[chosen]);
    if (key === "web") continue;
    expect(client_secrets[key]).toBe(`secret_of_${client_ids[key]}`);
    if (isRotated)
      expect(client_generation_secrets?.[key]).toEqual(
        Object.fromEntries(numbers.map((number) => [number, `secret_of_${all[number]}`])),
      );
  }
  expect(new Set(ids.values()).size).toBe(ids.size);
}
