import { CUSTOM_PREFIX } from "../cognito/attributes";
import { writableDetails } from "../cognito/provider-details";
import { UNSETTABLE } from "../cognito/unset";
import { USER_POOL_ARGUMENTS } from "../cognito/user-pool";
import { PROVIDER_TYPES, type ProviderType } from "../cognito/values";
import { domainConfig, groupConfig, identityProviderConfig, resourceServerConfig } from "../judge/attachments";
import { attribute, userPoolConfig } from "../judge/user-pool";
import { filled } from "../judge/values";
import { snakeCase } from "../text/case";
import { type ConfigPart, defined, isObject, read } from "./config-part";
import { type Answer, type DescribedPool, webAclOf } from "./described";
import { saidOf } from "./held";
import { keysOf } from "./keys";
import { logDeliveryOf } from "./log-delivery";
import { ownSettings } from "./own-settings";
import {
  attributesOf,
  domainValues,
  groupValues,
  identityProviderValues,
  objectAt,
  resourceServerValues,
  type TerraformValues,
  userPoolValues,
} from "./terraform-values";

/** The beginning of the name of an attribute that only a developer's calls can write; no schema can declare it. */
export const DEVELOPER_PREFIX = "dev:";

/** The pool of a config that says all that AWS has of a pool and what is attached to it, but for its clients. */
export function poolConfig(described: DescribedPool): ConfigPart {
  const values = userPoolValues(described);
  const unset = UNSETTABLE.userPool.filter((name) => isUnset(name, values));
  const said = userPoolConfig(read(values));
  const domains = [...described.domains].sort((a, b) => Number(isCustom(a)) - Number(isCustom(b))).map(domain);
  const signIn = unset.includes("allowedFirstAuthFactors") ? { signInPolicy: undefined } : {};
  const written = Object.fromEntries(unset.map((name) => [name, undefined]));
  return defined({
    adopted: { userPoolId: described.userPool.Id },
    unset: unset.length > 0 ? unset : undefined,
    ...said,
    // AWS calls the tier of a pool that is older than the tiers so
    userPoolTier: said.userPoolTier ?? "LITE",
    lambdaConfig: withoutTwice(said.lambdaConfig as ConfigPart | undefined),
    attributes: Object.fromEntries(declared(described.userPool).map(schemaAttribute)),
    ...signIn,
    ...written,
    domain: domains[0],
    additionalDomain: domains[1],
    resourceServers: filled(resourceServers(described)),
    identityProviders: filled(
      Object.fromEntries(
        described.identityProviders.filter(isKnown).map((each) => [String(each.ProviderName), identityProvider(each)]),
      ),
    ),
    webAclArn: webAclOf(described),
    logDelivery: saidOf(described.logDeliveries.map(logDeliveryOf)[0]),
    ...ownSettings(described, undefined, said.threatProtection as ConfigPart | undefined),
    groups: filled(
      Object.fromEntries(
        described.groups
          .filter((each) => !isMadeByCognito(each))
          .map((each) => [String(each.GroupName), groupConfig(read(groupValues(each)))]),
      ),
    ),
  });
}

/** The keys of the resource servers, in their order. */
export function resourceServerKeys({ resourceServers }: DescribedPool): readonly string[] {
  return keysOf(
    resourceServers.map(({ Name, Identifier }) => ({ name: String(Name ?? Identifier), id: String(Identifier) })),
    "api",
  );
}

/** Whether Cognito made a group by itself, for the users of an identity provider. */
export function isMadeByCognito({ UserPoolId, GroupName }: Answer): boolean {
  return String(GroupName).startsWith(`${UserPoolId}_`);
}

/** Whether the config has the type of an identity provider. */
function isKnown({ ProviderType }: Answer): boolean {
  return (PROVIDER_TYPES as readonly unknown[]).includes(ProviderType);
}

/** Whether AWS has never been given an argument. */
function isUnset(name: (typeof UNSETTABLE.userPool)[number], values: TerraformValues): boolean {
  // a tier without a choice of factors has no such argument
  if (name === "allowedFirstAuthFactors" && values.user_pool_tier === "LITE") return false;
  const [block = ""] = USER_POOL_ARGUMENTS[name].terraform.split(".");
  return !Array.isArray(values[block]) || values[block].length === 0;
}

/** The attributes that a schema declares: the provider does not show those that every pool has as they are. */
function declared(userPool: Answer): readonly Answer[] {
  return attributesOf(userPool).filter((each) => {
    const name = String(each.Name);
    return !["sub", "identities"].includes(name) && !name.startsWith(DEVELOPER_PREFIX) && !isUntouched(each);
  });
}

/** Whether a standard attribute is as AWS gives it to every pool. */
function isUntouched({ Name, Required, Mutable, ...limits }: Answer): boolean {
  const name = String(Name);
  if (name.startsWith(CUSTOM_PREFIX) || Required === true || Mutable === false) return false;
  const { MinLength = "", MaxLength = "" } = objectAt(limits, "StringAttributeConstraints");
  const { MinValue = "", MaxValue = "" } = objectAt(limits, "NumberAttributeConstraints");
  const usual = name === "birthdate" ? ["10", "10"] : ["0", "2048"];
  const isUsualText = `${MinLength}${MaxLength}` === "" || (MinLength === usual[0] && MaxLength === usual[1]);
  return isUsualText && MaxValue === "" && ["", "0"].includes(String(MinValue));
}

function schemaAttribute(answer: Answer): [string, ConfigPart] {
  const { schema } = userPoolValues({ userPool: { SchemaAttributes: [answer] } } as unknown as DescribedPool);
  const [, said] = attribute((schema as readonly ConfigPart[])[0] as ConfigPart);
  const isText = answer.AttributeDataType === "String";
  const unset = UNSETTABLE.attribute.filter((limit) => isText && said[limit] === undefined);
  return [String(answer.Name), defined({ ...said, unset: unset.length > 0 ? unset : undefined })];
}

/** AWS answers the function that changes tokens twice: by itself, and with the version that it is called with. */
function withoutTwice(lambdaConfig: ConfigPart | undefined): ConfigPart | undefined {
  const versioned = lambdaConfig?.preTokenGenerationConfig as ConfigPart | undefined;
  if (lambdaConfig === undefined || versioned?.lambdaArn !== lambdaConfig.preTokenGeneration) return lambdaConfig;
  return { ...lambdaConfig, preTokenGeneration: undefined };
}

function isCustom({ CustomDomainConfig }: Answer): boolean {
  return (CustomDomainConfig as ConfigPart | undefined)?.CertificateArn !== undefined;
}

function domain(answer: Answer): ConfigPart {
  const said = domainConfig(read(domainValues(answer)));
  return defined({ ...said, unset: said.managedLoginVersion === undefined ? ["managedLoginVersion"] : undefined });
}

function resourceServers(described: DescribedPool): ConfigPart {
  const keys = resourceServerKeys(described);
  const parts = described.resourceServers.map((each) => resourceServerConfig(read(resourceServerValues(each))));
  return Object.fromEntries(keys.map((key, index) => [key, parts[index]]));
}

/** Each secret is a sensitive variable that is named after the provider; what AWS only returns is left out. */
function identityProvider(answer: Answer): ConfigPart {
  const { providerDetails, ...said } = identityProviderConfig(read(identityProviderValues(answer)));
  const writable = writableDetails(answer.ProviderType as ProviderType);
  const details = Object.entries(providerDetails as ConfigPart)
    .filter(([key]) => writable.includes(key))
    .map(([key, value]) => [
      key,
      isObject(value) ? { ...value, var: `${snakeCase(String(answer.ProviderName))}_${snakeCase(key)}` } : value,
    ]);
  const identifiers = said.idpIdentifiers as readonly unknown[] | undefined;
  return {
    ...said,
    providerDetails: Object.fromEntries(details),
    idpIdentifiers: identifiers?.length === 0 ? undefined : identifiers,
  };
}
