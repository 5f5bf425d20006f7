import { z } from "zod";
import {
  DOMAIN_ARGUMENTS,
  GROUP_ARGUMENTS,
  IDENTITY_PROVIDER_ARGUMENTS,
  RESOURCE_SERVER_ARGUMENTS,
} from "../../cognito/attachments";
import { QUOTAS } from "../../cognito/quotas";
import { MANAGED_LOGIN_VERSIONS, PROVIDER_TYPES } from "../../cognito/values";
import { about } from "./about";
import { unset } from "./adopted";
import { mapKey, openText, openTexts, orOpen, text, textFile, texts } from "./common";
import { existence } from "./existence";

const managedLoginVersion = z
  .literal(MANAGED_LOGIN_VERSIONS)
  .optional()
  .meta({
    id: "ManagedLoginVersion",
    description: about("1: classic hosted UI, 2: managed login", DOMAIN_ARGUMENTS.managedLoginVersion),
  });

/** Where the sign-in pages and OAuth endpoints are. */
export const domain = z
  .union([
    z.strictObject({
      prefix: openText.describe(about("Prefix of <prefix>.auth.<region>.amazoncognito.com", DOMAIN_ARGUMENTS.domain)),
      managedLoginVersion,
      unset: unset.domain,
      ...existence,
    }),
    z.strictObject({
      customDomain: openText.describe(about("A domain of your own: auth.example.com", DOMAIN_ARGUMENTS.domain)),
      certificateArn: openText.describe("ARN of its ACM certificate, in us-east-1"),
      managedLoginVersion,
      unset: unset.domain,
      ...existence,
    }),
  ])
  .meta({ id: "Domain" });

export const resourceServer = z
  .strictObject({
    identifier: openText.optional().describe(
      about("Prefix of its scopes, often the URL of the API", {
        ...RESOURCE_SERVER_ARGUMENTS.identifier,
        default: "the key",
      }),
    ),
    name: openText
      .optional()
      .describe(about("Name in the console", { ...RESOURCE_SERVER_ARGUMENTS.name, default: "the key" })),
    scopes: z
      .record(z.string(), openText)
      .describe(`Scope names, each with its description; at most ${QUOTAS.scopes.limit}`),
    ...existence,
  })
  .meta({ id: "ResourceServer", description: "One resource server: an API and its scopes" });

/** A secret that Terraform reads from Secrets Manager when it plans. */
const storedSecret = z
  .strictObject({
    secretsManager: z
      .string()
      .regex(
        /^(?:arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:)?[A-Za-z0-9/_+=.@-]{1,512}$/,
        "the name of a secret is letters, digits and / _ + = . @ -, at most 512 of them; or its ARN",
      )
      .describe("Name or ARN of the secret, in the Region of the pool"),
    key: z
      .string()
      .regex(/^[A-Za-z0-9/_+=.@-]{1,256}$/, "a key is letters, digits and / _ + = . @ -")
      .optional()
      .describe("Key of the value, if the secret is a JSON object; default the whole secret"),
  })
  .meta({ id: "StoredSecret" });

export const identityProvider = z
  .strictObject({
    providerType: z.enum(PROVIDER_TYPES).describe(about("Kind of provider", IDENTITY_PROVIDER_ARGUMENTS.providerType)),
    providerDetails: z
      .record(mapKey, z.union([openText, textFile, storedSecret]))
      .describe(
        "How to reach the provider, in AWS's names for its type: client_id, client_secret, authorize_scopes, MetadataURL, ...; MetadataFile also as { file: PATH }, a secret also as { secretsManager: NAME, key: KEY }, which Terraform reads and has in its state",
      ),
    attributeMapping: texts
      .optional()
      .describe(about("Attribute of the pool to the provider's claim", IDENTITY_PROVIDER_ARGUMENTS.attributeMapping)),
    idpIdentifiers: openTexts
      .optional()
      .describe(
        `E-mail domains, or other names, under which users find the provider; at most ${QUOTAS.idpIdentifiers.limit}; default none`,
      ),
    ...existence,
  })
  .meta({ id: "IdentityProvider", description: "One identity provider; the key is its name in Cognito" });

/** The AWS provider counts bytes, an editor characters. */
const groupDescription = text
  .refine(
    (given) => Buffer.byteLength(given.normalize("NFC")) <= GROUP_ARGUMENTS.description.range[1],
    `the AWS provider accepts at most ${GROUP_ARGUMENTS.description.range[1]} bytes`,
  )
  .meta({ maxLength: GROUP_ARGUMENTS.description.range[1] });

export const group = z
  .strictObject({
    description: orOpen(groupDescription)
      .optional()
      .describe(about("What the group is for", { ...GROUP_ARGUMENTS.description, default: "none" })),
    precedence: z
      .number()
      .int()
      .min(GROUP_ARGUMENTS.precedence.range[0])
      .optional()
      .describe("Whose role counts for a member of several groups: the lowest number's; 0 or more; default last"),
    roleArn: openText
      .optional()
      .describe("ARN of the IAM role that members get through an identity pool; default none"),
    ...existence,
  })
  .meta({ id: "Group", description: "One group of users; the key is its name in Cognito" });
