/**
 * The Regions of AWS by partition.
 *
 * @see https://docs.aws.amazon.com/general/latest/gr/rande.html
 * @see https://github.com/hashicorp/aws-sdk-go-base/blob/main/endpoints/endpoints_gen.go which the AWS provider asks
 */
export const PARTITIONS: Readonly<Record<string, readonly string[]>> = {
  aws: [
    "af-south-1",
    ...["ap-east-1", "ap-east-2", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-south-2"],
    ...["ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ap-southeast-6"],
    "ap-southeast-7",
    ...["ca-central-1", "ca-west-1"],
    ...[
      "eu-central-1",
      "eu-central-2",
      "eu-north-1",
      "eu-south-1",
      "eu-south-2",
      "eu-west-1",
      "eu-west-2",
      "eu-west-3",
    ],
    "il-central-1",
    ...["me-central-1", "me-south-1"],
    "mx-central-1",
    "sa-east-1",
    ...["us-east-1", "us-east-2", "us-west-1", "us-west-2"],
  ],
  "aws-cn": ["cn-north-1", "cn-northwest-1"],
  "aws-eusc": ["eusc-de-east-1"],
  "aws-iso": ["us-iso-east-1", "us-iso-west-1"],
  "aws-iso-b": ["us-isob-east-1", "us-isob-west-1"],
  "aws-iso-e": ["eu-isoe-west-1"],
  "aws-iso-f": ["us-isof-east-1", "us-isof-south-1"],
  "aws-us-gov": ["us-gov-east-1", "us-gov-west-1"],
};

export const REGIONS: readonly string[] = Object.values(PARTITIONS).flat();

/**
 * Partitions whose Regions have no user pools: AWS China has identity pools alone, in Beijing.
 *
 * @see https://docs.amazonaws.cn/en_us/aws/latest/userguide/cognito.html
 */
export const WITHOUT_USER_POOLS: readonly string[] = ["aws-cn"];

/** The partition of a Region: `aws`, `aws-cn`, ...; `undefined` of a Region that does not exist. */
export function partitionOf(region: string): string | undefined {
  return Object.keys(PARTITIONS).find((partition) => PARTITIONS[partition]?.includes(region));
}

/**
 * The host of a prefix domain: in AWS GovCloud (US) there are FIPS endpoints alone.
 *
 * @see https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-cog.html
 */
export function prefixHost(prefix: string, region: string): string {
  const label = partitionOf(region) === "aws-us-gov" ? "auth-fips" : "auth";
  return `${prefix}.${label}.${region}.amazoncognito.com`;
}

/** Regions whose identities older user pools may use beside their own Region's. */
const BACKWARDS_COMPATIBLE = ["us-east-1", "us-west-2", "eu-west-1"] as const;

/**
 * For each Region of a user pool, the Regions whose SES identities it can send from with `DEVELOPER`. Some pools have
 * no SES in their own Region: of the alternate Regions that AWS lists for them, DEVELOPER takes the first alone.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html#user-pool-email-developer-region-mapping
 */
const SES_REGIONS: Readonly<Record<string, readonly string[]>> = {
  "af-south-1": ["af-south-1"],
  "ap-east-1": ["ap-southeast-1"],
  "ap-northeast-1": ["ap-northeast-1", ...BACKWARDS_COMPATIBLE],
  "ap-northeast-2": ["ap-northeast-2", ...BACKWARDS_COMPATIBLE],
  "ap-northeast-3": ["ap-northeast-3"],
  "ap-south-1": ["ap-south-1", ...BACKWARDS_COMPATIBLE],
  "ap-south-2": ["ap-south-1"],
  "ap-southeast-1": ["ap-southeast-1", ...BACKWARDS_COMPATIBLE],
  "ap-southeast-2": ["ap-southeast-2", ...BACKWARDS_COMPATIBLE],
  "ap-southeast-3": ["ap-southeast-3"],
  "ap-southeast-4": ["ap-southeast-2"],
  "ap-southeast-5": ["ap-southeast-2"],
  "ap-southeast-7": ["ap-southeast-1"],
  "ca-central-1": ["ca-central-1", ...BACKWARDS_COMPATIBLE],
  "ca-west-1": ["ca-central-1"],
  "eu-central-1": ["eu-central-1", ...BACKWARDS_COMPATIBLE],
  "eu-central-2": ["eu-central-1"],
  "eu-north-1": ["eu-north-1"],
  "eu-south-1": ["eu-south-1"],
  "eu-south-2": ["eu-west-3"],
  "eu-west-1": BACKWARDS_COMPATIBLE,
  "eu-west-2": ["eu-west-2", ...BACKWARDS_COMPATIBLE],
  "eu-west-3": ["eu-west-3"],
  "il-central-1": ["il-central-1"],
  "me-central-1": ["eu-central-1"],
  "me-south-1": ["me-south-1"],
  "mx-central-1": ["us-east-1"],
  "sa-east-1": ["sa-east-1"],
  "us-east-1": BACKWARDS_COMPATIBLE,
  "us-east-2": ["us-east-2", ...BACKWARDS_COMPATIBLE],
  "us-west-1": ["us-west-1"],
  "us-west-2": BACKWARDS_COMPATIBLE,
};

/**
 * The Regions whose SES identities a user pool of this Region can send from; `undefined` where AWS does not say. Not `*`,
 * an identity in both alternate Regions: DEVELOPER has no use for it, and the AWS provider refuses it at plan.
 */
export function sesRegionsOf(region: string): readonly string[] | undefined {
  return SES_REGIONS[region];
}

/**
 * For each Region of a user pool, the Regions whose SNS it can send text messages through: its own, but for those
 * listed here.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html#sms-choose-a-region
 */
const OTHER_SNS_REGIONS: Readonly<Record<string, readonly string[]>> = {
  "ap-east-1": ["ap-southeast-1"],
  "ap-northeast-2": ["ap-northeast-1"],
  "ap-south-1": ["ap-south-1", "ap-southeast-1"],
  "ap-southeast-5": ["ap-southeast-1"],
  "ap-southeast-7": ["ap-south-1"],
  "ca-central-1": ["ca-central-1", "us-east-1"],
  "eu-central-1": ["eu-central-1", "eu-west-1"],
  "eu-west-2": ["eu-west-2", "eu-west-1"],
  "us-east-2": ["us-east-2", "us-east-1"],
};

/** The Regions whose SNS a user pool of this Region can use. */
export function snsRegionsOf(region: string): readonly string[] {
  return OTHER_SNS_REGIONS[region] ?? [region];
}

/**
 * The Regions of the Amazon Pinpoint applications to which clients of a pool of this Region can send events: its own,
 * and N. Virginia for the Regions without Pinpoint.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/security-cognito-regional-data-considerations.html
 */
export function pinpointRegionsOf(region: string): readonly string[] {
  return partitionOf(region) === "aws" && region !== "us-east-1" ? [region, "us-east-1"] : [region];
}
