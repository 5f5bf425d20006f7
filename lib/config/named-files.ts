import { MOST_ASSET_BYTES, MOST_STYLE_BYTES } from "../cognito/branding";
import { MOST_IMAGE_BYTES } from "../cognito/ui-customization";
import { extensionsOf, type ImageType } from "./data-uri";
import type { FileKind } from "./named-file";

const METADATA: FileKind = {
  what: "an .xml file",
  extensions: [".xml"],
  maxBytes: 131_072,
  example: "{ file: idp/metadata.xml }",
  shorten: "remove what is not about SAML from the document, or use MetadataURL",
};

/** A message of 20,000 characters, the longest that AWS accepts, has at most 80,000 bytes in UTF-8. */
const MESSAGE: FileKind = {
  what: "an .html or .txt file",
  extensions: [".html", ".htm", ".txt"],
  maxBytes: 80_000,
  example: "{ file: messages/verify.html }",
  shorten: "shorten the text",
};

const STYLE_SHEET: FileKind = {
  what: "a .css file",
  extensions: [".css"],
  maxBytes: 131_072,
  example: "{ file: brand/classic.css }",
  shorten: "shorten the style sheet",
};

/** The types of the logo of the classic pages. */
export const LOGO_TYPES = ["png", "jpeg"] as const satisfies readonly ImageType[];

const LOGO: FileKind = {
  what: "a .png, .jpg or .jpeg file",
  extensions: extensionsOf(LOGO_TYPES),
  maxBytes: MOST_IMAGE_BYTES,
  example: "image: brand/logo.png",
  shorten: "use a smaller image",
};

/** The types of images that a style of managed login takes. */
export const ASSET_TYPES = ["ico", "jpeg", "png", "svg", "webp"] as const satisfies readonly ImageType[];

const ASSET: FileKind = {
  what: "a .png, .jpg, .jpeg, .svg, .webp or .ico file",
  extensions: extensionsOf(ASSET_TYPES),
  maxBytes: MOST_ASSET_BYTES,
  example: "file: brand/logo.svg",
  shorten: "use a smaller image",
};

const STYLE_SETTINGS: FileKind = {
  what: "a .json file",
  extensions: [".json"],
  maxBytes: MOST_STYLE_BYTES,
  example: "settings: brand/style.json",
  shorten: "remove what is as Cognito provides it",
};

/** A key of a pool that can name a file. */
export interface NamedFileKey {
  /** From the pool; `*` is any key, or each item of a list. */
  readonly at: readonly string[];
  /** Default none: people may try to name a file here. */
  readonly kind?: FileKind;
  /**
   * How a config names the file, and what replaces the name: of an image a path by a `data:` URI, of JSON a path by its
   * text. Default `{ file: PATH }` by its text.
   */
  readonly as?: "image" | "json";
}

/** Each mail about a risky sign-in. */
const RISK_MAIL = ["threatProtection", "accountTakeover", "notify", "*"];

/** Every such key; the first one that matches counts. */
export const NAMED_FILES: readonly NamedFileKey[] = [
  { at: ["identityProviders", "*", "providerDetails", "MetadataFile"], kind: METADATA },
  { at: ["emailMfa", "message"], kind: MESSAGE },
  { at: ["smsAuthenticationMessage"], kind: MESSAGE },
  { at: ["inviteMessage", "emailMessage"], kind: MESSAGE },
  { at: ["inviteMessage", "smsMessage"], kind: MESSAGE },
  { at: ["verificationMessage", "emailMessage"], kind: MESSAGE },
  { at: ["verificationMessage", "emailMessageByLink"], kind: MESSAGE },
  { at: ["verificationMessage", "smsMessage"], kind: MESSAGE },
  { at: ["identityProviders", "*", "providerDetails", "*"] },
  { at: ["emailMfa", "*"] },
  { at: ["inviteMessage", "*"] },
  { at: ["verificationMessage", "*"] },
  ...[[], ["clients", "*"]].flatMap((holder): NamedFileKey[] => [
    ...["htmlBody", "textBody"].map((body) => ({ at: [...holder, ...RISK_MAIL, body], kind: MESSAGE })),
    { at: [...holder, ...RISK_MAIL, "subject"] },
    { at: [...holder, "uiCustomization", "css"], kind: STYLE_SHEET },
    { at: [...holder, "uiCustomization", "image"], kind: LOGO, as: "image" },
  ]),
  ...[["clientDefaults"], ["clients", "*"]].flatMap((holder): NamedFileKey[] => [
    { at: [...holder, "branding", "settings"], kind: STYLE_SETTINGS, as: "json" },
    { at: [...holder, "branding", "assets", "*", "file"], kind: ASSET, as: "image" },
  ]),
];
