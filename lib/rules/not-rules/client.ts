import type { NotARule } from "./pool";

/** What is known of tokens, clients, flows, OAuth and other client options beside the rules. */
export const clientNotRules: readonly NotARule[] = [
  {
    id: "TOK-05",
    how: "information",
    because: "Cognito's default units are hours for access and ID tokens and days for refresh tokens",
  },
  { id: "TOK-06", how: "schema", because: "a duration is written in days, hours, minutes and seconds only" },
  { id: "TOK-08", how: "construction", because: "all three token units are always written" },
  { id: "TOK-09", how: "construction", because: "each unit is written together with its number" },
  { id: "TOK-10", how: "construction", because: "units and numbers are never left out, so none sticks in the state" },
  { id: "TOK-11", how: "construction", because: "TOK-03 counts whole seconds, which no number of days overflows" },
  { id: "TOK-15", how: "information", because: "a new lifetime applies to tokens issued from then on" },
  {
    id: "TOK-19",
    how: "information",
    because: "a rotated refresh token lives for what is left of the first one's life",
  },
  {
    id: "TOK-21",
    how: "construction",
    because: "rotation is always written with both fields, turned off as DISABLED and 0",
  },
  { id: "TOK-22", how: "construction", because: "the grace period is always written" },
  {
    id: "TOK-26",
    how: "information",
    because: "UpdateUserPoolClient replaces all values, so change clients through Terraform only",
  },
  { id: "CLI-04", how: "information", because: "a new name changes the client in place and keeps its id" },
  {
    id: "CLI-05",
    how: "construction",
    because: "a client's user_pool_id is a reference to its pool; POOL-03 judges the id of one that exists already",
  },
  { id: "CLI-06", how: "information", because: "Cognito generates client ids; they cannot be chosen" },
  {
    id: "SEC-01",
    how: "construction",
    because:
      "generate_secret follows from the platform, and prevent_destroy fails a plan that would replace the client",
  },
  {
    id: "SEC-02",
    how: "construction",
    because: "prevent_destroy fails the plan that would replace an imported client for its secret",
  },
  {
    id: "SEC-03",
    how: "construction",
    because: "generate_secret is always written, but for an adopted client, where it never is",
  },
  {
    id: "SEC-07",
    how: "not decidable",
    because: "whether an app can send SECRET_HASH is not in the config; SEC-06 sees the clear cases",
  },
  { id: "SEC-08", how: "information", because: "AWS can rotate secrets by API; the AWS provider cannot yet" },
  {
    id: "SEC-09",
    how: "information",
    because: "AWS takes a secret of one's own at creation; the AWS provider cannot yet",
  },
  {
    id: "SEC-10",
    how: "not decidable",
    because: "secrets rotated outside of Terraform may leave a stale one in the state",
  },
  {
    id: "SEC-11",
    how: "construction",
    because: "no secret is an output unless exportClientSecrets says so, and then it is sensitive",
  },
  { id: "SEC-12", how: "information", because: "AddUserPoolClientSecret is the power to act as the client" },
  { id: "FLOW-01", how: "schema", because: "flows are a closed set; the AWS provider checks those of a variable" },
  {
    id: "FLOW-08",
    how: "schema",
    because: "ALLOW_CLIENT_TOKEN_AUTH is not among the flows: the AWS provider refuses it at plan",
  },
  { id: "FLOW-09", how: "construction", because: "lists are sets in Terraform; duplicates are merged" },
  { id: "OAU-01", how: "schema", because: "grants are a closed set; the AWS provider checks those of a variable" },
  {
    id: "OAU-11",
    how: "construction",
    because: "a client depends on the resource servers and identity providers that it names",
  },
  { id: "OAU-20", how: "information", because: "callbacks may use the scheme of an app, such as myapp://callback" },
  { id: "OAU-21", how: "construction", because: "OAU-14 to OAU-22 judge logout URLs as they judge callback URLs" },
  {
    id: "OAU-31",
    how: "not decidable",
    because: "AWS bills each machine and each of its tokens; how many are too many is a question of price",
  },
  { id: "OAU-32", how: "information", because: "a client's lists are sets, so their order makes no change" },
  {
    id: "MIS-06",
    how: "construction",
    because:
      "every argument is always written, so none keeps the value it had before it was deleted; but what the AWS provider cannot clear: gate refuses a plan that keeps a default_redirect_uri that is not a callback URL, and notes what else stays: e-mail MFA, smsConfiguration, the trigger before token generation, texts of verification messages",
  },
];
