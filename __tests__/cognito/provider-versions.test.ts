import { awsProviderRange } from "../../lib/cognito/provider-versions";

const BRANDING = "aws_cognito_managed_login_branding";
const LOGS = "aws_cognito_log_delivery_configuration";

test.each([
  [[], "5.100.0"],
  [["aws_cognito_user_pool", "aws_cognito_user_pool_client"], "5.100.0"],
  [["aws_cognito_user_pool", LOGS], "6.5.0"],
  [[LOGS, "aws_cognito_user_pool", BRANDING], "6.13.0"],
  [[BRANDING, LOGS], "6.13.0"],
])("the resources %j need %s, below the next major version", (types, least) => {
  expect(awsProviderRange(types)).toBe(`>= ${least}, < 7.0.0`);
});
