/** The Terraform name of a camel-case field: `accessTokenValidity` becomes `access_token_validity`. */
export function argumentName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/**
 * Free text, as the names of identity providers and groups are, as a Terraform name in lower snake case:
 * `SignInWithApple` becomes `sign_in_with_apple`, `Beta testers` becomes `beta_testers`.
 */
export function snakeCase(text: string): string {
  const words = text
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  return /^[a-z]/.test(words) ? words : `_${words}`;
}
