/** The form of every key that becomes part of a Terraform address: lower case, digits, `-` and `_` inside. */
export const KEY = /^[a-z][a-z0-9]*([-_][a-z0-9]+)*$/;

/** A Terraform identifier, as a variable name must be. */
export const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** What no variable can be called: Terraform keeps it for itself in `module` blocks. */
export const RESERVED = ["count", "depends_on", "for_each", "lifecycle", "locals", "providers", "source", "version"];

/**
 * The Terraform name of a key: `-` becomes `_`.
 *
 * Two keys that differ only there would share an address, so the schema refuses them side by side.
 */
export function terraformName(key: string): string {
  return key.replaceAll("-", "_");
}

/**
 * The Terraform name of free text, as identity providers and groups have: lower snake case.
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
