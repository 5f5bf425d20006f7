import { client, domain, OAUTH, oauth, ofClient, type Planted, pool, units } from "./terraform";

/** Rules broken by what a config does not have: the switch of OAuth, and a unit without a number. */
export const OTHER_FORMS: readonly Planted[] = [
  oauth("OAU-05", { allowed_oauth_flows_user_pool_client: "false" }),
  ofClient(
    "OAU-05",
    {
      allowed_oauth_flows: '["code"]',
      allowed_oauth_scopes: '["openid"]',
      callback_urls: OAUTH.callback_urls as string,
    },
    OAUTH,
    pool() + domain(),
  ),
  ofClient(
    "OAU-06",
    { allowed_oauth_flows_user_pool_client: "true" },
    { allowed_oauth_flows_user_pool_client: "false" },
  ),
  {
    ...ofClient("TOK-01", { token_validity_units: units("minutes", "days") }, {}),
    good:
      pool() +
      client({ access_token_validity: "60", id_token_validity: "60", token_validity_units: units("minutes", "days") }),
  },
  ofClient(
    "TOK-03",
    { token_validity_units: units("hours", "minutes") },
    { token_validity_units: units("hours", "days") },
  ),
];
