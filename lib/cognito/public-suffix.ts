/**
 * Whether names are registered directly under a host: a top-level domain, or a public suffix such as `co.uk`. No A record
 * and no relying party can be at one.
 *
 * @param options.private also suffixes that companies have registered, such as `github.io`: browsers honour them, while
 *   a host at one can have an A record. Default false
 * @see https://publicsuffix.org/list/
 */
export function isPublicSuffix(host: string, options: { readonly private?: boolean } = {}): boolean {
  // the list is large, and few configs ask
  const { getPublicSuffix } = require("tldts") as typeof import("tldts");
  return getPublicSuffix(host, { allowPrivateDomains: options.private ?? false }) === host.toLowerCase();
}
