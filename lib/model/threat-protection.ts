import type { List, Text } from "./value";

/** Arguments of `aws_cognito_risk_configuration`: how threat protection responds, in a pool or in one client. */
export interface ThreatProtectionModel {
  readonly compromisedCredentials?: { readonly action: Text; readonly events: List };
  readonly accountTakeover?: AccountTakeoverModel;
  readonly exceptions?: { readonly blocked: List; readonly skipped: List };
}

/** What happens to sign-ins that look like an account takeover, by the level of risk. */
export interface AccountTakeoverModel {
  readonly low?: RiskResponseModel;
  readonly medium?: RiskResponseModel;
  readonly high?: RiskResponseModel;
  readonly notify?: RiskNotificationModel;
}

export interface RiskResponseModel {
  readonly action: Text;
  readonly notify: boolean;
}

/** The e-mails about risky sign-ins, and their sender. */
export interface RiskNotificationModel {
  readonly sourceArn: Text;
  readonly from?: Text;
  readonly replyTo?: Text;
  readonly blockEmail?: RiskMailModel;
  readonly mfaEmail?: RiskMailModel;
  readonly noActionEmail?: RiskMailModel;
}

export interface RiskMailModel {
  readonly subject: Text;
  readonly htmlBody: Text;
  readonly textBody: Text;
}
