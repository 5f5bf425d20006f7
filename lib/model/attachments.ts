import type { ProviderType } from "../cognito/values";
import type { UserPoolModel } from "./user-pool";
import type { List, Text } from "./value";

/** Arguments of `aws_cognito_user_pool_domain`. */
export interface DomainModel {
  /** The key in the file. */
  readonly key: "domain" | "additionalDomain";
  readonly domain: Text;
  /** Given exactly when the domain is one's own. */
  readonly certificateArn?: Text;
  readonly managedLoginVersion: 1 | 2;
  readonly custom: boolean;
  /** As {@link UserPoolModel.unset}. */
  readonly unset: readonly string[];
}

/** Arguments of `aws_cognito_resource_server`. */
export interface ResourceServerModel {
  readonly key: string;
  readonly identifier: Text;
  readonly name: Text;
  readonly scopes: readonly { readonly scopeName: string; readonly scopeDescription: Text }[];
}

/** Arguments of `aws_cognito_identity_provider`. */
export interface IdentityProviderModel {
  /** The key in the file, which is the provider's name in Cognito. */
  readonly providerName: string;
  readonly providerType: ProviderType;
  readonly providerDetails: Readonly<Record<string, Text>>;
  readonly attributeMapping: Readonly<Record<string, Text>>;
  readonly idpIdentifiers?: List;
  /** Where Terraform reads details from that are secrets, by detail; `providerDetails` leaves them open. */
  readonly storedSecrets?: Readonly<Record<string, StoredSecret>>;
}

/** A secret in Secrets Manager, and the key of the value if it is a JSON object. */
export interface StoredSecret {
  /** Name or ARN. */
  readonly secretsManager: string;
  readonly key?: string;
}

/** Arguments of `aws_cognito_user_group`. */
export interface GroupModel {
  readonly name: string;
  readonly description?: Text;
  readonly precedence?: number;
  readonly roleArn?: Text;
}
