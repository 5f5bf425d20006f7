import "../peers";
import Module, { createRequire } from "node:module";

/**
 * Parts that libraries load with themselves though no command needs them, and that take long to load: cdktf's zip
 * archiver for assets takes longer than all the rest of cdktf. Imported before those libraries, this file puts off
 * loading such a part until it is used. Classes cannot be put off this way: an importer may copy them out of the module.
 */
const DEFERRED: Readonly<Record<string, readonly string[]>> = {
  cdktf: ["archiver", "json-stable-stringify", "semver"],
  zod: ["./v4/locales/index.cjs"],
};

const { cache, resolve } = createRequire(__filename);
for (const [library, parts] of Object.entries(DEFERRED)) {
  const load = requireOf(library);
  if (load) for (const part of parts) defer(part, load);
}

/** What loads the parts of a library; nothing without the library. */
function requireOf(library: string): NodeJS.Require | undefined {
  try {
    return createRequire(resolve(library));
  } catch {
    return undefined;
  }
}

function defer(part: string, load: NodeJS.Require): void {
  let path: string;
  try {
    path = load.resolve(part);
  } catch {
    return; // Another version of the library does without it.
  }
  if (cache[path] !== undefined) return;
  const placeholder = new Module(path);
  const use = () => {
    if (cache[path] === placeholder) delete cache[path];
    return load(path);
  };
  const exports = new Proxy(() => {}, {
    get: (_, name) => (name === "__esModule" ? true : use()[name]),
    apply: (_, self, args) => use().apply(self, args),
  });
  cache[path] = Object.assign(placeholder, { filename: path, loaded: true, exports });
}
