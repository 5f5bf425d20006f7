import { existsSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { jsonSchema } from "../../config/json-schema";
import { CONFIG_NAMES } from "../../config/load";
import { makeFolder } from "../../terraform/output-folder";
import { type Context, EXIT, type ExitCode } from "../context";

const SCHEMA_FILE = "userpools.schema.json";
const [, CONFIG_FILE] = CONFIG_NAMES;

/** A config that synthesizes unchanged, with a comment on each line. */
export const STARTER = `# yaml-language-server: $schema=${SCHEMA_FILE}
# User pools and their app clients. Check it:  cdktf-cognito check
#                                  See a plan: cdktf-cognito plan

project: my-project                # prefix of default names

environments:                      # one stack per pool and environment
  dev:
    region: eu-west-1
    pools:
      customers:                   # what differs in dev: objects merge, lists replace, null removes
        clients:
          web: { accessTokenValidity: 1h }
  prod:
    region: eu-west-1
    # accountId: "111122223333"    # a plan against any other account fails
    # backend: { type: s3, bucket: my-terraform-state, region: eu-west-1 }

pools:
  customers:
    usernameAttributes: [email]    # permanent: changing it would replace the pool and lose its users
    attributesRequireVerificationBeforeUpdate: [email]   # a new address counts only once it is verified
    attributes:                    # append-only: an attribute can be added, never changed or removed
      email: { required: true }
      custom:tenant: { maxLength: 64, authority: true }   # grants power: no public client may write it
    clients:                       # each key becomes an address, and so keeps its client id; rename with renamedFrom
      ios:
        platform: ios              # public: no secret; SRP sign-in; access token 1h, refresh token 30d
      web:
        platform: spa              # public; refresh token 1d
        accessTokenValidity: 15m
      backend:
        platform: server           # confidential: AWS generates a secret
`;

/** What `cdktf synth`, `diff` and `deploy` run, and where they find the output. */
const CDKTF = {
  language: "typescript",
  app: "npx --no-install cdktf-cognito synth",
  output: "cdktf.out",
  sendCrashReports: "false",
  terraformProviders: [],
  terraformModules: [],
  context: { config: CONFIG_FILE },
};

/** What is generated, and what holds secrets: a local state has those of clients in plain text. */
const IGNORED = ["node_modules/", "cdktf.out/", ".terraform/", "*.tfstate", "*.tfstate.*", "plan.bin", "plan.json"];

/** `init [DIR]`: a commented starter config, its JSON Schema, and what cdktf and git need; overwrites nothing. */
export function init(dir: string, { cwd, out, err }: Context): ExitCode {
  const folder = resolve(cwd, dir);
  const shown = (name: string) => join(relative(cwd, folder), name);
  const existing = CONFIG_NAMES.find((name) => existsSync(join(folder, name)));
  if (existing !== undefined) {
    err(`${shown(existing)} already exists; nothing was written\n`);
    return EXIT.usage;
  }
  makeFolder(folder);
  const write = (name: string, text: string, otherwise: string) => {
    const exists = existsSync(join(folder, name));
    if (exists) err(`${shown(name)} already exists and was not changed; ${otherwise}\n`);
    else writeFileSync(join(folder, name), text);
    if (!exists) out(`${shown(name)}\n`);
  };
  write(SCHEMA_FILE, jsonSchema(), "to renew it: cdktf-cognito schema");
  write(CONFIG_FILE, STARTER, "");
  write("cdktf.json", `${JSON.stringify(CDKTF, null, 2)}\n`, `for cdktf deploy its "app" must be "${CDKTF.app}"`);
  write(".gitignore", `${IGNORED.join("\n")}\n`, `it should ignore ${IGNORED.join(" ")}`);
  return EXIT.ok;
}
