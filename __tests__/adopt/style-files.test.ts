import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { readDescribed } from "../../lib/adopt/described";
import { servePools } from "../../lib/adopt/loopback";
import { cli, folderWith } from "../support/cli";
import { LoopbackCognito } from "../support/cognito/loopback-cognito";
import { make } from "./live";
import { NEWER_SHAPES } from "./newer-shapes";
import { printed } from "./printed";
import { made, type Shape } from "./shapes";

const TYPE = "aws_cognito_managed_login_branding";
const STYLED = NEWER_SHAPES.find(({ name }) => name === "a style of one's own with images") as Shape;
const FILES = ["app.style.favicon-ico.dynamic.ico", "app.style.form-logo.light.svg", "app.style.json"];
const style = (Settings: object) => ["CreateManagedLoginBranding", { Settings }] as const;

let cognito: LoopbackCognito;
beforeEach(async () => {
  cognito = await LoopbackCognito.start();
});
afterEach(() => cognito.stop());

/** A folder with what the AWS CLI prints of a shape in `live`. */
function folderOf(shape: Shape) {
  const live = make(cognito, shape);
  const folder = folderWith({});
  mkdirSync(join(folder, "live"));
  for (const [name, content] of Object.entries(printed(cognito, live.userPoolId)))
    writeFileSync(join(folder, "live", name), content);
  return { folder, ...live };
}

function yaml(folder: string, name = "userpools.yaml") {
  return parse(readFileSync(join(folder, name), "utf8"));
}

describe("a style of managed login", () => {
  test("is in files beside the config, and becomes a resource that is imported; a client without one gets none", async () => {
    const { folder, userPoolId, styleIds } = folderOf(STYLED);
    expect(await cli(folder, "adopt", "--no-plan", "live")).toMatchObject({ exitCode: 0, stderr: "" });
    expect(readdirSync(join(folder, "live-prod")).sort()).toEqual(FILES);
    expect(readFileSync(join(folder, "live-prod/app.style.json"), "utf8")).toMatch(
      /^\{\n {2}"categories": \{\n[\s\S]*"order": \[\n\s+null,\n[\s\S]*\}\n$/,
    );
    const [, image] = (STYLED.ofClients?.[0]?.[2].Assets ?? []) as { Bytes: string }[];
    expect(readFileSync(join(folder, "live-prod", FILES[0] as string)).toString("base64")).toBe(image?.Bytes);
    expect(await cli(folder, "synth")).toMatchObject({ exitCode: 0 });
    const { resource, ...stack } = JSON.parse(
      readFileSync(join(folder, "cdktf.out/stacks/live-prod/cdk.tf.json"), "utf8"),
    );
    expect(Object.keys(resource[TYPE])).toEqual(["app"]);
    expect(stack.import).toContainEqual({ to: `${TYPE}.app`, id: `${userPoolId},${styleIds?.app}` });
  });

  test("overwrites no file without --force, and nothing is written then", async () => {
    const { folder } = folderOf(STYLED);
    mkdirSync(join(folder, "live-prod"));
    const own = join(folder, "live-prod/app.style.json");
    writeFileSync(own, "{}");
    expect(await cli(folder, "adopt", "--no-plan", "live")).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("live-prod/app.style.json exists; nothing was written"),
    });
    expect([readFileSync(own, "utf8"), readdirSync(folder), readdirSync(join(folder, "live-prod"))]).toEqual([
      "{}",
      ["live", "live-prod"],
      ["app.style.json"],
    ]);
    expect(await cli(folder, "adopt", "--no-plan", "live", "--force")).toMatchObject({ exitCode: 0 });
    expect(readdirSync(join(folder, "live-prod")).sort()).toEqual(FILES);
    // the files that it wrote are no other files
    expect(await cli(folder, "adopt", "--no-plan", "live", "--out", "other.yaml")).toMatchObject({ exitCode: 0 });
  });

  test("is beside a config in another folder", async () => {
    const { folder } = folderOf(STYLED);
    mkdirSync(join(folder, "sub"));
    expect(await cli(folder, "adopt", "--no-plan", "live", "--out", "sub/users.yaml")).toMatchObject({ exitCode: 0 });
    expect(readdirSync(join(folder, "sub/live-prod")).sort()).toEqual(FILES);
    expect(existsSync(join(folder, "live-prod"))).toBe(false);
  });

  test("that all clients have alike is a default of the pool, and each imports its own", async () => {
    const { folder, styleIds } = folderOf({
      name: "",
      clients: { web: {}, ios: {} },
      ofClients: (["web", "ios"] as const).map((key) => [key, ...style({ b: 1, a: 2 })] as const),
    });
    expect(await cli(folder, "adopt", "--no-plan", "live")).toMatchObject({ exitCode: 0 });
    const { clientDefaults, clients } = yaml(folder).pools.live;
    expect(clientDefaults.branding ?? clients.web.branding).toEqual({
      settings: expect.stringMatching(/^live-prod\/(?:web\.)?style\.json$/),
    });
    expect([clients.web.adopted.styleId, clients.ios.adopted.styleId]).toEqual([styleIds?.web, styleIds?.ios]);
    expect(await cli(folder, "check")).toMatchObject({ exitCode: 0 });
  });

  test("of another environment is in its overlay, and its files in a folder of their own", async () => {
    const clients = { web: made, ios: made, tv: made };
    const prod = folderOf({
      name: "",
      clients,
      ofClients: [
        ["web", ...style({ a: 1 })],
        ["ios", "CreateManagedLoginBranding", { UseCognitoProvidedValues: true }],
      ],
    });
    await cli(prod.folder, "adopt", "--no-plan", "live", "--project", "acme");
    const dev = folderOf({
      name: "",
      clients,
      ofClients: [
        ["web", ...style({ a: 2 })],
        ["tv", ...style({ a: 3 })],
      ],
    });
    const into = ["--into", "userpools.yaml", "--env", "dev", "--pool", "live"];
    const source = join(dev.folder, "live");
    expect(await cli(prod.folder, "adopt", "--no-plan", source, ...into)).toMatchObject({ exitCode: 0, stderr: "" });
    expect(readdirSync(join(prod.folder, "live-dev")).sort()).toEqual(["tv.style.json", "web.style.json"]);
    const { web, ios, tv } = yaml(prod.folder).environments.dev.pools.live.clients;
    expect([web.branding, ios.branding, tv.branding, tv.adopted.styleId]).toEqual([
      { settings: "live-dev/web.style.json" },
      null,
      { settings: "live-dev/tv.style.json" },
      dev.styleIds?.tv,
    ]);
    expect(ios.adopted).toEqual({ clientId: dev.clientIds.ios, styleId: null });
  });

  test("and logs are served to the AWS provider as AWS answers them", async () => {
    const { folder, userPoolId: UserPoolId, clientIds, styleIds } = folderOf(STYLED);
    const served = await servePools(readDescribed(join(folder, "live")));
    const call = async (operation: string, request: object = {}) => {
      const headers = { "X-Amz-Target": `AWSCognitoIdentityProviderService.${operation}` };
      const body = JSON.stringify({ UserPoolId, ...request });
      const response = await fetch(served.endpoint, { method: "POST", headers, body });
      return (await response.json()) as object;
    };
    const own = cognito.call("DescribeManagedLoginBrandingByClient", { UserPoolId, ClientId: clientIds.app });
    const byId = await call("DescribeManagedLoginBranding", { ManagedLoginBrandingId: styleIds?.app });
    expect(byId).toEqual(own);
    expect(await call("DescribeManagedLoginBrandingByClient", { ClientId: clientIds.app })).toEqual(own);
    expect(await call("DescribeManagedLoginBrandingByClient", { ClientId: clientIds.other })).toMatchObject({
      __type: "ResourceNotFoundException",
    });
    expect(await call("ListUserPoolClients")).toEqual({
      UserPoolClients: ["app", "other"].map((key) => ({ ClientId: clientIds[key], ClientName: key, UserPoolId })),
    });
    expect(await call("GetLogDeliveryConfiguration")).toEqual({
      LogDeliveryConfiguration: { UserPoolId, LogConfigurations: [] },
    });
    served.close();
  });
});
