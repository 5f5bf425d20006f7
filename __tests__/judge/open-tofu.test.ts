import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cli, folderWith } from "../support/cli";

const stored = (name: string) => JSON.parse(readFileSync(join(__dirname, "public", name, "plan.json"), "utf8"));
const AWS = "registry.opentofu.org/hashicorp/aws";

type Module = { resources?: object[]; module_calls?: Record<string, { module: Module }> };
type Stored = { planned_values: object; resource_changes: object[]; configuration: { root_module: Module } };

/** A plan as `tofu show -json` prints it: the provider is of OpenTofu's registry, and more is said of the run. */
function asOpenTofu(
  plan: Stored,
  provider: object = { name: "aws", full_name: AWS, expressions: region("us-east-1") },
): object {
  const configured = ({ resources = [], module_calls = {}, ...rest }: Module): Module => ({
    ...rest,
    resources: resources.map((each) => ({ mode: "managed", schema_version: 0, provider_config_key: "aws", ...each })),
    module_calls: Object.fromEntries(
      Object.entries(module_calls).map(([name, call]) => [name, { ...call, module: configured(call.module) }]),
    ),
  });
  return {
    ...plan,
    format_version: "1.2",
    terraform_version: "1.11.0",
    resource_changes: plan.resource_changes.map((each) => ({ ...each, provider_name: AWS })),
    output_changes: {},
    configuration: {
      provider_config: { aws: provider },
      root_module: configured(plan.configuration.root_module),
    },
    relevant_attributes: [],
    timestamp: "2026-11-26T08:00:00Z",
    errored: false,
  };
}

function region(constant_value: string): object {
  return { region: { constant_value } };
}

const judged = async (plan: unknown, ...args: string[]) => {
  const folder = folderWith({ "plan.json": JSON.stringify(plan) });
  const result = await cli(folder, "judge", "plan.json", ...args, "--format", "json");
  return { ...result, findings: result.exitCode === 2 ? [] : JSON.parse(result.stdout).findings };
};

test.each(["registry-module", "tenants", "provider-custom-domain"])(
  "a plan of OpenTofu is judged as one of Terraform: %s",
  async (name) => {
    const { findings } = await judged(asOpenTofu(stored(name)));
    expect(findings.length).toBeGreaterThan(0);
    expect(findings).toEqual((await judged(stored(name))).findings);
  },
);

test("the Region of a provider that has instances is not known, and decides nothing", async () => {
  const provider = {
    name: "aws",
    alias: "by_region",
    full_name: AWS,
    expressions: { region: { references: ["each.value"] } },
  };
  const { findings } = await judged(asOpenTofu(stored("tenants"), provider));
  expect(findings).toEqual((await judged(stored("tenants"))).findings);
});

const RESOURCE = {
  address: "aws_cognito_user_pool.users",
  mode: "managed",
  type: "aws_cognito_user_pool",
  name: "users",
  provider_name: AWS,
  schema_version: 0,
  values: { name: "users" },
};

test.each<[string, object, RegExp]>([
  [
    "what show -json prints of a state",
    { format_version: "1.0", terraform_version: "1.11.0", values: { root_module: { resources: [RESOURCE] } } },
    /this is a state, not a plan/,
  ],
  ["what show -json prints without a state", { format_version: "1.0" }, /planned_values or configuration is missing/],
  [
    "a state file",
    { version: 4, terraform_version: "1.11.0", serial: 1, lineage: "x", outputs: {}, resources: [] },
    /this is a state, not a plan/,
  ],
  [
    "an encrypted state file",
    { serial: 1, lineage: "x", meta: {}, encrypted_data: "AA==", encryption_version: "v0" },
    /this is a state, not a plan/,
  ],
])("%s is refused, and said how to get a plan", async (_, content, message) => {
  const { exitCode, stdout, stderr } = await judged(content);
  expect([exitCode, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(message);
  expect(stderr).toMatch(/create it with: terraform show -json PLAN > plan\.json\n$/);
});
