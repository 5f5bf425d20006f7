import { FAVICONS, MOST_ASSET_BYTES, MOST_ASSETS, MOST_STYLE_BYTES } from "../../cognito/branding";
import type { BrandingAsset, BrandingModel } from "../../model/branding";
import { hasManagedLogin } from "../../model/model";
import { type Placed as PlacedSettings, stylesOf } from "../../model/placed";
import { isOpen, type Text } from "../../model/value";
import { claim } from "../language/claims";
import { literals, plain, planText } from "../language/expressions";
import { api, guide, PREFLIGHT } from "../language/sources";
import { comparison, type Statement } from "../language/statements";
import { bytes } from "../language/text-statements";
import type { Rule } from "../rule";
import { badStyle, goodStyle, image, styled } from "./branding-examples";
import { objectRule } from "./object-rule";
import { EXISTING } from "./pool-examples";

type Placed = PlacedSettings<BrandingModel>;

const styleRule = objectRule<Placed>({ on: "branding", of: stylesOf, place: ({ place }) => place });

const brandingGuide = guide("managed-login-branding");
const create = api("CreateManagedLoginBranding");
const assetType = api("AssetType");

/** Every image of a style, and Terraform's expression over each. */
function everyAsset(holds: (asset: BrandingAsset) => boolean, over: string): Statement<Placed> {
  const not = `!(${over})`;
  return comparison(
    ({ settings }) => settings.assets.every(holds),
    (name) => `length([for asset in coalesce(${name}.asset, []) : asset if ${not}]) == 0`,
    (name) => `length([for asset in coalesce(${name}.asset, []) : asset if ${not}]) > 0`,
  );
}

/** The place of the first image that something is wrong with. */
function assetAt(holds: (asset: BrandingAsset) => boolean, key: string) {
  return ({ settings }: Placed) => ["assets", settings.assets.findIndex((asset) => !holds(asset)), key];
}

/** Characters of the largest image in base64, without what fills the last four. */
const MOST_ASSET_LENGTH = Math.ceil((MOST_ASSET_BYTES * 4) / 3);

const isSmall = ({ bytes: base64 }: BrandingAsset) => base64.replace(/=+$/, "").length <= MOST_ASSET_LENGTH;
const isOfItsType = ({ category, extension }: BrandingAsset) =>
  Object.hasOwn(FAVICONS, category) ? FAVICONS[category] === extension : extension !== "ICO";

const TYPES = `{ ${Object.entries(FAVICONS)
  .map(([category, type]) => `${category} = "${type}"`)
  .join(", ")} }`;
const OF_ITS_TYPE = `contains(${literals(Object.keys(FAVICONS))}, asset.category) ? lookup(${TYPES}, asset.category, "") == asset.extension : asset.extension != "ICO"`;

/** What a request has: settings and all images in base64. Both sides count the settings in base64, by threes. */
const request = {
  of: ({ settings: { settings = "", assets } }: Placed) =>
    isOpen(settings)
      ? undefined
      : Math.ceil(bytes(settings) / 3) * 3 + assets.reduce((sum, asset) => sum + asset.bytes.length, 0),
  over: (name: string) =>
    `length(try(base64encode(${name}.settings), "")) / 4 * 3 + sum(concat([0], [for asset in coalesce(${name}.asset, []) : length(asset.bytes)]))`,
};

/** What each image is for; what is the same image twice is one to Terraform. */
const slots = {
  of: ({ settings: { assets } }: Placed) =>
    [...new Map(assets.map((asset) => [JSON.stringify(asset), asset])).values()].map(slotOf),
  over: (name: string) => `[for asset in coalesce(${name}.asset, []) : join(" ", [asset.category, asset.color_mode])]`,
};

/** Managed login and its styles. */
export const styleRules: readonly Rule[] = [
  styleRule({
    id: "BRD-04",
    name: "branding-assets",
    since: "2.1",
    severity: "error",
    title: `limit a style to ${MOST_ASSETS} images of ${MOST_ASSET_BYTES} bytes and to 2 MB, with favicons of their own types`,
    why: "AWS refuses more at apply: an image of more than 1,000,000 bytes, a request of more than 2 MB with all images in base64, a favicon of category FAVICON_ICO that is not an ICO file, and an ICO file of any other category. The AWS provider checks only the number of images.",
    fix: "use fewer or smaller images, .ico for FAVICON_ICO alone, and .svg for FAVICON_SVG",
    source: [create, assetType, brandingGuide],
    claims: [
      claim<Placed>(
        comparison(
          ({ settings }) => settings.assets.length <= MOST_ASSETS,
          (name) => `length(coalesce(${name}.asset, [])) <= ${MOST_ASSETS}`,
          (name) => `length(coalesce(${name}.asset, [])) > ${MOST_ASSETS}`,
        ),
        ["assets"],
        ({ settings }) => `${settings.assets.length} images; AWS takes ${MOST_ASSETS}`,
        "remove images",
        planText`it has ${"length(self.asset)"} images; AWS takes ${String(MOST_ASSETS)}`,
      ),
      claim<Placed>(
        everyAsset(isSmall, `length(trim(asset.bytes, "=")) <= ${MOST_ASSET_LENGTH}`),
        assetAt(isSmall, "file"),
        ({ settings }) =>
          `the image has ${bytesOf(settings.assets.find((asset) => !isSmall(asset)))} bytes; AWS takes ${MOST_ASSET_BYTES}`,
        "use a smaller image",
        plain(`an image has more than ${MOST_ASSET_BYTES} bytes`),
      ),
      claim<Placed>(
        everyAsset(isOfItsType, OF_ITS_TYPE),
        assetAt(isOfItsType, "file"),
        ({ settings }) => {
          const { category, extension } = settings.assets.find((asset) => !isOfItsType(asset)) as BrandingAsset;
          return `an image of ${category} cannot be of type ${extension}`;
        },
        "use .ico for FAVICON_ICO alone, and .svg for FAVICON_SVG",
        plain("a favicon is not of the type of its category, or another image is of type ICO"),
      ),
      claim<Placed>(
        comparison(
          (placed) => {
            const size = request.of(placed);
            return size === undefined ? undefined : size <= MOST_STYLE_BYTES;
          },
          (name) => `${request.over(name)} <= ${MOST_STYLE_BYTES}`,
          (name) => `${request.over(name)} > ${MOST_STYLE_BYTES}`,
        ),
        [],
        (placed) =>
          `settings and images have ${request.of(placed)} bytes as they are sent; AWS takes ${MOST_STYLE_BYTES}`,
        "use fewer or smaller images, or shorter settings",
        planText`settings and images have ${request.over("self")} bytes; AWS takes ${String(MOST_STYLE_BYTES)}`,
      ),
    ],
    examples: () => ({
      bad: [
        badStyle({ assets: [image("FAVICON_ICO", "png")] }, "assets", 0, "file"),
        badStyle({ assets: [image("FORM_LOGO", "png"), image("PAGE_BACKGROUND", "x-icon")] }, "assets", 1, "file"),
        badStyle({ assets: [image("FAVICON_SVG", "png")] }, "assets", 0, "file"),
        badStyle({ assets: [image("FORM_LOGO", "png", "A".repeat(1_333_336))] }, "assets", 0, "file"),
        badStyle({
          assets: [image("FORM_LOGO", "png"), image("PAGE_BACKGROUND", "png"), image("FORM_BACKGROUND", "png")].map(
            (each) => ({ ...each, file: `data:image/png;base64,${"A".repeat(800_000)}` }),
          ),
        }),
      ],
      good: [
        goodStyle({}),
        goodStyle({ settings: { var: "style" } }),
        goodStyle({
          assets: [
            image("FAVICON_ICO", "x-icon"),
            image("FAVICON_SVG", "svg+xml"),
            image("FORM_LOGO", "webp"),
            image("PAGE_BACKGROUND", "jpeg"),
            image("PAGE_HEADER_LOGO", "png", `${"A".repeat(1_333_334)}==`),
          ],
        }),
      ],
    }),
  }),
  styleRule({
    id: "BRD-07",
    name: "one-asset-of-each-kind",
    since: "2.1",
    severity: "error",
    title: "require one image for each category and color mode of a style",
    why: "An image of a style is known by its category and its color mode: of two, AWS has one, and every later plan shows the other.",
    fix: "remove one of them, or give it another color mode",
    source: [
      assetType,
      "https://github.com/hashicorp/terraform-provider-aws/blob/v6.25.0/internal/service/cognitoidp/managed_login_branding.go",
    ],
    claims: [
      claim<Placed>(
        comparison(
          (placed) => new Set(slots.of(placed)).size === slots.of(placed).length,
          (name) => `length(distinct(${slots.over(name)})) == length(${slots.over(name)})`,
          (name) => `length(distinct(${slots.over(name)})) != length(${slots.over(name)})`,
        ),
        ({ settings }) => [
          "assets",
          settings.assets.findIndex((asset, index) =>
            settings.assets.slice(0, index).some((other) => slotOf(other) === slotOf(asset)),
          ),
        ],
        (placed) => `two images are ${slots.of(placed).find((slot, index, all) => all.indexOf(slot) !== index)}`,
        undefined,
        plain("two images have the same category and color mode"),
      ),
    ],
    examples: () => ({
      bad: [badStyle({ assets: [image("FORM_LOGO", "png"), image("FORM_LOGO", "webp")] }, "assets", 1)],
      good: [
        goodStyle({ assets: [image("FORM_LOGO", "png"), image("PAGE_HEADER_LOGO", "png")] }),
        goodStyle({ assets: [{ ...image("FORM_LOGO", "png"), colorMode: "DARK" }, image("FORM_LOGO", "png")] }),
      ],
    }),
  }),
  styleRule({
    id: "BRD-08",
    name: "branding-settings",
    since: "2.1",
    severity: "error",
    title: "require settings of a style that are an object of JSON",
    why: "The AWS provider and AWS refuse anything else, the latter at apply.",
    fix: "write what DescribeManagedLoginBranding prints under Settings",
    source: [create],
    claims: [
      claim<Placed>(
        {
          holds: ({ settings: { settings } }) =>
            isOpen(settings) ? undefined : settings === undefined || isJsonObject(settings),
          over: (name) => `${name}.settings == null ? true : can(keys(jsondecode(${name}.settings)))`,
          operator: "?:",
        },
        ["settings"],
        "the settings of the style are not an object of JSON",
      ),
    ],
    examples: () => ({
      bad: ["{", "{ 'a': 1 }", "{ a: 1 }"].map((settings) => badStyle({ settings }, "settings")),
      good: [goodStyle({ settings: "{}" }), goodStyle({ settings: '{ "categories": {} }' }), styled("default")],
    }),
  }),
  styleRule({
    id: "BRD-09",
    name: "style-without-managed-login",
    since: "2.1",
    severity: "warning",
    title: "require a domain with managed login where a client has a style",
    why: "Styles are those of managed login, managedLoginVersion 2. The classic pages show uiCustomization in their place.",
    fix: "use managedLoginVersion: 2, or uiCustomization in place of branding",
    source: [brandingGuide, PREFLIGHT],
    claims: (pool) =>
      pool.existing
        ? []
        : [
            claim<Placed>(
              comparison(
                () => hasManagedLogin(pool),
                () => `anytrue(${MANAGED_LOGIN})`,
                () => `!anytrue(${MANAGED_LOGIN})`,
              ),
              [],
              "the client has a style, and no domain of the pool has managed login",
            ),
          ],
    examples: () => ({
      bad: [
        { ...styled("default"), pool: { domain: { prefix: "example-login" } }, at: "pools.users.clients.app.branding" },
        { ...styled("default"), pool: {}, at: "pools.users.clients.app.branding" },
      ],
      good: [
        styled("default"),
        { ...styled("default"), pool: EXISTING },
        { ...styled("none"), pool: { domain: { prefix: "example-login" } } },
      ],
    }),
  }),
];

/** Whether each domain has managed login. */
const MANAGED_LOGIN = "[for domain in local.domains : try(domain.managed_login_version, 1) == 2]";

function bytesOf(asset: BrandingAsset | undefined): number {
  return Buffer.byteLength(asset?.bytes ?? "", "base64");
}

function slotOf({ category, colorMode }: BrandingAsset): string {
  return `${category} ${colorMode}`;
}

function isJsonObject(text: Text): boolean {
  try {
    const parsed = JSON.parse(String(text));
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed);
  } catch {
    return false;
  }
}
