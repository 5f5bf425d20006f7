import { resolveClient } from "../config/resolve/client";
import { OpenValues } from "../config/resolve/open-values";
import { resolveUserPool } from "../config/resolve/user-pool";
import type { ClientModel, PoolModel } from "../model/model";
import { originOf, part, type Source, written } from "../model/source";
import { known, knownItems } from "../model/value";
import type { Difference, Told } from "./change";
import { CLIENT_FACETS } from "./client-facets";
import { scopes } from "./client-sign-in";
import { effective } from "./effective";
import { compareFacets, difference } from "./facet";
import { PASSWORD_FACETS } from "./password-facets";
import { comparePermissions } from "./permissions";
import { POOL_FACETS } from "./pool-facets";
import { clientQuotas, poolQuotas } from "./quotas";
import { atLeast } from "./risk";
import { USER_POOL_FACETS } from "./user-pool-facets";
import { count, listed, shown } from "./wording";

/** Why a machine client costs. */
export const BILLED = "each machine client, and each token that it asks for, is billed";

/** A new client, with whatever is weaker than in one of its platform of which nothing is said, and near quotas. */
export function addedClient(client: ClientModel, pool: PoolModel): Difference[] {
  const machine = isMachine(client);
  const weak = weaknesses(beyondPreset(client, pool));
  const reasons = [...(weak ? ["it is weaker than a client has to be"] : []), ...(machine ? [BILLED] : [])];
  const told: Told = {
    risk: weak ? "opens" : machine ? "costs" : "changes",
    what: `new ${client.generateSecret ? "confidential" : "public"} client (${client.platform})${
      client.platform === "machine" ? `, with scopes ${shown(effective(scopes(client), pool.variables))}` : ""
    }${weak ? `, beyond the preset of its platform: ${weak}` : ""}`,
    why: reasons.join("; ") || "one more app may sign users in",
    at: [],
    before: null,
    after: client.key,
  };
  return [told, ...clientQuotas(undefined, client)].map((each) => difference(each, NOTHING, client));
}

/** A new pool, with whatever is weaker than in one of which nothing is said; and what its clients open and cost. */
export function addedPool(pool: PoolModel): Difference[] {
  const tier = pool.pool && known(pool.pool.userPoolTier);
  const clients = pool.clients.map(({ key }) => key);
  const weak = weaknesses(beyondDefaults(pool));
  const reasons = [
    ...(weak ? ["it is weaker than a pool has to be"] : []),
    ...(tier === "PLUS" ? ["each monthly active user costs more than in other tiers"] : []),
  ];
  const told: Told = {
    risk: weak ? "opens" : tier === "PLUS" ? "costs" : "changes",
    what: `new user pool in ${pool.environment.key}${tier === undefined ? "" : `, tier ${tier}`}${
      clients.length > 0 ? `, with ${count(clients.length, "client")}: ${listed(clients)}` : ""
    }${weak ? `; beyond the defaults: ${weak}` : ""}`,
    why: reasons.join("; ") || "AWS makes it and all that hangs on it",
    at: [],
    before: null,
    after: pool.stack,
  };
  return [
    { ...told, origin: { side: "head", path: originOf(pool.source, []).path, target: "key" } },
    ...poolQuotas(undefined, pool).map((each) => difference(each, NOTHING, pool)),
    ...pool.clients
      .flatMap((client) => addedClient(client, pool).map((each) => ({ ...each, client: client.key })))
      .filter(({ risk }) => atLeast(risk, "costs")),
  ];
}

/** Whether a client gets tokens with no user. */
export function isMachine(client: ClientModel): boolean {
  return knownItems(client.allowedOauthFlows).includes("client_credentials");
}

const NOTHING: { readonly source: Source } = { source: written({}, []) };

/** A machine is nothing without its scopes: they belong to what is compared with. */
function beyondPreset(client: ClientModel, pool: PoolModel): Difference[] {
  const { key, platform, generateSecret, source } = client;
  const allowedOauthScopes = platform === "machine" ? part(source, "allowedOauthScopes")?.value : undefined;
  const said = written({ platform, generateSecret, allowedOauthScopes }, []);
  const surroundings = { resourceServers: pool.resourceServers, attributes: pool.pool?.schema ?? [] };
  const preset = resolveClient(key, said, undefined, surroundings, new OpenValues());
  const side = (subject: ClientModel) => ({ subject, source: subject.source, variables: pool.variables, pool });
  return [
    ...compareFacets(CLIENT_FACETS, side(preset), side(client)),
    ...comparePermissions(side(preset), side(client)),
  ];
}

/** Sign-in names decide what is verified: they belong to what is compared with. */
function beyondDefaults(pool: PoolModel): Difference[] {
  if (pool.pool === undefined) return [];
  const { name, usernameAttributes, aliasAttributes } = pool.pool;
  const said = written({ usernameAttributes, aliasAttributes }, []);
  const preset = resolveUserPool(said, known(name) ?? "", new OpenValues());
  const side = <T>(subject: T) => ({ subject, source: pool.source, variables: pool.variables });
  return [
    ...compareFacets([...USER_POOL_FACETS, ...PASSWORD_FACETS], side(preset), side(pool.pool)),
    ...compareFacets(POOL_FACETS, side({ ...pool, exportClientSecrets: false }), side(pool)),
  ];
}

function weaknesses(differences: readonly Difference[]): string {
  return differences.flatMap(({ risk, what }) => (risk === "opens" ? [what] : [])).join("; ");
}
