import { STANDARD_SCOPES } from "../../cognito/values";
import type { PoolModel, ResourceServerModel } from "../../model/model";
import { isOpen } from "../../model/value";
import { all, any, not, type Statement } from "../language/statements";
import { matches } from "../language/text-statements";

/** Every scope that the file describes, those of a resource server with an open identifier under its key. */
export function knownScopes({ resourceServers }: PoolModel): readonly string[] {
  return [
    ...STANDARD_SCOPES,
    ...resourceServers.flatMap((server) => server.scopes.map(({ scopeName }) => `${nameOf(server)}/${scopeName}`)),
  ];
}

/**
 * The scope is a standard one or one of a planned resource server, or belongs to a resource server that is managed
 * elsewhere: one of an existing pool. What an open identifier holds is known to Terraform alone.
 */
export function scopeExists(
  { existing, resourceServers }: PoolModel,
  candidates: readonly string[],
): Statement<string> {
  const described = isAmong(candidates, "local.scopes");
  const hasOpen = resourceServers.some(({ identifier }) => isOpen(identifier));
  if (!existing && !hasOpen) return described;
  const possible = any(described, all(matches("/"), not(belongsTo(resourceServers))));
  return existing ? possible : { holds: possible.holds, over: described.over };
}

/** The scope's resource server is one of these. */
function belongsTo(servers: readonly ResourceServerModel[]): Statement<string> {
  const identifier = isAmong(servers.map(nameOf), "[for server in local.resource_servers : server.identifier]");
  return {
    holds: (scope) => identifier.holds(scope.replace(/\/[^/]*$/, "")),
    over: (scope) => identifier.over(`replace(${scope}, "//[^/]*$/", "")`),
  };
}

/** The text is one of these, of which Terraform has a list of its own. */
export function isAmong(texts: readonly string[], list: string): Statement<string> {
  const set = new Set(texts);
  return { holds: (text) => set.has(text), over: (text) => `contains(${list}, ${text})` };
}

/** A resource server's identifier here: its key, where that is left open. */
function nameOf({ key, identifier }: ResourceServerModel): string {
  return isOpen(identifier) ? key : identifier;
}
