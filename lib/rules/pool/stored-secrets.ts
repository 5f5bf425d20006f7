import { parseArn } from "../../cognito/arn";
import { detailsWhere } from "../../cognito/provider-details";
import { homeOf } from "../language/arns";
import type { Rule, Violation } from "../rule";
import { badProvider, DETAILS, provider } from "./identity-provider-rule";

const arn = (region: string) => `arn:aws:secretsmanager:${region}:111122223333:secret:idp/google-AbCdEf`;
const google = (client_secret: object, rest: object = {}) => ({
  name: "Google",
  providerType: "Google" as const,
  providerDetails: { ...DETAILS.Google, client_secret, ...rest } as never,
});

/** Details of identity providers that Terraform reads from Secrets Manager. A plan shows only what was read. */
export const storedSecretRules: readonly Rule[] = [
  {
    id: "REF-01",
    name: "stored-provider-secret",
    since: "2.0",
    severity: "error",
    subject: "pool",
    title: "require that details read from Secrets Manager are secrets, in the Region of the pool",
    why: "Terraform reads the secret in the Region of its provider and finds none of another Region. A value that is not secret would be hidden in every plan and could not be checked.",
    fix: "name a secret in the Region of the pool, and write other details as they are",
    source: [
      "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/secretsmanager_secret_version",
    ],
    check: ({ identityProviders, environment }) =>
      identityProviders.flatMap(({ providerName, providerType, storedSecrets = {} }) => {
        const secrets = detailsWhere(providerType, ({ secret }) => secret === true);
        return Object.entries(storedSecrets).flatMap(([detail, { secretsManager }]): Violation[] => {
          const at = ["identityProviders", providerName, "providerDetails", detail];
          if (!secrets.includes(detail))
            return [
              {
                at,
                message: `${detail} is not secret; from Secrets Manager comes ${secrets.join(" or ") || `nothing of a ${providerType} provider`}`,
                fix: `write ${detail} as it is`,
                unplanned: true,
              },
            ];
          const [own, other] = [homeOf(environment), parseArn(secretsManager)?.region];
          if (own === undefined || other === undefined || own === other) return [];
          return [
            {
              at: [...at, "secretsManager"],
              message: `the secret is in ${other}, the pool in ${own}`,
              fix: `replicate the secret to ${own}, and name the replica`,
              unplanned: true,
            },
          ];
        });
      }),
    examples: () => ({
      bad: [
        badProvider(google({ secretsManager: arn("us-east-1") }), "providerDetails", "client_secret", "secretsManager"),
        badProvider(
          google({ secretsManager: "idp/google" }, { client_id: { secretsManager: "idp/google" } }),
          "providerDetails",
          "client_id",
        ),
      ],
      good: [
        provider(google({ secretsManager: "idp/google", key: "client_secret" })),
        provider(google({ secretsManager: arn("eu-west-1") })),
      ],
    }),
  },
];
