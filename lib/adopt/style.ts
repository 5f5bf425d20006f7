import { ASSET_CATEGORIES, COLOR_MODES, MOST_ASSET_BYTES } from "../cognito/branding";
import { imageUri } from "../config/data-uri";
import { ASSET_TYPES } from "../config/named-files";
import type { ConfigPart } from "./config-part";
import type { Answer, DescribedPool } from "./described";
import type { Held } from "./held";
import { objectsOf } from "./state-answers";
import { objectAt } from "./terraform-values";

/** The style that a client has, as AWS answers it. */
export function styleOfClient({ styles }: DescribedPool, clientId: unknown): Answer | undefined {
  return styles.find(({ ClientId }) => ClientId === clientId);
}

/**
 * `ManagedLoginBranding` of DescribeManagedLoginBrandingByClient as the `branding` of a config. Keys of settings are in order, as
 * the AWS provider has them.
 */
export function brandingOf(style: Answer): Held<"default" | ConfigPart> {
  const { Settings: settings, UseCognitoProvidedValues: isProvided = settings === undefined, Assets } = style;
  if (style.ManagedLoginBrandingId === undefined) return { why: "it has no ManagedLoginBrandingId" };
  if (isProvided === true && Object.keys(objectAt(style, "Settings")).length > 0)
    return {
      why: "it has Settings beside UseCognitoProvidedValues, as with --return-merged-resources: print it without",
    };
  if (isProvided !== true && settings === undefined)
    return { why: "it has neither Settings nor UseCognitoProvidedValues" };
  const images = objectsOf(Assets);
  const slots = images.map(({ Category, ColorMode }) => `${Category} ${ColorMode}`);
  for (const [index, image] of images.entries()) {
    const why = slots.indexOf(slots[index] as string) < index ? "is a second image of its kind" : strangeness(image);
    if (why !== undefined) return { why: `Assets.${index}, ${slots[index]}, ${why}` };
  }
  const assets = images
    .map(({ Category: category, ColorMode: colorMode, Extension, Bytes }) => ({
      category,
      colorMode,
      file: imageUri(`.${String(Extension).toLowerCase()}`, Buffer.from(String(Bytes), "base64")),
    }))
    .sort((a, b) => (`${a.category} ${a.colorMode}` < `${b.category} ${b.colorMode}` ? -1 : 1));
  if (isProvided === true && assets.length === 0) return { said: "default" };
  return {
    said: {
      ...(isProvided !== true && { settings: JSON.stringify(inOrder(settings)) }),
      ...(assets.length > 0 && { assets }),
    },
  };
}

/** Why no config can say an image, if so. */
function strangeness({ Category, ColorMode, Extension, Bytes, ResourceId }: Answer): string | undefined {
  const isAmong = (values: readonly string[], value: unknown) => values.includes(String(value));
  if (!isAmong(ASSET_CATEGORIES, Category)) return "is of a Category that the config does not have";
  if (!isAmong(COLOR_MODES, ColorMode)) return "has a ColorMode that the config does not have";
  if (!isAmong(TYPES, Extension)) return `has the Extension ${Extension}, which the config does not have`;
  if (ResourceId !== undefined) return "has a ResourceId, which the config does not have";
  if (Bytes === undefined || Bytes === "") return "has no Bytes";
  const { length } = Buffer.from(String(Bytes), "base64");
  return length > MOST_ASSET_BYTES ? `has ${length} bytes, and the config takes ${MOST_ASSET_BYTES}` : undefined;
}

/** The types of images in AWS's words. */
const TYPES = ASSET_TYPES.map((type) => type.toUpperCase());

/** A value with the keys of its objects in order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, inOrder(each)]));
}
