import { judge } from "../../lib/gate/judge";
import { plain } from "../../lib/text/quoted";
import { CLIENT, changeOf, planOf } from "./plans";

const STYLE = "aws_cognito_managed_login_branding.web";

/** As the documentation of AWS provider 6.25.0 has a style; a plan of a new client does not have `client_id`. */
const style = {
  user_pool_id: "eu-west-1_AbCdEfGhI",
  client_id: "1h57kf5cpq17m0eml12example",
  settings: "{}",
  use_cognito_provided_values: false,
  asset: [{ category: "FORM_LOGO", color_mode: "DARK", extension: "PNG", bytes: "iVBORw0KGgo=", resource_id: "" }],
};

const found = (...changes: Parameters<typeof planOf>[0]) =>
  judge(planOf(changes), [], "2030-01-31").filter(({ path }) => path === STYLE);

test("a style of a client that exists is noted, since the client may have one", () => {
  const client = changeOf(`${CLIENT}.web`, ["update"], { before: { id: style.client_id } });
  const [note, ...others] = found(client, changeOf(STYLE, ["create"], { before: null, after: style }));
  expect(others).toEqual([]);
  expect(note).toMatchObject({ verdict: "noted", code: "second-style" });
  expect(plain(note?.message ?? "")).toBe(
    "style of managed login web is created for the client 1h57kf5cpq17m0eml12example, which exists",
  );
  expect(note?.why).toContain("ManagedLoginBrandingExistsException");
});

test("a style of a client that the apply makes is not", () => {
  const { client_id: _, ...after } = style;
  expect(found(changeOf(STYLE, ["create"], { before: null, after }))).toEqual([]);
});

test("settings that change are not", () => {
  expect(found(changeOf(STYLE, ["update"], { before: style, after: { ...style, settings: '{"a":1}' } }))).toEqual([]);
});

test("a changed image, which replaces the style, is noted and not refused", () => {
  const after = { ...style, asset: [{ ...style.asset[0], bytes: "iVBORw0KGgoA" }] };
  const [note, ...others] = found(
    changeOf(STYLE, ["delete", "create"], { before: style, after, replace_paths: [["asset"]] }),
  );
  expect(others).toEqual([]);
  expect(note).toMatchObject({ verdict: "noted", code: "replacement" });
  expect(plain(note?.message ?? "")).toBe("style of managed login web would be replaced");
  expect(note?.why).toContain("between the two, during the apply, the client has no pages of managed login");
});
