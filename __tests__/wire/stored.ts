import type { ApiCall } from "../support/cognito/loopback-cognito";
import type { Fields } from "../support/cognito/refusal";

/**
 * What was sent to Secrets Manager and to the Parameter Store that makes or changes something, as text that differs in
 * nothing but its order: by operation, with every field but the token by which AWS knows a request again, and but what is
 * empty or false. A secret that is JSON is read.
 */
export function storedCalls(calls: readonly ApiCall[]): (readonly [operation: string, request: Fields])[] {
  return calls
    .filter(({ operation }) => /Secret|Parameter/.test(operation))
    .map(({ operation, request, refused }) => [refused ?? operation, sent(request)] as const)
    .sort(([, one], [, other]) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

function sent({ ClientRequestToken: _, ...request }: Fields): Fields {
  const given = Object.entries(request).filter(([, value]) => value !== "" && value !== false);
  return Object.fromEntries(
    given.map(([name, value]) => [name, name === "SecretString" ? JSON.parse(String(value)) : value]),
  );
}
