import { LOG_DESTINATIONS } from "../../cognito/log-delivery";
import type { LogDeliveryModel, LogDestinations } from "../../model/log-delivery";
import { part, type Source } from "../../model/source";
import { defined } from "./defined";
import type { OpenValues } from "./open-values";

/** Resolves where the logs of a pool go; nowhere, if no source of events is written. */
export function resolveLogDelivery(source: Source | undefined, open: OpenValues): LogDeliveryModel | undefined {
  const destinations = (of: Source | undefined): Partial<LogDestinations> | undefined =>
    of && defined(Object.fromEntries(Object.keys(LOG_DESTINATIONS).map((key) => [key, open.text(part(of, key))])));
  const found = defined({
    userNotification: destinations(part(source, "userNotification")),
    userAuthEvents: destinations(part(source, "userAuthEvents")),
  });
  return Object.keys(found).length === 0 ? undefined : (found as LogDeliveryModel);
}
