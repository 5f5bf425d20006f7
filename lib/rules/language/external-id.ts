import { USER_POOL_ARGUMENTS } from "../../cognito/user-pool";
import { formClause, lengthClause, type TextClause } from "./text-clauses";

const { externalId } = USER_POOL_ARGUMENTS.smsConfiguration.arguments;

/** What IAM takes in a trust policy. @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const EXTERNAL_ID: readonly TextClause[] = [
  lengthClause(...externalId.range),
  formClause(
    "^[0-9A-Za-z_+=,.@:/-]*$",
    "an external ID of letters, digits and _ + = , . @ : / -",
    "write letters, digits and _ + = , . @ : / - alone",
  ),
];
