import { createHash } from "node:crypto";
import type { UiCustomizationModel } from "../model/ui-customization";
import { isOpen, type Text } from "../model/value";
import { anything } from "./language/facet-kinds";
import type { FacetTable } from "./language/facet-table";
import { settingsOfClient, settingsOfPool } from "./own-settings";

const LOOKS = { risk: "changes", why: "the classic sign-in pages look otherwise" } as const;

const SETTINGS: FacetTable<UiCustomizationModel> = {
  css: anything(["css"], "style sheet of the classic pages", ({ css }) => fileShown(css, "utf8"), LOOKS),
  image: anything(["image"], "logo of the classic pages", ({ image }) => fileShown(image, "base64"), LOOKS),
};

/** What a review says about the classic sign-in pages of a pool. */
export const POOL_UI_CUSTOMIZATION = settingsOfPool("uiCustomization", SETTINGS);

/** What a review says about those of a client. */
export const CLIENT_UI_CUSTOMIZATION = settingsOfClient("uiCustomization", SETTINGS);

/** What a review shows of the content of a file: how long it is, and what tells it from others. */
export function fileShown(content: Text | undefined, encoding: "utf8" | "base64"): unknown {
  if (content === undefined || isOpen(content)) return content;
  const bytes = Buffer.from(content, encoding);
  return `${bytes.length} bytes (${createHash("sha256").update(bytes).digest("hex").slice(0, 8)})`;
}
