import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../lib/write-whole";
import { folderWith } from "./support/cli";

describe("a file that is written whole", () => {
  test("keeps the link by which it is named", () => {
    const folder = folderWith({ "shared.json": "old" });
    symlinkSync("shared.json", join(folder, "link.json"));
    writeWhole(join(folder, "link.json"), "new");
    expect(lstatSync(join(folder, "link.json")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, "shared.json"), "utf8")).toBe("new");
    expect(readdirSync(folder)).toEqual(["link.json", "shared.json"]);
  });

  test("is made with its folders", () => {
    const folder = folderWith({});
    const path = join(folder, "a", "x".repeat(255));
    writeWhole(path, "new");
    expect(readFileSync(path, "utf8")).toBe("new");
  });

  test("fails by its own name, and leaves nothing else behind", () => {
    const folder = folderWith({});
    const path = join(folder, "a.json");
    mkdirSync(path);
    writeFileSync(join(path, "own"), "");
    expect(() => writeWhole(path, "new")).toThrow(expect.objectContaining({ code: "EISDIR", path }));
    const long = join(folder, "x".repeat(300));
    expect(() => writeWhole(long, "new")).toThrow(expect.objectContaining({ code: "ENAMETOOLONG", path: long }));
    expect(readdirSync(folder)).toEqual(["a.json"]);
  });
});
