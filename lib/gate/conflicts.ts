import { quoted } from "../text/quoted";
import type { ResourceChange } from "./plan-file";
import { type GateDiagnostic, refused } from "./verdict";

/**
 * A default redirect that is removed from the configuration stays in AWS: the provider retains it and cannot clear it. If
 * its callback URL is removed too, AWS refuses the client at apply (OAU-24).
 */
export function redirectConflicts({ address, change: { actions, after } }: ResourceChange): GateDiagnostic[] {
  if (!actions.includes("update")) return [];
  const { default_redirect_uri: redirect, callback_urls: callbacks } = after ?? {};
  if (typeof redirect !== "string" || redirect === "" || !Array.isArray(callbacks)) return [];
  if (callbacks.includes(redirect)) return [];
  return [
    refused("retained-argument", address, {
      message: `default redirect ${quoted(redirect)} is retained, but no longer a callback URL`,
      why: "the AWS provider cannot clear a default redirect, and AWS requires it to be a callback URL",
      fix: "restore that callback URL, or set another one as defaultRedirectUri",
    }),
  ];
}

/**
 * The two arguments of the pre token generation trigger, of which the provider retains the one that is not written.
 * A stack writes both, except where a variable may be null: AWS refuses two functions at apply (LAM-02).
 */
export function triggerConflicts({ address, change: { after } }: ResourceChange): GateDiagnostic[] {
  const [lambdas] = blocks(after?.lambda_config);
  const [versioned] = blocks(lambdas?.pre_token_generation_config);
  const [plain, other] = [lambdas?.pre_token_generation, versioned?.lambda_arn];
  if (typeof plain !== "string" || typeof other !== "string" || plain === "" || other === "" || plain === other)
    return [];
  return [
    refused("retained-argument", address, {
      message: `two pre token generation functions are configured: ${quoted(plain)} and ${quoted(other)}`,
      why: "the AWS provider retains the argument of this trigger that is not written, and AWS refuses two functions",
      fix: "set the same function in both arguments: in the config, preTokenGenerationConfig sets both",
    }),
  ];
}

function blocks(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? value : [];
}
