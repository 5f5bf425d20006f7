import { stackOf } from "./stack";

const arn = (name: string, account = "111122223333") => `arn:aws:lambda:eu-west-1:${account}:function:${name}`;

function permissions(lambdaConfig: object, environment = {}): Record<string, object> {
  const { resource } = stackOf({ pool: { lambdaConfig }, environment }) as { resource: Record<string, object> };
  const found = (resource.aws_lambda_permission ?? {}) as Record<string, { "//": unknown }>;
  return Object.fromEntries(Object.entries(found).map(([key, { "//": _, ...body }]) => [key, body]));
}

test("one permission for each function, with the alias as qualifier", () => {
  const common = {
    action: "lambda:InvokeFunction",
    principal: "cognito-idp.amazonaws.com",
    source_arn: "${aws_cognito_user_pool.users.arn}",
  };
  expect(
    permissions({
      preSignUp: arn("guard"),
      postConfirmation: arn("guard"),
      preAuthentication: arn("guard:live"),
      customEmailSender: { lambdaArn: arn("send-mail"), lambdaVersion: "V1_0" },
      kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1",
    }),
  ).toEqual({
    guard: { ...common, function_name: arn("guard") },
    guard_live: { ...common, function_name: arn("guard"), qualifier: "live" },
    send_mail: { ...common, function_name: arn("send-mail") },
  });
});

test("the address stays whichever triggers call the function", () => {
  expect(Object.keys(permissions({ postConfirmation: arn("guard") }))).toEqual(["guard"]);
  expect(Object.keys(permissions({ createAuthChallenge: arn("guard"), postConfirmation: arn("guard") }))).toEqual([
    "guard",
  ]);
});

test("names that differ in - and _ alone, or begin with a digit, are addresses of their own", () => {
  const found = permissions({ preSignUp: arn("a-b"), postConfirmation: arn("a_b"), customMessage: arn("1st") });
  expect(Object.keys(found).sort()).toEqual(["_1st", "a_b", "a_b_pre_sign_up"]);
});

test("a variable names the permission, and is split where the plan knows it", () => {
  expect(permissions({ preSignUp: { var: "guard_function" } })).toMatchObject({
    guard_function: {
      function_name: '${try(join(":", slice(split(":", var.guard_function), 0, 7)), var.guard_function)}',
      qualifier: '${try(split(":", var.guard_function)[7], null)}',
    },
  });
});

test.each([
  ["another account", { preSignUp: arn("guard", "999922223333") }],
  ["a variable that may hold none", { preSignUp: { var: "guard", default: "" } }],
  ["permissions by another configuration", { permissions: false, preSignUp: arn("guard") }],
  ["no function", { preSignUp: "" }],
])("none with %s", (_, lambdaConfig) => {
  expect(permissions(lambdaConfig, { accountId: "111122223333" })).toEqual({});
});
