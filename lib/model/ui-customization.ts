import type { Text } from "./value";

/** Arguments of `aws_cognito_user_pool_ui_customization`: how the classic sign-in pages look. */
export interface UiCustomizationModel {
  readonly css?: Text;
  /** The logo, in base64. */
  readonly image?: Text;
}
