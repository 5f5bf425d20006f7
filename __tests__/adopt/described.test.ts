import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readDescribed } from "../../lib/adopt/described";
import { temporaryFolder } from "../support/temporary-folder";
import { OF_EVERY_POOL } from "./printed";

const A = "eu-west-1_AAAAAAAAA";
const B = "us-east-1_BBBBBBBBB";
const pool = (Id: string) => ({ UserPool: { Id, Name: "live", ...OF_EVERY_POOL } });
const client = (UserPoolId: string, ClientId: string) => ({
  UserPoolClient: { UserPoolId, ClientId, ClientName: ClientId },
});
const styleOf = (ClientId: string) => ({ UserPoolId: A, ClientId, ManagedLoginBrandingId: ClientId });
const notifications = {
  EventSource: "userNotification",
  LogLevel: "ERROR",
  CloudWatchLogsConfiguration: { LogGroupArn: "arn" },
};
const google = { UserPoolId: A, ProviderName: "Google", ProviderType: "Google", ProviderDetails: {} };

describe("files of described pools", () => {
  test("are recognised by what they hold, whatever their names, in folders too", () => {
    const read = described({
      "x.json": client(A, "one"),
      "y.json": pool(A),
      "deep/z.json": [client(A, "two"), { DomainDescription: { UserPoolId: A, Domain: "acme" } }],
      "mfa.json": { MfaConfiguration: "OFF" },
      "groups.json": { Groups: [{ UserPoolId: A, GroupName: "admins" }] },
      "servers.json": { ResourceServers: [{ UserPoolId: A, Identifier: "api" }] },
      "google.json": { IdentityProvider: google },
      "risk.json": { RiskConfiguration: { UserPoolId: A, RiskExceptionConfiguration: {} } },
      "no-risk.json": { RiskConfiguration: { UserPoolId: A, ClientId: "two" } },
      "css.json": { UICustomization: { UserPoolId: A, ClientId: "ALL", CSS: ".logo-customizable { }" } },
      "css.png": "bytes of a logo",
      "no-css.json": { UICustomization: { UserPoolId: A, ClientId: "two" } },
      "nothing.json": { UICustomization: {} },
      "logs.json": { LogDeliveryConfiguration: { UserPoolId: A, LogConfigurations: [notifications] } },
      "style-two.json": {
        ManagedLoginBranding: { UserPoolId: A, ManagedLoginBrandingId: "1", Settings: '{"a":null}' },
      },
      "style-of-one.json": {
        ManagedLoginBranding: { UserPoolId: A, ManagedLoginBrandingId: "2", Settings: { a: null } },
      },
      "by-id.json": { ManagedLoginBranding: { UserPoolId: A, ManagedLoginBrandingId: "2", Settings: { a: null } } },
      "style-none.json": "",
      "terms.json": { Terms: { UserPoolId: A, TermsId: "1" } },
      "pools.json": { UserPools: [{ Id: A }, { Id: B }] },
      "loop.sh": "aws cognito-idp",
    });
    expect(read).toEqual([
      {
        region: "eu-west-1",
        userPool: pool(A).UserPool,
        mfaConfig: { MfaConfiguration: "OFF" },
        clients: [client(A, "two").UserPoolClient, client(A, "one").UserPoolClient],
        domains: [{ UserPoolId: A, Domain: "acme" }],
        resourceServers: [{ UserPoolId: A, Identifier: "api" }],
        identityProviders: [google],
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
        logDeliveries: [{ UserPoolId: A, LogConfigurations: [notifications] }],
        // AWS does not say of which client a style is; null in its settings is a value
        styles: [
          { UserPoolId: A, ManagedLoginBrandingId: "2", Settings: { a: null }, ClientId: "one" },
          { UserPoolId: A, ManagedLoginBrandingId: "1", Settings: { a: null }, ClientId: "two" },
        ],
        others: [{ kind: "Terms", value: { UserPoolId: A, TermsId: "1" } }],
      },
    ]);
  });

  test.each([
    {},
    { UserPoolId: A },
    { UserPoolId: A, LogConfigurations: [] },
    { UserPoolId: A, LogConfigurations: null },
  ])("say that no logs are delivered: %j", (LogDeliveryConfiguration) => {
    const [read] = described({ "1.json": pool(A), "2.json": { LogDeliveryConfiguration } });
    expect(read).toMatchObject({ logDeliveries: [], others: [] });
  });

  test("have the style of the client whose id is the longest in the name of the file, or that is in the answer", () => {
    const style = (ManagedLoginBrandingId: string, more: object = {}) => ({
      ManagedLoginBranding: { UserPoolId: A, ManagedLoginBrandingId, ...more },
    });
    const [read] = described({
      "1.json": pool(A),
      "2.json": ["web", "web2", "ios"].map((id) => client(A, id)),
      "style-web.json": style("1"),
      "style-web2.json": style("2"),
      "3.json": style("3", { ClientId: "ios" }),
    });
    const found = read?.styles.map(({ ManagedLoginBrandingId, ClientId }) => [ManagedLoginBrandingId, ClientId]);
    expect(found).toEqual([
      ["3", "ios"],
      ["1", "web"],
      ["2", "web2"],
    ]);
    const bad = {
      "1.json": pool(A),
      "2.json": client(A, "web"),
      "3.json": style("1"),
      "4.json": style("2", { ClientId: "ios" }),
      "5-web.json": style("3"),
      "6-web.json": style("4"),
    };
    expect(reasons(bad)).toEqual([
      "3.json: ManagedLoginBranding does not say of which client it is: put the id of a client that is described into the name of the file",
      "4.json: ManagedLoginBranding is of client ios, which no file describes",
      "6-web.json: ManagedLoginBranding is a second style of client web, and AWS has one: remove the file that is older",
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

  test("are refused where they lack what AWS always answers, or have it in another form, by file and field", () => {
    const { Policies, ...without } = pool(A).UserPool;
    const { ClientName, ...nameless } = client(A, "one").UserPoolClient;
    const files = {
      "1.json": { UserPool: without },
      "2.json": { UserPoolClient: nameless },
      "3.json": { UserPoolClient: { ...client(A, "two").UserPoolClient, TokenValidityUnits: { IdToken: "weeks" } } },
      "4.json": { UserPoolClient: { ...client(A, "three").UserPoolClient, CallbackURLs: "https://a.example" } },
      "5.json": { Groups: [{ UserPoolId: A, Precedence: "1" }] },
      "6.json": { UserPoolClients: [{ ClientName: "x" }] },
      "7.json": { MfaConfiguration: "OFF", SoftwareTokenMfaConfiguration: { Enabled: "yes" } },
      "7a.json": { LogDeliveryConfiguration: { UserPoolId: A, LogConfigurations: "none" } },
      "7b.json": { LogDeliveryConfiguration: { UserPoolId: A, LogConfigurations: [{ LogLevel: 1 }] } },
      "7c.json": {
        LogDeliveryConfiguration: {
          UserPoolId: A,
          LogConfigurations: [{ ...notifications, CloudWatchLogsConfiguration: { LogGroupArn: ["arn"] } }],
        },
      },
      "7.clients.json": ["four", "five", "six", "seven", "eight"].map((id) => client(A, id)),
      "7d.json": { ManagedLoginBranding: { UserPoolId: A, ClientId: "four" } },
      "7e.json": { ManagedLoginBranding: { ...styleOf("five"), Settings: "{" } },
      "7f.json": { ManagedLoginBranding: { ...styleOf("six"), Settings: "[]" } },
      "7g.json": { ManagedLoginBranding: { ...styleOf("seven"), Assets: [{ Category: 1, Bytes: "%" }] } },
      "7h.json": { ManagedLoginBranding: { ...styleOf("eight"), UseCognitoProvidedValues: "yes", Assets: {} } },
      "8.json": { IdentityProvider: { ...google, AttributeMapping: null, ProviderDetails: null } },
    };
    expect(reasons(files)).toEqual([
      "1.json: lacks UserPool.Policies, which AWS always answers",
      "2.json: lacks UserPoolClient.ClientName, which AWS always answers",
      "3.json: UserPoolClient.TokenValidityUnits.IdToken is not one of seconds, minutes, hours, days",
      "4.json: UserPoolClient.CallbackURLs is not a list",
      "5.json: lacks Group.GroupName, which AWS always answers",
      "5.json: Group.Precedence is not a number",
      "6.json: lacks UserPoolClients.ClientId, which AWS always answers",
      "7.json: GetUserPoolMfaConfig.SoftwareTokenMfaConfiguration.Enabled is not true or false",
      "7a.json: LogDeliveryConfiguration.LogConfigurations is not a list",
      "7b.json: lacks LogDeliveryConfiguration.LogConfigurations.0.EventSource, which AWS always answers",
      "7b.json: LogDeliveryConfiguration.LogConfigurations.0.LogLevel is not a text",
      "7c.json: LogDeliveryConfiguration.LogConfigurations.0.CloudWatchLogsConfiguration.LogGroupArn is not a text",
      "7d.json: lacks ManagedLoginBranding.ManagedLoginBrandingId, which AWS always answers",
      "7e.json: ManagedLoginBranding.Settings is not an object",
      "7f.json: ManagedLoginBranding.Settings is not an object",
      "7g.json: ManagedLoginBranding.Assets.0.Category is not a text",
      "7g.json: lacks ManagedLoginBranding.Assets.0.ColorMode, which AWS always answers",
      "7g.json: lacks ManagedLoginBranding.Assets.0.Extension, which AWS always answers",
      "7g.json: ManagedLoginBranding.Assets.0.Bytes is not in base64",
      "7h.json: ManagedLoginBranding.UseCognitoProvidedValues is not true or false",
      "7h.json: ManagedLoginBranding.Assets is not a list",
      "8.json: lacks IdentityProvider.ProviderDetails, which AWS always answers",
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
