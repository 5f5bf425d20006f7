import { CSS_CLASSES, MOST_REQUEST_BYTES, UI_CUSTOMIZATION_ARGUMENTS } from "../../cognito/ui-customization";
import { domainsOf } from "../../model/model";
import { type Placed as PlacedSettings, placedIn } from "../../model/placed";
import type { UiCustomizationModel } from "../../model/ui-customization";
import { isOpen } from "../../model/value";
import { claim } from "../language/claims";
import { literals, plain, planText } from "../language/expressions";
import { type Field, field, meets } from "../language/fields";
import { api, guide, PREFLIGHT } from "../language/sources";
import { comparison, not } from "../language/statements";
import { bytes, hasBytes, matches } from "../language/text-statements";
import type { BadExample, Example, Rule } from "../rule";
import { objectRule } from "./object-rule";
import { badPool, EXISTING, goodPool } from "./pool-examples";

type Placed = PlacedSettings<UiCustomizationModel>;
type Settings = NonNullable<NonNullable<Example["pool"]>["uiCustomization"]>;

const customizationRule = objectRule<Placed>({
  on: "uiCustomization",
  of: (pool) => placedIn(pool, "uiCustomization"),
  place: ({ place }) => place,
});

const classicGuide = guide("hosted-ui-classic-branding");
const set = api("SetUICustomization");

const css = field<Placed>(({ settings }) => settings.css, "css");
/** The same where there is one to count. */
const sheet: Field<Placed> = {
  of: (placed) => css.of(placed) ?? (isOpen(placed.settings.css) ? undefined : " "),
  over: (name) => `coalesce(${name}.css, " ")`,
};
const [, MOST] = UI_CUSTOMIZATION_ARGUMENTS.css.range;
const AT_RULE = matches("@(?:import|supports|page|media)", { ignoreCase: true });

/** A style sheet up to each of its blocks, without comments: selectors are there, and values are not. */
const SELECTORS = {
  in: (text: string) =>
    withoutComments(text)
      .split("{")
      .slice(0, -1)
      .map((before) => before.slice(before.lastIndexOf("}") + 1)),
  over: (name: string) => `regexall("[^{}]*[{]", replace(coalesce(${name}.css, " "), "/(?s)/[*].*?[*]//", ""))`,
};

/** The class names of a style sheet that AWS does not have. */
const otherClasses = {
  in: (text: string) => {
    const names = SELECTORS.in(text).flatMap((selector) =>
      [...selector.matchAll(/[.](-?[_a-zA-Z][0-9A-Za-z_-]*)/g)].map(([, name = ""]) => name),
    );
    return [...new Set(names)].filter((name) => !CSS_CLASSES.includes(name)).sort();
  },
  over: (name: string) =>
    `setsubtract(flatten([for selector in ${SELECTORS.over(name)} : regexall("[.](-?[_a-zA-Z][0-9A-Za-z_-]*)", selector)]), ${literals(CSS_CLASSES)})`,
};

/** What a request has: the style sheet, and the image in base64. Both sides count the style sheet in base64, by threes. */
const request = {
  of: ({ settings: { css: text = "", image = "" } }: Placed) =>
    isOpen(text) || isOpen(image) ? undefined : Math.ceil(bytes(text) / 3) * 3 + image.length,
  over: (name: string) =>
    `length(try(base64encode(${name}.css), "")) / 4 * 3 + length(coalesce(${name}.image_file, "0"))`,
};

/** Whether each domain has the classic pages. */
const CLASSIC = "[for domain in local.domains : try(domain.managed_login_version, 1) != 2]";

const PAGES = { domain: { prefix: "example-login" } } as const;
const CSS = ".banner-customizable { background-color: #123456; }";
const PNG = "data:image/png;base64,iVBORw0KGgo=";

/** How the classic sign-in pages look. */
export const uiCustomizationRules: readonly Rule[] = [
  customizationRule({
    id: "UI-01",
    name: "ui-customization",
    since: "2.1",
    severity: "error",
    title: "require a style sheet of AWS's own classes, or a logo, within AWS's limits",
    why:
      '"The CSS class X is not in the list of allowed classes." AWS refuses it at apply, as it does the statements @import, @supports, @page and @media; a request beyond 135 KB, which has the logo in base64, gets "request parameters too large". ' +
      `Its classes are ${CSS_CLASSES.join(", ")}.`,
    fix: "use only the classes of AWS's template, and a logo of at most 100 KB",
    source: [set, classicGuide, PREFLIGHT],
    claims: [
      claim<Placed>(
        comparison(
          ({ settings }) =>
            typeof settings.css === "string"
              ? otherClasses.in(settings.css).length === 0
              : isOpen(settings.css)
                ? undefined
                : true,
          (name) => `length(${otherClasses.over(name)}) == 0`,
          (name) => `length(${otherClasses.over(name)}) > 0`,
        ),
        ["css"],
        ({ settings }) =>
          `the style sheet has classes that AWS does not allow: ${otherClasses.in(String(settings.css)).join(", ")}`,
        undefined,
        planText`css has classes that AWS does not allow: ${`join(", ", sort(${otherClasses.over("self")}))`}`,
      ),
      claim<Placed>(
        not(meets(css, AT_RULE)),
        ["css"],
        "the style sheet has one of the statements that AWS does not allow: @import, @supports, @page, @media",
        "remove the statement",
      ),
      claim<Placed>(
        meets(sheet, hasBytes(MOST)),
        ["css"],
        ({ settings }) => `the style sheet has ${bytes(String(settings.css))} bytes; AWS takes ${MOST}`,
        "shorten the style sheet",
        plain(`the style sheet has more than ${MOST} bytes`),
      ),
      claim<Placed>(
        comparison(
          (placed) => {
            const size = request.of(placed);
            return size === undefined ? undefined : size <= MOST_REQUEST_BYTES;
          },
          (name) => `${request.over(name)} <= ${MOST_REQUEST_BYTES}`,
          (name) => `${request.over(name)} > ${MOST_REQUEST_BYTES}`,
        ),
        ({ settings }) => [settings.image === undefined ? "css" : "image"],
        (placed) =>
          `style sheet and logo have ${request.of(placed)} bytes as they are sent, the logo in base64; AWS takes ${MOST_REQUEST_BYTES}`,
        "use a logo of at most 100 KB, and a style sheet of a few",
        planText`css and image_file have ${request.over("self")} bytes; AWS takes ${String(MOST_REQUEST_BYTES)}`,
      ),
    ],
    check: ({ settings }) =>
      settings.css === undefined && settings.image === undefined
        ? [{ at: [], message: "uiCustomization has neither css nor image", fix: "add one of them, or remove it" }]
        : [],
    examples: () => ({
      bad: [
        badSettings({}),
        ...[
          ".header { color: red; }",
          "/* ours */ .banner-customizable, .banner { color: red; }",
          ".banner-customizable { color: red; } .label-customizable .own { color: red; }",
          "@import url(https://acme.example/a); .banner-customizable { color: red; }",
          "@MEDIA print { .banner-customizable { color: red; } }",
          `${CSS}${" ".repeat(131_072)}`,
        ].map((text) => badSettings({ css: text }, "css")),
        badSettings({ image: `data:image/png;base64,${"A".repeat(138_244)}` }, "image"),
        badClientSettings({ css: ".own { color: red; }" }, "css"),
      ],
      good: [
        ...[
          CSS,
          "",
          ".submitButton-customizable:hover { color: #fff; width: .5em; }",
          "/* .own { } \n */\n.logo-customizable,\n.label-customizable { background: url(logo.png); }",
        ].map((text) => goodPool({ ...PAGES, uiCustomization: { css: text } })),
        goodPool({ ...PAGES, uiCustomization: { image: PNG } }),
        goodPool({ ...PAGES, uiCustomization: { image: `data:image/png;base64,${"A".repeat(138_240)}` } }),
        goodPool({ ...PAGES, uiCustomization: { css: { var: "css" }, image: { var: "logo" } } }),
        { ...goodPool(PAGES), client: { platform: "spa", uiCustomization: { css: CSS, image: PNG } } },
      ],
    }),
  }),
  customizationRule({
    id: "UI-02",
    name: "ui-customization-domain",
    since: "2.1",
    severity: "error",
    title: "require a domain of a pool whose sign-in pages are customized",
    why: '"A domain must be associated with this user pool." AWS refuses the customization at apply, after the AWS provider has planned it.',
    fix: "add a domain, or remove uiCustomization",
    source: [set, classicGuide, PREFLIGHT],
    claims: (pool) =>
      pool.existing
        ? []
        : [
            claim<Placed>(
              comparison(
                () => domainsOf(pool).length > 0,
                () => "length(local.domains) > 0",
                () => "length(local.domains) == 0",
              ),
              [],
              "the sign-in pages are customized, but the pool has no domain for them",
            ),
          ],
    examples: () => ({
      bad: [
        badPool({ uiCustomization: { css: CSS } }, "uiCustomization"),
        {
          client: { platform: "spa", uiCustomization: { css: CSS } },
          at: "pools.users.clients.app.uiCustomization",
        },
      ],
      good: [
        goodPool({ ...PAGES, uiCustomization: { css: CSS } }),
        { ...goodPool(EXISTING), client: { platform: "spa", uiCustomization: { css: CSS } } },
        {},
      ],
    }),
  }),
  customizationRule({
    id: "UI-03",
    name: "ui-customization-version",
    since: "2.1",
    severity: "warning",
    title: "require a domain with the classic pages where these are customized",
    why: "Style sheet and logo are those of the classic pages, managedLoginVersion 1. Managed login, version 2, shows the style of each client in their place.",
    fix: "use managedLoginVersion: 1, or branding of the clients in place of uiCustomization",
    source: [classicGuide, guide("managed-login-branding")],
    claims: (pool) => [
      claim<Placed>(
        comparison(
          () =>
            domainsOf(pool).length === 0 ||
            domainsOf(pool).some(({ managedLoginVersion }) => managedLoginVersion !== 2),
          () => `length(local.domains) == 0 || anytrue(${CLASSIC})`,
          () => `length(local.domains) > 0 && !anytrue(${CLASSIC})`,
        ),
        [],
        "the customization is of the classic pages, and every domain has managed login",
      ),
    ],
    examples: () => ({
      bad: [
        badPool(
          { domain: { prefix: "example-login", managedLoginVersion: 2 }, uiCustomization: { css: CSS } },
          "uiCustomization",
        ),
      ],
      good: [
        goodPool({ ...PAGES, uiCustomization: { css: CSS } }),
        goodPool({
          domain: { prefix: "example-login", managedLoginVersion: 2 },
          additionalDomain: {
            customDomain: "login.example.com",
            certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/1a2b3c4d-0000-4000-8000-000000000000",
          },
          uiCustomization: { css: CSS },
        }),
      ],
    }),
  }),
];

function badSettings(uiCustomization: Settings, ...at: readonly string[]): BadExample {
  return badPool({ ...PAGES, uiCustomization }, "uiCustomization", ...at);
}

/** The same of the client. */
function badClientSettings(uiCustomization: Settings, ...at: readonly string[]): BadExample {
  const example = badPool(PAGES, "clients", "app", "uiCustomization", ...at);
  return { ...example, client: { platform: "spa", uiCustomization } };
}

/** In time that grows with the length alone, whatever the text. */
function withoutComments(text: string): string {
  const parts: string[] = [];
  for (let from = 0; ; ) {
    const start = text.indexOf("/*", from);
    const end = start < 0 ? -1 : text.indexOf("*/", start + 2);
    if (end < 0) return [...parts, text.slice(from)].join("");
    parts.push(text.slice(from, start));
    from = end + 2;
  }
}
