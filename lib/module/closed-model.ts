import type { ClientModel, PoolModel } from "../model/model";
import { isOpen } from "../model/value";
import type { Json } from "../terraform/hcl-values";

/** Values of variables by name; `null` is the value that leaves an argument out. */
export type Values = Readonly<Record<string, Json>>;

/** The model as it is when each variable holds its value. */
export function closedModel(model: PoolModel, values: Values): PoolModel {
  const pool = closed(model, values) as PoolModel;
  return { ...pool, clients: pool.clients.map((client) => withScopesOf(client, pool)) };
}

/** The client with the scopes of resource servers named as the servers are now. */
function withScopesOf(client: ClientModel, { resourceServers }: PoolModel): ClientModel {
  const renamed = Object.entries(client.scopeReferences).map(([scope, reference]) => {
    const identifier = resourceServers.find(({ key }) => key === reference.resourceServer)?.identifier;
    return [scope, typeof identifier === "string" ? `${identifier}/${reference.scope}` : scope, reference] as const;
  });
  const names = new Map(renamed.map(([scope, name]) => [scope, name]));
  const { allowedOauthScopes: scopes } = client;
  return {
    ...client,
    allowedOauthScopes: isOpen(scopes)
      ? scopes
      : scopes.map((each) => (isOpen(each) ? each : (names.get(each) ?? each))),
    scopeReferences: Object.fromEntries(renamed.map(([, name, reference]) => [name, reference])),
  };
}

function closed(value: unknown, values: Values): unknown {
  if (isOpen(value)) return value.token === undefined ? (values[value.variable] ?? undefined) : value;
  if (Array.isArray(value)) return value.map((item) => closed(item, values));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, key === "source" ? item : closed(item, values)]);
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
}
