/**
 * A number that changes exactly when an expression without secrets does, by which Terraform writes a write-only argument
 * again. With a client id in it, another generation has another number, and so has a client that was replaced.
 *
 * @returns a Terraform expression, in place of a number
 */
export function writeOnlyVersion(expression: string): number {
  return `\${${numberOf(expression)}}` as unknown as number;
}

/** The same as an expression, to compare with. */
export function numberOf(expression: string): string {
  return `parseint(substr(sha256(jsonencode(${expression})), 0, 7), 16)`;
}
