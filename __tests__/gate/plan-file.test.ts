import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { PlanFileError, parsePlan } from "../../lib/gate/plan-file";
import { program } from "../cli/support";
import { cli, folderWith } from "../support/cli";
import { changeOf, POOL, planOf } from "./plans";

const CHANGE = changeOf(`${POOL}.users`, ["no-op"]);
const PLANNED = { planned_values: { root_module: { resources: [{ address: `${POOL}.users`, mode: "managed" }] } } };
const PLAN = JSON.stringify(planOf([]));

describe("a file that is not a plan is a clear error", () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ["empty", "", /the file is empty/],
    ["cut off", PLAN.slice(0, -20), /truncated or not JSON/],
    ["Terraform's binary plan", Buffer.from("PK\x03\x04\0\0"), /binary format/],
    ["in UTF-16", Buffer.from(PLAN, "utf16le"), /not UTF-8 text;/],
    [
      "in UTF-16, as > writes it in Windows PowerShell",
      Buffer.from(`\ufeff${PLAN}`, "utf16le"),
      /use PowerShell 7, or/,
    ],
    ["a log of plan -json", '{"@level":"info"}\n{"@level":"info"}\n', /log of terraform plan -json/],
    ["a state file", '{"version":4,"lineage":"x","resources":[]}', /a state, not a plan/],
    [
      "a state as JSON",
      '{"format_version":"1.0","terraform_version":"1.11.4","values":{"root_module":{}}}',
      /a state, not a plan/,
    ],
    [
      "no state at all",
      '{"format_version":"1.0"}',
      /not a complete Terraform plan: planned_values or configuration is missing/,
    ],
    ["another JSON", '{"name":"x"}', /not a Terraform plan: format_version is missing/],
    ["a list", "[]", /not a Terraform plan/],
    ["of a newer format", PLAN.replace('"1.2"', '"2.0"'), /format_version 2.0 is not supported; supported is 1.x/],
    ["of an older format", PLAN.replace('"1.2"', '"0.2"'), /format_version 0.2/],
    [
      "with other changes",
      JSON.stringify({ ...planOf([]), resource_changes: [{}] }),
      /resource_changes has an unexpected format/,
    ],
    ...["address", "mode", "type", "name"].map((key): [string, string, RegExp] => [
      `with a change that has no ${key}`,
      JSON.stringify(planOf([{ ...CHANGE, [key]: undefined }])),
      new RegExp(`resource_changes has an unexpected format at 0.${key};`),
    ]),
    ...(
      [
        ["no values before", { before: undefined }, "before"],
        ["no values after", { after: undefined }, "after"],
        ["no action", { actions: [] }, "actions"],
        ["an odd action", { actions: [1] }, "actions.0"],
        ["an odd path", { replace_paths: ["name"] }, "replace_paths.0"],
        ["an odd schema", { before: { schema: [null] } }, "schema"],
      ] as const
    ).map(([what, change, at]): [string, string, RegExp] => [
      `with a change that has ${what}`,
      JSON.stringify({ ...planOf([]), resource_changes: [{ ...CHANGE, change: { ...CHANGE.change, ...change } }] }),
      new RegExp(`resource_changes has an unexpected format at 0.change.${at};`),
    ]),
    ...(
      [
        ["no name", { address: { kind: "check" } }, "address.to_display"],
        ["no kind", { address: { to_display: "check.a" } }, "address.kind"],
        ["odd problems", { instances: [{ status: "fail", problems: null }] }, "instances.0.problems"],
        ["odd instances", { instances: {} }, "instances"],
      ] as const
    ).map(([what, check, at]): [string, string, RegExp] => [
      `with a check that has ${what}`,
      JSON.stringify({
        ...planOf([]),
        checks: [{ address: { kind: "check", to_display: "check.a" }, status: "fail", ...check }],
      }),
      new RegExp(`checks has an unexpected format at 0.${at};`),
    ]),
    [
      "with empty parts",
      PLAN.replace('"planned_values":{"root_module":{}}', '"planned_values":null'),
      /not a complete Terraform plan: planned_values or configuration is missing/,
    ],
    [
      "with no configuration",
      PLAN.replace('"configuration":{"root_module":{}}', '"configuration":null'),
      /not a complete Terraform plan: planned_values or configuration is missing/,
    ],
    [
      "without its changes",
      JSON.stringify({ ...planOf([]), ...PLANNED, resource_changes: undefined }),
      /resource_changes is incomplete: aws_cognito_user_pool.users is in planned_values only/,
    ],
    [
      "with some of its changes",
      JSON.stringify({
        ...planOf([]),
        planned_values: { root_module: { child_modules: [PLANNED.planned_values.root_module] } },
      }),
      /resource_changes is incomplete/,
    ],
    ["with other checks", JSON.stringify({ ...planOf([]), checks: {} }), /checks has an unexpected format/],
  ])("%s", async (_, content, message) => {
    const folder = folderWith({ "plan.json": content });
    const { exitCode, stdout, stderr } = await cli(folder, "gate", "plan.json");
    expect(stderr).toMatch(/^cdktf-cognito: plan\.json: /);
    expect(stderr).toMatch(message);
    expect([exitCode, stdout]).toEqual([2, ""]);
  });

  test("missing, or a folder", async () => {
    const folder = folderWith({});
    expect(await cli(folder, "gate", "plan.json")).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("does not exist"),
    });
    expect(await cli(folder, "gate", ".")).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("this is a folder"),
    });
  });

  test("wherever a plan is cut off", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: PLAN.length - 1 }), (end) =>
        expect(() => parsePlan(Buffer.from(PLAN.slice(0, end)), "plan.json")).toThrow(PlanFileError),
      ),
    );
  });
});

test("a plan whose changes are those of planned_values is read", async () => {
  const data = { address: `data.${POOL}.users`, mode: "data" };
  const planned = { root_module: { resources: [...PLANNED.planned_values.root_module.resources, data] } };
  const folder = folderWith({ "plan.json": JSON.stringify({ ...planOf([CHANGE]), planned_values: planned }) });
  expect(await cli(folder, "gate", "plan.json")).toMatchObject({ exitCode: 0 });
});

test("a plan is read from standard input", () => {
  const { status, stdout } = program(folderWith({}), ["gate", "-"], { input: PLAN });
  expect([status, stdout]).toEqual([0, "no destructive changes\n"]);
});

test("a plan of a later minor version, with a byte order mark, is read", async () => {
  const folder = folderWith({});
  writeFileSync(join(folder, "plan.json"), `\ufeff${PLAN.replace('"1.2"', '"1.9"')}`);
  expect(await cli(folder, "gate", "plan.json")).toMatchObject({
    exitCode: 0,
    stdout: "no destructive changes\n",
  });
});
