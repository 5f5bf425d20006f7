/** Parts of an ARN by the name that AWS gives them. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  /** Empty for a global service such as IAM. */
  readonly region: string;
  readonly account: string;
}

/** Reads the head of an ARN; `undefined` for any other text. */
export function parseArn(text: string | undefined): Arn | undefined {
  const match = /^arn:([^:]+):([^:]+):([^:]*):([^:]*):/.exec(text ?? "");
  if (!match) return undefined;
  const [, partition = "", service = "", region = "", account = ""] = match;
  return { partition, service, region, account };
}

/** Whether a text is the ID of an account: 12 digits. */
export function isAccountId(text: string): boolean {
  return /^[0-9]{12}$/.test(text);
}

/** One kind of thing that Cognito takes an ARN of. */
export interface ArnKind {
  /** With its article, as a message names it. */
  readonly name: string;
  /** The ARN from the service on, with placeholders, as a message shows it. */
  readonly shape: string;
  /** The ARN from the service on, as a pattern that JavaScript and RE2 read alike. */
  readonly pattern: string;
}

const ACCOUNT = "[0-9]{12}";
const REGION = "[0-9a-z-]+";

/**
 * The kinds of ARN in a config. Names are as long as their own service allows, so that no ARN is longer than Cognito takes.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const ARN_KINDS = {
  function: {
    name: "a Lambda function",
    shape: "lambda:<region>:<account>:function:<name>, with :<version or alias> if wanted",
    pattern: `lambda:${REGION}:${ACCOUNT}:function:[0-9A-Za-z_-]{1,64}(?::[0-9A-Za-z_-]{1,128})?`,
  },
  key: {
    name: "a KMS key",
    shape: "kms:<region>:<account>:key/<id>",
    pattern: `kms:${REGION}:${ACCOUNT}:(?:key|alias)/[0-9A-Za-z/_-]{1,256}`,
  },
  identity: {
    name: "an SES identity",
    shape: "ses:<region>:<account>:identity/<domain or address>",
    pattern: `ses:${REGION}:${ACCOUNT}:identity/.{1,320}`,
  },
  role: {
    name: "an IAM role",
    shape: "iam::<account>:role/<name>",
    pattern: `iam::${ACCOUNT}:role/[0-9A-Za-z_+=,.@/-]{1,576}`,
  },
  certificate: {
    name: "a certificate of AWS Certificate Manager",
    shape: "acm:<region>:<account>:certificate/<id>",
    pattern: `acm:${REGION}:${ACCOUNT}:certificate/[0-9A-Za-z-]{1,64}`,
  },
  webAcl: {
    name: "a web ACL of AWS WAF with scope CLOUDFRONT",
    shape: "wafv2:us-east-1:<account>:global/webacl/<name>/<id>",
    pattern: `wafv2:${REGION}:${ACCOUNT}:global/webacl/[0-9A-Za-z_-]{1,128}/[0-9a-f-]{1,36}`,
  },
  regionalWebAcl: {
    name: "a regional web ACL of AWS WAF",
    shape: "wafv2:<region>:<account>:regional/webacl/<name>/<id>",
    pattern: `wafv2:${REGION}:${ACCOUNT}:regional/webacl/[0-9A-Za-z_-]{1,128}/[0-9A-Za-z_-]{1,36}`,
  },
  logGroup: {
    name: "a CloudWatch log group",
    shape: "logs:<region>:<account>:log-group:<name>, without :* at the end",
    pattern: `logs:${REGION}:${ACCOUNT}:log-group:[0-9A-Za-z_/.-]{1,512}`,
  },
  deliveryStream: {
    name: "an Amazon Data Firehose stream",
    shape: "firehose:<region>:<account>:deliverystream/<name>",
    pattern: `firehose:${REGION}:${ACCOUNT}:deliverystream/[0-9A-Za-z_.-]{1,64}`,
  },
  bucket: {
    name: "an S3 bucket",
    shape: "s3:::<bucket>, with /<prefix> if wanted",
    pattern: "s3:::[0-9a-z][0-9a-z.-]{1,61}[0-9a-z](?:/[0-9A-Za-z_+=/,.@-]{1,940})?",
  },
  application: {
    name: "an Amazon Pinpoint application",
    shape: "mobiletargeting:<region>:<account>:apps/<id>",
    pattern: `mobiletargeting:${REGION}:${ACCOUNT}:apps/[0-9A-Za-z]{1,64}`,
  },
} as const satisfies Readonly<Record<string, ArnKind>>;
