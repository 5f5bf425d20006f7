import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { ROOT } from "../support/repository";

/**
 * What each folder of `lib` may import: what is below it. `cognito` and `model` are one layer, since the tables of the
 * service have a row for each field of the model.
 */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  "secret-hash-proxy": [],
  text: [],
  cognito: ["model"],
  model: ["cognito", "secret-hash-proxy"],
  diagnostics: ["text"],
  "front-end": ["cognito", "model"],
  config: ["cognito", "model", "secret-hash-proxy", "text"],
  terraform: ["model", "secret-hash-proxy", "text"],
  rules: ["cognito", "config", "diagnostics", "front-end", "model", "secret-hash-proxy", "text"],
  lock: ["cognito", "config", "diagnostics", "model", "rules", "text"],
  review: ["cognito", "config", "diagnostics", "model", "secret-hash-proxy", "text"],
  gate: ["cognito", "config", "diagnostics", "lock", "model", "text"],
  constructs: ["cognito", "config", "front-end", "model", "rules", "secret-hash-proxy", "terraform", "text"],
  questions: ["cognito", "model", "text"],
  report: ["cognito", "config", "diagnostics", "model", "questions", "review", "rules", "terraform", "text"],
  judge: ["cognito", "config", "diagnostics", "gate", "model", "rules", "text"],
  drift: ["cognito", "config", "diagnostics", "gate", "judge", "model", "review", "rules", "text"],
  module: ["cognito", "config", "model", "rules", "terraform", "text"],
  adopt: ["cognito", "config", "diagnostics", "gate", "judge", "lock", "model", "rules", "terraform", "text"],
};

const FILES = ["lib", "stacks"].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name)),
);

/** Every import and `require` of a file of the project, by file. */
const IMPORTS: ReadonlyMap<string, readonly string[]> = new Map(
  FILES.map((file) => {
    const text = readFileSync(join(ROOT, file), "utf8");
    const names = [...text.matchAll(/(?:\bfrom|\brequire\(|\bimport\() ?"(\.[^"]+)"/g)].map(
      ([, name]) => name as string,
    );
    return [file, names.map((name) => fileOf(join(dirname(file), name)))];
  }),
);

function fileOf(path: string): string {
  const found = [`${path}.ts`, join(path, "index.ts")].find((each) => existsSync(join(ROOT, each)));
  if (found === undefined) throw new Error(`nothing to import at ${path}`);
  return relative("", found);
}

/** The folder of a file in `lib`; nothing for a file beside the folders. */
function folderOf(file: string): string | undefined {
  const [top, folder, name] = file.split("/");
  return top === "lib" && name !== undefined ? folder : undefined;
}

/** Files that import one another in a circle, each circle once. */
function circles(): string[][] {
  const done = new Set<string>();
  const found: string[][] = [];
  const visit = (file: string, path: readonly string[]) => {
    const at = path.indexOf(file);
    if (at >= 0) found.push([...path.slice(at), file]);
    if (at >= 0 || done.has(file)) return;
    for (const imported of IMPORTS.get(file) ?? []) visit(imported, [...path, file]);
    done.add(file);
  };
  for (const file of FILES) visit(file, []);
  return found;
}

describe("imports", () => {
  test("are found", () => {
    expect(IMPORTS.get("lib/cli/commands/check.ts")).toEqual(expect.arrayContaining(["lib/rules/check.ts"]));
    expect(IMPORTS.get("lib/diagnostics/formats.ts")).toEqual(expect.arrayContaining(["lib/diagnostics/sarif.ts"]));
  });

  test("go in one direction between folders", () => {
    const upwards = [...IMPORTS].flatMap(([file, imports]) => {
      const folder = folderOf(file);
      if (folder === undefined || folder === "cli") return [];
      const allowed = [folder, ...(BELOW[folder] ?? [])];
      return imports
        .filter((each) => folderOf(each) !== undefined && !allowed.includes(folderOf(each) as string))
        .map((each) => `${file} imports ${each}`);
    });
    expect(upwards).toEqual([]);
  });

  test("name every folder of lib", () => {
    const folders = new Set(FILES.flatMap((file) => folderOf(file) ?? []));
    expect([...folders].sort()).toEqual([...Object.keys(BELOW), "cli"].sort());
  });

  test("of the rules' language stay within it: rules use the language, not the other way round", () => {
    const leaving = [...IMPORTS]
      .filter(([file]) => file.startsWith("lib/rules/language/"))
      .flatMap(([file, imports]) =>
        imports.filter((each) => /^lib\/rules\/(client|pool)\//.test(each)).map((each) => `${file} imports ${each}`),
      );
    expect(leaving).toEqual([]);
  });

  test("have no circle", () => expect(circles()).toEqual([]));
});
