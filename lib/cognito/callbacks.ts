/** What is known of callback URLs beside Cognito's own limits. */

/**
 * Schemes that run code, show content or open a program of the device in place of an app that waits for a code.
 *
 * @see https://datatracker.ietf.org/doc/html/rfc9700#section-4.1
 */
export const UNSAFE_SCHEMES = [
  "about",
  "blob",
  "chrome",
  "data",
  "file",
  "filesystem",
  "ftp",
  "intent",
  "jar",
  "javascript",
  "mailto",
  "resource",
  "sms",
  "tel",
  "vbscript",
  "view-source",
  "ws",
  "wss",
] as const;

/**
 * Hosts of others that appear in examples, tutorials and debugging tools: whoever runs them, or reads what is sent to them,
 * gets the authorization codes.
 *
 * @see https://www.iana.org/help/example-domains
 */
export const STRANGERS = [
  "amazon.com",
  "beeceptor.com",
  "example.com",
  "example.net",
  "example.org",
  "facebook.com",
  "github.com",
  "google.com",
  "hookbin.com",
  "httpbin.org",
  "jwt.io",
  "jwt.ms",
  "mydomain.com",
  "oauth.pstmn.io",
  "oauth.tools",
  "oauthdebugger.com",
  "oidcdebugger.com",
  "openidconnect.net",
  "pipedream.net",
  "postman.com",
  "postman-echo.com",
  "requestbin.com",
  "requestcatcher.com",
  "webhook.site",
  "www.amazon.com",
  "www.facebook.com",
  "www.google.com",
  "yourdomain.com",
] as const;
