import { COMPUTED } from "../cognito/computed";
import { detailsWhere } from "../cognito/provider-details";
import { RESOURCES, type ResourceKind } from "../cognito/resources";
import { isEmptyValue, isSameInAws, nameOf } from "../cognito/same-value";
import type { ProviderType } from "../cognito/values";
import { kindOf } from "../gate/objects";
import { same } from "../model/same";
import type { Risk } from "../review/risk";
import { listed, quoted } from "../text/quoted";
import type { Drifted, Folded } from "./drifted";
import type { Models } from "./models";
import type { ObservedObject, Values } from "./objects";

interface Rest {
  readonly drifted: readonly Drifted[];
  readonly folded: readonly Folded[];
}

/**
 * What a review did not say of an object that changed: arguments that no config has, secrets, and objects of other kinds;
 * and apart from these what means the same.
 */
export function restOf(object: ObservedObject, described: readonly Drifted[], models: Models): Rest {
  const { address, type, name, before, after } = object;
  const kind = kindOf(object);
  const subject = `${kind === undefined ? type : RESOURCES[kind].noun} ${quoted(name)}`;
  const drifted = (what: string, risk: Risk = "changes"): Drifted => ({
    risk,
    address,
    what: `${subject}: ${what}`,
    why: "it was changed in AWS since the last apply",
    before: null,
    after: null,
  });
  const isDescribed = models.places.some((place) => place.address === address) && !models.notDescribed.has(address);
  if (before === null || after === null)
    return { drifted: isDescribed ? [] : [drifted("no longer exists", "breaks")], folded: [] };

  const said = described.flatMap((each) => argumentIn(each.address, address));
  // the provider's first refresh turns null into an empty text or list
  const isEmpty = (each: string) => isEmptyValue(before[each]) && isEmptyValue(after[each]);
  const names = Object.keys({ ...before, ...after }).filter(
    (each) => !same(before[each], after[each]) && !isEmpty(each),
  );
  const facts = kind === undefined ? {} : (RESOURCES[kind] as ResourceKind).arguments;
  const isModelled = (each: string) =>
    isDescribed && Object.values(facts).some(({ terraform }) => nameOf(terraform) === each);
  const left = names.filter((each) => !said.includes(each));
  const folded = left.filter(
    (each) => COMPUTED[type]?.includes(each) || (kind !== undefined && isSameInAws(each, facts, before, after)),
  );
  const others = left.filter((each) => !folded.includes(each));
  // the review has both values of these: it said so at another argument, or they mean the same, as 60 minutes and 1 hour
  const compared = others.filter(
    (each) => isModelled(each) && !isEmptyValue(before[each]) && !isEmptyValue(after[each]),
  );
  const unsaid = others.filter((each) => !compared.includes(each));
  const secrets = type === RESOURCES.identityProvider.type ? secretDetails(before, after) : [];
  const alike = [...folded, ...(said.length === 0 && secrets.length === 0 ? compared : [])];
  return {
    drifted: [
      ...(unsaid.length > 0 ? [drifted(`another ${listed(unsaid)}`)] : []),
      ...(secrets.length > 0 ? [drifted(`another value of ${listed(secrets)}`)] : []),
    ],
    folded: alike.length > 0 ? [{ address, arguments: alike }] : [],
  };
}

/** The argument that an address names within an object; an empty text for the object itself. */
function argumentIn(address: string, object: string): string[] {
  if (address === object) return [""];
  return address.startsWith(`${object}.`) ? [nameOf(address.slice(object.length + 1)).replace(/\[.*/, "")] : [];
}

/** Details of an identity provider that are secret, and that have another value: no model has these. */
function secretDetails(before: Values, after: Values): readonly string[] {
  const [was, is] = [before, after].map(({ provider_details: details }) => (details ?? {}) as Values) as [
    Values,
    Values,
  ];
  const secret = detailsWhere(before.provider_type as ProviderType, (detail) => detail.secret === true);
  return secret.filter((key) => !same(was[key] ?? null, is[key] ?? null));
}
