interface Output {
  readonly resource: {
    readonly aws_cognito_user_pool: Record<string, object>;
    readonly aws_cognito_user_pool_client: Record<string, object>;
  };
}

const PLATFORMS = ["ios", "spa", "server"] as const;

/** A config of pools with `count` clients each, three platforms in turn: `users`, `users1`, `users2`. @param pools default 1 */
export function benchConfig(count: number, pools = 1): string {
  const clients = Array.from({ length: count }, (_, index) => `      c${index}: { platform: ${PLATFORMS[index % 3]} }`);
  const pool = (_: unknown, index: number) => `  users${index || ""}:
    usernameAttributes: [email]
    clients:
${clients.join("\n")}
`;
  return `project: bench
environments:
  prod: { region: eu-west-1 }
pools:
${Array.from({ length: pools }, pool).join("")}`;
}

/**
 * The program that a person would write with cdktf alone to get the same resources, without rules: the arguments of one
 * client per platform, in a loop, and a stack for each pool. It takes how many clients, how many pools and the folder.
 *
 * @param output what was synthesized from `benchConfig(3)`
 */
export function referenceProgram(output: Output): string {
  const { aws_cognito_user_pool: pools, aws_cognito_user_pool_client: clients } = output.resource;
  const platforms = [0, 1, 2].map((index) => {
    const source = JSON.stringify(camelCase(withoutMetadata(clients[`c${index}`] as object)));
    return `(key) => (${source.replaceAll(`client c${index}`, '" + `client ${key}` + "').replaceAll(`"c${index}"`, "key").replaceAll('"${aws_cognito_user_pool.users.id}"', "pool.id")})`;
  });
  return `
const { App, LocalBackend, TerraformOutput, TerraformStack } = require("cdktf");
const { AwsProvider } = require("@cdktf/provider-aws/lib/provider");
const { CognitoUserPool } = require("@cdktf/provider-aws/lib/cognito-user-pool");
const { CognitoUserPoolClient } = require("@cdktf/provider-aws/lib/cognito-user-pool-client");
const [count, pools, outdir] = process.argv.slice(2);
const app = new App({ outdir, stackTraces: false });
for (let number = 0; number < Number(pools); number++) {
  const stack = new TerraformStack(app, "users" + (number || "") + "-prod");
  new AwsProvider(stack, "aws", { region: "eu-west-1" });
  new LocalBackend(stack, { path: "terraform.tfstate" });
  const pool = new CognitoUserPool(stack, "users", ${JSON.stringify(camelCase(withoutMetadata(pools.users as object)))});
  const platforms = [${platforms.join(",\n")}];
  const ids = {};
  for (let index = 0; index < Number(count); index++) {
    const client = new CognitoUserPoolClient(stack, "c" + index, platforms[index % 3]("c" + index));
    ids["c" + index] = client.id;
  }
  new TerraformOutput(stack, "client_ids", { value: ids });
}
app.synth();
`;
}

function withoutMetadata(resource: object): object {
  const { "//": _, ...rest } = resource as Record<string, unknown>;
  return rest;
}

function camelCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelCase);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase()),
      camelCase(item),
    ]),
  );
}
