import { readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { transformSync } from "@babel/core";

/**
 * TypeScript files as one JavaScript text that defines `load`: a module for each file that the first one imports, in the
 * order in which they are needed. What is imported by another name than a path is left to `require`.
 *
 * @param folder of the first file
 * @param entry its name without `.ts`; loaded by `load("./ENTRY")`
 */
export function bundle(folder: string, entry: string): string {
  const modules = new Map<string, string>();
  addModule(folder, entry, modules);
  return `const modules = {
${[...modules].map(([name, text]) => `${JSON.stringify(named(name))}: (exports, require) => {\n${text}\n},\n`).join("")}};
const loaded = {};
function load(name) {
  if (!Object.hasOwn(modules, name)) return require(name);
  if (!Object.hasOwn(loaded, name)) modules[name]((loaded[name] = {}), load);
  return loaded[name];
}
`;
}

/** Types that a file imports leave no import behind. */
function addModule(folder: string, name: string, modules: Map<string, string>): void {
  if (modules.has(name)) return;
  const { code } =
    transformSync(readFileSync(join(folder, `${name}.ts`), "utf8"), {
      filename: `${name}.ts`,
      configFile: false,
      babelrc: false,
      comments: false,
      presets: ["@babel/preset-typescript"],
      plugins: ["@babel/plugin-transform-modules-commonjs"],
    }) ?? {};
  const text = (code ?? "").replace(/require\("(\.[\w./-]+)"\)/g, (_, imported: string) => {
    const path = posix.normalize(posix.join(dirname(name), imported));
    addModule(folder, path, modules);
    return `require(${JSON.stringify(named(path))})`;
  });
  modules.set(name, text);
}

function named(path: string): string {
  return path.startsWith("..") ? path : `./${path}`;
}
