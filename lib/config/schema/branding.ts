import { z } from "zod";
import { ASSET_CATEGORIES, COLOR_MODES, MOST_ASSETS } from "../../cognito/branding";
import { ASSET_TYPES } from "../named-files";
import { anyText } from "./common";
import { imageFile } from "./image-file";

const asset = z
  .strictObject({
    category: z.enum(ASSET_CATEGORIES).describe("What the image is for"),
    colorMode: z.enum(COLOR_MODES).describe("LIGHT or DARK: shown in that mode of the browser; DYNAMIC: in both"),
    file: imageFile(ASSET_TYPES).describe(
      "Path of a .png, .jpg, .jpeg, .svg, .webp or .ico file in the config's folder, or a data: URI; at most 1,000,000 bytes",
    ),
  })
  .meta({ id: "BrandingAsset" });

/** The style of a client's managed login. */
export const branding = z
  .union([
    z.enum(["default", "none"]),
    z.strictObject({
      settings: anyText
        .optional()
        .describe(
          "Path of a .json file in the config's folder with the settings of the style, or the JSON itself: what DescribeManagedLoginBranding prints under Settings; default those that Cognito provides",
        ),
      assets: z
        .array(asset)
        .optional()
        .describe(
          `Images, one for each category and color mode; at most ${MOST_ASSETS}; a change replaces the style; default none`,
        ),
    }),
  ])
  .meta({ id: "Branding" });
