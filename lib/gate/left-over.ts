import { quoted } from "../text/quoted";
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

/**
 * The two spellings of the trigger before token generation, of which the provider keeps the one that is not written.
 * A stack writes both, but for a variable, which may hold no function: AWS refuses two functions at apply (LAM-02).
 */
export function triggerBreaches({ address, change: { after } }: ResourceChange): Judgement[] {
  const [lambdas] = blocks(after?.lambda_config);
  const [versioned] = blocks(lambdas?.pre_token_generation_config);
  const [plain, other] = [lambdas?.pre_token_generation, versioned?.lambda_arn];
  if (typeof plain !== "string" || typeof other !== "string" || plain === "" || other === "" || plain === other)
    return [];
  return [
    {
      verdict: "refused",
      address,
      what: `before token generation ${quoted(plain)} would run, and ${quoted(other)} too`,
      why: "the AWS provider keeps the spelling of this trigger that is not written, and AWS refuses two functions",
      fix: "write the same function in both spellings: in the config, preTokenGenerationConfig stands for both",
    },
  ];
}

function blocks(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? value : [];
}
