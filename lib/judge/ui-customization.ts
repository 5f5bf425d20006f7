import { UI_CUSTOMIZATION_ARGUMENTS } from "../cognito/ui-customization";
import { imageUri } from "../config/data-uri";
import { filled, type Values } from "./values";

/** The customization of a config that says what is planned of the classic pages. A plan does not say the type of an image. */
export function uiCustomizationConfig(values: Values): Readonly<Record<string, unknown>> {
  const { css, image } = UI_CUSTOMIZATION_ARGUMENTS;
  const logo = values.text(image.terraform);
  return (
    filled({
      css: values.text(css.terraform),
      image: typeof logo === "string" ? imageUri(".png", Buffer.from(logo, "base64")) : logo,
    }) ?? {}
  );
}
