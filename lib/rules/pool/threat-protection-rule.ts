import type { RISK_LEVELS } from "../../cognito/values";
import type { PoolModel } from "../../model/model";
import { type Placed as PlacedSettings, placedIn } from "../../model/placed";
import type { ThreatProtectionModel } from "../../model/threat-protection";
import { isOpen } from "../../model/value";
import { equals } from "../language/arguments";
import type { Field } from "../language/fields";
import { any, type Statement } from "../language/statements";
import { objectRule } from "./object-rule";

export type Placed = PlacedSettings<ThreatProtectionModel>;
export type Level = (typeof RISK_LEVELS)[number];

/** Makes a rule about the threat protection of a pool and of each client that has its own. */
export const threatProtectionRule = objectRule<Placed>({
  on: "threatProtection",
  of: (pool: PoolModel) => placedIn(pool, "threatProtection"),
  place: ({ place }) => place,
});

/** The user pool, in a condition of its threat protection. */
export const POOL = "local.user_pool";

const TAKEOVER = "account_takeover_risk_configuration[0]";

/** A part of the settings by its path in the model, absent as null. @param terraform from the resource, blocks as lists */
export function setting(path: string, terraform: string, fallback = "null"): Field<Placed> {
  return {
    of: ({ settings }) => {
      const value = path
        .split(".")
        .reduce<unknown>((found, key) => (found as Record<string, unknown> | undefined)?.[key], settings);
      return isOpen(value) ? undefined : (value ?? null);
    },
    over: (name) =>
      fallback === "[]" ? `coalesce(try(${name}.${terraform}, null), [])` : `try(${name}.${terraform}, ${fallback})`,
  };
}

/** What happens at a level of risk. */
export function actionAt(level: Level): Field<Placed> {
  return setting(`accountTakeover.${level}.action`, `${TAKEOVER}.actions[0].${level}_action[0].event_action`);
}

/** Whether the user is notified of it. */
export function notifyAt(level: Level): Field<Placed> {
  return setting(`accountTakeover.${level}.notify`, `${TAKEOVER}.actions[0].${level}_action[0].notify`, "false");
}

/** The e-mails about risky sign-ins, and their names in Terraform. */
export const MAILS = { blockEmail: "block_email", mfaEmail: "mfa_email", noActionEmail: "no_action_email" } as const;
export type Mail = keyof typeof MAILS;

/** The block that holds the sender and the e-mails. */
export const notification = setting("accountTakeover.notify", `${TAKEOVER}.notify_configuration`, "[]");

/** One of the e-mails. */
export function mailOf(mail: Mail): Field<Placed> {
  return setting(`accountTakeover.notify.${mail}`, `${TAKEOVER}.notify_configuration[0].${MAILS[mail]}`, "[]");
}

/** A text of the block, or of an e-mail; empty where there is none. */
export function notificationText(path: string, terraform: string): Field<Placed> {
  return setting(`accountTakeover.notify.${path}`, `${TAKEOVER}.notify_configuration[0].${terraform}`, '""');
}

/** The level's response is one of these. */
export function responds(level: Level, ...actions: readonly string[]): Statement<Placed> {
  return any(...actions.map((action) => equals(actionAt(level), action)));
}
