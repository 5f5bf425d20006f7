import "../peers";
import Module, { createRequire } from "node:module";

/**
 * Parts that libraries load with themselves though no command needs them, and resources that few stacks have. They take
 * long to load: cdktf's zip archiver for assets longer than all the rest of cdktf. Imported before those libraries, this
 * file puts off loading such a part until it is used.
 */
const DEFERRED: Readonly<Record<string, readonly string[]>> = {
  cdktf: ["archiver", "semver"],
  zod: ["./v4/locales/index.cjs"],
  "@cdktf/provider-aws": [
    "./cognito-identity-provider",
    "./cognito-log-delivery-configuration",
    "./cognito-managed-login-branding",
    "./cognito-resource-server",
    "./cognito-risk-configuration",
    "./cognito-user-group",
    "./cognito-user-pool-domain",
    "./cognito-user-pool-ui-customization",
    "./data-aws-cognito-user-pool",
    "./data-aws-secretsmanager-secret-version",
    "./lambda-permission",
    "./ssm-parameter",
    "./wafv2-web-acl-association",
  ],
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
