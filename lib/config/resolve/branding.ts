import type { BrandingAsset, BrandingModel } from "../../model/branding";
import { part, type Source } from "../../model/source";
import { imageOf } from "../data-uri";
import { ASSET_TYPES } from "../named-files";
import { defined } from "./defined";
import type { OpenValues } from "./open-values";

/** The style that Cognito provides. */
export const DEFAULT_STYLE: BrandingModel = { assets: [] };

/** Resolves the style of a client; `undefined` where it has none. Images of files are `data:` URIs already. */
export function resolveBranding(source: Source, open: OpenValues): BrandingModel | undefined {
  if (typeof source.value === "string") return source.value === "none" ? undefined : DEFAULT_STYLE;
  const settings = open.text(part(source, "settings"));
  const assets = part(source, "assets");
  const written = (assets?.value ?? []) as readonly Readonly<Record<"category" | "colorMode" | "file", string>>[];
  return {
    assets: written.map(({ category, colorMode, file }): BrandingAsset => {
      const { type = "", base64 = "" } = imageOf(file, ASSET_TYPES) ?? {};
      return { category, colorMode, extension: type.toUpperCase(), bytes: base64 };
    }),
    ...defined({ settings: typeof settings === "string" ? compact(settings) : settings }),
  };
}

/** JSON without spaces, so that only a change of the settings is a change; what is not JSON as it is, for the rules to judge. */
function compact(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json));
  } catch {
    return json;
  }
}
