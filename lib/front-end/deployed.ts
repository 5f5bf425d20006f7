import type { ClientModel, VariableModel } from "../model/model";
import { isOpen } from "../model/value";
import type { Deployed } from "./public-values";

/** Thrown when a file does not say what is deployed, or only what must not be shown. */
export class OutputsError extends Error {}

interface Output {
  readonly value?: unknown;
  readonly sensitive?: boolean;
}

/**
 * The outputs of a stack: of `terraform output -json`, of `terraform show -json`, or of a state file.
 *
 * @throws OutputsError when the text is none of them
 */
export function readOutputs(text: string): Readonly<Record<string, Output>> {
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new OutputsError("not JSON: pass the output of terraform output -json, or a state file");
  }
  const { outputs, values } = (document ?? {}) as { outputs?: unknown; values?: { outputs?: unknown } };
  const found = [values?.outputs, isRecord(outputs) && !("value" in outputs) ? outputs : undefined, document].find(
    (each) => isRecord(each) && "user_pool_id" in each,
  );
  if (found === undefined)
    throw new OutputsError("no output user_pool_id: pass the outputs of a stack that was applied");
  return found as Readonly<Record<string, Output>>;
}

/** What is deployed of one client. @throws OutputsError when it is not, or is sensitive */
export function deployedClient(outputs: Readonly<Record<string, Output>>, key: string): Deployed {
  const userPoolId = textOf(outputs, "user_pool_id");
  const ids = shown(outputs, "client_ids");
  const clientId = isRecord(ids) && Object.hasOwn(ids, key) ? ids[key] : undefined;
  if (typeof clientId !== "string")
    throw new OutputsError(`client ${key} is not among the outputs: apply the stack first`);
  return {
    region: userPoolId.split("_")[0] as string,
    userPoolId,
    clientId,
    issuer: textOf(outputs, "issuer"),
    ...("domain" in outputs && { domain: textOf(outputs, "domain") }),
  };
}

/** The client with the default of each variable in its place. @throws OutputsError when one has none */
export function withDefaults<T>(value: T, variables: readonly VariableModel[], at: string): T {
  if (isOpen(value)) {
    const variable = variables.find(({ name }) => name === value.variable);
    if (variable?.default === undefined || variable.sensitive)
      throw new OutputsError(`${at} is variable ${value.variable}, whose value is not among the outputs`);
    return variable.default as T;
  }
  if (Array.isArray(value)) return value.map((item) => withDefaults(item, variables, at)) as T;
  return value;
}

/** The lists of a client that front ends read, with the default of each variable in its place. */
export function closedClient(client: ClientModel, variables: readonly VariableModel[]): ClientModel {
  const { callbackUrls, logoutUrls, allowedOauthScopes } = client;
  const at = (name: string) => `${name} of client ${client.key}`;
  return {
    ...client,
    callbackUrls: withDefaults(callbackUrls, variables, at("callbackUrls")),
    logoutUrls: withDefaults(logoutUrls, variables, at("logoutUrls")),
    allowedOauthScopes: withDefaults(allowedOauthScopes, variables, at("allowedOauthScopes")),
  };
}

function textOf(outputs: Readonly<Record<string, Output>>, name: string): string {
  const value = shown(outputs, name);
  if (typeof value !== "string") throw new OutputsError(`output ${name} is missing`);
  return value;
}

function shown(outputs: Readonly<Record<string, Output>>, name: string): unknown {
  const { value, sensitive } = outputs[name] ?? {};
  if (sensitive === true) throw new OutputsError(`output ${name} is sensitive, and is not shown`);
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
