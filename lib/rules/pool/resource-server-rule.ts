import type { ResourceServerModel } from "../../model/model";
import type { Claim } from "../language/claims";
import { type Field, field } from "../language/fields";
import { claimEvery, type Items } from "../language/items";
import type { Phrase } from "../language/phrases";
import type { Statement } from "../language/statements";
import type { BadExample, Example } from "../rule";
import { badPool, goodPool } from "./pool-examples";

type Server = NonNullable<NonNullable<Example["pool"]>["resourceServers"]>[string];

/** A scope, and the resource server that has it. */
interface ServerScope {
  readonly scope: ResourceServerModel["scopes"][number];
  readonly server: ResourceServerModel;
}

export const identifier: Field<ResourceServerModel> = field((server) => server.identifier, "identifier");
export const scopeName: Field<ServerScope> = field(({ scope }) => scope.scopeName, "scope_name");
export const scopeDescription: Field<ServerScope> = field(({ scope }) => scope.scopeDescription, "scope_description");

/** The identifier of the resource server that has the scope. */
export const scopeServer: Field<ServerScope> = {
  of: ({ server }) => identifier.of(server),
  over: () => identifier.over("self"),
};

/** A scope as clients write it: `<identifier>/<scope>`. */
export const qualifiedScope: Field<ServerScope> = {
  of: ({ scope, server }) => {
    const prefix = identifier.of(server);
    return prefix === undefined ? undefined : `${prefix}/${scope.scopeName}`;
  },
  over: (scope) => `"\${${identifier.over("self")}}/\${${scopeName.over(scope)}}"`,
};

const scopes: Items<ResourceServerModel, ServerScope> = {
  of: (server) => server.scopes.map((scope) => ({ scope, server })),
  over: (server) => `${server}.scope`,
  item: "scope",
};

/** What must hold of each scope of a resource server. */
export function claimScopes(must: Statement<ServerScope>, message: Phrase<ServerScope>): Claim<ResourceServerModel> {
  return claimEvery(scopes, must, ({ scope }) => ["scopes", scope.scopeName], message);
}

/** An example with one resource server, `api`. */
export function server(given: Partial<Server>): Example {
  return goodPool({ resourceServers: { api: { scopes: {}, ...given } } });
}

/** The same, breaking a rule at this place of the server. */
export function badServer(given: Partial<Server>, ...at: string[]): BadExample {
  return badPool({ resourceServers: { api: { scopes: {}, ...given } } }, "resourceServers", "api", ...at);
}
