import { RESOURCES } from "../../cognito/resources";
import { type DomainModel, domainsOf, type PoolModel } from "../../model/model";
import { unsetFacet } from "../adoption";
import type { Facet } from "../language/facet";
import { anything, get } from "../language/facet-kinds";
import { type FacetTable, silent } from "../language/facet-table";
import { compareItems } from "../language/items";
import { shown } from "../language/wording";

const DOMAIN: FacetTable<DomainModel> = {
  domain: [
    { ...moved("prefix", "the old address"), when: (_, after) => !after.custom },
    {
      ...moved("customDomain", "the old address, and its DNS record must name the new CloudFront distribution"),
      when: (_, after) => after.custom,
    },
  ],
  key: silent("distinguishes the two domains"),
  custom: silent("follows from the domain"),
  unset: unsetFacet("domain", RESOURCES.domain.arguments),
  certificateArn: {
    ...anything<DomainModel>(["certificateArn"], "certificate of the domain", get("certificateArn"), {
      risk: "changes",
      why: "browsers that do not trust it show a warning",
    }),
    when: (before, after) => before.custom && after.custom,
  },
  managedLoginVersion: {
    at: ["managedLoginVersion"],
    noun: "login pages",
    get: get("managedLoginVersion"),
    describe: (before: number, after: number) => [
      {
        risk: after === 2 ? "breaks" : "changes",
        what: `login pages of version ${after} instead of ${before}`,
        why:
          after === 2
            ? "a client without a branding style shows no page until it has one"
            : "users see the classic pages (hosted UI)",
      },
    ],
  },
};

/** What a review says about a pool's domain. */
export const DOMAINS = compareItems<PoolModel, DomainModel>({
  of: domainsOf,
  keyOf: ({ key }) => key,
  at: ({ key }) => [key],
  added: ({ domain }) => ({
    risk: "changes",
    what: `domain ${shown(domain)} is added`,
    why: "login pages and OAuth endpoints become available",
  }),
  removed: ({ domain }) => ({
    risk: "breaks",
    what: `domain ${shown(domain)} is removed`,
    why: "sign-in through the browser and the token endpoint stop working",
  }),
  table: DOMAIN,
  kind: RESOURCES.domain,
});

function moved(key: string, consequence: string): Facet<DomainModel> {
  return anything([key], "domain", get("domain"), {
    risk: "breaks",
    why: `installed apps and identity providers use ${consequence}`,
  });
}
