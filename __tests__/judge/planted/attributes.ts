import {
  attribute,
  CLIENT,
  client,
  domain,
  ELSEWHERE,
  GOOGLE,
  length,
  oauth,
  of,
  ofClient,
  ofPool,
  type Planted,
  POOL,
  pool,
  provider,
  range,
  required,
} from "./terraform";

const fixed = (name: string) =>
  `{\nname = "${name}"\nattribute_data_type = "String"\nmutable = false\n${length(0, 2048)}\n}`;

/** Mistakes in the schema, and in what clients read and write. */
export const ATTRIBUTES: readonly Planted[] = [
  ofClient("ATT-01", { read_attributes: '["email", ""]' }, { read_attributes: '["email"]' }),
  ofClient(
    "ATT-02",
    { read_attributes: '["custom:team"]' },
    { read_attributes: '["custom:role"]' },
    pool({ schema: attribute("role", length(0, 20)) }),
  ),
  ofClient("ATT-03", { write_attributes: '["email", "email_verified"]' }, { write_attributes: '["email"]' }),
  ofClient(
    "ATT-04",
    { write_attributes: '["name"]' },
    { write_attributes: '["name", "email"]' },
    pool({ schema: attribute("email", `required = true\n${length(0, 2048)}`) }),
  ),
  ofClient("ATT-05", { write_attributes: "[]" }, { write_attributes: '["email"]' }),
  oauth(
    "ATT-07",
    { supported_identity_providers: '["Google"]', write_attributes: '["name"]' },
    { supported_identity_providers: '["Google"]', write_attributes: '["name", "email"]' },
    pool() + domain() + provider(),
  ),
  of(
    "ATT-08",
    POOL,
    pool({ schema: fixed("email") }),
    pool({ schema: attribute("email", length(0, 2048)) }),
    provider(),
  ),
  of(
    "ATT-09",
    GOOGLE,
    provider(),
    provider({ attribute_mapping: '{ email = "email", name = "name", username = "sub" }' }),
    pool({ schema: [required("email"), required("name")] }),
  ),
  ofClient(
    "ATT-11",
    { ...ELSEWHERE, read_attributes: '["dev:custom:rank"]' },
    { ...ELSEWHERE, read_attributes: '["custom:rank"]' },
    "",
  ),
  of(
    "ATT-12",
    CLIENT,
    pool({ auto_verified_attributes: '["email"]' }),
    pool({
      auto_verified_attributes: '["email"]',
      user_attribute_update_settings: '{\nattributes_require_verification_before_update = ["email"]\n}',
    }),
    client(),
  ),
  oauth(
    "ATT-13",
    { allowed_oauth_scopes: '["openid", "email"]', read_attributes: '["name"]' },
    { allowed_oauth_scopes: '["openid", "email"]', read_attributes: '["name", "email", "email_verified"]' },
  ),
  ofPool("SCH-03", { schema: attribute("custom:role", length(0, 20)) }, { schema: attribute("role", length(0, 20)) }),
  ofPool(
    "SCH-05",
    { schema: attribute("role", `required = true\n${length(0, 20)}`) },
    { schema: attribute("role", length(0, 20)) },
  ),
  ofPool("SCH-06", { schema: attribute("email", "", "Boolean") }, { schema: attribute("email", length(0, 2048)) }),
  ofPool("SCH-07", { schema: attribute("role", length(20, 10)) }, { schema: attribute("role", length(10, 20)) }),
  ofPool(
    "SCH-08",
    { schema: attribute("age", range(20, 10), "Number") },
    { schema: attribute("age", range(10, 20), "Number") },
  ),
  ofPool(
    "SCH-09",
    { schema: attribute("age", length(0, 10), "Number") },
    { schema: attribute("age", range(0, 10), "Number") },
  ),
  ofPool("SCH-15", { schema: fixed("name") }, { schema: attribute("name", length(0, 2048)) }),
  ofPool(
    "SCH-16",
    {
      alias_attributes: '["preferred_username"]',
      schema: attribute("preferred_username", `required = true\n${length(0, 2048)}`),
    },
    { alias_attributes: '["preferred_username"]' },
  ),
  of(
    "SCH-23",
    POOL,
    pool({ schema: attribute("token", length(0, 2047)) }),
    pool({ schema: attribute("token", length(0, 2048)) }),
    provider({ attribute_mapping: '{ email = "email", "custom:token" = "access_token" }' }),
  ),
  ofPool(
    "SCH-24",
    { user_attribute_update_settings: '{\nattributes_require_verification_before_update = ["email"]\n}' },
    {
      user_attribute_update_settings: '{\nattributes_require_verification_before_update = ["email"]\n}',
      auto_verified_attributes: '["email"]',
    },
  ),
  ofPool("SCH-25", { schema: attribute("email", length(0, 40)) }, { schema: attribute("email", length(0, 2048)) }),
];
