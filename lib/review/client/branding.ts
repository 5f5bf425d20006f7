import type { BrandingAsset, BrandingModel } from "../../model/branding";
import type { ClientModel } from "../../model/model";
import { difference, sideOf } from "../language/facet";
import { anything, members } from "../language/facet-kinds";
import { type Comparison, compareTable, type FacetTable } from "../language/facet-table";
import { fileShown } from "../ui-customization";

const STYLE: FacetTable<BrandingModel> = {
  settings: anything(
    ["settings"],
    "settings of the managed login style",
    ({ settings }) => fileShown(settings, "utf8"),
    {
      risk: "changes",
      why: "the pages of managed login look otherwise",
    },
  ),
  assets: members<BrandingModel>(["assets"], "images of the managed login style", ({ assets }) => assets.map(shown), {
    added: (items) => ({
      risk: "changes",
      what: `managed login shows ${items}`,
      why: REPLACED,
    }),
    removed: (items) => ({
      risk: "changes",
      what: `managed login no longer shows ${items}`,
      why: REPLACED,
    }),
  }),
};

const REPLACED = "Terraform replaces the style: in between, during the apply, the client has no pages of managed login";

/** What a review says about the style of a client. */
export const BRANDING: Comparison<ClientModel> = function* (before, after) {
  const [was, is] = [before.subject.branding, after.subject.branding];
  if (was === undefined && is === undefined) return;
  if (was !== undefined && is !== undefined) {
    yield* compareTable(STYLE, sideOf(before, was, ["branding"]), sideOf(after, is, ["branding"]));
    return;
  }
  yield difference(
    {
      risk: "changes",
      what: is ? "gets a style of managed login" : "no longer has a style of managed login",
      why: is
        ? after.subject.adopted?.styleId !== undefined
          ? "Terraform imports the one that adopted.styleId names"
          : "the AWS provider creates it, from version 6.13.0 on; AWS refuses it where the client has a style already"
        : "managed login shows it no pages",
      at: ["branding"],
      before: was !== undefined,
      after: is !== undefined,
    },
    before,
    after,
  );
};

function shown({ category, colorMode, extension, bytes }: BrandingAsset): string {
  return `${category} ${colorMode} (${extension}, ${fileShown(bytes, "base64")})`;
}
