import { STRANGERS, UNSAFE_SCHEMES } from "../../cognito/callbacks";
import { quotePattern } from "../language/expressions";
import { all, any, not, type Statement } from "../language/statements";
import { matches } from "../language/text-statements";

const LOOPBACK = "(localhost|127\\.0\\.0\\.1|\\[::1\\])";
const END = "(:[0-9]+)?([/?#]|$)";

/** The URL begins with `http:` or `https:`. */
export const isWeb = matches("^https?:", { ignoreCase: true });

/** The URL goes to the machine that the browser runs on, as Cognito sees it. */
export const isLoopback = matches(`^https?://${LOOPBACK}${END}`);

/** The URL opens an app rather than a page: `myapp://callback`, `myapp:1`. `localhost:3000` is a host and a port. */
export const isCustomScheme = all(
  not(isWeb),
  matches("^[a-z][a-z0-9+.-]*:", { ignoreCase: true }),
  not(matches("^localhost:[0-9]", { ignoreCase: true })),
);

/** To Cognito the URL has a scheme with dots, yet it looks like a host and a port: `app.example.com:3000`. */
export const looksLikeHostAndPort = matches("^[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+:[0-9]{2,5}([/?#]|$)", {
  ignoreCase: true,
});

/** The URL runs code, shows content or opens a program in place of an app. */
export const isUnsafe = matches(`^(${UNSAFE_SCHEMES.map(quotePattern).join("|")}):`, { ignoreCase: true });

/** The host of the URL is one of examples and debugging tools. */
export const isStranger = matches(`^https?://(${STRANGERS.map(quotePattern).join("|")})${END}`, {
  ignoreCase: true,
});

/** The URL is absolute: `https://` and a host, or another scheme. */
export const isAbsolute = any(matches("^https?://[^/?#]", { ignoreCase: true }), isCustomScheme);

/** The URL is encrypted, or goes to the machine that the browser runs on. */
export const isSecure = any(not(matches("^http:", { ignoreCase: true })), isLoopback);

/** The URL is where an Application Load Balancer has users return to. */
export const isLoadBalancer = matches("^https://[^/]*/oauth2/idpresponse$", { ignoreCase: true });

/** Scheme and host are in lower case. */
export const hasLowerCaseHost = matches("^[^/A-Z]*//[^/A-Z]*/");

/** The URL has a host of this pattern; `*` matches any part of a host. */
export function hasHost(pattern: string): Statement<string> {
  const host = pattern.split("*").map(quotePattern).join("[^/?#@:\\\\]+");
  return matches(`^https?://${host}(:[0-9]*)?([/?#]|$)`, { ignoreCase: true });
}

/** The URL opens an app, stays on the user's machine, or has one of the hosts. */
export function returnsTo(hosts: readonly string[]): Statement<string> {
  return any(not(isWeb), isLoopback, ...hosts.map(hasHost));
}
