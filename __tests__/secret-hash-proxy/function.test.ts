import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SECRET_HEADER } from "../../lib/secret-hash-proxy/edge-handler";
import { secretHash } from "../../lib/secret-hash-proxy/secret-hash";
import { functionArchive } from "../../lib/terraform/function-archive";
import { temporaryFolder } from "../support/temporary-folder";

const CLIENT = { id: "1example23456789", secret: "a secret of the client" };

/** What Lambda's runtime has of the SDK, as far as the function uses it. */
const SDK = `
exports.GetSecretValueCommand = class { constructor(input) { this.input = input; } };
exports.SecretsManagerClient = class {
  constructor({ region }) { this.region = region; }
  async send({ input }) {
    if (this.region !== input.SecretId.split(":")[3]) throw new Error("another Region");
    return { SecretString: ${JSON.stringify(JSON.stringify({ [CLIENT.id]: { secret: CLIENT.secret } }))} };
  }
};`;

test("the archive is the same each time, and what is in it runs in Node.js as Lambda calls it", () => {
  expect(functionArchive()).toEqual(functionArchive());
  const folder = temporaryFolder();
  const sdk = join(folder, "node_modules", "@aws-sdk", "client-secrets-manager");
  mkdirSync(sdk, { recursive: true });
  writeFileSync(join(sdk, "index.js"), SDK);
  writeFileSync(join(folder, "function.zip"), functionArchive());
  execFileSync("python3", ["-m", "zipfile", "-e", "function.zip", "."], { cwd: folder });

  const header = (value: string) => [{ value }];
  const event = {
    Records: [
      {
        cf: {
          request: {
            method: "POST",
            uri: "/",
            clientIp: "192.0.2.1",
            headers: {
              "content-type": header("application/x-amz-json-1.1"),
              "x-amz-target": header("AWSCognitoIdentityProviderService.ForgotPassword"),
            },
            body: {
              data: encoded({ ClientId: CLIENT.id, Username: "jane" }),
              encoding: "base64",
              inputTruncated: false,
            },
            origin: {
              custom: {
                customHeaders: {
                  [SECRET_HEADER]: header("arn:aws:secretsmanager:us-east-1:111122223333:secret:acme"),
                },
              },
            },
          },
        },
      },
    ],
  };
  const run = `require("./index").handler(${JSON.stringify(event)}).then((answer) => console.log(JSON.stringify(answer)))`;
  const out = execFileSync(process.execPath, ["-e", run], { cwd: folder, env: { AWS_REGION: "us-east-1" } }).toString();
  const answer = JSON.parse(out);
  expect(JSON.parse(Buffer.from(answer.body.data, "base64").toString())).toEqual({
    ClientId: CLIENT.id,
    Username: "jane",
    SecretHash: secretHash("jane", CLIENT),
  });
  expect(answer.origin.custom.customHeaders).toEqual({});
});

function encoded(body: object): string {
  return Buffer.from(JSON.stringify(body)).toString("base64");
}
