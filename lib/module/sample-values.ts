import type { Json } from "../terraform/hcl-values";
import type { Steps } from "./json";

const ACCOUNT = "123456789012";
const ID = "1a2b3c4d-0000-4000-8000-000000000000";

/** Values of an argument for a module's tests. */
interface Sample {
  /** The end of the argument's place in the resources: the first row that fits is used. */
  readonly argument: RegExp;
  /** A value that the provider and the rules accept, where the type alone does not give one. */
  readonly valid?: Json;
  /** A value that the validation of a variable refuses. */
  readonly invalid?: Json;
  /** A value that the rule set refuses, for a variable without a validation: the rule involves other arguments. */
  readonly inconsistent?: Json;
}

const SAMPLES: readonly Sample[] = [
  { argument: /\.(name|identifier)$/, invalid: "" },
  { argument: /\.domain$/, inconsistent: "my-cognito" },
  { argument: /\.user_pool_id$/, valid: "eu-west-1_Example00", invalid: "customers" },
  { argument: /\.minimum_length$/, valid: 8, invalid: 5 },
  { argument: /\.temporary_password_validity_days$/, valid: 7, invalid: 366 },
  { argument: /\.password_history_size$/, valid: 0, invalid: 25 },
  { argument: /\.(access|id)_token_validity$/, valid: 60, invalid: 0 },
  { argument: /\.refresh_token_validity$/, valid: 1440, invalid: 0 },
  { argument: /\.auth_session_validity$/, valid: 3, invalid: 16 },
  { argument: /\.retry_grace_period_seconds$/, valid: 60, invalid: 61 },
  { argument: /\.(auto_verified_attributes|attributes_require_verification_before_update)$/, invalid: ["address"] },
  { argument: /\.allowed_first_auth_factors$/, valid: ["PASSWORD"], invalid: [] },
  { argument: /\.callback_urls$/, valid: ["https://app.example.com/callback"], invalid: [] },
  {
    argument: /\.logout_urls$/,
    valid: ["https://app.example.com/callback"],
    inconsistent: ["http://app.example.com/"],
  },
  { argument: /_urls\.\d+$|\.default_redirect_uri$/, valid: "https://app.example.com/callback" },
  { argument: /\.kms_key_id$/, valid: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/${ID}` },
  { argument: /\.lambda_config\..*$/, valid: `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:example` },
  { argument: /\.source_arn$/, valid: `arn:aws:ses:eu-west-1:${ACCOUNT}:identity/example.com` },
  { argument: /\.certificate_arn$/, valid: `arn:aws:acm:us-east-1:${ACCOUNT}:certificate/${ID}` },
  { argument: /\.application_arn$/, valid: `arn:aws:mobiletargeting:eu-west-1:${ACCOUNT}:apps/example` },
  {
    argument: /\.web_acl_arn$/,
    valid: `arn:aws:wafv2:eu-west-1:${ACCOUNT}:regional/webacl/example/${ID}`,
    invalid: `arn:aws:wafv2:us-east-1:${ACCOUNT}:global/webacl/example/${ID}`,
  },
  { argument: /_arn$/, valid: `arn:aws:iam::${ACCOUNT}:role/example` },
  { argument: /region$/, valid: "eu-west-1" },
  { argument: /_email_address$/, valid: "users@example.com" },
  { argument: /issuer$/, valid: "https://login.example.com" },
];

/** A value that Terraform, the provider and the rules accept for a variable of a type that holds this argument. */
export function validValue(type: unknown, place: Steps = []): Json {
  const valid = sampleOf(place)?.valid;
  if (valid !== undefined) return valid;
  if (type === "number") return 60;
  if (type === "bool") return true;
  if (type !== "string") return String(type).startsWith("map") ? {} : [];
  return "example";
}

/** Values that break a limit of this argument. */
export function badValues(place: Steps): Pick<Sample, "invalid" | "inconsistent"> {
  return sampleOf(place) ?? {};
}

function sampleOf(place: Steps): Sample | undefined {
  const text = place.join(".");
  return SAMPLES.find(({ argument }) => argument.test(text));
}
