import type { ThreatProtectionModel } from "../model/threat-protection";
import type { RiskResponses } from "./estate";
import type { Values } from "./shown";

/** What threat protection does by what it sees; nothing where the config leaves it to Cognito. */
export function riskResponses(responses: ThreatProtectionModel | undefined, values: Values): RiskResponses {
  const { compromisedCredentials, accountTakeover } = responses ?? {};
  return {
    ...(compromisedCredentials && { "compromised password": values.text(compromisedCredentials.action) }),
    ...(accountTakeover?.low && { "low risk": values.text(accountTakeover.low.action) }),
    ...(accountTakeover?.medium && { "medium risk": values.text(accountTakeover.medium.action) }),
    ...(accountTakeover?.high && { "high risk": values.text(accountTakeover.high.action) }),
  };
}
