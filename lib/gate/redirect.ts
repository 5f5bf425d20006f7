import { quoted } from "../review/wording";
import type { Judgement } from "./judge";
import type { ResourceChange } from "./plan-file";

/**
 * A default redirect that leaves the config stays in AWS: the provider keeps what is no longer written, and cannot
 * clear it. Together with a callback URL that goes, AWS then refuses the client at apply (OAU-24).
 */
export function redirectBreaches({ address, change: { actions, after } }: ResourceChange): Judgement[] {
  if (!actions.includes("update")) return [];
  const { default_redirect_uri: redirect, callback_urls: callbacks } = after ?? {};
  if (typeof redirect !== "string" || redirect === "" || !Array.isArray(callbacks)) return [];
  if (callbacks.includes(redirect)) return [];
  return [
    {
      verdict: "refused",
      address,
      what: `default redirect ${quoted(redirect)} would stay, and is no callback URL any more`,
      why: "the AWS provider cannot clear a default redirect, and AWS refuses one that is no callback URL",
      fix: "keep that callback URL, or write another one as defaultRedirectUri",
    },
  ];
}
