import type { BackendModel, EnvironmentModel } from "../../model/model";
import { part, type Source } from "../../model/source";
import type { Text } from "../../model/value";
import type { Environment } from "../schema";
import { defined } from "./defined";
import type { OpenValues } from "./open-values";

/** Resolves where a stack is deployed and where its state lives. */
export function resolveEnvironment(key: string, source: Source, stack: string, open: OpenValues): EnvironmentModel {
  const at = (name: string) => part(source, name);
  return {
    key,
    region: open.text(at("region")) as Text,
    tags: open.record(at("tags")),
    backend: resolveBackend(at("backend")?.value as Environment["backend"], stack),
    source,
    ...defined({
      accountId: open.text(at("accountId")),
      profile: open.text(at("profile")),
      assumeRoleArn: open.text(at("assumeRoleArn")),
    }),
  };
}

/**
 * A local state lies beside the output folder, not in it, so that removing the output loses no state.
 * The path is relative to the stack's folder: the same bytes on every machine.
 */
function resolveBackend(written: Environment["backend"], stack: string): BackendModel {
  switch (written?.type) {
    case "s3":
      return {
        type: "s3",
        bucket: written.bucket,
        region: written.region,
        key: `${written.keyPrefix ? `${written.keyPrefix.replace(/\/+$/, "")}/` : ""}${stack}.tfstate`,
        useLockfile: written.useLockfile ?? true,
        encrypt: written.encrypt ?? true,
        ...defined({ kmsKeyId: written.kmsKeyId }),
      };
    case "cloud":
      return {
        type: "cloud",
        organization: written.organization,
        workspace: `${written.workspacePrefix ?? ""}${stack}`,
        ...defined({ hostname: written.hostname }),
      };
    default:
      return { type: "local", path: written?.path ?? `../../../terraform.${stack}.tfstate` };
  }
}
