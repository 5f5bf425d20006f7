import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../../lib/config/schema";
import { configurationOf, filesOf } from "../../lib/module/files";
import type { PoolModule } from "../../lib/module/module";
import { StackTerraform } from "../../lib/module/stack-terraform";
import type { JsonObject } from "../../lib/terraform/hcl-values";
import { example } from "../examples/examples";
import { sampled } from "../support/sample";
import { describeTerraform } from "../support/terraform";
import { PROVIDER, Root } from "./root";
import { modelsOf, moduleIn, names, OPEN, shop } from "./shop";

jest.setTimeout(600_000);

describeTerraform("a module, from a consumer's root", () => {
  const drawnTest = sampled(2);
  const root = new Root();
  afterAll(() => root.remove());

  drawnTest(
    "plans the resources of each environment's stack, by its defaults and by the inputs in its README",
    async () => {
      const multi = withoutOnly((await example("multi-environment").config()) as Config);
      const modules = {
        "shop-dev": moduleIn("dev"),
        "shop-prod": moduleIn("prod"),
        "multi-dev": moduleIn("dev", multi),
        "names-dev": moduleIn("dev", names),
      };
      const calls: Record<string, object> = {};
      const expected: Record<string, string> = {};
      for (const [name, module] of Object.entries(modules)) {
        root.write(within(name, configurationOf(module)));
        const call = (suffix: string, environment: string, inputs: object) => {
          calls[name + suffix] = { source: `./${name}`, ...requiredBy(module), ...inputs };
          expected[name + suffix] = name.replace(/-.*/, `-${environment}-stack`);
        };
        call("", module.environment, {});
        for (const [other, inputs] of Object.entries(module.environments)) call(`-as-${other}`, other, inputs);
      }
      for (const [name, config] of Object.entries({ shop, multi, names }))
        for (const model of modelsOf(config)) {
          const stack = `${name}-${model.environment.key}-stack`;
          root.write({ [`${stack}/main.tf.json`]: withoutProvider(new StackTerraform(model)) });
          calls[stack] = { source: `./${stack}`, ...(config === shop && OPEN) };
        }
      root.write({ "main.tf.json": { provider: PROVIDER, module: calls } });
      await root.init();
      const planned = await root.plan();
      expect(Object.keys(expected)).toHaveLength(2 + 2 + 3 + 2);
      for (const [module, stack] of Object.entries(expected))
        expect({ [module]: planned[module] }).toEqual({ [module]: planned[stack] });
    },
  );

  drawnTest("fails with the rule's id when tfvars break one", async () => {
    root.write(within("shop", configurationOf(moduleIn("dev"))));
    root.write({
      "main.tf.json": {
        provider: PROVIDER,
        variable: { urls: { type: "list(string)" }, length: { type: "number" } },
        module: {
          customers: { source: "./shop", ...OPEN, web_callback_urls: "${var.urls}" },
          staff: { source: "./shop", ...OPEN, password_policy_minimum_length: "${var.length}" },
        },
      },
      "terraform.tfvars.json": { urls: ["http://shop.acme.example/"], length: 5 },
    });
    await root.init();
    const { exitCode, stderr } = await root.run(".", "plan", "-refresh=false");
    expect(exitCode).toBe(1);
    expect(stderr.replace(/[│\s]+/g, " ")).toMatch(
      /POOL-04[ a-z-]*: user pool customers: minimum_length is 5; Cognito allows 6 to 99/,
    );
    root.write({ "terraform.tfvars.json": { urls: ["http://shop.acme.example/"], length: 8 } });
    const second = await root.run(".", "plan", "-refresh=false");
    expect(second.stderr.replace(/[│\s]+/g, " ")).toMatch(
      /OAU-19 https-url: client web: Cognito allows http for localhost/,
    );
  });

  drawnTest("is green under terraform test, and red when a limit is removed by hand", async () => {
    root.write(within("green", filesOf(moduleIn("dev"))));
    await root.init("green");
    const green = await root.run("green", "test");
    expect(green.stdout + green.stderr).toMatch(/Success! [1-9]\d* passed, 0 failed/);
    for (const { name, run, file, edit } of EDITS) {
      cpSync(join(root.folder, "green"), join(root.folder, name), { recursive: true });
      const text = readFileSync(join(root.folder, name, file), "utf8");
      const limits = readFileSync(join(root.folder, name, "tests/limits.tftest.hcl"), "utf8");
      root.write({
        [`${name}/${file}`]: edit(text),
        [`${name}/tests/limits.tftest.hcl`]: limits.replace(new RegExp(`^run "(?!${run}")[\\s\\S]*?^}\n`, "gm"), ""),
      });
      const { exitCode, stdout } = await root.run(name, "test", "-filter=tests/limits.tftest.hcl");
      const counts = /(\d+) passed, (\d+) failed/.exec(stdout)?.slice(1);
      expect({ name, exitCode, counts }).toEqual({ name, exitCode: 1, counts: ["0", "1"] });
    }
  });
});

/** Limits taken away by hand. */
const EDITS: readonly { name: string; run: string; file: string; edit: (text: string) => string }[] = [
  {
    name: "unvalidated",
    run: "password_policy_minimum_length",
    file: "variables.tf",
    edit: (text) => withoutBlock(text, "validation", "POOL-04"),
  },
  {
    name: "unguarded",
    run: "web_logout_urls",
    file: "rules.tf",
    edit: (text) => withoutBlock(text, "precondition", "OAU-19"),
  },
];

function within(folder: string, files: Readonly<Record<string, string | Buffer>>): Record<string, string | Buffer> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
}

function requiredBy({ json }: PoolModule): object {
  return "google_secret" in (json.variable as object) ? OPEN : {};
}

function withoutBlock(text: string, kind: string, message: string): string {
  const blocks = text.match(new RegExp(`^ +${kind} \\{\\n[\\s\\S]*?\\n +\\}\\n`, "gm")) ?? [];
  return text.replace(blocks.find((block) => block.includes(message)) ?? "", "");
}

/** The same clients everywhere: a module has those of one environment. */
function withoutOnly(config: Config): Config {
  return JSON.parse(JSON.stringify(config), (key, value) => (key === "except" ? undefined : value));
}

function withoutProvider({ json: { provider: _, terraform, ...rest } }: StackTerraform): object {
  const { backend, ...settings } = terraform as JsonObject;
  return { ...rest, terraform: settings };
}
