import { detailsWhere } from "../../cognito/provider-details";
import type { PoolModel } from "../../model/model";
import { isOpen } from "../../model/value";
import { guardrail } from "../client/guardrail-limits";
import { api } from "../language/sources";
import type { BadExample, Example, PoolRule, Rule, RuleText, Violation } from "../rule";
import { badProvider, DETAILS, provider } from "./identity-provider-rule";

/** How secrets of identity providers reach Terraform. */
export const providerSecretRules: readonly Rule[] = [
  secretRule({
    id: "IDP-15",
    name: "no-literal-provider-secret",
    since: "2.0",
    severity: "warning",
    title: "disallow secrets of identity providers as text in the config",
    why: "Whoever can read the file, its history or a plan can act as your application at the identity provider. The AWS provider does not mark provider_details as sensitive, so only a sensitive variable hides the value in plans; the state holds it either way.",
    fix: "write { var: google_client_secret, sensitive: true } and set the variable where the plan runs, or { secretsManager: NAME, key: KEY }",
    source: [
      api("CreateIdentityProvider"),
      "https://developer.hashicorp.com/terraform/language/values/variables#suppressing-values-in-cli-output",
    ],
    applies: ({ guardrails }) => !guardrails.forbidLiteralSecrets,
    examples: () => ({
      bad: [...literalSecrets()],
      good: [
        ...sensitiveSecrets(),
        { ...literalExample(), guardrails: { forbidLiteralSecrets: true } },
        provider(),
        provider({ providerType: "OIDC" }),
      ],
    }),
  }),
  secretRule({
    ...guardrail("GRD-12", "guardrail-literal-secrets", "forbidLiteralSecrets"),
    since: "2.0",
    title: "disallow literal secrets where the guardrails forbid them",
    why: "The organization keeps secrets out of files: whoever can read one can act as the application at the identity provider.",
    fix: "write { var: google_client_secret, sensitive: true } and set the variable where the plan runs",
    applies: ({ guardrails }) => guardrails.forbidLiteralSecrets === true,
    examples: () => ({
      bad: literalSecrets().map((example) => ({ ...example, guardrails: { forbidLiteralSecrets: true } })),
      good: [
        literalExample(),
        ...sensitiveSecrets().map((example) => ({ ...example, guardrails: { forbidLiteralSecrets: true } })),
      ],
    }),
  }),
];

type SecretRuleDefinition = RuleText & Pick<PoolRule, "examples"> & { applies: (pool: PoolModel) => boolean };

/** A rule about each secret that is not a sensitive variable without a default. */
function secretRule({ applies, ...text }: SecretRuleDefinition): PoolRule {
  return { ...text, subject: "pool", check: (pool) => (applies(pool) ? exposedSecrets(pool) : []) };
}

function exposedSecrets({ identityProviders, variables }: PoolModel): Violation[] {
  return identityProviders.flatMap(({ providerName, providerType, providerDetails }) =>
    detailsWhere(providerType, ({ secret }) => secret === true).flatMap((key) => {
      const value = providerDetails[key];
      if (value === undefined || value === "") return [];
      const at = ["identityProviders", providerName, "providerDetails", key];
      if (!isOpen(value))
        return [
          {
            at,
            message: `${key} of identity provider ${providerName} is text in the config`,
            fix: `write { var: ${variableFor(providerName, key)}, sensitive: true } and set the variable where the plan runs`,
          },
        ];
      const variable = variables.find(({ name }) => name === value.variable);
      if (variable === undefined) return [];
      if (!variable.sensitive)
        return [
          {
            at,
            message: `variable ${variable.name} holds a secret and is not sensitive: every plan prints it`,
            fix: `add sensitive: true to variable ${variable.name}`,
          },
        ];
      return variable.default === undefined || variable.default === ""
        ? []
        : [
            {
              at,
              message: `the default of variable ${variable.name} is a secret as text in the config`,
              fix: `remove the default of variable ${variable.name}`,
            },
          ];
    }),
  );
}

function literalExample(): Example {
  return provider({ name: "Google", providerType: "Google" });
}

function literalSecrets(): BadExample[] {
  const google = (
    client_secret: (typeof DETAILS.Google)[string] | { var: string; sensitive?: boolean; default?: string },
  ) =>
    badProvider(
      { name: "Google", providerType: "Google", providerDetails: { ...DETAILS.Google, client_secret } },
      "providerDetails",
      "client_secret",
    );
  return [
    google("GOCSPX-abc"),
    google({ var: "secret" }),
    google({ var: "secret", sensitive: true, default: "GOCSPX-abc" }),
    badProvider(
      { providerType: "OIDC", providerDetails: { ...DETAILS.OIDC, client_secret: "secret" } },
      "providerDetails",
      "client_secret",
    ),
    badProvider({ name: "SignInWithApple", providerType: "SignInWithApple" }, "providerDetails", "private_key"),
  ];
}

function sensitiveSecrets(): Example[] {
  const secret = { var: "secret", sensitive: true };
  return [
    provider({
      name: "Google",
      providerType: "Google",
      providerDetails: { ...DETAILS.Google, client_secret: secret },
    }),
    provider({
      name: "SignInWithApple",
      providerType: "SignInWithApple",
      providerDetails: { ...DETAILS.SignInWithApple, private_key: secret },
    }),
  ];
}

/** A name for the variable of a secret: `google_client_secret`. */
function variableFor(provider: string, key: string): string {
  const name = provider.toLowerCase().replace(/[^0-9a-z]+/g, "_");
  return `${/^[a-z]/.test(name) ? name : "provider"}_${key}`;
}
