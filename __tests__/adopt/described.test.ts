import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readDescribed } from "../../lib/adopt/described";
import { temporaryFolder } from "../support/temporary-folder";

const A = "eu-west-1_AAAAAAAAA";
const B = "us-east-1_BBBBBBBBB";
const pool = (Id: string) => ({ UserPool: { Id, Name: "live" } });
const client = (UserPoolId: string, ClientId: string) => ({ UserPoolClient: { UserPoolId, ClientId } });

describe("files of described pools", () => {
  test("are recognised by what they hold, whatever their names, in folders too", () => {
    const read = described({
      "x.json": client(A, "one"),
      "y.json": pool(A),
      "deep/z.json": [client(A, "two"), { DomainDescription: { UserPoolId: A, Domain: "acme" } }],
      "mfa.json": { MfaConfiguration: "OFF" },
      "groups.json": { Groups: [{ UserPoolId: A, GroupName: "admins" }] },
      "servers.json": { ResourceServers: [{ UserPoolId: A, Identifier: "api" }] },
      "google.json": { IdentityProvider: { UserPoolId: A, ProviderName: "Google" } },
      "risk.json": { RiskConfiguration: { UserPoolId: A, RiskExceptionConfiguration: {} } },
      "no-risk.json": { RiskConfiguration: { UserPoolId: A, ClientId: "two" } },
      "css.json": { UICustomization: { UserPoolId: A, ClientId: "ALL", CSS: ".logo-customizable { }" } },
      "css.png": "bytes of a logo",
      "no-css.json": { UICustomization: { UserPoolId: A, ClientId: "two" } },
      "nothing.json": { UICustomization: {} },
      "branding.json": { ManagedLoginBranding: { UserPoolId: A, ManagedLoginBrandingId: "1" } },
      "pools.json": { UserPools: [{ Id: A }, { Id: B }] },
      "loop.sh": "aws cognito-idp",
    });
    expect(read).toEqual([
      {
        region: "eu-west-1",
        userPool: pool(A).UserPool,
        mfaConfig: { MfaConfiguration: "OFF" },
        clients: [{ UserPoolId: A, ClientId: "two" }, client(A, "one").UserPoolClient],
        domains: [{ UserPoolId: A, Domain: "acme" }],
        resourceServers: [{ UserPoolId: A, Identifier: "api" }],
        identityProviders: [{ UserPoolId: A, ProviderName: "Google" }],
        groups: [{ UserPoolId: A, GroupName: "admins" }],
        riskConfigurations: [{ UserPoolId: A, RiskExceptionConfiguration: {} }],
        uiCustomizations: [
          {
            UserPoolId: A,
            ClientId: "ALL",
            CSS: ".logo-customizable { }",
            ImageFile: Buffer.from("bytes of a logo").toString("base64"),
          },
        ],
        others: [{ kind: "ManagedLoginBranding", value: { UserPoolId: A, ManagedLoginBrandingId: "1" } }],
      },
    ]);
  });

  test("that name no pool belong to the pool of their folder, or of the id in their name", () => {
    const on = { MfaConfiguration: "ON" };
    const off = { MfaConfiguration: "OFF" };
    const folders = described({ "a/pool.json": pool(A), "a/mfa.json": on, "b/pool.json": pool(B), "b/mfa.json": off });
    expect(folders.map(({ mfaConfig }) => mfaConfig)).toEqual([on, off]);
    const names = described({ "1.json": pool(A), "2.json": pool(B), [`mfa-${B}.json`]: off, [`mfa-${A}.json`]: on });
    expect(names.map(({ mfaConfig, region }) => [mfaConfig, region])).toEqual([
      [on, "eu-west-1"],
      [off, "us-east-1"],
    ]);
  });

  test("are refused with every reason at once", () => {
    const files = {
      "1.json": pool(A),
      "2.json": pool(B),
      "cut.json": '{"UserPool": {',
      "text.json": '"hello"',
      "mfa.json": { MfaConfiguration: "ON" },
      "clients.json": { UserPoolClients: [{ UserPoolId: A, ClientId: "one" }] },
      "providers.json": { Providers: [{ ProviderName: "Google" }] },
      "other.json": client("eu-west-1_CCCCCCCCC", "three"),
    };
    const apart = "does not say of which pool it is: put the files of each pool into a folder of their own";
    expect(reasons(files)).toEqual([
      "cut.json: the file is truncated or not JSON",
      "text.json: not an answer of aws cognito-idp: a JSON object is expected",
      expect.stringContaining(`mfa.json: get-user-pool-mfa-config ${apart}`),
      "other.json: UserPoolClient is of pool eu-west-1_CCCCCCCCC, which no file describes",
      expect.stringContaining(`providers.json: Providers ${apart}`),
      `pool ${A}: one is listed, and no file is the output of describe-user-pool-client for it`,
    ]);
    expect(reasons({})).toEqual([
      expect.stringMatching(/: no file is the output of: aws cognito-idp describe-user-pool$/),
    ]);
  });

  function described(files: Readonly<Record<string, unknown>>) {
    const folder = temporaryFolder();
    for (const [name, value] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), typeof value === "string" ? value : JSON.stringify(value));
    }
    return readDescribed(folder);
  }

  function reasons(files: Readonly<Record<string, unknown>>): readonly string[] {
    try {
      described(files);
      return [];
    } catch (error) {
      return (error as { reasons: readonly string[] }).reasons;
    }
  }
});
