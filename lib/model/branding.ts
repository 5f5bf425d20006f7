import type { Text } from "./value";

/** Arguments of `aws_cognito_managed_login_branding`: the style of a client's managed login. */
export interface BrandingModel {
  /** The settings, as JSON. Without them they are those that Cognito provides. */
  readonly settings?: Text;
  readonly assets: readonly BrandingAsset[];
}

/** One image of a style. */
export interface BrandingAsset {
  readonly category: string;
  readonly colorMode: string;
  /** The type of the image, in AWS's words: `PNG`. */
  readonly extension: string;
  /** The image, in base64. */
  readonly bytes: string;
}
