import { createHash } from "node:crypto";
import type { BrowserContext, Route } from "playwright-core";

/** What the server expects of the app, as Cognito does: the values of a client. */
export interface Expected {
  readonly app: string;
  readonly issuer: string;
  readonly domain: string;
  readonly clientId: string;
  readonly redirectUris: readonly string[];
  readonly scopes: readonly string[];
}

const SUBJECT = "0d5b6f4e-0000-4000-8000-000000000000";

/**
 * Answers a browser that has no network: the page of an app at its own address, and the discovery, authorize and token
 * endpoints of a user pool, which refuse what Cognito refuses of a public client.
 */
export class SignInServer {
  /** What was refused, and what was asked for at other addresses. */
  readonly refused: string[] = [];
  readonly subject = SUBJECT;
  #request = new URLSearchParams();

  constructor(
    private readonly expected: Expected,
    private readonly html: string,
  ) {}

  async serve(context: BrowserContext): Promise<void> {
    await context.route("**/*", (route) => this.#answer(route));
  }

  async #answer(route: Route): Promise<void> {
    const { app, issuer, domain } = this.expected;
    const url = new URL(route.request().url());
    const place = `${url.origin}${url.pathname}`;
    if (place === app) return route.fulfill({ contentType: "text/html", body: this.html });
    if (place === `${issuer}/.well-known/openid-configuration`) return json(route, this.#discovery());
    if (place === `https://${domain}/oauth2/authorize`) return this.#authorize(route, url.searchParams);
    if (place === `https://${domain}/oauth2/token`)
      return this.#token(route, new URLSearchParams(route.request().postData() ?? ""));
    if (url.pathname === "/favicon.ico") return route.fulfill({ status: 204 });
    this.refused.push(place);
    return route.abort();
  }

  #discovery(): object {
    const { issuer, domain } = this.expected;
    return {
      issuer,
      authorization_endpoint: `https://${domain}/oauth2/authorize`,
      token_endpoint: `https://${domain}/oauth2/token`,
      userinfo_endpoint: `https://${domain}/oauth2/userInfo`,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
      response_types_supported: ["code", "token"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256"],
    };
  }

  #authorize(route: Route, asked: URLSearchParams): Promise<void> {
    const { clientId, redirectUris, scopes } = this.expected;
    const redirect = asked.get("redirect_uri") ?? "";
    this.#refuse({
      client_id: asked.get("client_id") === clientId,
      redirect_uri: redirectUris.includes(redirect),
      response_type: asked.get("response_type") === "code",
      scope: (asked.get("scope") ?? "").split(" ").sort().join() === [...scopes].sort().join(),
      code_challenge: asked.get("code_challenge_method") === "S256" && asked.has("code_challenge"),
    });
    this.#request = asked;
    const back = new URL(redirect);
    back.search = new URLSearchParams({ code: "a-code", state: asked.get("state") ?? "" }).toString();
    // the browser would follow the redirect of an answered request to the network, which it has not
    const body = `<script>location.replace(${JSON.stringify(back.href)})</script>`;
    return route.fulfill({ contentType: "text/html", body });
  }

  #token(route: Route, sent: URLSearchParams): Promise<void> {
    const { clientId, issuer } = this.expected;
    const challenge = createHash("sha256")
      .update(sent.get("code_verifier") ?? "")
      .digest("base64url");
    this.#refuse({
      grant_type: sent.get("grant_type") === "authorization_code",
      code: sent.get("code") === "a-code",
      client_id: sent.get("client_id") === clientId,
      client_secret: !sent.has("client_secret") && route.request().headers().authorization === undefined,
      redirect_uri: sent.get("redirect_uri") === this.#request.get("redirect_uri"),
      code_verifier: challenge === this.#request.get("code_challenge"),
    });
    const now = Math.floor(Date.now() / 1000);
    const claims = { sub: SUBJECT, iss: issuer, iat: now, exp: now + 3600 };
    const nonce = this.#request.get("nonce");
    return json(route, {
      id_token: jwt({
        ...claims,
        aud: clientId,
        token_use: "id",
        "cognito:username": SUBJECT,
        ...(nonce && { nonce }),
      }),
      access_token: jwt({ ...claims, client_id: clientId, token_use: "access", username: SUBJECT }),
      refresh_token: "a-refresh-token",
      expires_in: 3600,
      token_type: "Bearer",
    });
  }

  #refuse(checks: Readonly<Record<string, boolean>>): void {
    this.refused.push(...Object.keys(checks).filter((name) => !checks[name]));
  }
}

function json(route: Route, body: object): Promise<void> {
  const headers = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };
  return route.fulfill({ contentType: "application/json", headers, body: JSON.stringify(body) });
}

/** A token whose signature an app does not verify: it got the token from the token endpoint itself. */
function jwt(claims: object): string {
  const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${encoded({ alg: "RS256", kid: "a" })}.${encoded(claims)}.c2ln`;
}
