import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BROKEN, contents, SOUND } from "../cli/support";
import { cli, folderWith } from "../support/cli";
import { reportOf } from "./support";

const NAMES = ["clients.csv", "estate.json", "findings.csv", "index.html"];

test("the folder gets the files of the report, and loses nothing", async () => {
  const folder = folderWith({ "userpools.yaml": SOUND });
  mkdirSync(join(folder, "report"));
  writeFileSync(join(folder, "report", "notes.txt"), "ours");
  const { exitCode, stdout } = await cli(folder, "report", "--out", "report");
  expect(exitCode).toBe(0);
  expect(stdout.split("\n").filter(Boolean).sort()).toEqual(NAMES.map((name) => `report/${name}`));
  expect(readdirSync(join(folder, "report")).sort()).toEqual([...NAMES, "notes.txt"].sort());
  expect(readdirSync(folder).sort()).toEqual(["report", "userpools.yaml"]);
});

test("the same config gives the same bytes, over those of the last run", async () => {
  const { folder } = await reportOf(SOUND);
  const first = contents(join(folder, "report"));
  expect((await cli(folder, "report", "--out", "report")).exitCode).toBe(0);
  expect(contents(join(folder, "report"))).toEqual(first);
});

test.each(NAMES)("a %s of somebody else is not overwritten, and nothing else is written", async (name) => {
  const folder = folderWith({ "userpools.yaml": SOUND, [name]: "theirs\n" });
  const { exitCode, stderr } = await cli(folder, "report", "--out", ".");
  expect({ exitCode, stderr }).toEqual({
    exitCode: 2,
    stderr: expect.stringContaining(`${name} was not written by cdktf-cognito; name another folder with --out`),
  });
  expect(readdirSync(folder).sort()).toEqual([name, "userpools.yaml"].sort());
  expect(readFileSync(join(folder, name), "utf8")).toBe("theirs\n");
});

test("of a config whose form is wrong the last report stays", async () => {
  const { folder } = await reportOf(SOUND);
  const before = contents(join(folder, "report"));
  writeFileSync(join(folder, "userpools.yaml"), BROKEN);
  const { exitCode, stderr } = await cli(folder, "report", "--out", "report");
  expect(exitCode).toBe(1);
  expect(stderr).toContain("no report of a config whose form is wrong");
  expect(contents(join(folder, "report"))).toEqual(before);
});

test("a folder that is a file is refused, and so is a missing config", async () => {
  const folder = folderWith({ "userpools.yaml": SOUND, report: "" });
  expect((await cli(folder, "report", "--out", "report")).stderr).toContain("is a file; name a folder");
  expect((await cli(folder, "report", "--out", "other", "--config", "none.yaml")).exitCode).toBe(2);
  expect(existsSync(join(folder, "other"))).toBe(false);
});
