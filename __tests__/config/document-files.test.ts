import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadConfig } from "../../lib/config/load";
import { METADATA_XML } from "../../lib/rules/pool/identity-provider-rule";
import { cli, folderWith } from "../support/cli";

const config = (details: string, overlay = "") => `
project: acme
environments:
  prod: { region: eu-west-1${overlay} }
pools:
  users:
    identityProviders: { corp: { providerType: SAML, providerDetails: ${details} } }
    clients: { web: { platform: spa, callbackUrls: ["https://app.acme.example/"], supportedIdentityProviders: [corp] } }
`;

const problemsOf = async (folder: string) => {
  const { problems } = await loadConfig({ cwd: folder, config: "userpools.yaml" });
  return problems.map(({ rule, path, message }) => [rule, path.join("."), message]);
};

const at = "pools.users.identityProviders.corp.providerDetails";

test("a document beside the config is read", async () => {
  const folder = folderWith({ "userpools.yaml": config("{ MetadataFile: { file: idp/corp.xml } }") });
  mkdirSync(join(folder, "idp"));
  writeFileSync(join(folder, "idp", "corp.xml"), METADATA_XML);
  const { pools, problems } = await loadConfig({ cwd: folder, config: "userpools.yaml" });
  expect(problems).toEqual([]);
  expect(pools[0]?.identityProviders[0]?.providerDetails).toEqual({ MetadataFile: METADATA_XML });
});

test("an environment names another document", async () => {
  const overlay = `, pools: { users: { identityProviders: { corp: { providerDetails: { MetadataFile: { file: prod.xml } } } } } }`;
  const folder = folderWith({
    "userpools.yaml": config("{ MetadataFile: { file: dev.xml } }", overlay),
    "dev.xml": "<EntityDescriptor/>",
    "prod.xml": METADATA_XML,
  });
  const { pools } = await loadConfig({ cwd: folder, config: "userpools.yaml" });
  expect(pools[0]?.identityProviders[0]?.providerDetails).toEqual({ MetadataFile: METADATA_XML });
});

test.each([
  ["{ file: missing.xml }", "MetadataFile", "file missing.xml does not exist beside the config"],
  ["{ file: ../outside.xml }", "MetadataFile", "file ../outside.xml does not exist beside the config"],
  ["{ file: link.xml }", "MetadataFile", "file link.xml is outside of the config's folder"],
  ["{ file: userpools.yaml }", "MetadataFile", 'file "userpools.yaml" must be the path of an .xml file'],
  ["{ file: 7 }", "MetadataFile", "file 7 must be the path of an .xml file"],
  ["{ file: large.xml }", "MetadataFile", "file large.xml has 131073 bytes; AWS accepts at most 131072"],
  ["{ file: binary.xml }", "MetadataFile", "file binary.xml cannot be read (ERR_ENCODING_INVALID_ENCODED_DATA)"],
  ["{ file: url.xml }", "MetadataURL", "MetadataURL cannot be read from a file; only MetadataFile can"],
])("fails when a detail is %s of %s", async (detail, key, message) => {
  const folder = folderWith({
    "userpools.yaml": config(`{ ${key}: ${detail} }`),
    "large.xml": "x".repeat(131_073),
    "binary.xml": new Uint8Array([0xff, 0xfe]),
  });
  const outside = folderWith({ "secret.xml": METADATA_XML });
  symlinkSync(join(outside, "secret.xml"), join(folder, "link.xml"));
  expect(await problemsOf(folder)).toEqual([["CFG-14", `${at}.${key}`, message]]);
});

test("review compares the documents of both commits", async () => {
  const folder = folderWith({
    "userpools.yaml": config("{ MetadataFile: { file: corp.xml } }"),
    "corp.xml": METADATA_XML,
  });
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { cwd: folder });
  git("init", "-q");
  git("add", ".");
  git("commit", "-q", "-m", "first");
  writeFileSync(join(folder, "corp.xml"), METADATA_XML.replace("idp.example.com", "evil.example.com"));
  const { exitCode, stdout } = await cli(folder, "review", "--base", "HEAD", "--format", "json");
  expect({ exitCode, stdout }).toEqual({
    exitCode: expect.any(Number),
    stdout: expect.stringContaining("MetadataFile"),
  });
});
