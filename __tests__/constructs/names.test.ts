import { CognitoUserPoolClient } from "@cdktf/provider-aws/lib/cognito-user-pool-client";
import { AppClient, UserPool } from "../../lib/index";
import { synthesizeApp } from "./app";

const region = "eu-west-1";
const CLIENT = "aws_cognito_user_pool_client";

describe("GIVEN construct ids of which cdktf makes one name", () => {
  const webs = (...ids: string[]) =>
    synthesizeApp((stack) => {
      const userPool = new UserPool(stack, "people", { region });
      for (const id of ids) new AppClient(stack, id, { userPool, platform: "ios" });
    });

  test("THEN the synth fails and names them: one of the clients would be left out", () => {
    expect(() => webs("web app", "web.app", "web_app")).toThrow(
      "theirs/web.app: cdktf makes the address aws_cognito_user_pool_client.webapp of this id and of theirs/web app",
    );
  });

  test("THEN clients whose names differ are all there", () => {
    expect(Object.keys(webs("web-app", "web_app", "webapp").resource?.[CLIENT] ?? {})).toEqual([
      "web-app",
      "web_app",
      "webapp",
    ]);
  });

  test("THEN a resource of the owner's own counts too", () => {
    expect(() =>
      synthesizeApp((stack) => {
        const userPool = new UserPool(stack, "people", { region });
        new AppClient(stack, "web.app", { userPool, platform: "ios" });
        new CognitoUserPoolClient(stack, "webapp", { name: "web", userPoolId: userPool.userPoolId });
      }),
    ).toThrow("theirs/webapp: cdktf makes the address aws_cognito_user_pool_client.webapp");
  });
});

describe("GIVEN a construct id that begins as no name of Terraform does", () => {
  test.each(["1people", "9", "-people", "漢字"])("%s: THEN the synth fails and names it", (id) => {
    expect(() => synthesizeApp((stack) => new UserPool(stack, id, { region, name: "people" }))).toThrow(
      new RegExp(`theirs/${id}: .*begin with a letter`),
    );
    expect(() =>
      synthesizeApp((stack) => {
        const userPool = new UserPool(stack, "people", { region });
        new AppClient(stack, id, { userPool, platform: "ios", name: "app" });
      }),
    ).toThrow(new RegExp(`theirs/${id}: .*begin with a letter`));
  });
});
