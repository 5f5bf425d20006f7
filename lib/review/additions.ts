import { resolveClient } from "../config/resolve/client";
import { OpenValues } from "../config/resolve/open-values";
import { resolveUserPool } from "../config/resolve/user-pool";
import { type ClientModel, hasManagedLogin, type PoolModel } from "../model/model";
import { originOf, part, type Source, written } from "../model/source";
import { isConfidential, isProxied } from "../model/trust";
import { known } from "../model/value";
import { count, listed } from "../text/quoted";
import { adoptedClientWords, adoptedWords } from "./adoption";
import { BILLED, isMachine } from "./billing";
import type { CompleteVerdict, Difference } from "./change";
import { CLIENT } from "./client/client";
import { scopes } from "./client/oauth";
import { effective } from "./language/effective";
import { compareFacet, difference } from "./language/facet";
import { compareTable } from "./language/facet-table";
import { shown } from "./language/wording";
import { SECRETS_OUTPUT } from "./pool/secrets-output";
import { USER_POOL } from "./pool/user-pool";
import { clientQuotas, poolQuotas } from "./quotas";
import { atLeast } from "./risk";

/** A new client, with whatever is weaker than its platform's preset, and near quotas. */
export function addedClient(client: ClientModel, pool: PoolModel): Difference[] {
  const machine = isMachine(client);
  const weak = weaknesses(beyondPreset(client, pool));
  const reasons = [
    ...(client.adopted ? [adoptedClientWords(client).why] : []),
    ...(weak ? ["weaker than its platform requires"] : []),
    ...(machine ? [BILLED] : []),
  ];
  const added = client.adopted
    ? adoptedClientWords(client)
    : {
        what: `new ${isConfidential(client) ? "confidential" : isProxied(client) ? "proxied public" : "public"} client (${client.platform})`,
        why: "another app may sign users in",
      };
  const verdict: CompleteVerdict = {
    risk: weak ? "opens" : machine && !client.adopted ? "costs" : "changes",
    what: `${added.what}${
      client.platform === "machine" ? `, with scopes ${shown(effective(scopes(client), pool.variables))}` : ""
    }${weak ? `; weaker than the platform's preset: ${weak}` : ""}`,
    why: reasons.join("; ") || added.why,
    at: [],
    before: null,
    after: client.key,
  };
  return [verdict, ...clientQuotas(undefined, client)].map((each) => difference(each, NOTHING, client));
}

/** A new pool, with whatever is weaker than the defaults, and those of its clients that open or cost something. */
export function addedPool(pool: PoolModel): Difference[] {
  const tier = pool.pool && known(pool.pool.userPoolTier);
  const clients = pool.clients.map(({ key }) => key);
  const weak = weaknesses(beyondDefaults(pool));
  const adopts = pool.adopted && adoptedWords(pool);
  const reasons = [
    ...(adopts ? [adopts.why] : []),
    ...(weak ? ["weaker than the defaults"] : []),
    ...(tier === "PLUS" ? ["each monthly active user costs more than in other tiers"] : []),
  ];
  const verdict: CompleteVerdict = {
    risk: weak ? "opens" : tier === "PLUS" && !adopts ? "costs" : "changes",
    what: `${adopts ? adopts.what : `new user pool in ${pool.environment.key}`}${tier === undefined ? "" : `, tier ${tier}`}${
      clients.length > 0 && !adopts ? `, with ${count(clients.length, "client")}: ${listed(clients)}` : ""
    }${weak ? `; weaker than the defaults: ${weak}` : ""}`,
    why: reasons.join("; ") || "Terraform creates the pool and its resources",
    at: [],
    before: null,
    after: pool.stack,
  };
  return [
    { ...verdict, origin: { side: "head", path: originOf(pool.source, []).path, target: "key" } },
    ...poolQuotas(undefined, pool).map((each) => difference(each, NOTHING, pool)),
    ...pool.clients
      .flatMap((client) => addedClient(client, pool).map((each) => ({ ...each, client: client.key })))
      .filter(({ risk }) => atLeast(risk, "costs")),
  ];
}

const NOTHING: { readonly source: Source } = { source: written({}, []) };

/** The client beside one of its platform with nothing else written; a machine client with its own scopes. */
function beyondPreset(client: ClientModel, pool: PoolModel): Difference[] {
  const { key, platform, source } = client;
  const writtenAt = (name: string) => part(source, name)?.value;
  const allowedOauthScopes = platform === "machine" ? writtenAt("allowedOauthScopes") : undefined;
  const [generateSecret, secretHashProxy] = ["generateSecret", "secretHashProxy"].map(writtenAt);
  const least = written({ platform, generateSecret, secretHashProxy, allowedOauthScopes }, []);
  const surroundings = {
    resourceServers: pool.resourceServers,
    attributes: pool.pool?.schema ?? [],
    managedLogin: hasManagedLogin(pool),
  };
  const preset = resolveClient(key, least, undefined, surroundings, new OpenValues());
  const side = (subject: ClientModel) => ({ subject, source: subject.source, pool });
  return compareTable(CLIENT, side(preset), side(client));
}

/** The pool beside one with the same schema and sign-in names and nothing else written. */
function beyondDefaults(pool: PoolModel): Difference[] {
  if (pool.pool === undefined) return [];
  const { name, usernameAttributes, aliasAttributes, schema } = pool.pool;
  const least = written({ usernameAttributes, aliasAttributes }, []);
  const preset = { ...resolveUserPool(least, known(name) ?? "", new OpenValues()), schema };
  const side = <T>(subject: T) => ({ subject, source: pool.source, pool });
  return [
    ...compareTable(USER_POOL, side(preset), side(pool.pool)),
    ...compareFacet(SECRETS_OUTPUT, side({ ...pool, exportClientSecrets: false }), side(pool)),
  ];
}

function weaknesses(differences: readonly Difference[]): string {
  return differences.flatMap(({ risk, what }) => (risk === "opens" ? [what] : [])).join("; ");
}
