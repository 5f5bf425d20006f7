import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { resolveConfig } from "../../lib/config/resolve";
import { synthesize } from "../../stacks/synthesize";
import { configOf, modelOf } from "../support/models";
import { ROOT } from "../support/repository";
import { temporaryFolder } from "../support/temporary-folder";

/** The files of a stack with so many clients of three platforms. */
function stackOf(count: number, hcl: boolean) {
  const outdir = temporaryFolder();
  const callbackUrls = (index: number) => [`https://app${index}.example.com/callback`];
  const clients = Object.fromEntries(
    Array.from({ length: count - 1 }, (_, index) => [
      `c${index}`,
      { platform: (["ios", "spa", "server"] as const)[index % 3] as "ios", callbackUrls: callbackUrls(index) },
    ]),
  );
  synthesize([modelOf(configOf({ clients }))], { config: join(outdir, "userpools.yaml"), outdir, hcl });
  return (name: string) => join(outdir, "stacks/users-prod", name);
}
const linesOf = (file: string) => readFileSync(file, "utf8").split("\n");

test("300 clients are at most 0.8 MB of JSON", () => {
  expect(statSync(stackOf(300, false)("cdk.tf.json")).size).toBeLessThan(800_000);
});

test("lists of JSON are lines of at most 120 columns, and hold the same", () => {
  const file = stackOf(4, false)("cdk.tf.json");
  const lists = linesOf(file).filter((line) => /^ *"\w+(\.\w+)?"(, "|,?$)/.test(line) || /": \[".*\],?$/.test(line));
  expect(lists.length).toBeGreaterThan(10);
  expect(lists.filter((line) => line.length > 121)).toEqual([]);
  const { aws_cognito_user_pool_client: clients } = JSON.parse(readFileSync(file, "utf8")).resource;
  expect(clients.c0.read_attributes).toHaveLength(19);
});

test("a stack of one client is at most 330 lines of HCL beside its rules, and each further client at most 90", () => {
  const [one = 0, four = 0] = [1, 4].map((count) => linesOf(stackOf(count, true)("cdk.tf")).length);
  expect(one).toBeLessThanOrEqual(330);
  expect((four - one) / 3).toBeLessThanOrEqual(90);
});

test("the smallest example is at most 330 lines of HCL, of at most 200 columns, beside its rules", () => {
  const outdir = temporaryFolder();
  const { pools } = resolveConfig(parse(readFileSync(join(ROOT, "examples/minimal.yaml"), "utf8")));
  synthesize(pools, { config: "minimal.yaml", outdir, hcl: true });
  const lines = linesOf(join(outdir, "stacks/customers-prod/cdk.tf"));
  expect(lines.length).toBeLessThanOrEqual(330);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(200);
});

test("lines of HCL have at most 200 columns, but for messages and patterns", () => {
  const file = stackOf(4, true);
  const long = [...linesOf(file("cdk.tf")), ...linesOf(file("rules.tf"))].filter((line) => line.length > 200);
  expect(long.filter((line) => !/error_message|\^|regex/.test(line))).toEqual([]);
});
