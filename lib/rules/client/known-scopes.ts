import { STANDARD_SCOPES } from "../../cognito/values";
import type { PoolModel, ResourceServerModel } from "../../model/model";
import { isOpen } from "../../model/value";
import { literal } from "../language/expressions";
import { all, any, not, type Statement } from "../language/statements";
import { matches } from "../language/text-statements";

/** Every scope that the file describes. The key stands for an identifier that is left open. */
export function knownScopes({ resourceServers }: PoolModel): readonly string[] {
  return [
    ...STANDARD_SCOPES,
    ...resourceServers.flatMap((server) => scopesOf(server, (text) => nameOf(server) + text)),
  ];
}

/**
 * The scope is one that the file describes, or belongs to a resource server that the file does not know: one of an
 * existing pool, or one whose identifier is left open. Terraform knows the identifiers that variables hold.
 */
export function scopeExists(
  { existing, resourceServers }: PoolModel,
  candidates: readonly string[],
): Statement<string> {
  const scopes = [
    ...STANDARD_SCOPES.map(literal),
    ...resourceServers.flatMap((server) => scopesOf(server, (text) => expressionOf(server, text))),
  ];
  const described = isListed(candidates, scopes);
  const open = resourceServers.flatMap(({ identifier }) => (isOpen(identifier) ? [identifier] : []));
  if (!existing && open.length === 0) return described;
  const possible = any(described, all(matches("/"), not(belongsTo(resourceServers))));
  return existing || open.some(({ token }) => token !== undefined)
    ? possible
    : { holds: possible.holds, over: described.over };
}

/** The scope's resource server is one of these. */
function belongsTo(servers: readonly ResourceServerModel[]): Statement<string> {
  const identifier = isListed(
    servers.map(nameOf),
    servers.map((server) => expressionOf(server)),
  );
  return {
    holds: (scope) => identifier.holds(scope.replace(/\/[^/]*$/, "")),
    over: (scope) => identifier.over(`replace(${scope}, "//[^/]*$/", "")`),
  };
}

/** The text is one of these, for which Terraform has expressions. */
function isListed(texts: readonly string[], expressions: readonly string[]): Statement<string> {
  const set = new Set(texts);
  const list = [...new Set(expressions)].sort().join(", ");
  return { holds: (text) => set.has(text), over: (text) => `contains([${list}], ${text})` };
}

function scopesOf({ scopes }: ResourceServerModel, make: (scope: string) => string): string[] {
  return scopes.map(({ scopeName }) => make(`/${scopeName}`));
}

/** A resource server's identifier here: its key, where that is left open. */
function nameOf({ key, identifier }: ResourceServerModel): string {
  return isOpen(identifier) ? key : identifier;
}

/** A resource server's identifier in Terraform, which knows it even where it is left open, with text after it. */
function expressionOf(server: ResourceServerModel, text = ""): string {
  const { identifier } = server;
  const open = isOpen(identifier) && identifier.token === undefined;
  return open ? `"\${var.${identifier.variable}}${literal(text).slice(1)}` : literal(nameOf(server) + text);
}
