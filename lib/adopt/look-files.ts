import { type InlineImage, imageOf } from "../config/data-uri";
import { ASSET_TYPES, LOGO_TYPES } from "../config/named-files";
import { snakeCase } from "../text/case";
import type { AdoptedConfig } from "./adopted-config";
import { type ConfigPart, isObject } from "./config-part";

/** A config, and the files that it names. */
export interface WithLookFiles {
  readonly adopted: AdoptedConfig;
  /** Contents by name, relative to the config: `customers-prod/classic.css`. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/**
 * The config with the style sheets and logos of the classic pages, and the settings and images of styles, in files of their own: in
 * a folder for each stack, those of a client with its key before the name.
 *
 * @param environment of the stacks
 */
export function withLookFiles(adopted: AdoptedConfig, environment: string): WithLookFiles {
  const files = new Map<string, Buffer>();
  const inFiles = (part: ConfigPart, name: string): ConfigPart => {
    if (!isObject(part.uiCustomization)) return part;
    const { css, image } = part.uiCustomization;
    const written: Record<string, unknown> = { ...part.uiCustomization };
    if (typeof css === "string" && isPlain(css)) {
      files.set(`${name}.css`, Buffer.from(css));
      written.css = { file: `${name}.css` };
    }
    const logo = typeof image === "string" ? imageOf(image, LOGO_TYPES) : undefined;
    if (logo !== undefined) {
      files.set(`${name}.${logo.type}`, Buffer.from(logo.base64, "base64"));
      written.image = `${name}.${logo.type}`;
    }
    return { ...part, uiCustomization: written };
  };
  const styled = (part: ConfigPart, name: string): ConfigPart => {
    if (!isObject(part.branding)) return part;
    const { settings, assets = [] } = part.branding as { settings?: string; assets?: readonly StyleImage[] };
    const written: Record<string, unknown> = { ...part.branding };
    if (settings !== undefined && settings !== "{}") {
      files.set(`${name}.json`, Buffer.from(`${JSON.stringify(JSON.parse(settings), null, 2)}\n`));
      written.settings = `${name}.json`;
    }
    if (assets.length > 0)
      written.assets = assets.map((asset) => {
        const { type, base64 } = imageOf(asset.file, ASSET_TYPES) as InlineImage;
        const slot = `${snakeCase(asset.category).replaceAll("_", "-")}.${asset.colorMode.toLowerCase()}`;
        files.set(`${name}.${slot}.${type}`, Buffer.from(base64, "base64"));
        return { ...asset, file: `${name}.${slot}.${type}` };
      });
    return { ...part, branding: written };
  };
  const pools = Object.entries(adopted.config.pools as Readonly<Record<string, ConfigPart>>).map(([key, pool]) => {
    const [only = environment] = (pool.only ?? []) as readonly string[];
    const folder = `${key}-${only}`;
    const clients = Object.entries(pool.clients as Readonly<Record<string, ConfigPart>>);
    const { clientDefaults } = pool;
    return [
      key,
      {
        ...inFiles(pool, `${folder}/classic`),
        ...(isObject(clientDefaults) && { clientDefaults: styled(clientDefaults, `${folder}/style`) }),
        clients: Object.fromEntries(
          clients.map(([name, each]) => [
            name,
            styled(inFiles(each, `${folder}/${name}.classic`), `${folder}/${name}.style`),
          ]),
        ),
      },
    ] as const;
  });
  return { adopted: { ...adopted, config: { ...adopted.config, pools: Object.fromEntries(pools) } }, files };
}

/** An image of a style, as a `data:` URI. */
interface StyleImage {
  readonly category: string;
  readonly colorMode: string;
  readonly file: string;
}

/** Whether a file gives a text back as it is: a byte order mark, half a character or nothing at all would not come back. */
function isPlain(text: string): boolean {
  return text !== "" && new TextDecoder().decode(Buffer.from(text)) === text;
}
