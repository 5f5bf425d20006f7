import type { UiCustomizationModel } from "../model/ui-customization";
import type { ArgumentsOf } from "./argument";

/** In place of a client: every client without a customization of its own. */
export const ALL_CLIENTS = "ALL";

/**
 * Arguments of `aws_cognito_user_pool_ui_customization`, by field of the model.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUICustomization.html
 */
export const UI_CUSTOMIZATION_ARGUMENTS = {
  css: { terraform: "css", range: [0, 131_072], unit: "bytes" },
  image: { terraform: "image_file" },
} as const satisfies ArgumentsOf<UiCustomizationModel>;

/** Bytes of the largest image that the API takes. */
export const MOST_IMAGE_BYTES = 131_072;

/**
 * Bytes of the largest request, which has the image in base64: "request parameters too large" beyond 135 KB.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/hosted-ui-classic-branding.html
 */
export const MOST_REQUEST_BYTES = 138_240;

/** The classes of the classic sign-in pages; AWS refuses any other: "The CSS class X is not in the list of allowed classes." */
export const CSS_CLASSES: readonly string[] = [
  "background-customizable",
  "banner-customizable",
  "errorMessage-customizable",
  "idpButton-customizable",
  "idpDescription-customizable",
  "inputField-customizable",
  "label-customizable",
  "legalText-customizable",
  "logo-customizable",
  "passwordCheck-notValid-customizable",
  "passwordCheck-valid-customizable",
  "redirect-customizable",
  "socialButton-customizable",
  "submitButton-customizable",
  "textDescription-customizable",
];
