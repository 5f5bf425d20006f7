import type { Operation, Pools } from "./pools";
import { type Fields, Refusal } from "./refusal";

/** What a call gives in place of a client: the pool itself. */
const WHOLE_POOL = "ALL";

/** How threat protection responds in a pool and its clients. A call replaces all settings; none removes them. */
export function threatProtectionOperations(pools: Pools): Readonly<Record<string, Operation>> {
  const at = ({ ClientId = WHOLE_POOL }: Fields) => `RISK ${ClientId}`;
  return {
    SetRiskConfiguration: (request) => {
      const { UserPoolId, ClientId, ...settings } = request;
      const { pool, attached } = pools.get(request);
      const { AdvancedSecurityMode, AdvancedSecurityAdditionalFlows } = (pool.UserPoolAddOns ?? {}) as Fields;
      const isOff = (AdvancedSecurityMode ?? "OFF") === "OFF" && AdvancedSecurityAdditionalFlows === undefined;
      if (Object.keys(settings).length > 0 && (pool.UserPoolTier !== "PLUS" || isOff))
        throw new Refusal(
          "FeatureUnavailableInTierException",
          `The following feature is not available for the ${pool.UserPoolTier} pricing tier configured: Threat Protection`,
        );
      const credentials = settings.CompromisedCredentialsRiskConfiguration as Fields | undefined;
      if (credentials) credentials.EventFilter ??= ["SIGN_IN", "PASSWORD_CHANGE", "SIGN_UP"];
      const RiskConfiguration = { UserPoolId, ...(ClientId !== undefined && { ClientId }), ...settings };
      attached.set(at(request), RiskConfiguration);
      return { RiskConfiguration };
    },
    DescribeRiskConfiguration: (request) => ({
      RiskConfiguration: pools.get(request).attached.get(at(request)) ?? { UserPoolId: request.UserPoolId },
    }),
  };
}
