import type { BrandingModel } from "../model/branding";
import type { ArgumentsOf } from "./argument";

/**
 * Arguments of `aws_cognito_managed_login_branding`, by field of the model. The AWS provider replaces the style for every
 * change of an image: AWS would add one of another category or color mode, and leave the one before.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateManagedLoginBranding.html
 * @see https://github.com/hashicorp/terraform-provider-aws/blob/v6.25.0/internal/service/cognitoidp/managed_login_branding.go
 */
export const BRANDING_ARGUMENTS = {
  settings: { terraform: "settings", json: true },
  assets: { terraform: "asset", permanent: "replaced", default: [] },
} as const satisfies ArgumentsOf<BrandingModel>;

/** What an image of a style is for. */
export const ASSET_CATEGORIES = [
  "FAVICON_ICO",
  "FAVICON_SVG",
  "EMAIL_GRAPHIC",
  "SMS_GRAPHIC",
  "AUTH_APP_GRAPHIC",
  "PASSWORD_GRAPHIC",
  "PASSKEY_GRAPHIC",
  "PAGE_HEADER_LOGO",
  "PAGE_HEADER_BACKGROUND",
  "PAGE_FOOTER_LOGO",
  "PAGE_FOOTER_BACKGROUND",
  "PAGE_BACKGROUND",
  "FORM_BACKGROUND",
  "FORM_LOGO",
  "IDP_BUTTON_ICON",
] as const;

/** In which mode of the browser an image is shown; DYNAMIC in both. */
export const COLOR_MODES = ["LIGHT", "DARK", "DYNAMIC"] as const;

/** Images of one style. */
export const MOST_ASSETS = 40;

/** Bytes of an image, before it is written in base64. */
export const MOST_ASSET_BYTES = 1_000_000;

/** Bytes of the largest request, with settings and all images in base64: 2 MB. */
export const MOST_STYLE_BYTES = 2_097_152;

/** The categories that take images of one type alone; the type ICO is for no other. */
export const FAVICONS: Readonly<Record<string, string>> = { FAVICON_ICO: "ICO", FAVICON_SVG: "SVG" };
