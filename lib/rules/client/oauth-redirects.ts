import { generationsOf } from "../../model/generations";
import type { ClientModel } from "../../model/model";
import { isOpen, known } from "../../model/value";
import { planText } from "../language/expressions";
import { all, any, type ClientStatement, failing, has, implies, itemsOf, not, someItem } from "../language/statements";
import { quoted } from "../language/text-statements";
import { isConfidential } from "../language/trust";
import type { Rule } from "../rule";
import { AWS, bad, claim, claimEach, clientRule, on, PREFLIGHT } from "./client-rule";
import { hasLowerCaseHost, isLoadBalancer } from "./urls";

const home = "https://app.example.com/";
const callback = "https://app.example.com/callback";
const loadBalancer = "https://app.example.com/oauth2/idpresponse";

/** How the sign-in pages lead back to the app. */
export const oauthRedirectRules: readonly Rule[] = [
  clientRule({
    id: "OAU-23",
    name: "load-balancer-client",
    since: "1.0",
    severity: "warning",
    title: "require a secret, the code grant and a lower-case callback host for load balancers",
    why: "An Application Load Balancer signs users in with code and secret, and uses its host name in lower case in the redirect; Cognito compares exactly and answers redirect_mismatch.",
    fix: "use platform server, and write the host in lower case",
    planFix: "use the code grant on a client with a secret, and write the host in lower case",
    source: [
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html",
      AWS.appClients,
    ],
    claims: [
      claimEach(
        "callbackUrls",
        any(not(isLoadBalancer), hasLowerCaseHost),
        (url) => `${quoted(url)} has a host with capitals, which a load balancer writes in lower case`,
        { fix: (url) => `write ${url.toLowerCase()}` },
      ),
      claim(
        implies(someItem("callbackUrls", isLoadBalancer), all(isConfidential, has("allowedOauthFlows", "code"))),
        ["callbackUrls"],
        (client) =>
          isConfidential.holds(client)
            ? "a load balancer's callback without the code grant"
            : "a load balancer's callback on a client without a secret",
        (client) =>
          isConfidential.holds(client) ? "add code to allowedOauthFlows" : "use platform server, which has a secret",
      ),
    ],
    planMessage: planText`a load balancer needs a secret, the code grant and a host in lower case: ${failing("callbackUrls", not(isLoadBalancer))}`,
    examples: () => ({
      bad: [
        bad(
          on("server", { callbackUrls: [callback, "https://App.example.com/oauth2/idpresponse"] }),
          "callbackUrls",
          1,
        ),
        bad(on("spa", { callbackUrls: [loadBalancer] }), "callbackUrls"),
        bad(on("server", { callbackUrls: [loadBalancer], allowedOauthFlows: ["implicit"] }), "callbackUrls"),
      ],
      good: [
        on("server", { callbackUrls: [loadBalancer] }),
        on("spa", { callbackUrls: ["https://App.example.com/callback"] }),
      ],
    }),
  }),
  clientRule({
    id: "OAU-24",
    name: "default-redirect-is-callback",
    since: "1.0",
    severity: "error",
    title: "require the default redirect URI to be one of the callback URLs",
    why: 'AWS rejects the client at apply: "The default redirect URI X is not in the callback URIs list."',
    fix: "add it to callbackUrls exactly as written",
    source: [AWS.createClient, PREFLIGHT],
    claims: [
      claim(
        defaultIsCallback(),
        ["defaultRedirectUri"],
        (client) => `${quoted(known(client.defaultRedirectUri))} is none of the callback URLs`,
      ),
    ],
    // AWS has none where the file has none, but the AWS provider knows that only after the client is made
    apartFor: ({ clients }) =>
      clients.flatMap((client) =>
        client.defaultRedirectUri === undefined ? generationsOf(client).map(({ key }) => key) : [],
      ),
    planMessage: planText`default redirect ${"self.default_redirect_uri"} is not one of the callback URLs: ${itemsOf("callbackUrls")}`,
    examples: () => ({
      bad: [`${callback}/`, "https://App.example.com/callback"].map((defaultRedirectUri) =>
        bad(on("spa", { callbackUrls: [callback], defaultRedirectUri }), "defaultRedirectUri"),
      ),
      good: [
        on("spa", { callbackUrls: [home, callback], defaultRedirectUri: callback }),
        on("spa", { callbackUrls: [home, { var: "url" }], defaultRedirectUri: callback }),
        on("spa", { callbackUrls: [home], defaultRedirectUri: { var: "url" } }),
        on("spa", { callbackUrls: [home] }),
      ],
    }),
  }),
];

/** The default redirect is absent or empty, which is the same to Cognito, or one of the callback URLs. */
function defaultIsCallback(): ClientStatement {
  return {
    holds: (client: ClientModel) => {
      const uri = client.defaultRedirectUri;
      if (uri === undefined || uri === "") return true;
      return isOpen(uri) ? undefined : has("callbackUrls", uri).holds(client);
    },
    over: (self) =>
      `try(length(${self}.default_redirect_uri), 0) == 0 ? true : contains(${self}.callback_urls, ${self}.default_redirect_uri)`,
    operator: "?:",
  };
}
