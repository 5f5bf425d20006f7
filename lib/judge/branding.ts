import { BRANDING_ARGUMENTS } from "../cognito/branding";
import { imageUri } from "../config/data-uri";
import type { Values } from "./values";

/** The style of a config that says what is planned of one of managed login. */
export function brandingConfig(values: Values): Readonly<Record<string, unknown>> {
  const { settings, assets } = BRANDING_ARGUMENTS;
  const given = values.text(settings.terraform);
  const images = values.blocks(assets.terraform).map(({ category, color_mode, extension, bytes }) => ({
    category,
    colorMode: color_mode,
    file: imageUri(`.${String(extension).toLowerCase()}`, Buffer.from(String(bytes ?? ""), "base64")),
  }));
  if (given === undefined && images.length === 0) return { branding: "default" };
  return { branding: { ...(given !== undefined && { settings: given }), assets: images } };
}
