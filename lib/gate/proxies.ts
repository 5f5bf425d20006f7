import { quoted } from "../text/quoted";
import type { Allowed } from "./allowances";
import { isLost } from "./destruction";
import { CLIENT, moduleOf, POOL } from "./objects";
import type { ResourceChange } from "./plan-file";
import { allowed, type GateDiagnostic, refused } from "./verdict";

/** The name of every part of the SECRET_HASH proxy of a stack. */
const NAME = "secret_hash_proxy";

/** The parts without which the apps behind the proxy cannot sign in, by type. */
const PARTS: Readonly<Record<string, { readonly noun: string; readonly why: string }>> = {
  aws_cloudfront_distribution: {
    noun: "CloudFront distribution of the SECRET_HASH proxy",
    why: "installed apps call the Cognito API at its address, and cannot sign in or refresh without it",
  },
  aws_secretsmanager_secret: {
    noun: "secret of the SECRET_HASH proxy",
    why: "the proxy signs with the client secrets that it has, and refuses every call without them",
  },
};

/**
 * Parts of the proxy that are destroyed or replaced while apps use it. A client leaves the proxy by replacement alone,
 * so the parts may go together with clients whose loss the config allows.
 */
export function lostProxies(
  changes: readonly ResourceChange[],
  allowance: (object: ResourceChange) => Allowed | undefined,
): GateDiagnostic[] {
  return changes.flatMap((change) => {
    const part = change.name === NAME && change.mode !== "data" && isLost(change) ? PARTS[change.type] : undefined;
    if (part === undefined) return [];
    const isReplaced = change.change.actions.includes("create");
    const code = isReplaced ? "replacement" : "destruction";
    const message = `${part.noun} ${quoted(nameOf(change))} would be ${isReplaced ? "replaced" : "destroyed"}`;
    const lost = changes.filter(
      (each) => (each.type === CLIENT || each.type === POOL) && moduleOf(each) === moduleOf(change) && isLost(each),
    );
    if (!isReplaced && lost.length > 0 && lost.every((each) => allowance(each)?.expired === false))
      return [allowed(code, change.address, { message, why: "the config allows that the clients behind it are lost" })];
    return [
      refused(code, change.address, {
        message,
        why: part.why,
        fix: isReplaced
          ? "undo the edit, or run terraform untaint if the part works as it is"
          : "restore secretHashProxy of the clients; to remove the proxy, wait until no app calls it, then remove its clients with allowDestroy: { reason, until }",
      }),
    ];
  });
}

function nameOf({ name, change: { before } }: ResourceChange): string {
  return String(before?.name ?? before?.domain_name ?? name);
}
