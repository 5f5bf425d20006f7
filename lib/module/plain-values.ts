import type { Json } from "../terraform/hcl-values";
import type { Steps } from "./json";

const ACCOUNT = "123456789012";
const ID = "1a2b3c4d-0000-4000-8000-000000000000";

/** What the provider takes for a text, by the end of the argument's place; the first that fits. */
const TEXTS: readonly (readonly [end: RegExp, value: string])[] = [
  [/\.kms_key_id$/, `arn:aws:kms:eu-west-1:${ACCOUNT}:key/${ID}`],
  [/\.lambda_config\..*$/, `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:example`],
  [/\.source_arn$/, `arn:aws:ses:eu-west-1:${ACCOUNT}:identity/example.com`],
  [/\.certificate_arn$/, `arn:aws:acm:us-east-1:${ACCOUNT}:certificate/${ID}`],
  [/\.application_arn$/, `arn:aws:mobiletargeting:eu-west-1:${ACCOUNT}:apps/example`],
  [/_arn$/, `arn:aws:iam::${ACCOUNT}:role/example`],
  [/region$/, "eu-west-1"],
  [/\.user_pool_id$/, "eu-west-1_Example00"],
  [/_urls\.\d+$|\.default_redirect_uri$/, "https://app.example.com/callback"],
  [/_email_address$/, "users@example.com"],
  [/issuer$/, "https://login.example.com"],
];

/** A value that Terraform and the provider take for a variable of a type, in the first of its places if it has any. */
export function plainValue(type: unknown, place: Steps = []): Json {
  if (type === "number") return 60;
  if (type === "bool") return true;
  if (type !== "string") return String(type).startsWith("map") ? {} : [];
  return TEXTS.find(([end]) => end.test(place.join(".")))?.[1] ?? "example";
}
