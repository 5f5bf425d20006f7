import type { Operation, Pools } from "./pools";
import { type Fields, invalid, Refusal } from "./refusal";

/** The level of each source of events, and where its events can go. */
const SOURCES: Readonly<Record<string, { readonly level: string; readonly destinations: readonly string[] }>> = {
  userNotification: { level: "ERROR", destinations: ["CloudWatchLogsConfiguration"] },
  userAuthEvents: {
    level: "INFO",
    destinations: ["CloudWatchLogsConfiguration", "S3Configuration", "FirehoseConfiguration"],
  },
};

/** Where the logs of a pool go. A call replaces the whole setting. */
export function logDeliveryOperations(pools: Pools): Readonly<Record<string, Operation>> {
  return {
    SetLogDeliveryConfiguration: (request) => {
      const { UserPoolId, LogConfigurations } = request;
      const { pool, attached } = pools.get(request);
      for (const { EventSource, LogLevel, ...given } of LogConfigurations as Fields[]) {
        const { level, destinations = [] } = SOURCES[String(EventSource)] ?? {};
        if (LogLevel !== level) invalid(`Log level ${LogLevel} is not valid for event source ${EventSource}`);
        const [destination = "", ...others] = Object.keys(given);
        if (others.length > 0 || !destinations.includes(destination))
          invalid(`Destinations of event source ${EventSource} are not valid`);
        const { AdvancedSecurityMode = "OFF" } = (pool.UserPoolAddOns ?? {}) as Fields;
        if (EventSource === "userAuthEvents" && (pool.UserPoolTier !== "PLUS" || AdvancedSecurityMode === "OFF"))
          throw new Refusal(
            "FeatureUnavailableInTierException",
            `The following feature is not available for the ${pool.UserPoolTier} pricing tier configured: Log Delivery`,
          );
      }
      const LogDeliveryConfiguration = { UserPoolId, LogConfigurations };
      attached.set("LOGS", LogDeliveryConfiguration);
      return { LogDeliveryConfiguration };
    },
    GetLogDeliveryConfiguration: (request) => ({
      LogDeliveryConfiguration: pools.get(request).attached.get("LOGS") ?? {
        UserPoolId: request.UserPoolId,
        LogConfigurations: [],
      },
    }),
  };
}
