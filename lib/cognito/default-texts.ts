/**
 * What Cognito writes to users where a pool has no text of its own. The AWS provider sends an empty text for each part of
 * an invitation that is missing, which AWS refuses, and no e-mail MFA at all without a text: so these are written out.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-message-customizations.html
 * @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_cognito.UserInvitationConfig.html
 */
export const DEFAULT_TEXTS = {
  inviteMessage: {
    emailMessage: "Your username is {username} and temporary password is {####}.",
    emailSubject: "Your temporary password",
    smsMessage: "Your username is {username} and temporary password is {####}.",
  },
  emailMfa: {
    message: "Your authentication code is {####}.",
    subject: "Your authentication code",
  },
} as const;
