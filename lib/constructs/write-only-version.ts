/**
 * A number that changes exactly when an expression without secrets does, by which Terraform writes a write-only argument
 * again. With a client id in it, another generation has another number, and so has a client that was replaced.
 *
 * @returns a Terraform expression, in place of a number
 */
export function writeOnlyVersion(expression: string): number {
  return `\${parseint(substr(sha256(jsonencode(${expression})), 0, 7), 16)}` as unknown as number;
}
