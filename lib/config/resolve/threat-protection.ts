import { defaultsOf } from "../../cognito/argument";
import { THREAT_PROTECTION_ARGUMENTS } from "../../cognito/threat-protection";
import { RISK_LEVELS } from "../../cognito/values";
import { part, type Source } from "../../model/source";
import type {
  AccountTakeoverModel,
  RiskMailModel,
  RiskNotificationModel,
  RiskResponseModel,
  ThreatProtectionModel,
} from "../../model/threat-protection";
import type { Text } from "../../model/value";
import { defined } from "./defined";
import type { OpenValues } from "./open-values";

const { compromisedCredentials, exceptions } = THREAT_PROTECTION_ARGUMENTS;
const EVENTS = defaultsOf(compromisedCredentials.arguments).events;
const MAILS = ["blockEmail", "mfaEmail", "noActionEmail"] as const;

/** What is written there and says nothing of the responses. */
const BESIDE = ["customAuth", "new"];

/** Resolves how threat protection responds; `undefined` where nothing but the mode of custom authentication is written. */
export function resolveThreatProtection(
  source: Source | undefined,
  open: OpenValues,
): ThreatProtectionModel | undefined {
  const keys = Object.keys((source?.value as object | undefined) ?? { customAuth: "" });
  if (keys.includes("customAuth") && keys.every((key) => BESIDE.includes(key))) return undefined;
  const credentials = part(source, "compromisedCredentials");
  const excepted = part(source, "exceptions");
  const takeover = part(source, "accountTakeover");
  return defined({
    compromisedCredentials: credentials && {
      action: open.text(part(credentials, "action")) as Text,
      events: open.list(part(credentials, "events")) ?? EVENTS,
    },
    accountTakeover: takeover && resolveTakeover(takeover, open),
    exceptions: excepted && {
      blocked: open.list(part(excepted, "blocked")) ?? exceptions.arguments.blocked.default,
      skipped: open.list(part(excepted, "skipped")) ?? exceptions.arguments.skipped.default,
    },
  });
}

function resolveTakeover(source: Source, open: OpenValues): AccountTakeoverModel {
  const levels = RISK_LEVELS.map((level) => [level, resolveResponse(part(source, level), open)]);
  const notify = part(source, "notify");
  return defined({ ...Object.fromEntries(levels), notify: notify && resolveNotification(notify, open) });
}

function resolveResponse(source: Source | undefined, open: OpenValues): RiskResponseModel | undefined {
  if (source === undefined) return undefined;
  const notify = (part(source, "notify")?.value as boolean | undefined) ?? false;
  return { action: open.text(part(source, "action")) as Text, notify };
}

function resolveNotification(source: Source, open: OpenValues): RiskNotificationModel {
  const mails = MAILS.map((each) => {
    const mail = part(source, each);
    return [each, mail && (open.record(mail) as unknown as RiskMailModel)];
  });
  return {
    sourceArn: open.text(part(source, "sourceArn")) as Text,
    ...defined({
      from: open.text(part(source, "from")),
      replyTo: open.text(part(source, "replyTo")),
      ...(Object.fromEntries(mails) as Partial<RiskNotificationModel>),
    }),
  };
}
