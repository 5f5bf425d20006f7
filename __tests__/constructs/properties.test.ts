import { Fn, TerraformStack, TerraformVariable, Token } from "cdktf";
import { AppClient, UserPool } from "../../lib";
import { only, synthesizeApp } from "./app";

const region = "eu-west-1";
const POOL = "aws_cognito_user_pool";
const CLIENT = "aws_cognito_user_pool_client";

/** As somebody's JavaScript gives them: no type was asked. */
const pool = (stack: TerraformStack, props?: object) => new UserPool(stack, "people", props as never);
const client = (stack: TerraformStack, props: object) =>
  new AppClient(stack, "app", { userPool: pool(stack, { region }), platform: "ios", ...props } as never);
const variable = (stack: TerraformStack, type: string) => new TerraformVariable(stack, "x", { type });

describe("a property that is wrong is named", () => {
  test.each<[string, (stack: TerraformStack) => unknown, RegExp]>([
    ["nothing is given", (stack) => pool(stack), /^theirs\/people:\n {2}CFG-05 region: "region" is missing/],
    ["the Region is missing", (stack) => pool(stack, {}), /CFG-05 region: "region" is missing/],
    ["the Region is a number", (stack) => pool(stack, { region: 1 }), /CFG-06 region: 1 is a number/],
    ["there is no such Region", (stack) => pool(stack, { region: "x-1" }), /\[theirs\/people\] ENV-01 region: "x-1"/],
    ["clients are in the pool", (stack) => pool(stack, { region, clients: {} }), /CFG-04 clients: unknown key/],
    ["there are environments", (stack) => pool(stack, { region, only: ["prod"] }), /CFG-04 only: unknown key/],
    ["a name breaks a rule", (stack) => pool(stack, { region, name: "!" }), /\[theirs\/people\] POOL-01 name: /],
    [
      "an id is not a name of a client",
      (stack) => new AppClient(stack, "!", { userPool: pool(stack, { region }), platform: "ios" }),
      /CLI-02: name "!" contains !/,
    ],
    [
      "a client has no pool",
      (stack) => client(stack, { userPool: undefined }),
      /^theirs\/app: userPool must be a UserPool/,
    ],
    [
      "the pool of a client is in another stack",
      (stack) => client(stack, { userPool: pool(new TerraformStack(stack.node.root, "elsewhere"), { region }) }),
      /^theirs\/app: userPool is of stack elsewhere, .* use a UserPool of theirs with existing: \{ userPoolId \}/,
    ],
    [
      "a pool has an argument of every resource",
      (stack) => pool(stack, { region, dependsOn: [stack], provider: stack }),
      /CFG-04 dependsOn: unknown key .*\n {2}CFG-04 provider: unknown key/,
    ],
    [
      "a client depends on something",
      (stack) => client(stack, { dependsOn: [stack] }),
      /CFG-04 dependsOn: unknown key/,
    ],
    [
      "a construct is given for an ARN",
      (stack) => pool(stack, { region, lambdaConfig: { preSignUp: stack } }),
      /CFG-06/,
    ],
    ["the pool of a client is an id", (stack) => client(stack, { userPool: "id" }), /^theirs\/app: userPool must be a/],
  ])("fails when %s", (_, build, message) => {
    expect(() => synthesizeApp(build)).toThrow(message);
  });
});

describe("GIVEN values that are known at plan only", () => {
  test("WHEN they are numbers, switches or the Region THEN they arrive as references", () => {
    const stack = synthesizeApp((stack) => {
      const number = new TerraformVariable(stack, "number", { type: "number" });
      const isOn = new TerraformVariable(stack, "is_on", { type: "bool" });
      pool(stack, {
        region: new TerraformVariable(stack, "region", { type: "string" }).stringValue,
        passwordPolicy: { minimumLength: number.numberValue, requireSymbols: isOn.booleanValue },
      });
    });
    expect(only(stack, POOL)).toMatchObject({
      password_policy: { minimum_length: "${var.number}", require_symbols: "${var.is_on}" },
    });
  });

  const AT_SYNTH = "this is known only at plan, and must be known at synth";
  test.each<[string, (stack: TerraformStack) => unknown, string]>([
    ["a map", (stack) => pool(stack, { region, tags: Token.asStringMap(variable(stack, "any").value) }), "tags"],
    ["a merged map", (stack) => pool(stack, { region, tags: Fn.merge([variable(stack, "any").value]) }), "tags"],
    ["a platform", (stack) => client(stack, { platform: variable(stack, "string").stringValue }), "platform"],
    [
      "a duration",
      (stack) => client(stack, { idTokenValidity: variable(stack, "string").stringValue }),
      "idTokenValidity",
    ],
    [
      "a part of a duration",
      (stack) => client(stack, { idTokenValidity: `${variable(stack, "number").value}m` }),
      "idTokenValidity",
    ],
  ])("fails when %s is one", (_, build, path) => {
    expect(() => synthesizeApp(build)).toThrow(`CFG-06 ${path}: ${AT_SYNTH}`);
  });
});

describe("GIVEN a variable by its name", () => {
  const lifetime = { accessTokenValidity: { var: "x", default: 30 } };

  test("fails when the stack does not declare it, with its declaration", () => {
    expect(() => synthesizeApp((stack) => client(stack, lifetime))).toThrow(
      '[theirs/app] x: the stack has no variable of this name; new TerraformVariable(stack, "x", {"type":"number","default":30})',
    );
    expect(() => synthesizeApp((stack) => pool(stack, { region, name: { var: "x" } }))).toThrow("[theirs/people] x: ");
  });

  test.each<[string, (stack: TerraformStack) => unknown]>([
    ["a construct", (stack) => variable(stack, "number")],
    ["an override", (stack) => stack.addOverride("variable.x", { type: "number" })],
  ])("WHEN the stack declares it by %s THEN it is referred to", (_, declare) => {
    const stack = synthesizeApp((stack) => {
      declare(stack);
      client(stack, lifetime);
    });
    expect(only(stack, CLIENT).access_token_validity).toBe("${var.x}");
  });
});
