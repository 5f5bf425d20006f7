import type { PoolModel, VariableModel } from "../model/model";
import { isOpen } from "../model/value";
import type { Answer, DescribedPool } from "./described";
import { objectAt } from "./terraform-values";

/** Values for the variables of a stack, without which Terraform makes no plan. */
export interface ProofValues {
  readonly values: Readonly<Record<string, unknown>>;
  /** Those of which nothing says the value, so that they have a placeholder. */
  readonly assumed: readonly string[];
}

const PLACEHOLDERS: Readonly<Record<VariableModel["type"], unknown>> = {
  string: "placeholder",
  number: 1,
  bool: false,
  "list(string)": [],
};

/**
 * The value that each variable of a stack must have so that it says what AWS has: the secret of an identity provider, the
 * Region, a tag. Of others the default counts.
 */
export function valuesOf(model: PoolModel, described: DescribedPool): ProofValues {
  const known = knownValues(model, described);
  const assumed = model.variables.filter((each) => each.default === undefined && !known.has(each.name));
  return {
    values: Object.fromEntries([
      ...known,
      ...assumed.map(({ name, type, items }) => [name, items?.slice(0, 1) ?? PLACEHOLDERS[type]] as const),
    ]),
    assumed: assumed.map(({ name }) => name),
  };
}

function knownValues({ environment, pool, identityProviders }: PoolModel, described: DescribedPool) {
  const tags = [environment.tags, pool?.tags ?? {}].flatMap(Object.entries);
  const answered = objectAt(described.userPool, "UserPoolTags");
  const pairs: (readonly [unknown, unknown])[] = [
    [environment.region, described.region],
    ...tags.map(([key, value]) => [value, answered[key]] as const),
    ...identityProviders.flatMap(({ providerName, providerDetails }) => {
      const answer = described.identityProviders.find(({ ProviderName }) => ProviderName === providerName);
      const details = (answer?.ProviderDetails ?? {}) as Answer;
      return Object.entries(providerDetails).map(([key, value]) => [value, String(details[key] ?? "")] as const);
    }),
  ];
  return new Map(
    pairs.flatMap(([value, answer]) =>
      isOpen(value) && answer !== undefined ? [[value.variable, answer] as const] : [],
    ),
  );
}
