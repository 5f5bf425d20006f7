import { part } from "../../model/source";
import { known } from "../../model/value";
import { plain } from "../language/expressions";
import { api, guide } from "../language/sources";
import { matches, quoted } from "../language/text-statements";
import { hasSecret } from "../language/trust";
import { EXISTING } from "../pool/pool-examples";
import type { Example, Rule } from "../rule";
import { AWS, bad, on } from "./client-rule";

/** Terraform's page about import blocks. */
export const IMPORT = "https://developer.hashicorp.com/terraform/language/import";

const CLIENT_ID = matches("^[0-9A-Za-z_+]{1,128}$");

const ID = "1h57kf5cpq17m0eml12example";
const adopted = { adopted: { clientId: ID } };
const inAdopted: Omit<Example, "client"> = { pool: { adopted: { userPoolId: "eu-west-1_Ab3dEf6h1" } } };

/** Clients that exist in AWS, and that Terraform imports. */
export const clientAdoptionRules: readonly Rule[] = [
  {
    id: "ADO-03",
    name: "adopted-client-id",
    since: "2.0",
    severity: "error",
    subject: "client",
    title: "require the ID of an adopted client to be 1 to 128 letters, digits, _ and +",
    why: "Terraform imports the client by this ID: no client has another one, and the plan fails.",
    fix: "copy the client ID from the console, or from: aws cognito-idp list-user-pool-clients",
    source: [api("DescribeUserPoolClient"), IMPORT],
    check: ({ adopted }) => {
      const id = known(adopted?.clientId);
      return id === undefined || CLIENT_ID.holds(id)
        ? []
        : [{ at: ["adopted", "clientId"], message: `${quoted(id)} is not a client ID` }];
    },
    examples: () => ({
      bad: ["", "eu-west-1_Ab3dEf6h1/x", "my client", "x".repeat(129)].map((clientId) =>
        bad(on("ios", { adopted: { clientId } }, inAdopted), "adopted", "clientId"),
      ),
      good: [on("ios", adopted, inAdopted), on("ios", {}, inAdopted)],
    }),
  },
  {
    id: "ADO-05",
    name: "adopted-client-of-known-pool",
    since: "2.0",
    severity: "error",
    subject: "client",
    title: "require the pool of an adopted client to be adopted, or managed elsewhere",
    why: "A client belongs to one pool for life. A pool that Terraform creates has no clients, so that there is nothing to import.",
    fix: "write adopted: { userPoolId } on the pool, or remove adopted from the client",
    source: [IMPORT, AWS.appClients],
    check: (client, { adopted, existing }) =>
      client.adopted === undefined || adopted !== undefined || existing !== undefined
        ? []
        : [{ at: ["adopted"], message: `client ${client.key} is adopted, but Terraform creates its pool` }],
    examples: () => ({
      bad: [bad(on("ios", adopted), "adopted")],
      good: [on("ios", adopted, inAdopted), on("ios", adopted, { pool: EXISTING }), on("ios")],
    }),
  },
  {
    id: "ADO-07",
    name: "unset-of-adopted-client",
    since: "2.0",
    severity: "error",
    subject: "client",
    title: "allow unset only on an adopted client, and only for what has no value",
    why: "The AWS provider plans an argument that is not written as it is in the state, or as AWS's default of a new client, which is not that of the config. Only an import finds out that AWS has never been given a value.",
    fix: "remove it from unset, or remove the value",
    source: [AWS.createClient, IMPORT],
    check: ({ adopted, unset, source }) => {
      if (unset.length > 0 && adopted === undefined)
        return [
          { at: ["unset"], message: `${unset.join(", ")} unset, but the client is not adopted`, fix: "remove unset" },
        ];
      return unset.flatMap((field, index) =>
        part(source, field) === undefined
          ? []
          : [{ at: ["unset", index], message: `${field} is unset, and has a value as well` }],
      );
    },
    examples: () => ({
      bad: [
        bad(on("ios", { unset: ["readAttributes"] }), "unset"),
        bad(
          on("ios", { ...adopted, unset: ["writeAttributes", "readAttributes"], readAttributes: ["email"] }, inAdopted),
          "unset",
          1,
        ),
      ],
      good: [
        on(
          "ios",
          { ...adopted, unset: ["readAttributes", "tokenValidityUnits"], accessTokenValidity: "2h" },
          inAdopted,
        ),
        on(
          "ios",
          { ...adopted, unset: ["readAttributes"] },
          { pool: { ...inAdopted.pool, clientDefaults: { readAttributes: ["email"] } } },
        ),
      ],
    }),
  },
  {
    id: "ADO-08",
    name: "adopted-or-renamed",
    since: "2.0",
    severity: "warning",
    subject: "client",
    title: "disallow renamedFrom on an adopted client, unless it was adopted under its old key",
    why: "Terraform moves what its state has at the old address, and imports nothing then: the client would be another one than adopted says. Where the state has nothing, it imports.",
    fix: "remove renamedFrom; if this very client was adopted under its old key, acknowledge it until it is applied",
    source: [
      IMPORT,
      "https://developer.hashicorp.com/terraform/language/modules/develop/refactoring",
      guide("user-pool-settings-client-apps"),
    ],
    check: ({ adopted, renamedFrom }) =>
      adopted === undefined || renamedFrom === undefined
        ? []
        : [{ at: ["renamedFrom"], message: `the client is adopted, and renamed from ${renamedFrom} as well` }],
    examples: () => ({
      bad: [bad(on("ios", { ...adopted, renamedFrom: "mobile" }, inAdopted), "renamedFrom")],
      good: [on("ios", adopted, inAdopted), on("ios", { renamedFrom: "mobile" }, inAdopted)],
    }),
  },
  {
    id: "ADO-11",
    name: "adopted-client-secret",
    since: "2.2",
    severity: "error",
    subject: "client",
    title: "require an adopted client to have a secret in AWS where the config gives it one, and none elsewhere",
    why: "Cognito can neither add nor remove a secret, and generate_secret is never written of an adopted client: platform, or generateSecret, only says what AWS has. Where it says something else, the rules judge a client that does not exist, and whoever reads the secret gets none.",
    fix: "write a platform with a secret, or one without, as the client is in AWS",
    source: [AWS.createClient, "docs/adopt.md"],
    // AWS alone knows: the plan that imports has the secret
    check: () => [],
    conditions: ({ clients }) =>
      [true, false].flatMap((isConfidential) => {
        const only = clients.filter((each) => each.adopted && each.generateSecret === isConfidential);
        const asked = hasSecret.over("self");
        const [said, is] = isConfidential ? ["a secret", "none"] : ["no secret", "one"];
        return only.length === 0
          ? []
          : [
              {
                on: "client" as const,
                only: only.map(({ key }) => key),
                expression: isConfidential ? asked : `!${asked}`,
                message: plain(`the config gives it ${said}, and in AWS it has ${is}`),
              },
            ];
      }),
    examples: () => ({
      bad: [],
      good: [on("server", adopted, inAdopted), on("ios", adopted, inAdopted), on("server")],
    }),
  },
];
