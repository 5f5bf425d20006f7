import type { ThreatProtectionModel } from "../model/threat-protection";
import type { ArgumentsOf } from "./argument";
import { COMPROMISED_CREDENTIALS_EVENTS } from "./values";

const CREDENTIALS = "compromised_credentials_risk_configuration";
const TAKEOVER = "account_takeover_risk_configuration";
const NOTIFY = `${TAKEOVER}.notify_configuration` as const;
const EXCEPTIONS = "risk_exception_configuration";

/**
 * Arguments of `aws_cognito_risk_configuration`, by field of the model.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetRiskConfiguration.html
 */
export const THREAT_PROTECTION_ARGUMENTS = {
  compromisedCredentials: {
    terraform: CREDENTIALS,
    arguments: {
      action: { terraform: `${CREDENTIALS}.actions.event_action`, refusedByProvider: true },
      events: {
        terraform: `${CREDENTIALS}.event_filter`,
        default: COMPROMISED_CREDENTIALS_EVENTS,
        retained: true,
        refusedByProvider: true,
      },
    },
  },
  accountTakeover: {
    terraform: TAKEOVER,
    arguments: {
      low: response("low_action"),
      medium: response("medium_action"),
      high: response("high_action"),
      notify: {
        terraform: NOTIFY,
        arguments: {
          sourceArn: {
            terraform: `${NOTIFY}.source_arn`,
            range: [20, 2048],
            unit: "characters",
            refusedByProvider: true,
          },
          from: { terraform: `${NOTIFY}.from` },
          replyTo: { terraform: `${NOTIFY}.reply_to` },
          blockEmail: mail("block_email"),
          mfaEmail: mail("mfa_email"),
          noActionEmail: mail("no_action_email"),
        },
      },
    },
  },
  exceptions: {
    terraform: EXCEPTIONS,
    arguments: {
      blocked: { terraform: `${EXCEPTIONS}.blocked_ip_range_list`, default: [], refusedByProvider: true },
      skipped: { terraform: `${EXCEPTIONS}.skipped_ip_range_list`, default: [], refusedByProvider: true },
    },
  },
} as const satisfies ArgumentsOf<ThreatProtectionModel>;

function response<const B extends string>(block: B) {
  const terraform = `${TAKEOVER}.actions.${block}` as const;
  return {
    terraform,
    arguments: {
      action: { terraform: `${terraform}.event_action`, refusedByProvider: true },
      notify: { terraform: `${terraform}.notify`, default: false },
    },
  } as const;
}

function mail<const B extends string>(block: B) {
  const terraform = `${NOTIFY}.${block}` as const;
  const body = { range: [6, 20_000], unit: "characters", refusedByProvider: true } as const;
  return {
    terraform,
    arguments: {
      subject: { terraform: `${terraform}.subject`, range: [1, 140], unit: "characters", refusedByProvider: true },
      htmlBody: { ...body, terraform: `${terraform}.html_body` },
      textBody: { ...body, terraform: `${terraform}.text_body` },
    },
  } as const;
}
