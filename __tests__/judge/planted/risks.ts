import { of, PLUS, type Planted, pool, risk, ses } from "./terraform";

const mail = (body: string) =>
  `block_email {\nhtml_body = "${body}"\ntext_body = "${body}"\nsubject = "Sign-in"\n}\nmfa_email {\nhtml_body = "${body}"\ntext_body = "${body}"\nsubject = "Sign-in"\n}\nno_action_email {\nhtml_body = "${body}"\ntext_body = "${body}"\nsubject = "Sign-in"\n}`;

const notify = (body = "Was it you?", region = "eu-west-1") =>
  `notify_configuration {\nsource_arn = ${ses(region)}\n${mail(body)}\n}`;

const takeover = (action: string, notify = "", event = "false") =>
  risk({
    account_takeover_risk_configuration: `{\n${notify}\nactions {\nlow_action {\nevent_action = "${action}"\nnotify = ${event}\n}\n}\n}`,
  });

const onlyNoAction = `notify_configuration {\nsource_arn = ${ses()}\nno_action_email {\nhtml_body = "Was it you?"\ntext_body = "Was it you?"\nsubject = "Sign-in"\n}\n}`;

const RISK = "aws_cognito_risk_configuration.risk";

/** Mistakes in threat protection. */
export const RISKS: readonly Planted[] = [
  of(
    "RISK-02",
    "aws_cognito_risk_configuration.risk",
    pool() + risk({ compromised_credentials_risk_configuration: '{\nactions {\nevent_action = "BLOCK"\n}\n}' }),
    pool(PLUS) + risk({ compromised_credentials_risk_configuration: '{\nactions {\nevent_action = "BLOCK"\n}\n}' }),
    "",
  ),
  of(
    "RISK-03",
    RISK,
    pool({ ...PLUS, mfa_configuration: '"OFF"', software_token_mfa_configuration: [] }) +
      takeover("MFA_REQUIRED", notify()),
    pool(PLUS) + takeover("MFA_REQUIRED", notify()),
    "",
  ),
  of(
    "RISK-04",
    RISK,
    takeover("NO_ACTION", `notify_configuration {\nsource_arn = ${ses()}\n}`, "true"),
    takeover("NO_ACTION", notify(), "true"),
    pool(PLUS),
  ),
  of(
    "RISK-05",
    RISK,
    pool({ ...PLUS, mfa_configuration: '"OFF"', software_token_mfa_configuration: [] }) +
      takeover("MFA_IF_CONFIGURED", notify()),
    pool(PLUS) + takeover("MFA_IF_CONFIGURED", notify()),
    "",
  ),
  of("RISK-07", RISK, takeover("BLOCK", notify("Was it you?", "eu-west-9")), takeover("BLOCK", notify()), pool(PLUS)),
  of("RISK-09", RISK, takeover("NO_ACTION", onlyNoAction), takeover("NO_ACTION", onlyNoAction, "true"), pool(PLUS)),
  of(
    "RISK-08",
    RISK,
    risk({
      risk_exception_configuration:
        '{\nblocked_ip_range_list = ["192.0.2.0/24"]\nskipped_ip_range_list = ["192.0.2.0/24"]\n}',
    }),
    risk({
      risk_exception_configuration:
        '{\nblocked_ip_range_list = ["192.0.2.0/24"]\nskipped_ip_range_list = ["198.51.100.0/24"]\n}',
    }),
    pool(PLUS),
  ),
];
