import { part, type Source } from "../../model/source";
import type { UiCustomizationModel } from "../../model/ui-customization";
import type { Text } from "../../model/value";
import { imageOf } from "../data-uri";
import { LOGO_TYPES } from "../named-files";
import { defined } from "./defined";
import type { OpenValues } from "./open-values";

/** Resolves how the classic sign-in pages look; images of files are `data:` URIs already. */
export function resolveUiCustomization(source: Source | undefined, open: OpenValues): UiCustomizationModel | undefined {
  if (source === undefined) return undefined;
  const image = open.text(part(source, "image"));
  return defined({
    css: open.text(part(source, "css")),
    image: typeof image === "string" ? (imageOf(image, LOGO_TYPES)?.base64 as Text) : image,
  });
}
