import { brandingOf } from "../../lib/adopt/style";

const image = { Category: "FORM_LOGO", ColorMode: "LIGHT", Extension: "SVG", Bytes: "PHN2Zy8+" };
const style = (fields: object) => brandingOf({ ManagedLoginBrandingId: "1", ...fields });
const file = "data:image/svg+xml;base64,PHN2Zy8+";

test.each([
  [{ UseCognitoProvidedValues: true }, "default"],
  [{ UseCognitoProvidedValues: true, Settings: {}, Assets: [] }, "default"],
  [{}, "default"],
  [
    { UseCognitoProvidedValues: true, Assets: [image] },
    { assets: [{ category: "FORM_LOGO", colorMode: "LIGHT", file }] },
  ],
  [{ Settings: { b: 1, a: [{ d: null, c: 2 }] } }, { settings: '{"a":[{"c":2,"d":null}],"b":1}' }],
  [{ UseCognitoProvidedValues: false, Settings: {} }, { settings: "{}" }],
  [
    { Settings: {}, Assets: [image, { ...image, ColorMode: "DARK" }] },
    {
      settings: "{}",
      assets: ["DARK", "LIGHT"].map((colorMode) => ({ category: "FORM_LOGO", colorMode, file })),
    },
  ],
])("%j is what a config says", (fields, said) => {
  expect(style(fields)).toEqual({ said });
});

test.each([
  [{ ManagedLoginBrandingId: undefined }, "it has no ManagedLoginBrandingId"],
  [{ UseCognitoProvidedValues: true, Settings: { a: 1 } }, "as with --return-merged-resources: print it without"],
  [{ UseCognitoProvidedValues: false }, "it has neither Settings nor UseCognitoProvidedValues"],
  [{ Assets: [{ ...image, Category: "NEW_LOGO" }] }, "Assets.0, NEW_LOGO LIGHT, is of a Category that"],
  [{ Assets: [{ ...image, ColorMode: "SEPIA" }] }, "Assets.0, FORM_LOGO SEPIA, has a ColorMode that"],
  [{ Assets: [{ ...image, Extension: "GIF" }] }, "Assets.0, FORM_LOGO LIGHT, has the Extension GIF, which"],
  [{ Assets: [{ ...image, ResourceId: "logo" }] }, "Assets.0, FORM_LOGO LIGHT, has a ResourceId, which"],
  [{ Assets: [{ ...image, Bytes: undefined }] }, "Assets.0, FORM_LOGO LIGHT, has no Bytes"],
  [{ Assets: [{ ...image, Bytes: "A".repeat(1_333_336) }] }, "has 1000002 bytes, and the config takes 1000000"],
  [{ Assets: [image, { ...image, Extension: "PNG" }] }, "Assets.1, FORM_LOGO LIGHT, is a second image of its kind"],
])("no config can say %j, and it stays as it is", (fields, why) => {
  expect(style(fields)).toEqual({ why: expect.stringContaining(why) });
});
