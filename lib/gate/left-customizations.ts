import { RESOURCES } from "../cognito/resources";
import { quoted } from "../text/quoted";
import { isLost } from "./destruction";
import { CLIENT } from "./objects";
import type { ResourceChange } from "./plan-file";
import { type GateDiagnostic, noted } from "./verdict";

/**
 * Customizations of the classic pages that an update gives to another client: AWS sets that client's, and the AWS
 * provider leaves the one of the client before.
 */
export function leftCustomizations(changes: readonly ResourceChange[]): GateDiagnostic[] {
  const gone = changes.filter((change) => change.type === CLIENT && isLost(change));
  return changes.flatMap(({ type, address, change: { actions, before, after } }) => {
    const was = before?.client_id;
    if (type !== RESOURCES.uiCustomization.type || !actions.includes("update")) return [];
    if (typeof was !== "string" || was === after?.client_id) return [];
    if (gone.some(({ change }) => change.before?.id === was)) return [];
    return [
      noted("retained-argument", address, {
        message: `the customization of client ${quoted(was)} is retained`,
        why: "the AWS provider customizes the pages of another client in its place, and does not remove it",
        fix: "remove it in AWS, with SetUICustomization without a style sheet and a logo",
      }),
    ];
  });
}
