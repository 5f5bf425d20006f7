import { type ACCOUNT_TAKEOVER_ACTIONS, RISK_LEVELS } from "../cognito/values";
import type { ThreatProtectionModel } from "../model/threat-protection";
import type { Facet } from "./language/facet";
import { anything, ladder, members, toggle } from "./language/facet-kinds";
import type { FacetTable } from "./language/facet-table";
import { settingsOfClient, settingsOfPool } from "./own-settings";

type Settings = ThreatProtectionModel;
type Level = (typeof RISK_LEVELS)[number];

const NONE = "NO_ACTION";
/** From the mildest to the strictest. */
const RESPONSES: readonly (typeof ACCOUNT_TAKEOVER_ACTIONS)[number][] = [
  NONE,
  "MFA_IF_CONFIGURED",
  "MFA_REQUIRED",
  "BLOCK",
];

const SETTINGS: FacetTable<Settings> = {
  compromisedCredentials: [
    ladder<Settings>(
      ["compromisedCredentials", "action"],
      "response to leaked passwords",
      [NONE, "BLOCK"],
      ({ compromisedCredentials }) => compromisedCredentials?.action ?? NONE,
      {
        up: (now, was) => ({
          risk: "changes",
          what: `response to leaked passwords: ${now} instead of ${was}`,
          why: "users with a password that is known from a leak must set another one",
        }),
        down: (now, was) => ({
          risk: "opens",
          what: `response to leaked passwords: ${now} instead of ${was}`,
          why: "a password that is known from a leak signs in",
        }),
      },
    ),
    {
      ...members<Settings>(
        ["compromisedCredentials", "events"],
        "events at which passwords are compared with leaks",
        ({ compromisedCredentials }) => compromisedCredentials?.events,
        {
          added: (items) => ({
            risk: "changes",
            what: `passwords are compared with leaks at ${items} too`,
            why: "the response to leaked passwords applies there",
          }),
          removed: (items) => ({
            risk: "opens",
            what: `passwords are no longer compared with leaks at ${items}`,
            why: "a password that is known from a leak passes there",
          }),
        },
      ),
      when: (before, after) => Boolean(before.compromisedCredentials && after.compromisedCredentials),
    },
  ],
  accountTakeover: [
    ...RISK_LEVELS.flatMap((level) => [responseTo(level), notificationOf(level)]),
    anything<Settings>(
      ["accountTakeover", "notify"],
      "e-mails about risky sign-ins",
      ({ accountTakeover }) => accountTakeover?.notify,
      { risk: "changes", why: "users are notified in another way; check that the sender is verified and allowed" },
    ),
  ],
  exceptions: [
    members<Settings>(
      ["exceptions", "blocked"],
      "IP addresses that are always blocked",
      ({ exceptions }) => exceptions?.blocked ?? [],
      {
        added: (items) => ({
          risk: "changes",
          what: `sign-ins from ${items} are always blocked`,
          why: "users there cannot sign in",
        }),
        removed: (items) => ({
          risk: "opens",
          what: `sign-ins from ${items} are no longer always blocked`,
          why: "they are judged as any other",
        }),
      },
    ),
    members<Settings>(
      ["exceptions", "skipped"],
      "IP addresses that are never judged",
      ({ exceptions }) => exceptions?.skipped ?? [],
      {
        added: (items) => ({
          risk: "opens",
          what: `sign-ins from ${items} are never judged`,
          why: "threat protection lets them through, whatever the risk",
        }),
        removed: (items) => ({
          risk: "changes",
          what: `sign-ins from ${items} are judged`,
          why: "threat protection may challenge or block them",
        }),
      },
    ),
  ],
};

/** What a review says about the responses of a pool. */
export const POOL_THREAT_PROTECTION = settingsOfPool("threatProtection", SETTINGS);

/** What a review says about the responses of a client: its own, or else those of its pool. */
export const CLIENT_THREAT_PROTECTION = settingsOfClient("threatProtection", SETTINGS);

function responseTo(level: Level): Facet<Settings> {
  const what = (now: string, was: string) =>
    `response to a ${level} risk of account takeover: ${now} instead of ${was}`;
  return ladder<Settings>(
    ["accountTakeover", level, "action"],
    `response to a ${level} risk of account takeover`,
    RESPONSES,
    ({ accountTakeover }) => accountTakeover?.[level]?.action ?? NONE,
    {
      up: (now, was) => ({
        risk: "changes",
        what: what(now, was),
        why: "users at this risk are challenged or blocked",
      }),
      down: (now, was) => ({ risk: "opens", what: what(now, was), why: "a sign-in at this risk gets further" }),
    },
  );
}

function notificationOf(level: Level): Facet<Settings> {
  return toggle<Settings>(
    ["accountTakeover", level, "notify"],
    `e-mail about a ${level} risk of account takeover`,
    ({ accountTakeover }) => accountTakeover?.[level]?.notify ?? false,
    {
      on: {
        risk: "changes",
        what: `users get an e-mail about a sign-in with a ${level} risk`,
        why: "they can tell that it was somebody else",
      },
      off: {
        risk: "opens",
        what: `users no longer get an e-mail about a sign-in with a ${level} risk`,
        why: "they do not learn of somebody else's sign-in",
      },
    },
  );
}
