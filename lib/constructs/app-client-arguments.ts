import type { CognitoUserPoolClientConfig } from "@cdktf/provider-aws/lib/cognito-user-pool-client";
import type { ITerraformDependable } from "cdktf";
import type { CLIENT_ARGUMENTS } from "../cognito/app-client";
import type { WrittenArguments } from "../cognito/argument";
import type { Generation } from "../model/generations";
import type { ClientModel } from "../model/model";
import { isClosed, isOpen, type List } from "../model/value";
import { optional, scalarValue, setValue, textValue, without } from "../terraform/template";

/**
 * How a client names what it needs of its pool, so that Terraform creates and destroys in order. What it names through
 * a variable may be any of the pool's resource servers and identity providers: it depends on them all.
 */
export interface ClientReferences {
  readonly userPoolId: string;
  /** The identifier of a resource server that is managed here, by its key. */
  readonly identifierOf: (resourceServer: string) => string | undefined;
  /** The name of an identity provider that is managed here. */
  readonly providerNameOf: (provider: string) => string | undefined;
  readonly resourceServers: readonly ITerraformDependable[];
  readonly identityProviders: readonly ITerraformDependable[];
}

/**
 * The arguments of `aws_cognito_user_pool_client`, one per line. All of them are written, always, but for what an
 * adopted client leaves unset: the provider keeps the old value of an argument that disappears.
 */
export function appClientArguments(
  client: ClientModel,
  { number, suffix }: Generation,
  refs: ClientReferences,
): CognitoUserPoolClientConfig {
  const analytics = client.analyticsConfiguration;
  // Terraform creates all later generations.
  const isImported = client.adopted !== undefined && number === 1;
  const written = {
    name: `${textValue(client.name)}${suffix}`,
    userPoolId: refs.userPoolId,
    // An import leaves it null for life, and any value would replace the client.
    generateSecret: isImported ? undefined : client.generateSecret,
    accessTokenValidity: scalarValue(client.accessTokenValidity),
    idTokenValidity: scalarValue(client.idTokenValidity),
    refreshTokenValidity: scalarValue(client.refreshTokenValidity),
    tokenValidityUnits: [{ ...client.tokenValidityUnits }],
    authSessionValidity: scalarValue(client.authSessionValidity),
    refreshTokenRotation: [
      {
        feature: client.refreshTokenRotation.feature,
        retryGracePeriodSeconds: scalarValue(client.refreshTokenRotation.retryGracePeriodSeconds),
      },
    ],
    enableTokenRevocation: client.enableTokenRevocation,
    preventUserExistenceErrors: textValue(client.preventUserExistenceErrors),
    explicitAuthFlows: setValue(client.explicitAuthFlows),
    allowedOauthFlowsUserPoolClient: client.allowedOauthFlowsUserPoolClient,
    allowedOauthFlows: setValue(client.allowedOauthFlows),
    allowedOauthScopes: references(client.allowedOauthScopes, (scope) => scopeReference(client, scope, refs)),
    callbackUrls: setValue(client.callbackUrls),
    logoutUrls: setValue(client.logoutUrls),
    defaultRedirectUri: optional(client.defaultRedirectUri, textValue),
    supportedIdentityProviders: references(client.supportedIdentityProviders, refs.providerNameOf),
    readAttributes: setValue(client.readAttributes),
    writeAttributes: setValue(client.writeAttributes),
    enablePropagateAdditionalUserContextData: client.enablePropagateAdditionalUserContextData,
    analyticsConfiguration: analytics && [
      {
        applicationArn: optional(analytics.applicationArn, textValue),
        applicationId: optional(analytics.applicationId, textValue),
        externalId: optional(analytics.externalId, textValue),
        roleArn: optional(analytics.roleArn, textValue),
        userDataShared: analytics.userDataShared,
      },
    ],
    dependsOn: namedByVariables(client, refs),
    lifecycle: { preventDestroy: client.preventDestroy },
  } satisfies CognitoUserPoolClientConfig & WrittenArguments<typeof CLIENT_ARGUMENTS>;
  return without(isImported ? client.unset : [], written);
}

function namedByVariables(client: ClientModel, refs: ClientReferences): ITerraformDependable[] | undefined {
  const named = [
    ...(isClosed(client.allowedOauthScopes) ? [] : refs.resourceServers),
    ...(isClosed(client.supportedIdentityProviders) ? [] : refs.identityProviders),
  ];
  return named.length === 0 ? undefined : named;
}

/** A set in which an item that is managed here is a reference to it. */
function references(list: List, referenceTo: (item: string) => string | undefined): string[] {
  if (isOpen(list)) return setValue(list);
  const ordered = [...list].sort((a, b) => (textValue(a) < textValue(b) ? -1 : 1));
  return ordered.map((item) => (isOpen(item) ? undefined : referenceTo(item)) ?? textValue(item));
}

function scopeReference(client: ClientModel, item: string, refs: ClientReferences): string | undefined {
  const reference = client.scopeReferences[item];
  const identifier = reference && refs.identifierOf(reference.resourceServer);
  return identifier && `${identifier}/${textValue(reference.scope)}`;
}
