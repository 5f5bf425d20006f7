import type { Client, Pool } from "../../lib/config/schema";
import { checkPool } from "../../lib/rules/check";
import { configOf, modelOf } from "../support/models";

const urls = (count: number) =>
  Array.from({ length: count }, (_, index) => `https://app.example.com/callback/${index}`);

const short = { accessTokenValidity: "5m", idTokenValidity: "5m" };

const ids = (client: object, pool: Partial<Pool> = {}) =>
  checkPool(modelOf(configOf({ pool, client: { platform: "ios", ...client } as Client })))
    .filter(({ severity }) => severity === "error")
    .map(({ rule }) => rule);

describe("the last value that Cognito takes, and the first that it does not", () => {
  test.each<[string, object, string[]]>([
    ["an access token of 299 s", { accessTokenValidity: "299s" }, ["TOK-01"]],
    ["an access token of 300 s", { accessTokenValidity: "300s" }, []],
    ["an access token of 86,400 s", { accessTokenValidity: "86400s" }, []],
    ["an access token of 86,401 s", { accessTokenValidity: "86401s" }, ["TOK-01"]],
    ["an ID token of 299 s", { idTokenValidity: "299s" }, ["TOK-02"]],
    ["an ID token of 300 s", { idTokenValidity: "300s" }, []],
    ["an ID token of 86,400 s", { idTokenValidity: "86400s" }, []],
    ["an ID token of 86,401 s", { idTokenValidity: "86401s" }, ["TOK-02"]],
    ["a refresh token of 3,599 s", { ...short, refreshTokenValidity: "3599s" }, ["TOK-03"]],
    ["a refresh token of 3,600 s", { ...short, refreshTokenValidity: "3600s" }, []],
    ["a refresh token of 315,360,000 s", { refreshTokenValidity: "315360000s" }, []],
    ["a refresh token of 315,360,001 s", { refreshTokenValidity: "315360001s" }, ["TOK-03"]],
    ["a refresh token of 3,650 days", { refreshTokenValidity: "3650d" }, []],
    ["a refresh token of 3,651 days", { refreshTokenValidity: "3651d" }, ["TOK-03"]],
    ["a refresh token of 213,505 days, which overflows", { refreshTokenValidity: "213505d" }, ["TOK-03"]],
    ["an access token as long as the refresh token", { accessTokenValidity: "60m", refreshTokenValidity: "1h" }, []],
    ["an access token that outlives it", { accessTokenValidity: "61m", refreshTokenValidity: "1h" }, ["TOK-07"]],
    ["a sign-in of 2 minutes", { authSessionValidity: "2m" }, ["TOK-12"]],
    ["a sign-in of 3 minutes", { authSessionValidity: "3m" }, []],
    ["a sign-in of 15 minutes", { authSessionValidity: "15m" }, []],
    ["a sign-in of 16 minutes", { authSessionValidity: "16m" }, ["TOK-12"]],
    ["a name of 128 characters", { name: "x".repeat(128) }, []],
    ["a name of 129 characters", { name: "x".repeat(129) }, ["CLI-01"]],
    ["100 callback URLs", { callbackUrls: urls(100) }, []],
    ["101 callback URLs", { callbackUrls: urls(101) }, ["OAU-14"]],
    ["100 logout URLs", { callbackUrls: urls(1), logoutUrls: urls(100) }, []],
    ["101 logout URLs", { callbackUrls: urls(1), logoutUrls: urls(101) }, ["OAU-14"]],
    ["a callback URL of 1,024 characters", { callbackUrls: [urlOf(1_024)] }, []],
    ["a callback URL of 1,025 characters", { callbackUrls: [urlOf(1_025)] }, ["OAU-15"]],
  ])("%s", (_, client, expected) => {
    expect(ids(client)).toEqual(expected);
  });

  test.each<[string, Partial<Pool>, string[]]>([
    ["a pool's name of 128 characters", { name: "x".repeat(128) }, []],
    ["a pool's name of 129 characters", { name: "x".repeat(129) }, ["POOL-01"]],
    ["a password of 6 characters", { passwordPolicy: { minimumLength: 6 } }, []],
    ["a password of 5 characters", { passwordPolicy: { minimumLength: 5 } }, ["POOL-04"]],
    ["an attribute's name of 20 characters", { attributes: { [`custom:${"x".repeat(20)}`]: {} } }, []],
    ["an attribute's name of 21 characters", { attributes: { [`custom:${"x".repeat(21)}`]: {} } }, ["SCH-02"]],
    ["a domain prefix of 63 characters", { domain: { prefix: "x".repeat(63) } }, []],
    ["a domain prefix of 64 characters", { domain: { prefix: "x".repeat(64) } }, ["DOM-01"]],
  ])("%s", (_, pool, expected) => {
    expect(ids({}, pool)).toEqual(expected);
  });
});

function urlOf(characters: number): string {
  return "https://app.example.com/".padEnd(characters, "x");
}
