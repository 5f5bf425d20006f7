import { existsSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { program, SOUND } from "./cli/support";
import { folderWith } from "./support/cli";

describe("an output folder", () => {
  test.each([
    ["in a file system that takes no folder", "/proc/made-here/out", "/proc/made-here: a folder cannot be made there"],
    ["behind a symbolic link that leads nowhere", "link/out", "link: a symbolic link that leads nowhere"],
  ])("fails %s", (_, out, message) => {
    const folder = folderWith({ "userpools.yaml": SOUND });
    symlinkSync(join(folder, "nowhere"), join(folder, "link"));
    const expected = existsSync("/proc/self") || !out.startsWith("/proc") ? message : "/proc";
    for (const args of [
      ["synth", "--out", out],
      ["init", out],
    ]) {
      const { status, stderr } = program(folder, args);
      expect([status, stderr]).toEqual([2, expect.stringContaining(expected)]);
    }
  });
});
