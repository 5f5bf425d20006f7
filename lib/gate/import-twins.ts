import { RESOURCES, type Resource } from "../cognito/resources";
import { quoted } from "../text/quoted";
import { CLIENT, kindOf, moduleOf, nameOf } from "./objects";
import type { ResourceChange } from "./plan-file";
import { type GateDiagnostic, refused } from "./verdict";

/**
 * The import of the very object that a plan destroys under another address, as when an adopted client gets another key
 * without `renamedFrom`: Terraform does both, and the object is gone.
 */
export function importOf(lost: ResourceChange, changes: readonly ResourceChange[]): ResourceChange | undefined {
  const { id, user_pool_id: pool } = lost.change.before ?? {};
  if (!lost.change.actions.includes("delete") || typeof id !== "string") return undefined;
  // the AWS provider has the pool in the import id of every object, and in the id of some
  const ids = [id, `${pool}/${id}`];
  return changes.find(
    ({ type, address, change: { importing } }) =>
      type === lost.type && address !== lost.address && importing?.id !== undefined && ids.includes(importing.id),
  );
}

/** That an object is imported and destroyed: refused, whatever the config allows to be destroyed. */
export function destroyedImport(lost: ResourceChange, twin: ResourceChange): GateDiagnostic {
  const { noun } = RESOURCES[kindOf(lost) as Resource];
  const canMove = lost.type === CLIENT && moduleOf(lost) === moduleOf(twin);
  return refused("destruction", lost.address, {
    message: `${noun} ${quoted(nameOf(lost))} would be destroyed, and imported as ${quoted(twin.address)}`,
    why: "both addresses are the same object in AWS: the import gives it another address, and the old address is no longer in the configuration",
    fix: canMove
      ? "add renamedFrom, its old key, to the client, so that it moves"
      : "keep its key, or move it to its new address by terraform state mv first",
  });
}
