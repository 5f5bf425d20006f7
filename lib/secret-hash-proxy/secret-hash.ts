import { createHmac } from "node:crypto";

/**
 * The SECRET_HASH of a user: Base64 of the HMAC-SHA256, with the client's secret as the key, of the user name followed
 * by the client id.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html#cognito-user-pools-computing-secret-hash
 */
export function secretHash(username: string, client: { readonly id: string; readonly secret: string }): string {
  return createHmac("sha256", client.secret).update(`${username}${client.id}`, "utf8").digest("base64");
}
