import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { bundle } from "../../docs/bundle";
import { describeNpm } from "../e2e/project";
import { Browser, describeBrowser } from "../report/browser/browser";
import { cli, folderWith } from "../support/cli";
import { ROOT } from "../support/repository";
import { temporaryFolder } from "../support/temporary-folder";
import { type Expected, SignInServer } from "./sign-in-server";

jest.setTimeout(180_000);

const APP = "https://app.acme.example/";
const CALLBACKS = ["http://localhost:5173/", APP];
const SCOPES = ["email", "openid"];

const CONFIG = {
  project: "acme",
  environments: { prod: { region: "eu-west-1" } },
  pools: {
    users: {
      domain: { prefix: "acme-users" },
      clients: {
        web: { platform: "spa", callbackUrls: CALLBACKS, logoutUrls: CALLBACKS, allowedOauthScopes: SCOPES },
      },
    },
  },
};

const EXPECTED: Expected = {
  app: APP,
  issuer: "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI",
  domain: "acme-users.auth.eu-west-1.amazoncognito.com",
  clientId: "1example23456789",
  redirectUris: CALLBACKS,
  scopes: SCOPES,
};

/** The apps that docs/front-end.md shows, in its order. */
const [AMPLIFY_APP = "", OIDC_APP = ""] = [
  ...readFileSync(join(ROOT, "docs/front-end.md"), "utf8").matchAll(/^```ts\n([\s\S]*?)^```$/gm),
].map(([, code]) => code);

/** What the command prints of the deployed client. */
async function printed(format: string): Promise<string> {
  const value = (each: unknown) => ({ value: each, sensitive: false });
  const outputs = {
    user_pool_id: value("eu-west-1_AbCdEfGhI"),
    client_ids: value({ web: EXPECTED.clientId }),
    issuer: value(EXPECTED.issuer),
    domain: value(EXPECTED.domain),
  };
  const folder = folderWith({ "userpools.yaml": stringify(CONFIG), "outputs.json": JSON.stringify(outputs) });
  return (await cli(folder, "outputs", "outputs.json", "--format", format)).stdout;
}

function run(cwd: string, command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}:\n${stdout}${stderr}`);
  return stdout.trim();
}

/** The page with OpenID Connect, whose library has a build for browsers. */
async function oidcPage(): Promise<string> {
  const folder = temporaryFolder("oidc");
  run(folder, "tar", "xzf", run(folder, "npm", "pack", "--silent", "oidc-client-ts@3.5.0"));
  const library = readFileSync(join(folder, "package/dist/browser/oidc-client-ts.min.js"), "utf8");
  writeFileSync(join(folder, "app.ts"), OIDC_APP);
  writeFileSync(join(folder, "outputs.json.ts"), `export default ${await printed("json")};`);
  return page(library, `const require = () => oidc;\n${bundle(folder, "app")}\nload("./app");`);
}

/** The page with Amplify, which only a bundler brings into a browser. */
async function amplifyPage(): Promise<string> {
  const folder = temporaryFolder("amplify-app");
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
  writeFileSync(join(folder, "amplify_outputs.json"), await printed("amplify"));
  writeFileSync(join(folder, "app.ts"), AMPLIFY_APP);
  const packages = ["aws-amplify@6.22.1", "esbuild@0.28.2"];
  run(folder, "npm", "install", "--no-audit", "--no-fund", "--prefer-offline", ...packages);
  run(folder, "npx", "esbuild", "app.ts", "--bundle", "--outfile=app.js");
  return page(readFileSync(join(folder, "app.js"), "utf8"));
}

function page(...scripts: string[]): string {
  const inline = scripts.map((script) => `<script>${script.replaceAll("</script", "<\\/script")}</script>`);
  return `<!doctype html><meta charset="utf-8"><button id="sign-in">Sign in</button>${inline.join("")}`;
}

/** Signs in by the button, comes back, and waits until the app has tokens of the user. */
async function signIn(html: string): Promise<SignInServer> {
  const browser = await Browser.start();
  try {
    const server = new SignInServer(EXPECTED, html);
    await server.serve(browser.context);
    const tab = await browser.context.newPage();
    await tab.goto(APP);
    await tab.click("#sign-in");
    await tab.waitForURL((url) => url.href.startsWith(`${APP}?code=`));
    await tab.waitForFunction(`JSON.stringify({ ...localStorage, ...sessionStorage }).includes("a-refresh-token")`);
    return server;
  } finally {
    await browser.stop();
  }
}

const isWhole = process.env.COGNITO_WHOLE !== undefined;
if (!isWhole) process.stderr.write("NOT RUN: the app with Amplify in a browser: npm run test:whole does\n");

describeNpm("an app in a browser, with what the command prints", () => {
  describeBrowser("as docs/front-end.md shows it", () => {
    test("signs in with an OpenID Connect library, at the address of the page", async () => {
      expect((await signIn(await oidcPage())).refused).toEqual([]);
    });

    (isWhole ? test : test.skip)("signs in with Amplify", async () => {
      expect((await signIn(await amplifyPage())).refused).toEqual([]);
    });
  });
});
