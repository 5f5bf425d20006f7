import {
  DOMAIN_ARGUMENTS,
  GROUP_ARGUMENTS,
  IDENTITY_PROVIDER_ARGUMENTS,
  RESOURCE_SERVER_ARGUMENTS,
} from "../cognito/attachments";
import { detailsWhere } from "../cognito/provider-details";
import type { ProviderType } from "../cognito/values";
import { filled, type Values } from "./values";

type ConfigPart = Readonly<Record<string, unknown>>;

/** A domain of a config: its own one has a certificate, a prefix has none. */
export function domainConfig(values: Values): ConfigPart {
  const { domain, certificateArn, managedLoginVersion } = DOMAIN_ARGUMENTS;
  const certificate = values.text(certificateArn.terraform);
  const name = values.text(domain.terraform);
  const version = values.fixed(managedLoginVersion.terraform);
  return {
    ...(certificate === undefined ? { prefix: name } : { customDomain: name, certificateArn: certificate }),
    managedLoginVersion: version === 0 ? undefined : version,
  };
}

export function resourceServerConfig(values: Values): ConfigPart {
  const { identifier, name, scopes } = RESOURCE_SERVER_ARGUMENTS;
  return {
    identifier: values.text(identifier.terraform),
    name: values.text(name.terraform),
    scopes: Object.fromEntries(
      values.blocks(scopes.terraform).map((scope) => [String(scope.scope_name), scope.scope_description]),
    ),
  };
}

/** A plan does not say whether a secret was written as text or as a variable: each is a sensitive variable here, unless empty. */
export function identityProviderConfig(values: Values): ConfigPart {
  const { providerType, providerDetails, attributeMapping, idpIdentifiers } = IDENTITY_PROVIDER_ARGUMENTS;
  const type = values.fixed(providerType.terraform) as ProviderType | undefined;
  const secrets = new Set(type === undefined ? [] : detailsWhere(type, ({ secret }) => secret === true));
  const details = values.fixedMap(providerDetails.terraform) ?? {};
  const shown = Object.entries(details).map(([key, value]) => [
    key,
    secrets.has(key) && value !== "" ? { var: `secret_${key}`, sensitive: true } : value,
  ]);
  return {
    providerType: type,
    providerDetails: Object.fromEntries(shown),
    attributeMapping: values.fixedMap(attributeMapping.terraform) ?? {},
    idpIdentifiers: values.texts(idpIdentifiers.terraform),
  };
}

export function groupConfig(values: Values): ConfigPart {
  const { description, precedence, roleArn } = GROUP_ARGUMENTS;
  return (
    filled({
      description: values.text(description.terraform),
      precedence: values.fixed(precedence.terraform),
      roleArn: values.text(roleArn.terraform),
    }) ?? {}
  );
}
