import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
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
  ["{ file: ../outside.xml }", "MetadataFile", "file ../outside.xml is outside of the config's folder"],
  ["{ file: idp/../../outside.xml }", "MetadataFile", "file idp/../../outside.xml is outside of the config's folder"],
  ["{ file: /etc/idp.xml }", "MetadataFile", "file /etc/idp.xml is outside of the config's folder"],
  ['{ file: "C:\\\\idp.xml" }', "MetadataFile", "file C:\\idp.xml is outside of the config's folder"],
  ["{ file: folder.xml }", "MetadataFile", "file folder.xml is not a regular file"],
  ["{ file: pipe.xml }", "MetadataFile", "file pipe.xml is not a regular file"],
  ["{ file: link.xml }", "MetadataFile", "file link.xml is outside of the config's folder"],
  ["{ file: userpools.yaml }", "MetadataFile", 'file "userpools.yaml" must be the path of an .xml file'],
  ["{ file: 7 }", "MetadataFile", "file 7 must be the path of an .xml file"],
  ["{ file: large.xml }", "MetadataFile", "file large.xml has 131073 bytes; at most 131072 are allowed"],
  ["{ file: binary.xml }", "MetadataFile", "file binary.xml is not text in UTF-8"],
  ["{ file: url.xml }", "MetadataURL", "MetadataURL cannot be read from a file"],
])("fails when a detail is %s of %s", async (detail, key, message) => {
  const folder = folderWith({
    "userpools.yaml": config(`{ ${key}: ${detail} }`),
    "large.xml": "x".repeat(131_073),
    "binary.xml": new Uint8Array([0xff, 0xfe]),
  });
  const outside = folderWith({ "secret.xml": METADATA_XML });
  mkdirSync(join(folder, "folder.xml"));
  execFileSync("mkfifo", [join(folder, "pipe.xml")]);
  symlinkSync(join(outside, "secret.xml"), join(folder, "link.xml"));
  expect(await problemsOf(folder)).toEqual([["CFG-14", `${at}.${key}`, message]]);
});

const withMessage = (message: string, more = "") => `
project: acme
environments:
  prod: { region: eu-west-1${more} }
pools:
  users:
    verificationMessage:
      emailMessage: ${message}
    clients: { web: { platform: ios } }
`;

const loaded = (folder: string) => loadConfig({ cwd: folder, config: "userpools.yaml" });

describe("a message in a file of its own", () => {
  test("is taken as it is, line ends and all, without the mark of its encoding", async () => {
    const text = 'Code ${code} %{if} "{####}"\r\n\té😀\n';
    const folder = folderWith({
      "userpools.yaml": withMessage("{ file: verify.html }"),
      "verify.html": `\ufeff${text}`,
    });
    const { pools, problems } = await loaded(folder);
    expect(problems).toEqual([]);
    expect(pools[0]?.pool?.verificationMessage.emailMessage).toBe(text);
  });

  const KEYS: readonly (readonly [string, string, string])[] = [
    ["emailMfa", "message", "{####} message"],
    ["inviteMessage", "emailMessage", "{username} {####}"],
    ["inviteMessage", "smsMessage", "{username} {####} sms"],
    ["verificationMessage", "emailMessage", "{####} e-mail"],
    ["verificationMessage", "emailMessageByLink", "{##link##}"],
    ["verificationMessage", "smsMessage", "{####} sms"],
  ];
  test.each(KEYS)("is read at %s.%s, in an overlay too", async (block, key, text) => {
    const named = `{ ${block}: { ${key}: { file: long.txt } } }`;
    const own = `project: a\nenvironments: { prod: { region: eu-west-1 } }\npools: { users: { ${named.slice(2, -2)}, clients: {} } }\n`;
    const over = `project: a\nenvironments: { prod: { region: eu-west-1, pools: { users: ${named} } } }\npools: { users: { clients: {} } }\n`;
    for (const config of [own, over]) {
      const { pools, problems } = await loaded(folderWith({ "userpools.yaml": config, "long.txt": text }));
      expect(problems).toEqual([]);
      expect(pools[0]?.pool).toMatchObject({ [block]: { [key]: text } });
    }
  });

  const PARTS = ["htmlBody", "textBody"].flatMap((part) =>
    ["blockEmail", "mfaEmail", "noActionEmail"].map((mail) => [mail, part] as const),
  );
  test.each(PARTS)("is read at the %s.%s of a pool and of a client, in an overlay too", async (mail, part) => {
    const texts = { subject: "Sign-in", htmlBody: "<p>You?</p>", textBody: "You?" };
    const sourceArn = "arn:aws:ses:eu-west-1:111122223333:identity/acme.example";
    const responses = (body: object) => ({
      threatProtection: { accountTakeover: { notify: { sourceArn, [mail]: { ...texts, ...body } } } },
    });
    const named = { [part]: { file: "mail.html" } };
    const over = { threatProtection: { accountTakeover: { notify: { [mail]: named } } } };
    const config = (pool: object, client: object, overlay: object) => ({
      project: "a",
      environments: { prod: { region: "eu-west-1", pools: { users: overlay } } },
      pools: { users: { ...pool, clients: { web: { platform: "ios", ...client } } } },
    });
    for (const each of [
      config(responses(named), responses(named), {}),
      config(responses({}), responses({}), { ...over, clients: { web: over } }),
    ]) {
      const files = { "userpools.yaml": JSON.stringify(each), "mail.html": "<p>${You}?</p>\r\n" };
      const { pools, problems } = await loaded(folderWith(files));
      const expected = { accountTakeover: { notify: { [mail]: { ...texts, [part]: "<p>${You}?</p>\r\n" } } } };
      expect(problems).toEqual([]);
      expect(pools[0]?.threatProtection).toMatchObject(expected);
      expect(pools[0]?.clients[0]?.threatProtection).toMatchObject(expected);
    }
  });

  test("is read at smsAuthenticationMessage", async () => {
    const text = withMessage("x").replace(/verificationMessage:\n.*/, "smsAuthenticationMessage: { file: sms.txt }");
    const { pools, problems } = await loaded(folderWith({ "userpools.yaml": text, "sms.txt": "{####} sms" }));
    expect([problems, pools[0]?.pool?.smsAuthenticationMessage]).toEqual([[], "{####} sms"]);
  });

  test.each([
    ["JSON", [], "cdktf.out/stacks/users-prod/cdk.tf.json"],
    ["HCL", ["--hcl"], "cdktf.out/stacks/users-prod/cdk.tf"],
    ["a module", ["--hcl", "--module", "modules"], "modules/users/main.tf"],
  ])("is carried by %s", async (_, format, written) => {
    const folder = folderWith({ "userpools.yaml": withMessage("{ file: a.html }"), "a.html": "Code ${x} {####}, é" });
    const { exitCode, stderr } = await cli(folder, "synth", ...format);
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    expect(readFileSync(join(folder, written), "utf8")).toContain("Code $${x} {####}, é");
  });

  test("is judged at its key, with the name of the file", async () => {
    const folder = folderWith({
      "userpools.yaml": withMessage("{ file: verify.html }"),
      "verify.html": "no code here",
    });
    const { exitCode, stdout } = await cli(folder, "check", "--format", "json");
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout).findings).toContainEqual(
      expect.objectContaining({
        severity: "error",
        path: "pools.users.verificationMessage.emailMessage",
        line: 8,
        column: 21,
        message: expect.stringMatching(/, in file verify\.html$/),
      }),
    );
  });

  test("is reported where the config names it, if it cannot be read", async () => {
    const folder = folderWith({ "userpools.yaml": withMessage("{ file: missing.html } # a comment") });
    const { exitCode, stdout } = await cli(folder, "check");
    expect(exitCode).toBe(1);
    expect(stdout).toContain(
      [
        "userpools.yaml:8:21  error CFG-14 document-file  pools.users.verificationMessage.emailMessage",
        "  file missing.html does not exist beside the config",
        "  8 |       emailMessage: { file: missing.html } # a comment",
        "    |                     ^^^^^^^^^^^^^^^^^^^^^^",
      ].join("\n"),
    );
  });

  test.each([
    ["a key that takes no file", "emailSubject: { file: a.txt }", "CFG-14"],
    [
      "the subject of an e-mail about risks",
      "emailMessage: x\n    threatProtection: { accountTakeover: { notify: { sourceArn: x, mfaEmail: { subject: { file: a.txt }, htmlBody: x, textBody: x } } } }",
      "CFG-14",
    ],
    ["a file beside something else", "emailMessage: { file: a.txt, default: x }", "CFG-05", "CFG-04"],
    ["another format", "emailMessage: { file: a.docx }", "CFG-14"],
    ["more than the longest message", "emailMessage: { file: long.txt }", "CFG-14"],
  ])("fails with %s", async (_, line, ...expected) => {
    const text = withMessage("x").replace("emailMessage: x", line);
    const folder = folderWith({ "userpools.yaml": text, "long.txt": "x".repeat(80_001), "a.txt": "x" });
    expect((await loaded(folder)).problems.map((each) => each.rule)).toEqual(expected);
  });
});

describe("review compares the files of both commits", () => {
  const git = (folder: string, ...args: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { cwd: folder });
  const committed = (files: Readonly<Record<string, string>>) => {
    const folder = folderWith(files);
    git(folder, "init", "-q");
    return folder;
  };
  const reviewOf = async (folder: string) =>
    JSON.parse((await cli(folder, "review", "--base", "HEAD", "--format", "json")).stdout).changes as object[];

  test("of a metadata document", async () => {
    const folder = committed({
      "userpools.yaml": config("{ MetadataFile: { file: corp.xml } }"),
      "corp.xml": METADATA_XML,
    });
    git(folder, "add", ".");
    git(folder, "commit", "-q", "-m", "first");
    expect(await reviewOf(folder)).toEqual([]);
    writeFileSync(join(folder, "corp.xml"), METADATA_XML.replace("idp.example.com", "evil.example.com"));
    expect(JSON.stringify(await reviewOf(folder))).toContain("MetadataFile");
  });

  test("of a message, also behind a symbolic link and when the file is gone", async () => {
    const folder = committed({
      "userpools.yaml": withMessage('{ "file": "./mails/../mails/v\\u0065rify.html" }'),
      "text.html": "first {####}",
    });
    mkdirSync(join(folder, "mails"));
    symlinkSync("../text.html", join(folder, "mails", "verify.html"));
    git(folder, "add", ".");
    git(folder, "commit", "-q", "-m", "first");
    expect(await reviewOf(folder)).toEqual([]);
    rmSync(join(folder, "text.html"));
    writeFileSync(join(folder, "userpools.yaml"), withMessage('"second {####}"'));
    expect(await reviewOf(folder)).toEqual([
      expect.objectContaining({ before: { emailMessage: "first {####}" }, after: { emailMessage: "second {####}" } }),
    ]);
  });
});

describe("the look of the classic pages in files", () => {
  const CSS = "/* ${x} */\n.banner-customizable { color: #fff; }\n";
  const PNG = Buffer.from("89504e470d0a1a0a", "hex");
  const CUSTOMIZATION = "{ css: { file: brand/classic.css }, image: brand/Logo.PNG }";
  const classic = (customization: string) => `
project: acme
environments:
  prod: { region: eu-west-1, pools: { users: { clients: { app: { uiCustomization: { image: brand/app.jpg } } } } } }
pools:
  users:
    domain: { prefix: acme }
    uiCustomization: ${customization}
    clients: { app: { platform: spa, uiCustomization: { css: { file: brand/classic.css } } } }
`;
  const brand = (customization = CUSTOMIZATION) => {
    const folder = folderWith({ "userpools.yaml": classic(customization) });
    mkdirSync(join(folder, "brand"));
    writeFileSync(join(folder, "brand", "classic.css"), CSS);
    for (const name of ["Logo.PNG", "app.jpg"]) writeFileSync(join(folder, "brand", name), PNG);
    return folder;
  };

  test("are read for the pool and for a client, images in base64", async () => {
    const { pools, problems } = await loaded(brand());
    const image = PNG.toString("base64");
    expect(problems).toEqual([]);
    expect(pools[0]?.uiCustomization).toEqual({ css: CSS, image });
    expect(pools[0]?.clients[0]?.uiCustomization).toEqual({ css: CSS, image });
  });

  test("reach JSON", async () => {
    const { stdout, stderr, exitCode } = await cli(brand(), "synth");
    expect([exitCode, stdout, stderr]).toEqual([0, expect.anything(), ""]);
  });

  test.each([
    ["image: brand/missing.png", "image", "file brand/missing.png does not exist beside the config"],
    ["image: ../logo.png", "image", "file ../logo.png is outside of the config's folder"],
    ["image: brand/logo.gif", "image", 'file "brand/logo.gif" must be the path of a .png, .jpg or .jpeg file'],
    ["css: { file: brand/Logo.PNG }", "css", 'file "brand/Logo.PNG" must be the path of a .css file'],
  ])("fails when a pool says %s", async (customization, key, message) => {
    expect(await problemsOf(brand(`{ ${customization} }`))).toEqual([
      ["CFG-14", `pools.users.uiCustomization.${key}`, message],
    ]);
  });

  test.each(["data:image/gif;base64,AAAA", "data:image/png;base64,A", "data:image/png,x"])(
    "fails when the logo is %s",
    async (uri) => {
      expect(await problemsOf(brand(`{ image: "${uri}" }`))).toEqual([
        ["CFG-07", "pools.users.uiCustomization.image", expect.stringContaining("an image is the path of a file")],
      ]);
    },
  );
});

describe("a style of managed login in files", () => {
  const styled = (style: string) => `
project: acme
environments: { prod: { region: eu-west-1 } }
pools:
  users:
    domain: { prefix: acme, managedLoginVersion: 2 }
    clientDefaults: { branding: { settings: brand/style.json } }
    clients:
      web: { platform: spa, callbackUrls: ["https://app.acme.example/"] }
      app: { platform: spa, callbackUrls: ["https://app.acme.example/"], branding: ${style} }
`;
  const brand = (style: string) => {
    const folder = folderWith({ "userpools.yaml": styled(style) });
    mkdirSync(join(folder, "brand"));
    writeFileSync(join(folder, "brand", "style.json"), '{\n  "a": "${x}"\n}\n');
    writeFileSync(join(folder, "brand", "logo.svg"), "<svg/>");
    writeFileSync(join(folder, "brand", "large.png"), Buffer.alloc(1_000_001));
    return folder;
  };
  const logo = (file: string) =>
    `{ settings: "{}", assets: [{ category: FORM_LOGO, colorMode: DARK, file: ${file} }] }`;

  test("is read from paths, and from the config itself", async () => {
    const { pools, problems } = await loaded(brand(logo("brand/logo.svg")));
    expect(problems).toEqual([]);
    expect(pools[0]?.clients.map(({ branding }) => branding)).toEqual([
      { settings: '{"a":"${x}"}', assets: [] },
      {
        settings: "{}",
        assets: [{ category: "FORM_LOGO", colorMode: "DARK", extension: "SVG", bytes: "PHN2Zy8+" }],
      },
    ]);
  });

  test.each([
    [logo("../logo.svg"), "assets.0.file", "file ../logo.svg is outside of the config's folder"],
    [logo("brand/large.png"), "assets.0.file", "file brand/large.png has 1000001 bytes; at most 1000000 are allowed"],
    ["{ settings: brand/logo.svg }", "settings", 'file "brand/logo.svg" must be the path of a .json file'],
  ])("fails when it is %s", async (style, key, message) => {
    expect(await problemsOf(brand(style))).toEqual([["CFG-14", `pools.users.clients.app.branding.${key}`, message]]);
  });
});
