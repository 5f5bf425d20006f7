/** The form of every key that becomes part of a Terraform address: lower case, digits, `-` and `_` inside. */
export const KEY = /^[a-z][a-z0-9]*([-_][a-z0-9]+)*$/;

/** A Terraform identifier, as a variable name must be. */
export const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** Names that no variable can have: Terraform reserves them in `module` blocks. */
export const RESERVED = ["count", "depends_on", "for_each", "lifecycle", "locals", "providers", "source", "version"];

/**
 * The Terraform name of a key: `-` becomes `_`.
 *
 * Two keys that differ only there would share an address, so the schema refuses them side by side.
 */
export function terraformName(key: string): string {
  return key.replaceAll("-", "_");
}
