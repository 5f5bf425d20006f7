/** The oldest AWS provider that knows every argument written here; every plan of the tests is made with it. */
const OLDEST = "5.100.0";

/** The first AWS provider that may change what is known of it. */
const NEXT_MAJOR = "7.0.0";

/**
 * The AWS provider from which a resource can be used, where that is later than the oldest one. A stack without such a
 * resource takes any provider.
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/blob/main/CHANGELOG.md
 */
const USABLE_FROM: Readonly<Record<string, string>> = {
  aws_cognito_log_delivery_configuration: "6.5.0",
  /** New in 6.12.0, which cannot read a style of a pool that has clients without one. */
  aws_cognito_managed_login_branding: "6.13.0",
};

/**
 * The versions of the AWS provider that a configuration can be planned with, as `required_providers` has them:
 * `>= 5.100.0, < 7.0.0`.
 *
 * @param types the types of its resources
 */
export function awsProviderRange(types: readonly string[]): string {
  const least = types.map(usableFrom).reduce(later, OLDEST);
  return `>= ${least}, < ${NEXT_MAJOR}`;
}

/** The AWS provider from which a resource can be used: `6.13.0`. @param type of the resource */
export function usableFrom(type: string): string {
  return USABLE_FROM[type] ?? OLDEST;
}

/** The later one of two versions of three numbers. */
export function later(one: string, other: string): string {
  const [numbers, others] = [one, other].map((version) => version.split(".").map(Number)) as [number[], number[]];
  const difference = numbers.map((number, index) => number - (others[index] as number)).find((each) => each !== 0);
  return (difference ?? 0) > 0 ? one : other;
}
