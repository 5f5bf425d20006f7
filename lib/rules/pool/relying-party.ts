import { isPublicSuffix } from "../../cognito/public-suffix";
import { prefixHost } from "../../cognito/regions";
import type { Client } from "../../config/schema";
import { domainsOf, type PoolModel } from "../../model/model";
import { known } from "../../model/value";
import { SIGN_IN } from "../client/oauth-grants";
import { api, guide } from "../language/sources";
import { hasAny } from "../language/statements";
import type { BadExample, Example, Rule } from "../rule";
import { badPool, certificateArn, goodPool } from "./pool-examples";
import { userPoolRule } from "./pool-rule";

const at = ["webAuthn", "relyingPartyId"];
const browser: Client = { platform: "spa", callbackUrls: ["https://app.acme.example/callback"] };
const custom = { customDomain: "auth.example.com", certificateArn };

/** The relying party of passkeys, against the domain where users sign in. */
export const relyingPartyRules: readonly Rule[] = [
  userPoolRule({
    id: "DOM-09",
    name: "relying-party-domain",
    since: "2.0",
    severity: "warning",
    title: "require the relying party of passkeys to be the host where users sign in",
    why: "A browser offers a passkey only where the relying party is its page's host or a parent of it, and never for a public suffix. With a custom domain, managed login requires the relying party to be exactly that domain; at a prefix domain no other host can work.",
    fix: "leave out relyingPartyId: it defaults to the pool's domain",
    source: [api("WebAuthnConfigurationType"), guide("amazon-cognito-user-pools-authentication-flow-methods")],
    check: ({ webAuthn }, pool) => {
      const party = known(webAuthn?.relyingPartyId);
      if (party === undefined) return [];
      if (party !== "localhost" && isPublicSuffix(party, { private: true }))
        return [{ at, message: `relying party ${party} is a public suffix, for which no browser accepts a passkey` }];
      const host = signInHost(pool);
      return host === undefined || host === party
        ? []
        : [
            {
              at,
              message: `relying party ${party} is not ${host}, where managed login signs users in`,
              fix: `write ${host}, or leave out relyingPartyId`,
            },
          ];
    },
    examples: () => ({
      bad: [
        badPasskeys("example.com", custom),
        badPasskeys("login.auth.example.com", custom),
        badPasskeys("example.com", { prefix: "acme-login" }),
        badPasskeys("com"),
        badPasskeys("co.uk"),
        badPasskeys("auth.eu-west-1.amazoncognito.com", { prefix: "acme-login" }),
        badPasskeys("github.io"),
      ],
      good: [
        passkeys("auth.example.com", custom),
        passkeys("acme-login.auth.eu-west-1.amazoncognito.com", { prefix: "acme-login" }),
        passkeys("example.com"),
        passkeys("localhost"),
        passkeys(undefined, custom),
        // without a browser flow the app itself asks for the passkey
        { ...passkeys("example.com", custom), client: { platform: "ios" } },
      ],
    }),
  }),
];

/** The host of the pages on which a client certainly signs users in; `undefined` where that is not known. */
function signInHost(pool: PoolModel): string | undefined {
  const { environment, clients } = pool;
  const domain = domainsOf(pool).find(({ custom }) => custom) ?? pool.domain;
  const name = known(domain?.domain);
  const region = known(environment.region);
  const opensPages = hasAny("allowedOauthFlows", SIGN_IN);
  if (domain === undefined || name === undefined || !clients.some((client) => opensPages.holds(client)))
    return undefined;
  if (domain.custom) return name;
  return region && !region.startsWith("cn-") ? prefixHost(name, region) : undefined;
}

type Domain = NonNullable<NonNullable<Example["pool"]>["domain"]>;

function poolWith(relyingPartyId: string | undefined, domain?: Domain): NonNullable<Example["pool"]> {
  return {
    signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "WEB_AUTHN"] },
    webAuthn: relyingPartyId === undefined ? {} : { relyingPartyId },
    ...(domain && { domain }),
  };
}

function passkeys(relyingPartyId: string | undefined, domain?: Domain): Example {
  return { ...goodPool(poolWith(relyingPartyId, domain)), client: browser };
}

function badPasskeys(relyingPartyId: string, domain?: Domain): BadExample {
  return { ...badPool(poolWith(relyingPartyId, domain), ...at), client: browser };
}
