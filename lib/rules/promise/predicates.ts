import { TAKEN_FOR_EMPTY } from "../../cognito/app-client";
import { COGNITO_PROVIDER, OAUTH_FLOWS } from "../../cognito/values";
import type { ClientModel, PoolModel } from "../../model/model";
import type { Predicate } from "../../model/promise";
import type { Path } from "../../model/source";
import { isOpen, knownItems } from "../../model/value";
import { argumentName } from "../../text/case";
import { placeOf } from "../client/client-rule";
import { lifetime, lived, plannedLifetime, signsInUsers, TOKENS } from "../client/lifetimes";
import { hasHost, returnsTo } from "../client/urls";
import { literal, type Message, plain, planText } from "../language/expressions";
import { atLeast, atMost } from "../language/quantities";
import {
  any,
  type ClientStatement,
  has,
  isEmpty,
  type ListField,
  not,
  rotates,
  someItem,
} from "../language/statements";
import { isConfidential } from "../language/trust";

/** What a predicate means for the arguments of a client. */
export interface Meaning {
  readonly holds: ClientStatement;
  /** The clients of which it can be said at all. Default all. */
  readonly concerns?: ClientStatement;
  /** Keys of the arguments that decide. */
  readonly fields: readonly (keyof ClientModel)[];
  /** Where the config decides it, from the client. */
  readonly at: (client: ClientModel) => Path;
  /** What is said of a client of which it holds, and of one of which it does not: without the subject. */
  readonly says: readonly [yes: string, no: string] | ((client: ClientModel) => string);
  /** The same by Terraform, where the text needs the plan. */
  readonly planned?: Message;
}

type Of<V extends Predicate["verb"]> = Extract<Predicate, { readonly verb: V }>;

const MEANINGS: { readonly [V in Predicate["verb"]]: (said: Of<V>, pool: PoolModel) => Meaning } = {
  writes: ({ attribute }) => inList("writeAttributes", attribute, ["writes", "does not write"]),
  reads: ({ attribute }) => inList("readAttributes", attribute, ["reads", "does not read"]),
  scope: ({ scope }, pool) => {
    const { item, holds } = scopeOf(scope, pool);
    return {
      ...inList("allowedOauthScopes", item, ["has", "does not have"]),
      holds,
      says: [`has the scope ${scope}`, `does not have the scope ${scope}`],
    };
  },
  lifetime: ({ token, than, seconds }) => {
    const { field, words } = TOKENS[token];
    const limit = than === "over" ? atMost(lifetime(token), seconds) : atLeast(lifetime(token), seconds);
    return {
      holds: not(limit),
      ...(token !== "accessToken" && { concerns: signsInUsers }),
      fields: [field, "allowedOauthFlows", "explicitAuthFlows"],
      at: () => [field],
      says: (client) => `its ${words} lives ${lived(client, token)}`,
      planned: planText`its ${plain(words)} lives ${plannedLifetime(token)}`,
    };
  },
  "signs in": ({ provider }) => {
    const listed = inList("supportedIdentityProviders", provider, [
      "signs users in with",
      "does not sign users in with",
    ]);
    // the API signs in users of the pool, whatever the list of providers says
    return provider === COGNITO_PROVIDER
      ? { ...listed, holds: any(listed.holds, byApi), fields: [...listed.fields, "explicitAuthFlows"] }
      : listed;
  },
  uses: ({ flow }) =>
    inList(OAUTH_FLOWS.some((each) => each === flow) ? "allowedOauthFlows" : "explicitAuthFlows", flow, [
      "uses",
      "does not use",
    ]),
  trust: ({ is }) => ({
    holds: is === "confidential" ? isConfidential : not(isConfidential),
    fields: ["generateSecret", "secretHashProxy"],
    at: () => ["platform"],
    says: [`is ${is}`, `is not ${is}`],
  }),
  callback: ({ where, host }) => {
    const url = where === "to" ? hasHost(host) : not(returnsTo([host]));
    const found = (client: ClientModel) => knownItems(client.callbackUrls).find((each) => url.holds(each) === true);
    return {
      holds: someItem("callbackUrls", url),
      fields: ["callbackUrls"],
      at: (client) => {
        const item = found(client);
        return item === undefined ? ["callbackUrls"] : placeOf(client, "callbackUrls", item);
      },
      says: [`has a callback ${where} ${host}`, `has no callback ${where} ${host}`],
    };
  },
  rotates: () => ({
    holds: rotates,
    concerns: signsInUsers,
    fields: ["refreshTokenRotation"],
    at: () => ["refreshTokenRotation"],
    says: ["rotates refresh tokens", "does not rotate refresh tokens"],
  }),
};

/** What a predicate means in a pool, whose resource servers name the scopes. */
export function meaningOf(predicate: Predicate, pool: PoolModel): Meaning {
  return (MEANINGS[predicate.verb] as (said: Predicate, pool: PoolModel) => Meaning)(predicate, pool);
}

/** Some flow of the API signs users in: all do but the one of refresh tokens, and Cognito's default, which no flow is. */
const byApi = any(
  isEmpty("explicitAuthFlows"),
  someItem("explicitAuthFlows", {
    holds: (flow) => flow !== "ALLOW_REFRESH_TOKEN_AUTH",
    over: (name) => `${name} != "ALLOW_REFRESH_TOKEN_AUTH"`,
    operator: "==",
  }),
);

/** A list has an item, by itself or as what Cognito takes an empty one for. */
function gives(field: ListField, item: string): ClientStatement {
  return TAKEN_FOR_EMPTY[field]?.includes(item) ? any(isEmpty(field), has(field, item)) : has(field, item);
}

function inList(field: ListField, item: string, [yes, no]: readonly [string, string]): Meaning {
  return {
    holds: gives(field, item),
    fields: [field],
    at: (client) => placeOf(client, field, item),
    says: [`${yes} ${item}`, `${no} ${item}`],
  };
}

/** A scope by the key of its resource server, or as Cognito knows it. */
function scopeOf(scope: string, { resourceServers }: PoolModel): { item: string; holds: ClientStatement } {
  const [, key, name] = /^(.*)\/([^/]*)$/s.exec(scope) ?? [];
  const server = resourceServers.find((each) => each.key === key);
  if (server === undefined) return { item: scope, holds: has("allowedOauthScopes", scope) };
  if (!isOpen(server.identifier)) {
    const item = `${server.identifier}/${name}`;
    return { item, holds: has("allowedOauthScopes", item) };
  }
  const planned = `"\${local.resource_servers[${literal(server.key)}].identifier}/${name}"`;
  const { holds } = has("allowedOauthScopes", scope);
  return {
    item: scope,
    holds: { holds, over: (self) => `contains(${self}.${argumentName("allowedOauthScopes")}, ${planned})` },
  };
}
