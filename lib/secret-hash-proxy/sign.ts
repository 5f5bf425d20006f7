import type { ProxiedClient, ProxiedClients } from "./clients";
import {
  isOperation,
  OPERATIONS,
  type Operation,
  type Place,
  type Proof,
  REFRESH_FLOWS,
  TOKEN_OPERATIONS,
} from "./operations";
import { secretHash } from "./secret-hash";

/** A call of the Cognito API as it arrives. */
export interface ApiRequest {
  /** Header `X-Amz-Target`: `AWSCognitoIdentityProviderService.SignUp`. */
  readonly target: string | undefined;
  readonly contentType: string | undefined;
  /** The JSON text of the request. */
  readonly body: string;
  /** Address of the caller. */
  readonly address?: string;
}

/** The same call with the proof of the client. */
export interface SignedRequest {
  readonly target: string;
  readonly body: string;
}

/** An error in the form of the Cognito API; nothing is forwarded. */
export interface Refusal {
  readonly status: number;
  /** Name of the exception, in the body's `__type`. */
  readonly type: string;
  readonly message: string;
}

const SERVICE = "AWSCognitoIdentityProviderService";
const CONTENT_TYPE = "application/x-amz-json-1.1";

/**
 * Adds the proof of a client with a secret to a call that carries none. Pure: neither reads nor writes anything else,
 * and no message holds a value of the request or a secret.
 */
export function sign(request: ApiRequest, clients: ProxiedClients): SignedRequest | Refusal {
  const operation = operationOf(request.target);
  if (operation === undefined) return UNKNOWN_OPERATION;
  if (request.contentType?.split(";")[0]?.trim().toLowerCase() !== CONTENT_TYPE)
    return refusal("SerializationException", `the content type must be ${CONTENT_TYPE}`);
  const body = jsonObject(request.body);
  if (body === undefined) return refusal("SerializationException", "the body must be a JSON object");
  if (!isOperation(operation)) return authorized(operation, body);
  const id = body.ClientId;
  const client = typeof id === "string" ? clients.get(id) : undefined;
  if (typeof id !== "string" || client === undefined)
    return refusal("ResourceNotFoundException", "this proxy does not serve the client");
  if (client.operations?.includes(operation) === false) return UNKNOWN_OPERATION;
  const known = { ...client, id };
  if (operation === "InitiateAuth" && REFRESH_FLOWS.includes(body.AuthFlow)) return refreshed(body, known);
  return withProof(operation, OPERATIONS[operation], withAddress(body, known, request.address), known);
}

export function isRefusal(result: SignedRequest | Refusal): result is Refusal {
  return "status" in result;
}

type Body = Readonly<Record<string, unknown>>;
type Client = ProxiedClient & { readonly id: string };

const UNKNOWN_OPERATION = refusal("UnknownOperationException", "this proxy does not forward the operation");

function withProof(operation: Operation, proof: Proof, body: Body, client: Client): SignedRequest | Refusal {
  if (proof.kind === "secret") return forwarded(operation, withText(body, proof.secret, client.secret));
  const username = textAt(body, proof.username);
  if (username === undefined)
    return refusal("InvalidParameterException", `${proof.username.join(".")} is required and must be a string`);
  return forwarded(operation, withText(body, proof.hash, secretHash(username, client)));
}

/** A call that names no client is forwarded as it is, if it carries what authorizes it. */
function authorized(operation: string, body: Body): SignedRequest | Refusal {
  const keys = TOKEN_OPERATIONS[operation] as readonly string[];
  return keys.some((key) => textAt(body, [key]) !== undefined)
    ? forwarded(operation, body)
    : refusal("InvalidParameterException", `${keys.join(" or ")} is required and must be a string`);
}

/**
 * A refresh through InitiateAuth does not name the user, so no hash can be computed for it. GetTokensFromRefreshToken
 * refreshes the same token and takes the secret itself.
 */
function refreshed(body: Body, client: Client): SignedRequest | Refusal {
  const token = textAt(body, ["AuthParameters", "REFRESH_TOKEN"]);
  const deviceKey = textAt(body, ["AuthParameters", "DEVICE_KEY"]);
  if (token === undefined)
    return refusal("InvalidParameterException", "AuthParameters.REFRESH_TOKEN is required and must be a string");
  return forwarded("GetTokensFromRefreshToken", {
    RefreshToken: token,
    ClientId: client.id,
    ClientSecret: client.secret,
    ...(deviceKey !== undefined && { DeviceKey: deviceKey }),
    ...(isObject(body.ClientMetadata) && { ClientMetadata: body.ClientMetadata }),
  });
}

/** The body with the caller's own address in its context data, or with none: never with one that the caller chose. */
function withAddress(body: Body, { propagatesContextData }: Client, address: string | undefined): Body {
  const given = isObject(body.UserContextData) ? body.UserContextData : {};
  const { IpAddress: _, ...others } = given;
  if (propagatesContextData && address !== undefined)
    return { ...body, UserContextData: { ...others, IpAddress: address } };
  return "IpAddress" in given ? { ...body, UserContextData: others } : body;
}

/** The name of an operation that the proxy knows. */
function operationOf(target: string | undefined): string | undefined {
  const [service, name, ...rest] = target?.split(".") ?? [];
  if (service !== SERVICE || name === undefined || rest.length > 0) return undefined;
  return isOperation(name) || Object.hasOwn(TOKEN_OPERATIONS, name) ? name : undefined;
}

/** JSON is read at any depth, but written no deeper than the stack allows. */
function forwarded(operation: string, body: Body): SignedRequest | Refusal {
  try {
    return { target: `${SERVICE}.${operation}`, body: JSON.stringify(body) };
  } catch {
    return refusal("SerializationException", "the body is nested too deeply");
  }
}

function refusal(type: string, message: string): Refusal {
  return { status: 400, type, message };
}

function jsonObject(text: string): Body | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Body {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textAt(body: Body, place: Place): string | undefined {
  const value = place.reduce<unknown>(
    (parent, key) => (isObject(parent) && Object.hasOwn(parent, key) ? parent[key] : undefined),
    body,
  );
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A copy with a text at the place: a value that the caller put there is replaced. */
function withText(body: Body, [key, ...rest]: Place, text: string): Body {
  if (key === undefined) return body;
  if (rest.length === 0) return { ...body, [key]: text };
  const inner = body[key];
  return { ...body, [key]: withText(isObject(inner) ? inner : {}, rest, text) };
}
