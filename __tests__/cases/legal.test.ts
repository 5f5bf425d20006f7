import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cli } from "../support/cli";

const folder = join(__dirname, "legal");
const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));

/** Configs that AWS's documentation describes: a rule that refuses one of them is wrong. */
describe("a config from AWS's documentation", () => {
  test("names the page that it comes from", () => {
    const withoutPage = files.filter((name) => !/^# https:\/\//.test(readFileSync(join(folder, name), "utf8")));
    expect([files.length >= 40, withoutPage]).toEqual([true, []]);
  });

  test.each(files)("is legal: %s", async (name) => {
    const { exitCode, stdout } = await cli(folder, "check", "--config", name, "--format", "json");
    const errors = JSON.parse(stdout).findings.filter(({ severity }: { severity: string }) => severity === "error");
    expect({ errors, exitCode }).toEqual({ errors: [], exitCode: 0 });
  });
});
