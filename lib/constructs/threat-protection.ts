import {
  CognitoRiskConfiguration,
  type CognitoRiskConfigurationAccountTakeoverRiskConfiguration,
  type CognitoRiskConfigurationConfig,
} from "@cdktf/provider-aws/lib/cognito-risk-configuration";
import type { Construct } from "constructs";
import type {
  AccountTakeoverModel,
  RiskMailModel,
  RiskResponseModel,
  ThreatProtectionModel,
} from "../model/threat-protection";
import { isOpen, type List } from "../model/value";
import { optional, setValue, textValue } from "../terraform/template";

/** Where the settings apply: in a pool, or in one of its clients. */
export interface ThreatProtectionTarget {
  readonly userPoolId: string;
  readonly clientId?: string;
}

/** The risk configuration of a pool or of a client. */
export function addThreatProtection(
  scope: Construct,
  id: string,
  settings: ThreatProtectionModel,
  target: ThreatProtectionTarget,
): CognitoRiskConfiguration {
  return new CognitoRiskConfiguration(scope, id, { ...target, ...threatProtectionArguments(settings) });
}

/** The arguments of `aws_cognito_risk_configuration`; a block that is not given is not written. */
export function threatProtectionArguments({
  compromisedCredentials,
  accountTakeover,
  exceptions,
}: ThreatProtectionModel): Omit<CognitoRiskConfigurationConfig, keyof ThreatProtectionTarget> {
  return {
    compromisedCredentialsRiskConfiguration: optional(compromisedCredentials, ({ action, events }) => ({
      actions: { eventAction: textValue(action) },
      eventFilter: setValue(events),
    })),
    accountTakeoverRiskConfiguration: optional(accountTakeover, takeover),
    riskExceptionConfiguration: optional(exceptions, ({ blocked, skipped }) => ({
      blockedIpRangeList: some(blocked),
      skippedIpRangeList: some(skipped),
    })),
  };
}

function takeover({
  low,
  medium,
  high,
  notify,
}: AccountTakeoverModel): CognitoRiskConfigurationAccountTakeoverRiskConfiguration {
  return {
    actions: {
      lowAction: optional(low, response),
      mediumAction: optional(medium, response),
      highAction: optional(high, response),
    },
    notifyConfiguration: optional(notify, ({ sourceArn, from, replyTo, blockEmail, mfaEmail, noActionEmail }) => ({
      sourceArn: textValue(sourceArn),
      from: optional(from, textValue),
      replyTo: optional(replyTo, textValue),
      blockEmail: optional(blockEmail, mail),
      mfaEmail: optional(mfaEmail, mail),
      noActionEmail: optional(noActionEmail, mail),
    })),
  };
}

function response({ action, notify }: RiskResponseModel) {
  return { eventAction: textValue(action), notify };
}

function mail({ subject, htmlBody, textBody }: RiskMailModel) {
  return { subject: textValue(subject), htmlBody: textValue(htmlBody), textBody: textValue(textBody) };
}

/** The AWS provider refuses an empty list. */
function some(list: List): string[] | undefined {
  return isOpen(list) || list.length > 0 ? setValue(list) : undefined;
}
