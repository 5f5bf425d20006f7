import type { Platform } from "../cognito/platforms";
import type { ConfigPart } from "./config-part";

/** A platform that a client may be of, and what speaks for it. */
export interface Candidate {
  readonly platform: Platform;
  readonly because: string;
}

const LOOPBACK = /^https?:\/\/(?:127\.0\.0\.1|\[::1\])(?::\d+)?(?:\/|$)/;
const WEB = /^https?:\/\//;
const APPLE = /(?:^|[^a-z])(?:ios|iphone|ipad|apple|swift)(?:[^a-z]|$)/i;
const ANDROID = /android/i;

/** The platforms that a client may be of, the likeliest first: by its secret, its grants, its callback URLs and its name. */
export function candidates(client: ConfigPart): readonly Candidate[] {
  const texts = (key: string) => (client[key] ?? []) as readonly string[];
  const grants = texts("allowedOauthFlows");
  const other = { platform: "other", because: "its settings are of no platform" } as const;
  if (client.generateSecret === true) {
    const confidential = { platform: "confidential", because: "it has a secret" } as const;
    if (grants.length === 1 && grants[0] === "client_credentials")
      return [{ platform: "machine", because: "it has a secret, and client_credentials alone" }, confidential, other];
    if (texts("callbackUrls").length === 0 || grants.length === 0) return [confidential, other];
    return [{ platform: "server", because: "it has a secret and callback URLs" }, confidential, other];
  }
  const guess = byCallbacks(String(client.name), texts("callbackUrls"));
  return [...guess, { platform: "public", because: "it has no secret" }, other];
}

function byCallbacks(name: string, urls: readonly string[]): readonly Candidate[] {
  const mobile = APPLE.test(name) ? "ios" : ANDROID.test(name) ? "android" : undefined;
  const named: Candidate | undefined = mobile && {
    platform: mobile,
    because: "it has no secret, and its name says so",
  };
  if (urls.some((url) => !WEB.test(url)))
    return [named ?? { platform: "ios", because: "an app's own scheme among its callback URLs; or android" }];
  if (named !== undefined) return [named];
  if (urls.length === 0) return [];
  if (urls.every((url) => LOOPBACK.test(url)))
    return [{ platform: "desktop", because: "no secret, and callback URLs on the user's own machine" }];
  return [{ platform: "spa", because: "no secret, and callback URLs of a web page" }];
}
