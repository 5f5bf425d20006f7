import { isOperation, type Operation } from "./operations";

/** What the proxy knows of a client that may call it. */
export interface ProxiedClient {
  readonly secret: string;
  /** The operations that are forwarded for it. Default all of `OPERATIONS`. */
  readonly operations?: readonly Operation[];
  /** Whether Cognito accepts the address of the user, `UserContextData.IpAddress`, from this client. */
  readonly propagatesContextData?: boolean;
}

/** The clients of a pool that may call its proxy, by client id. */
export type ProxiedClients = ReadonlyMap<string, ProxiedClient>;

/**
 * Reads the clients from the text of the secret that Terraform writes: JSON, the clients by client id.
 *
 * @throws Error when it is anything else; the message holds nothing of the text
 */
export function clientsOf(text: string): ProxiedClients {
  return new Map(Object.entries(parsed(text)).map(([id, client]) => [id, clientOf(client)]));
}

function parsed(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value;
  } catch {}
  throw new Error("the secret is not a JSON object");
}

function clientOf(client: unknown): ProxiedClient {
  const { secret, operations, propagatesContextData } = (client ?? {}) as Record<string, unknown>;
  if (typeof secret !== "string" || secret === "") throw new Error("a client has no secret");
  return {
    secret,
    propagatesContextData: propagatesContextData === true,
    ...(Array.isArray(operations) && { operations: operations.filter(isOperation) }),
  };
}
