import { pinpointRegionsOf } from "../../cognito/regions";
import type { ClientModel, EnvironmentModel } from "../../model/model";
import { known } from "../../model/value";
import { type ArnDemand, arnClauses } from "../language/arns";
import { plain, planText } from "../language/expressions";
import { EXTERNAL_ID } from "../language/external-id";
import { all, type ClientStatement, ifKnown, type Statement } from "../language/statements";
import type { TextClause } from "../language/text-clauses";
import { matches, quoted } from "../language/text-statements";
import type { Rule } from "../rule";
import { bad, type Claim, claim, clientRule, on, PREFLIGHT } from "./client-rule";

type Analytics = NonNullable<ClientModel["analyticsConfiguration"]>;

const FIELDS = {
  applicationArn: "application_arn",
  applicationId: "application_id",
  externalId: "external_id",
  roleArn: "role_arn",
} as const;

const byArn = { applicationArn: "arn:aws:mobiletargeting:eu-west-1:111122223333:apps/0a1b2c" };
const byId = { applicationId: "0a1b2c", externalId: "x", roleArn: "arn:aws:iam::111122223333:role/analytics" };
const USER = "arn:aws:iam::111122223333:user/analytics";

const isHex = matches("^[0-9a-fA-F]+$");

/** Amazon Pinpoint analytics of a client. */
export const analyticsRules: readonly Rule[] = [
  clientRule({
    id: "MIS-03",
    name: "analytics-application",
    since: "1.0",
    refusedByProvider: true,
    severity: "error",
    title: "require either an application ARN, or application ID, external ID and role",
    why: 'AWS rejects the client at apply: "Invalid analytics configuration given, either <application arn> or <application id, role arn, external id> are valid".',
    fix: "set applicationArn alone, or applicationId, externalId and roleArn",
    source: [
      "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AnalyticsConfigurationType.html",
      PREFLIGHT,
    ],
    claims: [
      claim(
        analytics({
          holds: (given) => ["applicationArn", "applicationId,externalId,roleArn"].includes(fieldsOf(given).join(",")),
          over: (name) =>
            `${name}.application_arn != null ? ${absent(name, "applicationId", "externalId", "roleArn")} : ${present(name, "applicationId", "externalId", "roleArn")}`,
        }),
        ["analyticsConfiguration"],
        (client) =>
          `analytics has ${fieldsOf(client.analyticsConfiguration as Analytics).join(", ") || "no application"}; Cognito allows applicationArn alone, or applicationId, externalId and roleArn`,
      ),
    ],
    planMessage: planText`analytics_configuration supports application_arn alone, or application_id, external_id and role_arn`,
    examples: () => ({
      bad: [
        {},
        { ...byArn, ...byId },
        { ...byArn, roleArn: byId.roleArn },
        { applicationId: "0a1b2c" },
        { applicationId: "0a1b2c", externalId: "x" },
      ].map((analyticsConfiguration) => bad(on("ios", { analyticsConfiguration }), "analyticsConfiguration")),
      good: [
        on("ios", { analyticsConfiguration: byArn }),
        on("ios", { analyticsConfiguration: { ...byId, userDataShared: true } }),
        on("ios", { analyticsConfiguration: { applicationArn: { var: "application" } } }),
      ],
    }),
  }),
  clientRule({
    id: "MIS-04",
    name: "analytics-application-id",
    since: "1.0",
    severity: "error",
    title: "require a hexadecimal analytics application ID",
    why: "AWS rejects any other applicationId at apply.",
    fix: "copy the project ID from Amazon Pinpoint",
    source: [
      "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AnalyticsConfigurationType.html",
    ],
    claims: [
      claim(
        analytics({
          holds: ({ applicationId: id }) => {
            if (id === undefined) return true;
            const text = known(id);
            return text === undefined ? undefined : isHex.holds(text);
          },
          over: (name) => `${name}.application_id == null ? true : ${isHex.over(`${name}.application_id`)}`,
        }),
        ["analyticsConfiguration", "applicationId"],
        (client) => `${quoted(known(client.analyticsConfiguration?.applicationId))} is not a hexadecimal number`,
      ),
    ],
    planMessage: planText`application_id of the analytics is not a hexadecimal number`,
    examples: () => ({
      bad: ["", "app-1", "0x1f"].map((applicationId) =>
        bad(
          on("ios", { analyticsConfiguration: { ...byId, applicationId } }),
          "analyticsConfiguration",
          "applicationId",
        ),
      ),
      good: ["0", "0a1B2c"].map((applicationId) => on("ios", { analyticsConfiguration: { ...byId, applicationId } })),
    }),
  }),
  clientRule({
    id: "MIS-07",
    name: "analytics-arns",
    since: "2.0",
    severity: "error",
    title:
      "require a Pinpoint application that a pool of the Region can use, a role of the pool's account, and a legal external ID",
    why: "AWS rejects at apply what is not the ARN of an application or a role, and sends events to applications of the pool's Region or of us-east-1 alone. A role of another account cannot be passed to Cognito. An external ID that IAM does not take could be in no trust policy.",
    fix: "copy the ARNs from Amazon Pinpoint and IAM, in the pool's account",
    source: [
      "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AnalyticsConfigurationType.html",
      "https://docs.aws.amazon.com/cognito/latest/developerguide/security-cognito-regional-data-considerations.html",
    ],
    claims: ({ environment }) => [
      arnClaim("applicationArn", { kind: "application", regions: pinpointRegionsOf, ownAccount: true }, environment),
      arnClaim("roleArn", { kind: "role", ownAccount: true }, environment),
      textClaim("externalId", EXTERNAL_ID),
    ],
    examples: () => ({
      bad: [
        ...[
          "arn:aws:mobiletargeting:eu-central-1:111122223333:apps/0a1b2c",
          "arn:aws-cn:mobiletargeting:eu-west-1:111122223333:apps/0a1b2c",
          "arn:aws:sns:eu-west-1:111122223333:events",
          "0a1b2c",
        ].map((applicationArn) =>
          bad(on("ios", { analyticsConfiguration: { applicationArn } }), "analyticsConfiguration", "applicationArn"),
        ),
        bad(on("ios", { analyticsConfiguration: { ...byId, roleArn: USER } }), "analyticsConfiguration", "roleArn"),
        ...["", "my users"].map((externalId) =>
          bad(on("ios", { analyticsConfiguration: { ...byId, externalId } }), "analyticsConfiguration", "externalId"),
        ),
        bad(
          on("ios", { analyticsConfiguration: byArn }, { environment: { accountId: "123456789012" } }),
          "analyticsConfiguration",
          "applicationArn",
        ),
        bad(
          on("ios", { analyticsConfiguration: byId }, { environment: { accountId: "123456789012" } }),
          "analyticsConfiguration",
          "roleArn",
        ),
      ],
      good: [
        ...[byArn, byId].map((analyticsConfiguration) =>
          on("ios", { analyticsConfiguration }, { environment: { accountId: "111122223333" } }),
        ),
        on("ios", {
          analyticsConfiguration: { applicationArn: byArn.applicationArn.replace("eu-west-1", "us-east-1") },
        }),
        on("ios", { analyticsConfiguration: { applicationArn: { var: "application" } } }),
        on("ios"),
      ],
    }),
  }),
  clientRule({
    id: "MIS-05",
    name: "no-pinpoint-analytics",
    since: "1.0",
    severity: "warning",
    title: "disallow analytics for Amazon Pinpoint",
    why: "Amazon Pinpoint ended on 30 October 2026: what a client sends there is lost.",
    fix: "remove analyticsConfiguration",
    source: ["https://docs.aws.amazon.com/console/pinpoint/migration-guide"],
    claims: [
      claim(
        {
          holds: (client) => client.analyticsConfiguration === undefined,
          over: (self) => `length(${self}.analytics_configuration) == 0`,
          operator: "==",
        },
        ["analyticsConfiguration"],
        "the client sends analytics to Amazon Pinpoint, which ended on 30 October 2026",
      ),
    ],
    planMessage: planText`the client sends analytics to Amazon Pinpoint, which ended on 30 October 2026`,
    examples: () => ({
      bad: [bad(on("ios", { analyticsConfiguration: byArn }), "analyticsConfiguration")],
      good: [on("ios")],
    }),
  }),
];

/** The client sends no analytics, or its configuration meets the statement. */
function analytics(statement: Statement<Analytics>): ClientStatement {
  return {
    holds: ({ analyticsConfiguration: given }) => (given ? statement.holds(given) : true),
    over: (self) => `alltrue([for analytics in ${self}.analytics_configuration : ${statement.over("analytics")}])`,
  };
}

/** An ARN of the analytics is absent, or what it must be. */
function arnClaim(field: "applicationArn" | "roleArn", demand: ArnDemand, environment: EnvironmentModel): Claim {
  return textClaim(field, arnClauses(demand, environment));
}

/** A text of the analytics is absent, or what it must be. What goes with an application's id counts only without an ARN. */
function textClaim(field: Exclude<keyof typeof FIELDS, "applicationId">, clauses: readonly TextClause[]): Claim {
  const goesWithId = field !== "applicationArn";
  const statement = all(...clauses.map((clause) => clause.statement));
  const failing = (text: string) => clauses.find((clause) => clause.statement.holds(text) === false);
  const textIn = (client: ClientModel) => known(client.analyticsConfiguration?.[field]) ?? "";
  const planned = `try(self.analytics_configuration[0].${FIELDS[field]}, null)`;
  return claim(
    analytics({
      holds: ({ [field]: text, applicationArn }) =>
        text === undefined || (goesWithId && applicationArn !== undefined) ? true : ifKnown(text, statement.holds),
      // the role is unknown to the plan of a client that has the ARN of an application
      over: (name) =>
        `(${goesWithId ? `${name}.application_arn != null ? true : ` : ""}${name}.${FIELDS[field]} == null ? true : ${statement.over(`${name}.${FIELDS[field]}`)})`,
    }),
    ["analyticsConfiguration", field],
    (client) => `${field} ${failing(textIn(client))?.message(textIn(client))}`,
    (client) => failing(textIn(client))?.fix ?? "",
    planText`${plain(FIELDS[field])} ${`jsonencode(${planned})`} must be ${plain(clauses.map((clause) => clause.demand).join(", "))}`,
  );
}

function fieldsOf(given: Analytics): string[] {
  return Object.keys(FIELDS).filter((field) => given[field as keyof typeof FIELDS] !== undefined);
}

function present(name: string, ...fields: readonly (keyof typeof FIELDS)[]): string {
  return fields.map((field) => `${name}.${FIELDS[field]} != null`).join(" && ");
}

function absent(name: string, ...fields: readonly (keyof typeof FIELDS)[]): string {
  return fields.map((field) => `${name}.${FIELDS[field]} == null`).join(" && ");
}
