import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cli, folderWith } from "../support/cli";
import { findingsIn } from "../support/findings";
import { loadText } from "./support";

const config = (pool: string, environments = "dev: { region: eu-west-1 }, prod: { region: eu-west-1 }") => `
project: acme
environments: { ${environments} }
pools:
  staff: { clients: {} }
  users: ${pool}
`;

async function found(text: string) {
  const findings = findingsIn(await loadText("userpools.yaml", text)).filter(({ rule }) => rule === "STK-04");
  return findings.map(({ path, message, severity, line }) => ({ path, message, severity, line }));
}

describe("what only and except leave in no environment", () => {
  test.each([
    ["{ only: [], clients: {} }", "only", "pool users exists in no environment"],
    ["{ except: [dev, prod], clients: {} }", "except", "pool users exists in no environment"],
    [
      "{ only: [dev], except: [dev], clients: { a: { platform: ios } } }",
      "only",
      "pool users exists in no environment",
    ],
    [
      "{ only: [dev], clients: { a: { platform: ios, only: [prod] } } }",
      "clients.a.only",
      "client a exists in no environment of pool users",
    ],
    [
      "{ except: [dev], clients: {}, groups: { Site admins: { except: [prod] } } }",
      'groups["Site admins"].except',
      "group Site admins exists in no environment of pool users",
    ],
    [
      "{ clients: {}, domain: { prefix: acme, only: [] } }",
      "domain.only",
      "domain exists in no environment of pool users",
    ],
  ])("is a warning: %s", async (pool, key, message) => {
    const path = key.startsWith("[") ? `pools.users${key}` : `pools.users.${key}`;
    expect(await found(config(pool))).toEqual([{ path, message, severity: "warning", line: 6 }]);
  });

  test.each([
    "{ only: [dev], clients: { a: { platform: ios, except: [prod] } } }",
    "{ clients: { a: { platform: ios, only: [dev] }, b: { platform: ios, except: [dev] } } }",
  ])("is nothing where one is left: %s", async (pool) => {
    expect(await found(config(pool))).toEqual([]);
  });

  test("is judged by the whole file, whichever environment is chosen", async () => {
    const folder = folderWith({ "userpools.yaml": config("{ only: [dev], clients: {} }") });
    expect((await cli(folder, "check", "--env", "prod")).stdout).not.toContain("STK-04");
  });

  test("may be acknowledged, and keeps nothing from being written", async () => {
    const pool = '{ only: [], acknowledge: { STK-04: "until the launch" }, clients: {} }';
    const folder = folderWith({ "userpools.yaml": config(pool) });
    const { exitCode, stdout } = await cli(folder, "check");
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining("acknowledged: until the launch")]);
    expect((await cli(folder, "synth")).exitCode).toBe(0);
    expect(readFileSync(join(folder, "cdktf.out/stacks/staff-dev/cdk.tf.json"), "utf8")).not.toBe("");
  });
});
