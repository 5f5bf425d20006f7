import { RESOURCES, type Resource } from "../cognito/resources";
import type { LoadedConfig } from "../config/load";
import { placeOf } from "../diagnostics/diagnostic";
import { kindOf } from "../gate/objects";
import type { ResourceChange } from "../gate/plan-file";
import type { PoolModel } from "../model/model";
import { originOf, type Path, type Source } from "../model/source";
import { placeIn } from "../rules/check";

/** Where the config says something of an object of a plan: `userpools.yaml:14:9`. */
export type PlaceOfObject = (object: ResourceChange, keys: readonly Path[]) => string | undefined;

/** Where something of an object is in the config: a part of the pool, or of what a client has from every layer. */
interface Described {
  readonly source: Source;
  readonly at: Path;
}

/**
 * Finds the places of one stack in its config: of the first of the keys that is written, in whatever layer it was; of the
 * object itself where none is.
 */
export function placesIn({ source }: LoadedConfig, model: PoolModel): PlaceOfObject {
  return (object, keys) => {
    const described = describedBy(object, model);
    if (described === undefined) return undefined;
    const origins = [...keys, []].map((key) => originOf(described.source, [...described.at, ...key]));
    const { path } = origins.find(({ found }) => found) ?? (origins.at(-1) as { path: Path });
    const place = placeOf({
      ...placeIn(source, { path, target: "key" }),
      code: "",
      level: "note",
      message: "",
      stacks: [],
    });
    return place === source.file ? undefined : place;
  };
}

const PARTS: Partial<Record<Resource, (values: Values, model: PoolModel) => Path | undefined>> = {
  userPool: () => [],
  domain: ({ domain }, { additionalDomain }) => [
    additionalDomain?.domain === domain && domain !== undefined ? "additionalDomain" : "domain",
  ],
  resourceServer: ({ identifier }, { resourceServers }) => {
    const server = resourceServers.find((each) => each.identifier === identifier);
    return server && [RESOURCES.resourceServer.key, server.key];
  },
  identityProvider: ({ provider_name: name }) => [RESOURCES.identityProvider.key, String(name)],
  group: ({ name }) => [RESOURCES.group.key, String(name)],
};

/** What a pool, or one of its clients, has by resources of its own, by the key that says it. */
const OWN: Partial<Record<Resource, string>> = {
  threatProtection: RESOURCES.threatProtection.key,
  uiCustomization: RESOURCES.uiCustomization.key,
  logDelivery: RESOURCES.logDelivery.key,
  webAcl: RESOURCES.webAcl.key,
  branding: "branding",
};

type Values = Readonly<Record<string, unknown>>;

function describedBy(object: ResourceChange, model: PoolModel): Described | undefined {
  const values: Values = object.change.before ?? object.change.after ?? {};
  const kind = kindOf(object);
  if (kind === "client") {
    const client = model.clients.find(({ adopted }) => adopted?.clientId === values.id) ?? clientNamed(values, model);
    return client && { source: client.source, at: [] };
  }
  const own = kind && OWN[kind];
  if (own !== undefined) {
    const client = model.clients.find(({ adopted }) => adopted?.clientId === values.client_id);
    return { source: (client ?? model).source, at: [own] };
  }
  const at = kind && PARTS[kind]?.(values, model);
  return at && { source: model.source, at };
}

/** A client that a plan creates has no id. */
function clientNamed({ name }: Values, { clients }: PoolModel) {
  return clients.find((client) => client.name === name);
}
