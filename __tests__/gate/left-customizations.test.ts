import { judge } from "../../lib/gate/judge";
import { plain } from "../../lib/text/quoted";
import { CLIENT, changeOf, planOf } from "./plans";

const UI = "aws_cognito_user_pool_ui_customization.users_web";
const before = { client_id: "1old", css: "" };

const noted = (...changes: Parameters<typeof planOf>[0]) =>
  judge(planOf(changes), [], "2030-01-31")
    .filter(({ code }) => code === "retained-argument")
    .map(({ message }) => plain(message));

test.each([
  ["another client", { client_id: "2new", css: "" }],
  ["a client that the apply makes", { css: "" }],
])("a customization that goes to %s leaves the one before in AWS", (_, after) => {
  expect(noted(changeOf(UI, ["update"], { before, after }))).toEqual(["the customization of client 1old is retained"]);
});

test("with the client that had it, it is gone", () => {
  expect(
    noted(
      changeOf(UI, ["update"], { before, after: { css: "" } }),
      changeOf(`${CLIENT}.web`, ["delete", "create"], { before: { id: "1old" } }),
    ),
  ).toEqual([]);
});

test("a change of the style sheet alone leaves nothing", () => {
  expect(noted(changeOf(UI, ["update"], { before, after: { ...before, css: "x" } }))).toEqual([]);
  expect(noted(changeOf(UI, ["create"], { before: null, after: before }))).toEqual([]);
});
