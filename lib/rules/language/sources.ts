/** A page of the API reference of Amazon Cognito user pools. */
export function api(page: string): string {
  return `https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_${page}.html`;
}

/** A page of the Amazon Cognito developer guide. */
export function guide(page: string): string {
  return `https://docs.aws.amazon.com/cognito/latest/developerguide/${page}.html`;
}

/** An issue of the AWS provider. */
export function issue(number: number): string {
  return `https://github.com/hashicorp/terraform-provider-aws/issues/${number}`;
}

/** Rules captured from real deployments, with AWS's messages. */
export const PREFLIGHT = "https://github.com/badmintoncryer/cdk-preflight";

/** AWS's answers as a tested emulator repeats them. */
export const MOTO = "https://github.com/getmoto/moto/blob/master/moto/cognitoidp/models.py";
