import type { DomainModel } from "../../model/model";
import { field, meets } from "../language/fields";
import { all, comparison, type Statement } from "../language/statements";
import { matches } from "../language/text-statements";

/** The domain itself: a prefix or a host name. */
export const name = field<DomainModel>(({ domain }) => domain, "domain");
/** A custom domain has a certificate. The provider reads an absent one back as empty text. */
export const isCustom: Statement<DomainModel> = comparison(
  (domain) => domain.custom && domain.certificateArn !== "",
  (domain) => `coalesce(${domain}.certificate_arn, "none") != "none"`,
  (domain) => `coalesce(${domain}.certificate_arn, "none") == "none"`,
);
/** Host names have dots, prefixes none. */
export const hasDot = meets(name, matches("\\."));
/** A custom domain, named as one. */
export const isHost = all(isCustom, hasDot);

/** The key that names a domain. */
export function nameKey({ custom }: DomainModel): [string] {
  return [custom ? "customDomain" : "prefix"];
}
