import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { awsProviderRange } from "../../lib/cognito/provider-versions";
import { RESOURCES } from "../../lib/cognito/resources";
import { folderWith } from "../support/cli";
import { hasProvider } from "../support/terraform";

const plain = awsProviderRange([]);
const logs = awsProviderRange([RESOURCES.logDelivery.type]);
const styles = awsProviderRange([RESOURCES.branding.type]);

/** A mirror that has these names in the folder of the AWS provider. */
function mirrorOf(...names: readonly string[]): string {
  const mirror = folderWith({});
  const folder = join(mirror, "registry.terraform.io", "hashicorp", "aws");
  for (const name of ["", ...names]) mkdirSync(join(folder, name), { recursive: true });
  return mirror;
}

test.each([
  ["no version", [], []],
  ["the oldest one", ["5.100.0"], [plain]],
  ["one that has logs", ["5.100.0", "6.5.0"], [plain, logs]],
  ["one before styles can be read", ["6.12.0"], [plain, logs]],
  ["one that has all", ["6.13.0"], [plain, logs, styles]],
  ["a packed one that has all", ["index.json", "terraform-provider-aws_6.25.0_linux_amd64.zip"], [plain, logs, styles]],
  ["a version of two digits", ["6.9.0"], [plain, logs]],
  ["the next major version alone", ["7.0.0"], []],
])("logs and styles are planned where a mirror has them: %s", (_, names, expected) => {
  const mirror = mirrorOf(...names);
  expect([plain, logs, styles].filter((range) => hasProvider(range, mirror))).toEqual(expected);
});
