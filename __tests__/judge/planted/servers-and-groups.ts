import { type Arguments, id, of, type Planted, pool, resource, server } from "./terraform";

const group = (given: Arguments) => resource("aws_cognito_user_group", "admins", { name: '"admins"', ...id, ...given });

/** Mistakes in resource servers and groups. */
export const SERVERS_AND_GROUPS: readonly Planted[] = [
  of(
    "RS-01",
    "aws_cognito_resource_server.second",
    resource("aws_cognito_resource_server", "second", {
      identifier: '"https://api.example.com"',
      name: '"Second"',
      ...id,
    }),
    resource("aws_cognito_resource_server", "second", {
      identifier: '"https://second.example.com"',
      name: '"Second"',
      ...id,
    }),
    pool() + server(),
  ),
  of("RS-02", "aws_cognito_resource_server.api", server({ name: '""' }), server()),
  of(
    "RS-03",
    "aws_cognito_resource_server.api",
    server({ scope: '{\nscope_name = "orders/read"\nscope_description = "Read"\n}' }),
    server(),
  ),
  of(
    "RS-06",
    "aws_cognito_resource_server.api",
    server({ identifier: `"${"x".repeat(252)}"` }),
    server({ identifier: `"${"x".repeat(250)}"` }),
  ),
  of("GRP-01", "aws_cognito_user_group.admins", group({ name: '"all admins"' }), group({ name: '"all-admins"' })),
  of(
    "GRP-02",
    "aws_cognito_user_group.admins",
    group({ role_arn: '"arn:aws:iam::123456789012:user/admin"' }),
    group({ role_arn: '"arn:aws:iam::123456789012:role/admin"' }),
  ),
  of(
    "GRP-03",
    "aws_cognito_user_group.admins",
    group({ precedence: "2147483648" }),
    group({ precedence: "2147483647" }),
  ),
  of("GRP-04", "aws_cognito_user_group.admins", group({ precedence: "0" }), group({ precedence: "1" })),
];
