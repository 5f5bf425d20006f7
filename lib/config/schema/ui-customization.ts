import { z } from "zod";
import { UI_CUSTOMIZATION_ARGUMENTS } from "../../cognito/ui-customization";
import { LOGO_TYPES } from "../named-files";
import { about } from "./about";
import { isNew } from "./adopted";
import { anyLongText, anyText } from "./common";
import { imageFile } from "./image-file";

const facts = UI_CUSTOMIZATION_ARGUMENTS;

/** How the classic sign-in pages look. */
export const uiCustomization = z
  .strictObject({
    new: isNew,
    css: anyLongText
      .optional()
      .describe(
        about(
          "Style sheet, with no classes but AWS's, also as { file: PATH } of a .css file; default AWS's own",
          facts.css,
        ),
      ),
    image: z
      .union([imageFile(LOGO_TYPES), anyText.options[1]])
      .optional()
      .describe(
        "Logo above the form: path of a .png, .jpg or .jpeg file in the config's folder, a data: URI, or a variable that has it in base64; at most 100 KB; default none",
      ),
  })
  .meta({ id: "UiCustomization" });
