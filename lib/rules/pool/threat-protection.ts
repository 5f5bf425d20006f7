import { ipRange } from "../../cognito/ip-ranges";
import { RISK_LEVELS } from "../../cognito/values";
import { placedIn } from "../../model/placed";
import type { ThreatProtectionModel } from "../../model/threat-protection";
import { isOpen, type List, type Text } from "../../model/value";
import { equals, isPresent, poolArgument } from "../language/arguments";
import { claim } from "../language/claims";
import { plain, planText } from "../language/expressions";
import { saidOf } from "../language/fields";
import { api, guide, PREFLIGHT } from "../language/sources";
import { any, not } from "../language/statements";
import { quoted } from "../language/text-statements";
import type { Rule, Validation, Violation } from "../rule";
import { badPool, goodPool } from "./pool-examples";
import { riskExceptionRules } from "./risk-exceptions";
import { riskResponseRules } from "./risk-responses";
import {
  BLOCK_LEAKED,
  badClientSettings,
  badSettings,
  goodSettings,
  notify,
  PLUS,
  ranges,
} from "./threat-protection-examples";
import { type Placed, POOL, threatProtectionRule } from "./threat-protection-rule";

const threatGuide = guide("cognito-user-pool-settings-threat-protection");
const risk = api("SetRiskConfiguration");

const tier = poolArgument("userPoolTier");
const mode = poolArgument("advancedSecurityMode");
const customAuth = poolArgument("customAuth");

/** IP address ranges in one list. */
const MOST_RANGES = 200;

/** How threat protection responds to risks. */
export const threatProtectionRules: readonly Rule[] = [
  threatProtectionRule({
    id: "RISK-01",
    name: "threat-protection-settings",
    since: "2.0",
    severity: "error",
    title: `require threatProtection to have settings, and at most ${MOST_RANGES} IP address ranges in each list`,
    why: "The AWS provider refuses a risk configuration without settings, responses to account takeover without a sender of e-mails (5.100), lists that are too long, and what is not an address range in CIDR notation. An empty list of events is sent as none, which AWS takes for all of them, and every later plan shows the difference.",
    fix: "write ranges such as 192.0.2.0/24 or 2001:db8::/32, and remove what is empty",
    source: [risk, guide("quotas")],
    refusedByProvider: true,
    check: ({ settings }) => [
      ...(Object.keys(settings).length === 0
        ? [
            {
              at: [],
              message: "threatProtection has no settings",
              fix: "remove it, or add compromisedCredentials, accountTakeover or exceptions",
            },
          ]
        : []),
      ...emptyBlocks(settings),
      ...rangeViolations("blocked", settings.exceptions?.blocked),
      ...rangeViolations("skipped", settings.exceptions?.skipped),
    ],
    validation: (pool) => placedIn(pool, "threatProtection").flatMap(({ settings }) => openLists(settings)),
    examples: () => ({
      bad: [
        badSettings({}),
        badSettings({ compromisedCredentials: { action: "BLOCK", events: [] } }, "compromisedCredentials", "events"),
        badSettings({ accountTakeover: {} }, "accountTakeover"),
        badSettings({ accountTakeover: { notify } }, "accountTakeover"),
        badSettings({ accountTakeover: { high: { action: "BLOCK" } } }, "accountTakeover"),
        badSettings({ exceptions: {} }, "exceptions"),
        ...["192.0.2.1", "192.0.2.0/33", "192.0.2/24", "2001:db8::/129", "fe80::1%eth0/64", "", "example.com/24"].map(
          (range) => badSettings({ exceptions: { blocked: ["198.51.100.0/24", range] } }, "exceptions", "blocked", 1),
        ),
        badSettings({ exceptions: { skipped: ranges(MOST_RANGES + 1) } }, "exceptions", "skipped"),
        badClientSettings({}),
      ],
      good: [
        goodSettings({ exceptions: { blocked: ["0.0.0.0/0", "2001:db8::/32", "192.0.2.1/32"] } }),
        goodSettings({ exceptions: { skipped: ranges(MOST_RANGES) } }),
        goodSettings({ exceptions: { skipped: { var: "offices" } } }),
        goodPool({ ...PLUS, threatProtection: { customAuth: "AUDIT" } }),
        goodPool({}),
      ],
    }),
  }),
  threatProtectionRule({
    id: "RISK-02",
    name: "threat-protection-mode",
    since: "2.0",
    severity: "error",
    title: "require tier PLUS and a mode other than OFF for responses of threat protection",
    why: '"The following features need to be disabled for the ESSENTIALS pricing tier configured: Threat Protection": AWS refuses the responses at apply (FeatureUnavailableInTierException), after the AWS provider has planned them.',
    fix: "use userPoolTier: PLUS with advancedSecurityMode: AUDIT or ENFORCED, or remove threatProtection",
    source: [risk, threatGuide, guide("cognito-sign-in-feature-plans"), PREFLIGHT],
    claims: ({ pool: users }) =>
      users === undefined
        ? []
        : [
            claim<Placed>(
              saidOf(equals(tier, "PLUS"), users, POOL),
              [],
              () => `threatProtection needs tier PLUS, not ${String(tier.of(users))}`,
              undefined,
              planText`it needs tier PLUS, not ${`${POOL}.user_pool_tier`}`,
            ),
            claim<Placed>(
              saidOf(any(not(equals(mode, "OFF")), isPresent(customAuth)), users, POOL),
              [],
              "threatProtection is given, but threat protection is OFF",
            ),
          ],
    examples: () => ({
      bad: [
        { ...badSettings(BLOCK_LEAKED), pool: { threatProtection: BLOCK_LEAKED, advancedSecurityMode: "OFF" } },
        badPool(
          { userPoolTier: "ESSENTIALS", advancedSecurityMode: "ENFORCED", threatProtection: BLOCK_LEAKED },
          "threatProtection",
        ),
        badPool(
          { userPoolTier: "PLUS", advancedSecurityMode: "OFF", threatProtection: BLOCK_LEAKED },
          "threatProtection",
        ),
        { ...badClientSettings(BLOCK_LEAKED), pool: { userPoolTier: "PLUS" } },
      ],
      good: [
        goodSettings(BLOCK_LEAKED),
        goodPool({ userPoolTier: "PLUS", threatProtection: { customAuth: "AUDIT", ...BLOCK_LEAKED } }),
        goodPool({
          userPoolTier: { var: "tier" },
          advancedSecurityMode: { var: "mode" },
          threatProtection: BLOCK_LEAKED,
        }),
        { client: { platform: "ios", threatProtection: BLOCK_LEAKED }, pool: PLUS },
      ],
    }),
  }),
  ...riskResponseRules,
  ...riskExceptionRules,
];

function emptyBlocks({ compromisedCredentials, accountTakeover, exceptions }: Placed["settings"]): Violation[] {
  const isEmpty = (list: List | undefined) => list === undefined || (!isOpen(list) && list.length === 0);
  return [
    ...(compromisedCredentials && isEmpty(compromisedCredentials.events)
      ? [
          {
            at: ["compromisedCredentials", "events"],
            message: NO_EVENTS,
            fix: "name the events, or remove compromisedCredentials",
          },
        ]
      : []),
    ...(accountTakeover && RISK_LEVELS.every((level) => accountTakeover[level] === undefined)
      ? [
          {
            at: ["accountTakeover"],
            message: "accountTakeover has no response",
            fix: "give a response for low, medium or high",
          },
        ]
      : []),
    ...(accountTakeover && accountTakeover.notify === undefined
      ? [
          {
            at: ["accountTakeover"],
            message: "accountTakeover has no notify, without which AWS provider 5.100 takes no response",
            fix: "add notify: { sourceArn }, the ARN of an SES identity, even if nobody is notified",
          },
        ]
      : []),
    ...(exceptions && isEmpty(exceptions.blocked) && isEmpty(exceptions.skipped)
      ? [
          {
            at: ["exceptions"],
            message: "exceptions has no IP address range",
            fix: "remove it, or add IP address ranges to blocked or skipped",
          },
        ]
      : []),
  ];
}

const NO_EVENTS = "events is empty, which AWS takes for all events";

/** What must hold of the lists that variables hold: the plan of the AWS provider does not know them. */
function openLists({ compromisedCredentials, exceptions }: ThreatProtectionModel): Validation[] {
  const { blocked, skipped } = exceptions ?? {};
  return [
    ...overList(compromisedCredentials?.events, (list) => [[`length(${list}) > 0`, NO_EVENTS]]),
    ...(
      [
        ["blocked", blocked],
        ["skipped", skipped],
      ] as const
    ).flatMap(([field, list]) => [
      ...overList(list, (name) => [
        [
          `contains(range(1, ${MOST_RANGES + 1}), length(${name}))`,
          `${field} has no IP address range, which the AWS provider refuses, or more than ${MOST_RANGES}`,
        ],
        [`alltrue([for range in ${name} : ${isRange("range")}])`, `${field} has what is not an IP address range`],
      ]),
      ...(list === undefined || isOpen(list) ? [] : list).flatMap((item) =>
        overList(item, (name) => [[isRange(name), `${field} has what is not an IP address range`]]),
      ),
    ]),
  ];
}

function overList(
  value: List | Text | undefined,
  conditions: (name: string) => readonly (readonly [expression: string, message: string])[],
): Validation[] {
  if (!isOpen(value) || value.token !== undefined) return [];
  return conditions(`var.${value.variable}`).map(([expression, message]) => ({ expression, message: plain(message) }));
}

function isRange(text: string): string {
  return `can(cidrsubnet(${text}, 0, 0))`;
}

function rangeViolations(field: "blocked" | "skipped", list: List | undefined): Violation[] {
  const items = list === undefined || isOpen(list) ? [] : list;
  return [
    ...(items.length > MOST_RANGES
      ? [
          {
            at: ["exceptions", field],
            message: `${field} has ${items.length} IP address ranges; AWS allows ${MOST_RANGES}`,
            fix: "use larger ranges",
          },
        ]
      : []),
    ...items.flatMap((item, index) =>
      isOpen(item) || ipRange(item) !== undefined
        ? []
        : [{ at: ["exceptions", field, index], message: `${quoted(item)} is not an IP address range` }],
    ),
  ];
}
