// Exit 0 when `terraform init` can get the AWS provider: from where Terraform looks itself, or from some mirror.
const { execFileSync } = require("node:child_process");
const { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");

const folder = mkdtempSync(join(tmpdir(), "provider-"));
const aws = { source: "hashicorp/aws", version: ">= 5.100.0, < 7.0.0" };
writeFileSync(join(folder, "main.tf.json"), JSON.stringify({ terraform: { required_providers: { aws } } }));
const env = { ...process.env, CHECKPOINT_DISABLE: "1" };
if (env.TF_CLI_CONFIG_FILE && !existsSync(env.TF_CLI_CONFIG_FILE)) delete env.TF_CLI_CONFIG_FILE;

const available = (...args) => {
  try {
    execFileSync("terraform", ["init", ...args], { cwd: folder, env, stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

const entries = (place) => {
  try {
    return readdirSync(place, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  } catch {
    return [];
  }
};

/** Any folder, four levels deep, that holds a mirror of the provider. */
const mirrors = (place, depth) =>
  existsSync(join(place, "registry.terraform.io", "hashicorp", "aws"))
    ? [place]
    : depth === 0
      ? []
      : entries(place)
          .filter(({ name }) => !["proc", "sys", "dev", "node_modules"].includes(name) && !name.startsWith("."))
          .flatMap(({ name }) => mirrors(join(place, name), depth - 1));

const found = available() || mirrors("/", 4).some((mirror) => available(`-plugin-dir=${mirror}`));
rmSync(folder, { recursive: true, force: true });
process.exitCode = found ? 0 : 1;
