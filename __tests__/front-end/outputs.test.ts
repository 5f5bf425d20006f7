import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { OUTPUT_FORMATS } from "../../lib/cli/commands/outputs";
import { cli, folderWith } from "../support/cli";
import { ROOT } from "../support/repository";
import { drawn } from "../support/sample";

const CONFIG = {
  project: "acme",
  environments: { prod: { region: "eu-west-1" }, dev: { region: "eu-west-1" } },
  pools: {
    users: {
      usernameAttributes: ["email"],
      attributes: { email: { required: true } },
      autoVerifiedAttributes: ["email"],
      mfaConfiguration: "OPTIONAL",
      softwareTokenMfa: true,
      domain: { prefix: "acme-users" },
      groups: { "admins of ${a}": { precedence: 1 }, staff: {} },
      clients: {
        web: {
          platform: "spa",
          callbackUrls: ["https://acme.example/it's?a=$b", "https://acme.example/${x}"],
          logoutUrls: { var: "logout", default: ["https://acme.example/"] },
        },
        api: { platform: "server", generations: [1, 2], current: 2 },
      },
    },
  },
};

const value = (each: unknown, sensitive = false) => ({ value: each, sensitive, type: "string" });
const OUTPUTS = {
  user_pool_id: value("eu-west-1_AbCdEfGhI"),
  client_ids: value({ web: "1example23456789", api: "7example98765432" }),
  client_secrets: value({ api: "a-secret-of-api" }, true),
  issuer: value("https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI"),
  domain: value("acme-users.auth.eu-west-1.amazoncognito.com"),
};

const ask = (outputs: unknown, ...args: string[]) => {
  const text = typeof outputs === "string" ? outputs : JSON.stringify(outputs);
  const folder = folderWith({ "userpools.yaml": stringify(CONFIG), "outputs.json": text });
  return cli(folder, "outputs", "outputs.json", ...args);
};
const web = ["--env", "prod", "--client", "web"];

describe("outputs prints the public values of a client", () => {
  test("as JSON", async () => {
    const { exitCode, stdout } = await ask(OUTPUTS, ...web);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      region: "eu-west-1",
      user_pool_id: "eu-west-1_AbCdEfGhI",
      client_id: "1example23456789",
      issuer: "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI",
      domain: "acme-users.auth.eu-west-1.amazoncognito.com",
      redirect_uris: ["https://acme.example/${x}", "https://acme.example/it's?a=$b"],
      logout_uris: ["https://acme.example/"],
      scopes: ["openid"],
    });
  });

  test("in the shape of amplify_outputs.json", async () => {
    expect(JSON.parse((await ask(OUTPUTS, ...web, "--format", "amplify")).stdout)).toEqual({
      version: "1.4",
      auth: {
        aws_region: "eu-west-1",
        user_pool_id: "eu-west-1_AbCdEfGhI",
        user_pool_client_id: "1example23456789",
        oauth: {
          identity_providers: [],
          domain: "acme-users.auth.eu-west-1.amazoncognito.com",
          scopes: ["openid"],
          redirect_sign_in_uri: ["https://acme.example/${x}", "https://acme.example/it's?a=$b"],
          redirect_sign_out_uri: ["https://acme.example/"],
          response_type: "code",
        },
        password_policy: expect.objectContaining({ min_length: 8, require_symbols: true }),
        standard_required_attributes: ["email"],
        username_attributes: ["email"],
        user_verification_types: ["email"],
        mfa_configuration: "OPTIONAL",
        mfa_methods: ["TOTP"],
        groups: [{ "admins of ${a}": { precedence: 1 } }, { staff: {} }],
      },
    });
  });

  test("as variables of an environment, which a shell reads back as they are", async () => {
    const { stdout } = await ask(OUTPUTS, ...web, "--format", "env");
    expect(stdout).toContain("COGNITO_USER_POOL_ID=eu-west-1_AbCdEfGhI\nCOGNITO_CLIENT_ID=1example23456789\n");
    const read = spawnSync("sh", ["-c", `${stdout}printf %s "$COGNITO_REDIRECT_URIS"`], { encoding: "utf8" });
    expect(read.stdout).toBe("https://acme.example/${x} https://acme.example/it's?a=$b");
  });

  test.each([
    ["a state file", { version: 4, outputs: OUTPUTS, resources: [{ secret: "a-secret-of-api" }] }],
    ["terraform show -json", { format_version: "1.0", values: { outputs: OUTPUTS } }],
  ])("from %s", async (_, document) => {
    expect((await ask(document, ...web)).stdout).toBe((await ask(OUTPUTS, ...web)).stdout);
  });

  test("of the current generation, and never a secret", async () => {
    for (const format of ["json", "amplify", "env"]) {
      const { stdout } = await ask(OUTPUTS, "--env", "prod", "--client", "api", "--format", format);
      expect(stdout).toContain("7example98765432");
      expect(stdout).not.toContain("secret");
    }
  });

  test.each<[string, unknown, string[], RegExp]>([
    ["no JSON", "nothing", web, /outputs.json: not JSON/],
    ["no outputs", {}, web, /no output user_pool_id/],
    ["null", null, web, /no output user_pool_id/],
    ["a list", [1], web, /no output user_pool_id/],
    ["a client that is not applied", { ...OUTPUTS, client_ids: value({}) }, web, /client web is not among the outputs/],
    ["a sensitive output", { ...OUTPUTS, user_pool_id: value("x", true) }, web, /user_pool_id is sensitive/],
    [
      "several stacks",
      OUTPUTS,
      ["--client", "web"],
      /several pools: choose one with --env and --pool: users-prod, users-dev/,
    ],
    ["several clients", OUTPUTS, ["--env", "prod"], /several clients: choose one with --client: web, api/],
    [
      "an unknown client",
      OUTPUTS,
      ["--env", "prod", "--client", "x"],
      /unknown client x: choose one with --client: web, api/,
    ],
    ["a missing file", OUTPUTS, ["--env", "nowhere"], /nowhere/],
  ])("refuses %s", async (_, outputs, args, message) => {
    const { exitCode, stdout, stderr } = await ask(outputs, ...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(message);
  });
});

/** The pipe that docs/front-end.md shows: what may be left out in brackets, formats separated by bars. */
const [, PIPE = ""] =
  /^```\n(terraform output[\s\S]*?)\n```$/m.exec(readFileSync(join(ROOT, "docs/front-end.md"), "utf8")) ?? [];
const [FORMATS = ""] = /\bjson\|[\w|]+/.exec(PIPE) ?? [];

describe("the pipe of the page", () => {
  test("names every format", () => {
    expect(FORMATS.split("|")).toEqual(OUTPUT_FORMATS);
  });

  test.each(drawn(OUTPUT_FORMATS, 1))("prints %s from standard input, and the same from the file", async (format) => {
    const folder = folderWith({ "userpools.yaml": stringify(CONFIG), "outputs.json": JSON.stringify(OUTPUTS) });
    const program = `'${process.execPath}' '${join(ROOT, "node_modules/jiti/lib/jiti-cli.mjs")}' '${join(ROOT, "lib/cli/bin.ts")}'`;
    const shell = [
      "set -eo pipefail",
      `terraform() { [ "$*" = "output -json" ] && cat outputs.json; }`,
      `cdktf-cognito() { ${program} "$@"; }`,
      PIPE.replace(FORMATS, format).replace(" [FILE]", ""),
    ];
    const { status, stdout, stderr } = spawnSync("bash", ["-c", shell.join("\n")], { cwd: folder, encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const [, ...args] =
      PIPE.split("cdktf-cognito ")[1]?.replace(FORMATS, format).replace("[FILE]", "outputs.json").split(" ") ?? [];
    expect(stdout).toBe((await cli(folder, "outputs", ...args)).stdout);
    expect(stdout).toContain("1example23456789");
  });
});
