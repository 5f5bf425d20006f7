import type { Client, Config } from "../../lib/config/schema";
import type { LoopbackCognito } from "../support/cognito/loopback-cognito";
import type { Fields } from "../support/cognito/refusal";
import type { Shape } from "./shapes";

/** What AWS has of a shape. */
export interface Live {
  readonly userPoolId: string;
  /** Client ids by key. */
  readonly clientIds: Readonly<Record<string, string>>;
  /** Ids of the styles that clients have, by the client's key. */
  readonly styleIds?: Readonly<Record<string, string>>;
}

/** Makes a shape by calls of the API. */
export function make(
  cognito: LoopbackCognito,
  { pool, mfa, attached = [], clients = {}, ofClients = [] }: Shape,
): Live {
  const { UserPool } = cognito.call("CreateUserPool", defined({ PoolName: "live", ...pool }));
  const UserPoolId = String((UserPool as Fields).Id);
  if (mfa) cognito.call("SetUserPoolMfaConfig", { UserPoolId, ...mfa });
  for (const [operation, request] of attached) cognito.call(operation, { UserPoolId, ...request });
  const ids = Object.entries(clients).map(([key, request]) => {
    const { UserPoolClient } = cognito.call(
      "CreateUserPoolClient",
      defined({ UserPoolId, ClientName: key, ...request }),
    );
    return [key, String((UserPoolClient as Fields).ClientId)];
  });
  const clientIds = Object.fromEntries(ids) as Record<string, string>;
  const styleIds: Record<string, string> = {};
  for (const [key, operation, request] of ofClients) {
    const answer = cognito.call(operation, { UserPoolId, ClientId: clientIds[key], ...request });
    const { ManagedLoginBrandingId: id } = (answer.ManagedLoginBranding ?? {}) as Fields;
    if (typeof id === "string") styleIds[key] = id;
  }
  return { userPoolId: UserPoolId, clientIds, styleIds };
}

/** The config that adopts it. */
export function adopting({ config = {}, adopts = {} }: Shape, { userPoolId, clientIds, styleIds = {} }: Live): Config {
  const clients = Object.entries(adopts).map(([key, client]) => [
    key,
    {
      ...client,
      adopted: { clientId: clientIds[key], ...(styleIds[key] !== undefined && { styleId: styleIds[key] }) },
    } as Client,
  ]);
  return {
    project: "acme",
    environments: { prod: { region: "eu-west-1" } },
    pools: {
      users: {
        name: "live",
        deletionProtection: false,
        unset: ["caseSensitive", "accountRecovery", "advancedSecurityMode"],
        ...config,
        adopted: { userPoolId },
        clients: Object.fromEntries(clients),
      },
    },
  };
}

function defined(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
