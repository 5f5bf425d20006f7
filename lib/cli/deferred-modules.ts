import "../peers";
import Module, { createRequire } from "node:module";

/**
 * Parts that libraries load with themselves though no command needs them, and that take long to load: cdktf's zip
 * archiver for assets, longer than all the rest of cdktf, and zod's messages in every language. Imported before those
 * libraries, this file puts off loading such a part until it is used.
 */
const DEFERRED: readonly { readonly library: string; readonly part: string }[] = [
  { library: "cdktf", part: "archiver" },
  { library: "zod", part: "./v4/locales/index.cjs" },
];

const { cache, resolve } = createRequire(__filename);
for (const { library, part } of DEFERRED) defer(library, part);

function defer(library: string, part: string): void {
  let path: string;
  let load: NodeJS.Require;
  try {
    load = createRequire(resolve(library));
    path = load.resolve(part);
  } catch {
    return; // Another version of the library does without it.
  }
  if (cache[path] !== undefined) return;
  const use = () => {
    delete cache[path];
    return load(path);
  };
  const exports = new Proxy(() => {}, {
    get: (_, name) => (name === "__esModule" ? true : use()[name]),
    apply: (_, self, args) => use().apply(self, args),
  });
  cache[path] = Object.assign(new Module(path), { filename: path, loaded: true, exports });
}
