import type { Client, Pool } from "../../config/schema";
import type { BadExample, Example, Examples } from "../rule";

const at = "promises[0]";
const callback = "https://app.example.com/callback";
const role: Partial<Omit<Pool, "clients">> = { attributes: { "custom:role": { type: "String" } } };
const server: Partial<Omit<Pool, "clients">> = {
  resourceServers: { payments: { identifier: "https://pay.example.com", scopes: { write: "Pay" } } },
};
const machine: Client = { platform: "machine", allowedOauthScopes: ["payments/write"] };

const about = (sentence: string, client: Client, around: Omit<Example, "client" | "promises"> = {}): Example => ({
  ...around,
  client,
  promises: [sentence],
});
const broken = (...example: Parameters<typeof about>): BadExample => ({ ...about(...example), at });

/** Each verb and each quantifier, from both sides. */
export const examples = (): Examples => ({
  bad: [
    broken(
      "no public client writes custom:role",
      { platform: "spa", writeAttributes: ["custom:role"] },
      { pool: role },
    ),
    broken("no client reads custom:role", { platform: "server" }, { pool: role }),
    broken("only app has payments/write", machine, { pool: server, clients: { billing: machine } }),
    broken("no client of prod has a refresh token over 30 days", { platform: "ios", refreshTokenValidity: "31d" }),
    broken("no client has an access token under 1h", { platform: "ios", accessTokenValidity: "59m" }),
    broken("every client of users is confidential", { platform: "spa" }),
    broken("every client of platform spa rotates refresh tokens", { platform: "spa", refreshTokenRotation: false }),
    broken("app is public", { platform: "server" }),
    broken("no client uses ALLOW_USER_SRP_AUTH", { platform: "ios" }),
    broken("only confidential clients use code", { platform: "spa", callbackUrls: [callback] }, domain()),
    broken("no client signs in with COGNITO", { platform: "ios" }),
    broken("no client has a callback to app.example.com", { platform: "spa", callbackUrls: [callback] }, domain()),
    broken("no client has a callback outside *.example.org", { platform: "spa", callbackUrls: [callback] }, domain()),
  ],
  good: [
    about(
      "no public client writes custom:role",
      { platform: "server", writeAttributes: ["custom:role"] },
      { pool: role },
    ),
    about("no public client writes custom:role", { platform: "spa" }, { pool: role }),
    about("only app and billing have payments/write", machine, { pool: server, clients: { billing: machine } }),
    about("no client of prod has a refresh token over 30 days", { platform: "ios", refreshTokenValidity: "30d" }),
    about("no client of prod has a refresh token over 1 day", machine, { pool: server }),
    about("no client has an access token under 1h", { platform: "ios", accessTokenValidity: "1h" }),
    about("every client of users is confidential", { platform: "server" }),
    about("every client of platform ios rotates refresh tokens", { platform: "spa", refreshTokenRotation: false }),
    about("no client of platform spa uses ALLOW_USER_SRP_AUTH", { platform: "ios" }),
    about("only public clients use code", { platform: "spa", callbackUrls: [callback] }, domain()),
    about("no client has a callback outside *.example.com", { platform: "spa", callbackUrls: [callback] }, domain()),
    about("no client has a callback to *.example.org", { platform: "spa", callbackUrls: [callback] }, domain()),
  ],
});

function domain(): Omit<Example, "client"> {
  return { pool: { domain: { prefix: "acme-users" } } };
}
