import { RESOURCES } from "../../cognito/resources";
import type { PoolModel, ResourceServerModel } from "../../model/model";
import { listed, quoted } from "../../text/quoted";
import { anything, get } from "../language/facet-kinds";
import { type FacetTable, silent } from "../language/facet-table";
import { compareItems } from "../language/items";

type Scope = ResourceServerModel["scopes"][number];

const SCOPE: FacetTable<Scope> = {
  scopeName: silent("scopes are compared by their name"),
  scopeDescription: anything([], "description", get("scopeDescription"), {
    risk: "notes",
    why: "only the console shows it",
  }),
};

const RESOURCE_SERVER: FacetTable<ResourceServerModel> = {
  key: silent("resource servers are compared by their key"),
  identifier: anything(["identifier"], "identifier", get("identifier"), {
    risk: "breaks",
    why: "every scope gets another name, and apps and APIs that use the old ones are rejected",
  }),
  name: anything(["name"], "name", get("name"), {
    risk: "breaks",
    why: "until it exists again, clients that request its scopes get invalid_scope",
  }),
  scopes: compareItems<ResourceServerModel, Scope>({
    of: get("scopes"),
    keyOf: get("scopeName"),
    at: ({ scopeName }) => ["scopes", scopeName],
    nameOf: ({ scopeName }) => `scope ${quoted(scopeName)}`,
    added: ({ scopeName }) => ({
      risk: "changes",
      what: `scope ${quoted(scopeName)} is added`,
      why: "clients may be given it",
    }),
    removed: ({ scopeName }) => ({
      risk: "breaks",
      what: `scope ${quoted(scopeName)} is removed`,
      why: "clients that request it get invalid_scope, and their next update fails",
    }),
    table: SCOPE,
  }),
};

/** What a review says about a pool's resource servers. */
export const RESOURCE_SERVERS = compareItems<PoolModel, ResourceServerModel>({
  of: get("resourceServers"),
  keyOf: get("key"),
  at: ({ key }) => ["resourceServers", key],
  nameOf: ({ key }) => `resource server ${quoted(key)}`,
  added: ({ key, scopes }) => ({
    risk: "changes",
    what: `resource server ${quoted(key)} is added, with scopes ${listed(scopes.map((scope) => scope.scopeName))}`,
    why: "clients may be given its scopes",
  }),
  removed: ({ key }) => ({
    risk: "breaks",
    what: `resource server ${quoted(key)} is removed`,
    why: "its scopes are removed, and clients that request them get invalid_scope",
  }),
  table: RESOURCE_SERVER,
  kind: RESOURCES.resourceServer,
});
