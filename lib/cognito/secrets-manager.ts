/**
 * The key with which Secrets Manager encrypts where none is named. AWS answers no key of a secret that has it, so
 * Terraform would change a secret that names it with every apply.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html
 */
export const DEFAULT_SECRETS_KEY = "alias/aws/secretsmanager";
