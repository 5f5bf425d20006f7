import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { jsonSchema } from "../../config/json-schema";
import { CONFIG_NAMES } from "../../config/load";
import { type Context, EXIT, type ExitCode } from "../context";

const SCHEMA_FILE = "userpools.schema.json";

/** A config that synthesizes as it stands, and says what each line means. */
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

/** `init [DIR]`: a commented starter config and its JSON Schema; never over an existing config. */
export function init(dir: string, { cwd, out, err }: Context): ExitCode {
  const folder = resolve(cwd, dir);
  const existing = CONFIG_NAMES.find((name) => existsSync(join(folder, name)));
  if (existing !== undefined) {
    err(`${join(relative(cwd, folder), existing)} is there already; nothing was written\n`);
    return EXIT.usage;
  }
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    out(`${join(relative(cwd, folder), name)}\n`);
  };
  write(SCHEMA_FILE, jsonSchema());
  write(CONFIG_NAMES[1], STARTER);
  return EXIT.ok;
}
