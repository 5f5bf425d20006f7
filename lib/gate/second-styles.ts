import { RESOURCES } from "../cognito/resources";
import { quoted } from "../text/quoted";
import { nameOf } from "./objects";
import type { ResourceChange } from "./plan-file";
import { type GateDiagnostic, noted } from "./verdict";

/**
 * Styles that a plan creates for a client that exists, since its id is known. The client may have one that was made in the
 * console, and AWS takes no second one.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateManagedLoginBranding.html
 */
export function secondStyles(changes: readonly ResourceChange[]): GateDiagnostic[] {
  return changes.flatMap((object) => {
    const { type, address, change } = object;
    const { actions, after, importing } = change;
    if (type !== RESOURCES.branding.type || importing !== undefined) return [];
    if (actions.join() !== "create" || typeof after?.client_id !== "string") return [];
    return [
      noted("second-style", address, {
        message: `style of managed login ${quoted(nameOf(object))} is created for the client ${quoted(after.client_id)}, which exists`,
        why: "a client has one style: if it was given one in the console, AWS refuses this one with ManagedLoginBrandingExistsException",
        fix: "if it has one, import that with adopted.styleId of the client, or delete it in AWS first",
      }),
    ];
  });
}
