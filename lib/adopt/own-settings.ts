import { ALL_CLIENTS } from "../cognito/ui-customization";
import { imageUri } from "../config/data-uri";
import { LOGO_TYPES } from "../config/named-files";
import { threatProtectionConfig } from "../judge/threat-protection";
import { uiCustomizationConfig } from "../judge/ui-customization";
import { filled } from "../judge/values";
import { type ConfigPart, read } from "./config-part";
import type { Answer, DescribedPool } from "./described";
import { riskValues, uiCustomizationValues } from "./terraform-values";

/** The first bytes of the images that the classic pages take, by the type. */
const SIGNATURES = { png: "89504e47", jpeg: "ffd8ff" } as const satisfies Record<(typeof LOGO_TYPES)[number], string>;

/**
 * What a pool, or one of its clients, has by resources of its own: the responses of threat protection, and how the classic
 * pages look.
 *
 * @param clientId default the pool
 * @param said what the user pool itself says of threat protection
 */
export function ownSettings(
  { riskConfigurations, uiCustomizations }: DescribedPool,
  clientId?: unknown,
  said: ConfigPart = {},
): ConfigPart {
  const risk = riskConfigurations.find((each) => each.ClientId === clientId);
  const look = uiCustomizations.find((each) => each.ClientId === (clientId ?? ALL_CLIENTS));
  return {
    threatProtection: filled({ ...said, ...(risk && threatProtectionConfig(read(riskValues(risk)))) }),
    uiCustomization:
      look && filled({ ...uiCustomizationConfig(read(uiCustomizationValues(look))), image: imageOf(look) }),
  };
}

/** The logo as a `data:` URI; `undefined` where there is none, or where its bytes are not known. */
export function imageOf({ ImageFile }: Answer): string | undefined {
  const bytes = Buffer.from(String(ImageFile ?? ""), "base64");
  const type = LOGO_TYPES.find((each) => bytes.toString("hex", 0, 4).startsWith(SIGNATURES[each]));
  return type && imageUri(`.${type}`, bytes);
}
