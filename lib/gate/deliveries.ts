import type { Allowed } from "./allowances";
import { isLost } from "./destruction";
import { CLIENT } from "./objects";
import type { ResourceChange } from "./plan-file";
import { allowed, type GateDiagnostic, refused } from "./verdict";

/** What stores the credentials of a client, by type: the end of its name after the client's. */
const SUFFIXES: Readonly<Record<string, RegExp>> = {
  aws_secretsmanager_secret: /_credentials$/,
  aws_ssm_parameter: /_client_(?:id|secret)$/,
};

/** Deliveries that are destroyed or replaced while their client lives on: its consumers lose the credentials. */
export function lostDeliveries(
  changes: readonly ResourceChange[],
  allowance: (object: ResourceChange) => Allowed | undefined,
): GateDiagnostic[] {
  return changes.flatMap((change) => {
    const suffix = SUFFIXES[change.type];
    if (change.mode === "data" || !suffix?.test(change.name) || !isLost(change)) return [];
    const key = change.name.replace(suffix, "");
    const client = changes.find(({ type, name }) => type === CLIENT && (name === key || name.startsWith(`${key}_g`)));
    if (client === undefined || isLost(client)) return [];
    const how = change.change.actions.includes("create") ? "replaced" : "destroyed";
    const code = how === "replaced" ? "replacement" : "destruction";
    const message = `delivery ${JSON.stringify(String(change.change.before?.name ?? change.name))} would be ${how}`;
    const why = "consumers of the client read their credentials there; the client itself lives on";
    const allowedByConfig = allowance(client);
    if (allowedByConfig && !allowedByConfig.expired) return [allowed(code, change.address, { message, why })];
    const fix =
      "restore deliver; to move it, deliver to a second client or place first, move the consumers, then allow this with allowDestroy: { reason, until } of the client";
    return [refused(code, change.address, { message, why, fix })];
  });
}
