import type { DomainModel, GroupModel, IdentityProviderModel, PoolModel, ResourceServerModel } from "../model/model";
import type { ArgumentsOf } from "./argument";

/**
 * Arguments of `aws_cognito_user_pool_domain`, by field of the model.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolDomain.html
 */
export const DOMAIN_ARGUMENTS = {
  domain: { terraform: "domain", permanent: "replaced", range: [1, 63], unit: "characters", refusedByProvider: true },
  certificateArn: { terraform: "certificate_arn", range: [20, 2048], unit: "characters", refusedByProvider: true },
  managedLoginVersion: {
    terraform: "managed_login_version",
    default: 1,
    tier: { needs: "ESSENTIALS", free: [1] },
    retained: true,
    unset: { means: 1 },
    refusedByProvider: true,
  },
} as const satisfies ArgumentsOf<Omit<DomainModel, "custom" | "key" | "unset">>;

/**
 * Arguments of `aws_cognito_resource_server`, by field of the model.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateResourceServer.html
 */
export const RESOURCE_SERVER_ARGUMENTS = {
  identifier: { terraform: "identifier", permanent: "replaced", range: [1, 256], unit: "characters" },
  name: { terraform: "name", permanent: "replaced", inPlaceFrom: "6.6.0", range: [1, 256], unit: "characters" },
  scopes: { terraform: "scope" },
} as const satisfies ArgumentsOf<Omit<ResourceServerModel, "key">>;

/** Characters of a scope's name, of its description, and of `<identifier>/<scope>` as clients write it. */
export const SCOPE_LENGTH = [1, 256] as const;

/**
 * Arguments of `aws_cognito_identity_provider`, by field of the model.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html
 */
export const IDENTITY_PROVIDER_ARGUMENTS = {
  providerName: {
    terraform: "provider_name",
    permanent: "replaced",
    range: [3, 32],
    unit: "characters",
    refusedByProvider: true,
  },
  providerType: { terraform: "provider_type", permanent: "replaced", refusedByProvider: true },
  providerDetails: { terraform: "provider_details" },
  attributeMapping: { terraform: "attribute_mapping", default: {}, retained: true },
  idpIdentifiers: { terraform: "idp_identifiers", range: [1, 40], unit: "characters", refusedByProvider: true },
} as const satisfies ArgumentsOf<Omit<IdentityProviderModel, "storedSecrets">>;

/**
 * Arguments of `aws_cognito_user_group`, by field of the model.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateGroup.html
 */
export const GROUP_ARGUMENTS = {
  name: { terraform: "name", permanent: "replaced", range: [1, 128], unit: "characters", refusedByProvider: true },
  description: { terraform: "description", range: [0, 2048], unit: "bytes", refusedByProvider: true },
  precedence: { terraform: "precedence", range: [0, 2_147_483_647] },
  roleArn: { terraform: "role_arn", range: [20, 2048], unit: "characters", refusedByProvider: true },
} as const satisfies ArgumentsOf<GroupModel>;

/**
 * Arguments of `aws_wafv2_web_acl_association`, by field of the model.
 *
 * @see https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html
 */
export const WEB_ACL_ARGUMENTS = {
  webAclArn: {
    terraform: "web_acl_arn",
    permanent: "replaced",
    range: [20, 2048],
    unit: "characters",
    refusedByProvider: true,
  },
} as const satisfies ArgumentsOf<Required<Pick<PoolModel, "webAclArn">>>;
