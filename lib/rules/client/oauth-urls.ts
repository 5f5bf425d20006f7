import { CLIENT_ARGUMENTS } from "../../cognito/app-client";
import { QUOTAS } from "../../cognito/quotas";
import { isOpen, knownItems } from "../../model/value";
import { type Message, plain, planText } from "../language/expressions";
import { any, failing, hasAtMost, not, type Statement } from "../language/statements";
import { characters, hasLength, matches, quoted } from "../language/text-statements";
import type { BadExample, ClientRule, Example, Rule, RuleText } from "../rule";
import {
  AWS,
  bad,
  type Claim,
  type ClientRuleDefinition,
  claim,
  claimEach,
  clientRule,
  on,
  PREFLIGHT,
  placeOf,
} from "./client-rule";
import { isAbsolute, isSecure, isStranger, isUnsafe, looksLikeHostAndPort } from "./urls";

/** A character that AWS takes in a URL. */
const VISIBLE = "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]";
const MOST_URLS = QUOTAS.callbackUrls.limit;
const URLS = ["callbackUrls", "logoutUrls"] as const;
const home = "https://app.example.com/";
const callback = "https://app.example.com/callback";
const long = (length: number) => callback.padEnd(length, "x");
const many = (length: number) => Array.from({ length }, (_, index) => `${home}${index}`);

/** What Cognito asks of every callback and logout URL. */
export const oauthUrlRules: readonly Rule[] = [
  clientRule({
    id: "OAU-14",
    name: "url-count",
    since: "1.0",
    refusedByProvider: true,
    severity: "error",
    title: `limit a client to ${MOST_URLS} callback URLs and ${MOST_URLS} logout URLs`,
    why: "AWS rejects more, and the quota is not adjustable.",
    fix: "remove URLs, or split the client",
    source: [AWS.quotas, AWS.createClient],
    claims: [countClaim("callbackUrls", "callback"), countClaim("logoutUrls", "logout")],
    planMessage: planText`the client has ${"length(self.callback_urls)"} callback and ${"length(self.logout_urls)"} logout URLs; Cognito allows ${plain(String(MOST_URLS))} of each`,
    examples: () => ({
      bad: [
        bad(on("spa", { callbackUrls: many(101) }), "callbackUrls"),
        bad(on("spa", { callbackUrls: [callback], logoutUrls: many(101) }), "logoutUrls"),
      ],
      good: [on("spa", { callbackUrls: many(100), logoutUrls: many(100) })],
    }),
  }),
  urlRule(
    hasLength(...CLIENT_ARGUMENTS.defaultRedirectUri.range),
    (url) => `URL has ${characters(url)} characters; Cognito allows 1 to 1024`,
    (failed) => planText`URLs must have 1 to 1024 characters: ${failed}`,
    { bad: ["", long(1025)], good: [long(1024)] },
    {
      id: "OAU-15",
      name: "url-length",
      since: "1.0",
      refusedByProvider: true,
      severity: "error",
      title: "limit URLs to 1 to 1024 characters",
      why: "AWS rejects any other length.",
      fix: "use a URL of 1 to 1024 characters",
      source: [AWS.createClient],
    },
  ),
  urlRule(
    matches(`^${VISIBLE}*$`),
    (url) => `${quoted(url)} holds a space or a control character`,
    (failed) => planText`URLs must not contain spaces or control characters: ${failed}`,
    {
      bad: ["https://app.example.com/a b", "https://app.example.com/\n", " https://app.example.com/"],
      good: ["https://app.example.com/a%20b?c=d&e=~", "https://münchen.example/zurück"],
    },
    {
      id: "OAU-16",
      name: "url-characters",
      since: "1.0",
      severity: "error",
      title: "disallow spaces and control characters in URLs",
      why: "AWS rejects them at apply. The AWS provider accepts any URL with at least one valid character.",
      fix: "remove the character, or write a space as %20",
      source: [AWS.createClient],
    },
  ),
  urlRule(
    any(isAbsolute, not(matches(`^${VISIBLE}`))), // of what is empty or begins with a space, OAU-15 and OAU-16 speak
    (url) => `${quoted(url)} is not absolute`,
    (failed) => planText`URLs must be absolute: ${failed}`,
    {
      bad: [
        "/callback",
        "app.example.com/callback",
        "localhost:3000/callback",
        "app.example.com:3000/callback",
        "https:/callback",
        "https://",
        "//x",
      ],
      good: [
        callback,
        "http://localhost:3000",
        "myapp://callback",
        "com.example.app:/callback",
        "myapp://",
        "myapp:1/callback",
        "com.example.app:1",
      ],
    },
    {
      id: "OAU-17",
      name: "absolute-url",
      since: "1.0",
      severity: "error",
      title: "require absolute URLs",
      why: "AWS rejects a URL without a scheme at apply.",
      fix: "start with https://, http://localhost, or an app's own scheme such as myapp://",
      advice: (client) =>
        URLS.flatMap((field) =>
          knownItems(client[field])
            .filter((url) => looksLikeHostAndPort.holds(url))
            .map((url) => ({
              at: placeOf(client, field, url),
              message: `${quoted(url)} has the scheme ${url.slice(0, url.indexOf(":"))}; it is not a host and a port`,
              fix: `write https://${url}, or acknowledge that this is the scheme of an app`,
              severity: "warning" as const,
            })),
        ),
      source: [AWS.createClient],
    },
  ),
  urlRule(
    not(matches("#")),
    (url) => `${quoted(url)} has a fragment`,
    (failed) => planText`URLs must have no fragment: ${failed}`,
    { bad: [`${callback}#`, "https://app.example.com/#/callback"], good: [`${callback}?page=1`] },
    {
      id: "OAU-18",
      name: "no-url-fragment",
      since: "1.0",
      severity: "error",
      title: "disallow fragments in URLs",
      why: 'AWS rejects the client at apply: "X cannot use fragment".',
      fix: "remove # and everything after it; a router that needs it can redirect from a page without one",
      source: [AWS.createClient, PREFLIGHT],
    },
  ),
  urlRule(
    isSecure,
    (url) => `${quoted(url)} is not encrypted; Cognito allows http for localhost, 127.0.0.1 and [::1] only`,
    (failed) => planText`Cognito allows http for localhost, 127.0.0.1 and [::1] only: ${failed}`,
    {
      bad: [
        "http://app.example.com/callback",
        "http://localhost.com/",
        "http://127.0.0.2/",
        "HTTP://app.example.com/",
        "http://localhost@app.example.com/",
      ],
      good: [
        "http://localhost",
        "http://localhost:3000/callback",
        "http://127.0.0.1/callback",
        "http://[::1]:8080/",
        "https://localhost/",
        "myapp://callback",
      ],
    },
    {
      id: "OAU-19",
      name: "https-url",
      since: "1.0",
      severity: "error",
      title: "require https, except on the user's own machine",
      why: 'AWS rejects the client at apply: "X cannot use the HTTP protocol."',
      fix: "use https",
      source: [AWS.createClient, PREFLIGHT],
    },
  ),
  urlRule(
    not(matches("\\*")),
    (url) => `${quoted(url)} has a *, which Cognito takes literally`,
    (failed) => planText`Cognito compares * literally: ${failed}`,
    { bad: ["https://*.example.com/callback", "https://app.example.com/*"], good: [callback] },
    {
      id: "OAU-22",
      name: "no-url-wildcard",
      since: "1.0",
      severity: "warning",
      title: "disallow wildcards in URLs",
      why: "Cognito compares complete URLs character by character: no request matches a URL with a *.",
      fix: "list each URL",
      source: [AWS.appClients],
    },
  ),
  urlRule(
    not(isUnsafe),
    (url) => `${quoted(url)} opens no app: its scheme runs code, shows content or starts another program`,
    (failed) => planText`these schemes run code, show content or start another program: ${failed}`,
    {
      bad: [
        "javascript:alert(1)",
        "JavaScript://app.example.com/%0aalert(1)",
        "data:text/html,hello",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:https://app.example.com/1",
        "intent://callback",
      ],
      good: [callback, "myapp://callback", "com.example.app:/callback", "javascriptapp://callback"],
    },
    {
      id: "OAU-34",
      name: "no-unsafe-callback-scheme",
      since: "2.0",
      severity: "warning",
      title: "disallow URL schemes that run code or open something other than an app",
      why: "AWS accepts any scheme. A browser that follows one of these runs the URL as code, shows it as a page or starts another program, with the authorization code in it.",
      fix: "use https, or a scheme of your app, such as com.example.app:/callback",
      source: [
        AWS.createClient,
        "https://datatracker.ietf.org/doc/html/rfc9700#section-4.1",
        "https://datatracker.ietf.org/doc/html/rfc8252#section-7.1",
      ],
    },
  ),
  urlRule(
    not(isStranger),
    (url) => `${quoted(url)} goes to a host of somebody else, known from examples and debugging tools`,
    (failed) => planText`these hosts are owned by others: ${failed}`,
    {
      bad: [
        "https://jwt.io",
        "https://www.google.com/callback",
        "https://example.com",
        "https://OAuth.pstmn.io/v1/callback",
        "https://oidcdebugger.com:443/debug",
      ],
      good: [callback, "https://jwt.io.example.com/", "https://myjwt.io/callback", "myapp://jwt.io"],
    },
    {
      id: "OAU-35",
      name: "no-callback-to-stranger",
      since: "2.0",
      severity: "warning",
      title: "disallow URLs at well-known hosts of others",
      why: "Users' authorization codes and tokens are sent to whoever runs the host. Hosts of examples and debugging tools remain in a client long after the try for which they were written.",
      fix: "use a host of your own; for a test, a client of its own in an environment without real users",
      source: [AWS.appClients, "https://www.iana.org/help/example-domains"],
    },
  ),
];

/** A rule about each callback and logout URL, with URLs that violate it and URLs that do not. */
function urlRule(
  statement: Statement<string>,
  message: (url: string) => string,
  planMessageOf: (failed: string) => Message,
  examples: { readonly bad: readonly string[]; readonly good: readonly string[] },
  text: RuleText & Pick<ClientRuleDefinition, "advice">,
): ClientRule {
  const broken = (url: string): BadExample[] => [
    bad(on("spa", { callbackUrls: [callback, url] }), "callbackUrls", 1),
    bad(on("ios", { callbackUrls: [callback], logoutUrls: [url] }), "logoutUrls", 0),
  ];
  const valid = (url: string): Example => on("spa", { callbackUrls: [url], logoutUrls: [url] });
  return clientRule({
    ...text,
    claims: [claimEach(URLS, statement, message)],
    planMessage: planMessageOf(failing(URLS, statement)),
    examples: () => ({ bad: examples.bad.flatMap(broken), good: examples.good.map(valid) }),
  });
}

function countClaim(field: "callbackUrls" | "logoutUrls", words: string): Claim {
  return claim(hasAtMost(field, QUOTAS[field].limit), [field], (client) => {
    const list = client[field];
    return `the client has ${isOpen(list) ? 0 : list.length} ${words} URLs; Cognito allows ${QUOTAS[field].limit}`;
  });
}
