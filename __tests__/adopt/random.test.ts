import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { adoptedConfig } from "../../lib/adopt/adopted-config";
import type { DescribedPool } from "../../lib/adopt/described";
import { readDescribed } from "../../lib/adopt/described";
import { proofOf } from "../../lib/adopt/proof";
import { readStatePools } from "../../lib/adopt/state-pools";
import { type Config, configSchema } from "../../lib/config/schema";
import { type StackJson, synthesizeOne } from "../examples/examples";
import { folderWith } from "../support/cli";
import { LoopbackCognito } from "../support/cognito/loopback-cognito";
import { modelOf } from "../support/models";
import { sampleSize } from "../support/sample";
import { describeTerraform, Workspace } from "../support/terraform";
import { conditionsOf } from "./conditions";
import { printed } from "./printed";
import { soundConfigs } from "./random";
import { settings } from "./settings";

jest.setTimeout(600_000);

const SEED = Number(process.env.SEED ?? 20261127);
/** How many pools one apply makes. */
const POOLS = sampleSize(20, 1);

describeTerraform(`random configs, from seed ${SEED}`, () => {
  const workspace = new Workspace();
  let cognito: LoopbackCognito;
  beforeAll(async () => {
    cognito = await LoopbackCognito.start();
  });
  afterAll(() => {
    workspace.remove();
    cognito.stop();
  });

  test.each(Array.from({ length: sampleSize(3, 1) }, (_, index) => SEED + index))(
    `%d: what ${POOLS} of them make is adopted by configs that mean the same, and that import all of it at other addresses`,
    async (seed) => {
      const configs = soundConfigs(POOLS, seed);
      rmSync(join(workspace.folder, "terraform.tfstate"), { force: true });
      await use(configs.map((config, index) => moduleOf(`m${index}`, synthesizeOne(config).json)));
      cognito.newCalls();
      await workspace.run("apply", "-auto-approve");
      const file = join(workspace.folder, "terraform.tfstate");
      const states = readStatePools(file, "terraform.tfstate");
      const { outputs } = JSON.parse(readFileSync(file, "utf8"));

      const adopting = configs.map((config, index) => {
        const id = outputs[`m${index}`].value as string;
        const [described] = readDescribed(folderWith(printed(cognito, id)));
        const ofState = states.pools.find(({ userPool }) => userPool.Id === id) as DescribedPool;
        const wanted = JSON.parse(settings(modelOf(config)));
        const adopted = adoptedFrom(described as DescribedPool);
        expect(JSON.parse(settings(modelOf(adopted)))).toEqual(wanted);
        expect(JSON.parse(settings(modelOf(adoptedFrom(ofState))))).toEqual(wanted);
        return adopted;
      });

      const modules = adopting.map((config, index) => moduleOf(`a${index}`, synthesizeOne(config).json));
      const removed = configs.map((_, index) => ({ from: `module.m${index}`, lifecycle: { destroy: false } }));
      await use(modules, { removed });
      await workspace.run("plan", "-out=plan.bin");
      const shown = await workspace.run("show", "-json", "plan.bin");
      const { wrong, imported, added, destroyed } = proofOf({ stack: "", changes: [], diagnostics: [], shown });
      // what the plan forgets of the stacks that made it all is counted as lost
      expect(wrong.filter(({ address }) => !address.startsWith("module.m"))).toEqual([]);
      expect({ imported, added, destroyed }).toEqual({ imported: states.addresses.length, added: 0, destroyed: 0 });
      expect(conditionsOf(JSON.parse(shown))).toEqual(
        configs.map((_, index) => `module.a${index}.output.rule_set: pass`).sort(),
      );
    },
  );

  interface Module {
    readonly name: string;
    readonly template: object;
    readonly imports: readonly object[];
    readonly variables: Readonly<Record<string, string>>;
  }

  /** A stack as a module: its imports belong into the root module. */
  function moduleOf(name: string, { provider, terraform, ...json }: StackJson): Module {
    const { import: imports = [], ...template } = json as StackJson & { import?: { to: string; id: string }[] };
    const { backend, cloud, ...rest } = terraform;
    return {
      name,
      template: { ...template, terraform: rest },
      imports: imports.map(({ to, id }) => ({ to: `module.${name}.${to}`, id })),
      variables: Object.fromEntries(Object.keys(json.variable ?? {}).map((each) => [each, "hush"])),
    };
  }

  async function use(modules: readonly Module[], more: object = {}): Promise<void> {
    for (const { name, template } of modules) {
      mkdirSync(join(workspace.folder, name), { recursive: true });
      writeFileSync(join(workspace.folder, name, "cdk.tf.json"), JSON.stringify(template));
    }
    const configuration = {
      terraform: { required_providers: { aws: { source: "hashicorp/aws" } }, backend: { local: {} } },
      provider: { aws: [{ region: "eu-west-1" }] },
      module: Object.fromEntries(modules.map(({ name, variables }) => [name, { source: `./${name}`, ...variables }])),
      output: Object.fromEntries(
        modules.map(({ name }) => [name, { value: `\${module.${name}.user_pool_id}`, sensitive: false }]),
      ),
      import: modules.flatMap(({ imports }) => imports),
      ...more,
    };
    await workspace.use(configuration, cognito.endpoint, { imports: true });
    await workspace.run("get");
  }
});

function adoptedFrom(described: DescribedPool): Config {
  const { config } = adoptedConfig([described], { project: "acme", environment: "prod" });
  const parsed = configSchema.safeParse(config);
  if (!parsed.success) throw new Error(`${parsed.error.message}\n${JSON.stringify(config, null, 2)}`);
  return config as unknown as Config;
}
