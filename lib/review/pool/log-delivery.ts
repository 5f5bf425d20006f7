import type { LogDeliveryModel } from "../../model/log-delivery";
import type { PoolModel } from "../../model/model";
import type { Facet } from "../language/facet";
import { shown } from "../language/wording";

const NOTIFICATIONS = "errors of messages";
const ACTIVITY = "activity of users";

/** What a review says about the logs of a pool. */
export const LOG_DELIVERY: readonly Facet<PoolModel>[] = [
  logs("userNotification", NOTIFICATIONS, "codes and invitations that never arrive leave no trace"),
  logs("userAuthEvents", ACTIVITY, "who signed in, from where and how risky it was can no longer be looked up"),
];

function logs(source: keyof LogDeliveryModel, what: string, loss: string): Facet<PoolModel> {
  return {
    at: ["logDelivery", source],
    noun: `logs of ${what}`,
    get: ({ logDelivery }) => logDelivery?.[source],
    describe: (before: object | undefined, after: object | undefined) => {
      if (before === undefined)
        return [
          {
            risk: "costs",
            what: `logs of ${what}: now to ${destination(after)}`,
            why: "AWS bills what is written there and stored",
          },
        ];
      if (after === undefined) return [{ risk: "opens", what: `logs of ${what}: none any more`, why: loss }];
      return [
        {
          risk: "changes",
          what: `logs of ${what}: to ${destination(after)} instead of ${destination(before)}`,
          why: "whoever reads them looks in the old place",
        },
      ];
    },
  };
}

function destination(destinations: object | undefined): string {
  return Object.entries(destinations ?? {})
    .map(([, arn]) => shown(arn))
    .join(", ");
}
