import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Example } from "../../lib/rules/rule";
import { judged } from "../cases/judged";
import { configOf } from "../support/models";

interface Field {
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
}

const { operations } = JSON.parse(readFileSync(join(__dirname, "../data/api-model.json"), "utf8")) as {
  operations: Record<string, { fields: Record<string, Field> }>;
};

type Row = readonly [
  field: string,
  rule: string,
  example: (text: string) => Example,
  /** A text that AWS takes, to be lengthened by `x`. */
  accepted: string,
  /** Texts that AWS's pattern refuses. */
  refused: readonly string[],
];

const pool = (given: object): Example => ({ pool: given });
const code = "Your code: {####}";
const link = "Please {##confirm##}";
const invitation = "{username}: {####}";
const invisible = (text: string) => [
  `${text}\u{a0}`,
  `${text}\u{200d}`,
  `\u{feff}${text}`,
  `${text}\u{ad}`,
  `${text}\u{7}`,
];
const noArn = ["function", "arn:aws:sns:eu-west-1:123456789012:topic"];
const SES = { emailSendingAccount: "DEVELOPER", sourceArn: "arn:aws:ses:eu-west-1:123456789012:identity/example.com" };
const trigger = "arn:aws:lambda:eu-west-1:123456789012:function:f";

/**
 * Text fields of the API that rules about pools judge, each with its rule. AWS's servers take line breaks in text
 * messages, which the patterns of the model do not, and the AWS provider counts bytes of the e-mail of the second factor.
 */
const ROWS: readonly Row[] = [
  ["CreateUserPool PoolName", "POOL-01", (name) => pool({ name }), "users", ["users!", "Größe"]],
  [
    "CreateUserPool VerificationMessageTemplate.EmailMessage",
    "POOL-08",
    (emailMessage) => pool({ verificationMessage: { emailMessage } }),
    code,
    ["no code in it", ...invisible(code)],
  ],
  [
    "CreateUserPool VerificationMessageTemplate.EmailMessageByLink",
    "POOL-08",
    (emailMessageByLink) => pool({ verificationMessage: { emailMessageByLink } }),
    link,
    ["no link in it", ...invisible(link)],
  ],
  [
    "CreateUserPool VerificationMessageTemplate.EmailSubject",
    "POOL-08",
    (emailSubject) => pool({ verificationMessage: { emailSubject } }),
    "Code",
    invisible("Code"),
  ],
  [
    "CreateUserPool VerificationMessageTemplate.EmailSubjectByLink",
    "POOL-08",
    (emailSubjectByLink) => pool({ verificationMessage: { emailSubjectByLink } }),
    "Code",
    invisible("Code"),
  ],
  [
    "CreateUserPool VerificationMessageTemplate.SmsMessage",
    "POOL-09",
    (smsMessage) => pool({ verificationMessage: { smsMessage } }),
    code,
    ["no code in it"],
  ],
  [
    "CreateUserPool SmsAuthenticationMessage",
    "POOL-09",
    (smsAuthenticationMessage) => pool({ smsAuthenticationMessage }),
    code,
    ["no code in it"],
  ],
  [
    "CreateUserPool AdminCreateUserConfig.InviteMessageTemplate.EmailMessage",
    "POOL-07",
    (emailMessage) => pool({ inviteMessage: { emailMessage } }),
    invitation,
    invisible(invitation),
  ],
  [
    "CreateUserPool AdminCreateUserConfig.InviteMessageTemplate.EmailSubject",
    "POOL-07",
    (emailSubject) => pool({ inviteMessage: { emailSubject } }),
    "Welcome",
    invisible("Welcome"),
  ],
  [
    "CreateUserPool AdminCreateUserConfig.InviteMessageTemplate.SMSMessage",
    "POOL-07",
    (smsMessage) => pool({ inviteMessage: { smsMessage } }),
    invitation,
    [],
  ],
  [
    "SetUserPoolMfaConfig EmailMfaConfiguration.Message",
    "MFA-05",
    (message) => pool({ mfaConfiguration: "ON", emailConfiguration: SES, emailMfa: { message } }),
    code,
    ["no code in it", ...invisible(code)],
  ],
  [
    "SetUserPoolMfaConfig EmailMfaConfiguration.Subject",
    "MFA-05",
    (subject) => pool({ mfaConfiguration: "ON", emailConfiguration: SES, emailMfa: { subject } }),
    "Code",
    invisible("Code"),
  ],
  [
    "SetUserPoolMfaConfig WebAuthnConfiguration.RelyingPartyId",
    "MFA-09",
    (relyingPartyId) => pool({ webAuthn: { relyingPartyId } }),
    "example.com",
    [],
  ],
  [
    "CreateUserPool EmailConfiguration.ReplyToEmailAddress",
    "EML-04",
    (replyToEmailAddress) => pool({ emailConfiguration: { replyToEmailAddress } }),
    "a@example.com",
    ["example.com", "Help <a@example.com>", "a\u{a0}b@example.com"],
  ],
  [
    "CreateUserPool EmailConfiguration.ConfigurationSet",
    "EML-05",
    (configurationSet) => pool({ emailConfiguration: { ...SES, configurationSet } }),
    "set",
    ["my set", "größe"],
  ],
  [
    "CreateUserPool EmailConfiguration.SourceArn",
    "EML-03",
    (sourceArn) => pool({ emailConfiguration: { ...SES, sourceArn } }),
    SES.sourceArn,
    noArn,
  ],
  [
    "CreateUserPool SmsConfiguration.SnsCallerArn",
    "MFA-06",
    (snsCallerArn) => pool({ smsConfiguration: { externalId: "x", snsCallerArn } }),
    "arn:aws:iam::123456789012:role/sms",
    noArn,
  ],
  [
    "CreateUserPool LambdaConfig.PreSignUp",
    "LAM-04",
    (preSignUp) => pool({ lambdaConfig: { preSignUp } }),
    trigger,
    noArn,
  ],
  [
    "CreateUserPool LambdaConfig.KMSKeyID",
    "LAM-05",
    (kmsKeyId) =>
      pool({ lambdaConfig: { customEmailSender: { lambdaArn: trigger, lambdaVersion: "V1_0" }, kmsKeyId } }),
    "arn:aws:kms:eu-west-1:123456789012:key/1",
    noArn,
  ],
  ["CreateUserPool UserPoolTags.{key}", "POOL-10", (key) => pool({ tags: { [key]: "v" } }), "team", ["aws:team"]],
  ["CreateUserPool UserPoolTags.{value}", "POOL-10", (value) => pool({ tags: { team: value } }), "v", []],
  [
    "CreateGroup GroupName",
    "GRP-01",
    (name) => pool({ groups: { [name]: {} } }),
    "admins",
    ["Site Admins", ...invisible("admins")],
  ],
  [
    "CreateGroup RoleArn",
    "GRP-02",
    (roleArn) => pool({ groups: { admins: { roleArn } } }),
    "arn:aws:iam::123456789012:role/a",
    noArn,
  ],
];

/** ARNs end where AWS's other services say: their lengths in the API are above those. */
const isArn = (rule: string) => ["EML-03", "MFA-06", "LAM-04", "LAM-05", "GRP-02"].includes(rule);

describe.each(ROWS)("%s is judged by %s", (name, rule, example, accepted, refused) => {
  const [operation = "", path = ""] = name.split(" ");
  const field = operations[operation]?.fields[path];
  const broken = (text: string) => judged(configOf(example(text))).some((found) => found.rule === rule);

  test("the API has the field", () => {
    expect(field).toBeDefined();
  });

  test("a text that AWS takes passes", () => {
    expect(broken(accepted)).toBe(false);
  });

  test("the largest length passes and one more does not", () => {
    const most = field?.max;
    if (most === undefined || isArn(rule)) return;
    const filler = rule === "MFA-09" ? `${"a.".repeat(200)}` : "x".repeat(most);
    const long = `${filler.slice(0, most - accepted.length)}${accepted}`;
    const [whole, more] =
      rule === "MFA-09" ? [`a${long.slice(1)}`.replace("..", ".a"), `aa${long}`] : [long, `x${long}`];
    expect([broken(whole), broken(more)]).toEqual([false, true]);
  });

  test("what its pattern refuses does not pass", () => {
    expect(refused.filter((text) => !broken(text))).toEqual([]);
  });
});
