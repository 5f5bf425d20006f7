import { CognitoIdentityProvider } from "@cdktf/provider-aws/lib/cognito-identity-provider";
import { CognitoResourceServer } from "@cdktf/provider-aws/lib/cognito-resource-server";
import { CognitoUserGroup } from "@cdktf/provider-aws/lib/cognito-user-group";
import { CognitoUserPool } from "@cdktf/provider-aws/lib/cognito-user-pool";
import { CognitoUserPoolDomain } from "@cdktf/provider-aws/lib/cognito-user-pool-domain";
import { DataAwsCognitoUserPool } from "@cdktf/provider-aws/lib/data-aws-cognito-user-pool";
import { DataAwsSecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/data-aws-secretsmanager-secret-version";
import { Wafv2WebAclAssociation } from "@cdktf/provider-aws/lib/wafv2-web-acl-association";
import type { TerraformResource } from "cdktf";
import { Construct } from "constructs";
import type { Argument, WrittenArguments } from "../cognito/argument";
import type {
  DOMAIN_ARGUMENTS,
  GROUP_ARGUMENTS,
  IDENTITY_PROVIDER_ARGUMENTS,
  RESOURCE_SERVER_ARGUMENTS,
} from "../cognito/attachments";
import { prefixHost } from "../cognito/regions";
import { ALL_CLIENTS } from "../cognito/ui-customization";
import { formatPath } from "../config/problem";
import type { LogDeliveryModel } from "../model/log-delivery";
import {
  type DomainModel,
  domainName,
  domainsOf,
  type GroupModel,
  type IdentityProviderModel,
  type PoolModel,
  type ResourceServerModel,
} from "../model/model";
import type { Path } from "../model/source";
import type { ThreatProtectionModel } from "../model/threat-protection";
import type { UiCustomizationModel } from "../model/ui-customization";
import { isOpen, type Text } from "../model/value";
import { ImportBlock } from "../terraform/blocks";
import { literal, mapValue, optional, setValue, textValue } from "../terraform/template";
import { snakeCase } from "../text/case";
import { addLambdaPermissions } from "./lambda-permissions";
import { addLogDelivery } from "./log-delivery";
import { modelOfPool, type UserPoolOptions } from "./models";
import { RuleSet } from "./rule-set";
import { addThreatProtection } from "./threat-protection";
import { addUiCustomization } from "./ui-customization";
import { addOpenBlocks, userPoolArguments } from "./user-pool-arguments";

/** What is written of a resource that belongs to a pool. */
type Written<F extends Readonly<Record<string, Argument>>> = WrittenArguments<F> & { readonly userPoolId: string };

/** A pool as the config file describes it, or one that is resolved already. */
export type UserPoolProps = UserPoolOptions | { readonly model: PoolModel };

/**
 * A user pool with its domain, resource servers, identity providers, groups and web ACL, or a pool that is managed elsewhere
 * (`existing`) with its resource servers and web ACL. Clients are `AppClient`s.
 *
 * @throws Error when the properties break the grammar of the config file; violations of rules fail the synth
 */
export class UserPool extends Construct {
  readonly model: PoolModel;
  readonly userPoolId: string;
  /** The id of a pool that exists, by which Terraform imports it and what is attached to it; empty for a new one. */
  readonly importId: string;
  readonly userPoolArn: string;
  /** Issuer of the pool's tokens, the `iss` claim: an https URL. */
  readonly issuer: string;
  /** Host of the managed login pages, where there is a domain. */
  readonly domain?: string;
  /** Host of the second domain, where there is one. */
  readonly additionalDomain?: string;
  /** The custom domain, where there is one. */
  customDomain?: CognitoUserPoolDomain;
  /** What Terraform evaluates of the rules over the pool and its clients. */
  readonly ruleSet: RuleSet;
  /** The pool, when it is managed here. */
  readonly resource?: CognitoUserPool;
  readonly #domains: CognitoUserPoolDomain[] = [];
  readonly #resourceServers = new Map<string, CognitoResourceServer>();
  readonly #identityProviders = new Map<string, CognitoIdentityProvider>();

  constructor(scope: Construct, id: string, props: UserPoolProps) {
    super(scope, id);
    const model = props && "model" in props ? props.model : modelOfPool(this, props);
    this.model = model;
    const exists = model.adopted ?? model.existing;
    this.importId = exists ? textValue(exists.userPoolId) : "";

    if (model.pool) {
      const pool = new CognitoUserPool(this, "Default", userPoolArguments(model.pool));
      addOpenBlocks(pool, model.pool);
      this.resource = pool;
      if (model.adopted) new ImportBlock(pool, "import", { to: pool, id: this.importId });
      this.userPoolId = pool.id;
      this.userPoolArn = pool.arn;
      this.issuer = `https://${pool.endpoint}`;
      this.ruleSet = new RuleSet(this, "rule_set", model, pool);
    } else {
      const pool = new DataAwsCognitoUserPool(this, "Default", {
        userPoolId: model.existing ? textValue(model.existing.userPoolId) : "",
      });
      this.userPoolId = pool.userPoolId;
      this.userPoolArn = pool.arn;
      this.issuer = `https://cognito-idp.${textValue(model.environment.region)}.${dnsSuffix(model)}/${pool.userPoolId}`;
      this.ruleSet = new RuleSet(this, "rule_set", model, pool);
    }

    if (model.domain) this.domain = this.#addDomain(model.domain, model);
    if (model.additionalDomain) this.additionalDomain = this.#addDomain(model.additionalDomain, model);
    for (const server of model.resourceServers) this.#addResourceServer(server);
    for (const provider of model.identityProviders) this.#addIdentityProvider(provider);
    for (const group of model.groups) this.#addGroup(group);
    if (model.threatProtection) this.#addThreatProtection(model.threatProtection);
    if (model.uiCustomization) this.#addUiCustomization(model.uiCustomization);
    if (model.logDelivery) this.#addLogDelivery(model.logDelivery);
    if (model.webAclArn !== undefined) this.#addWebAcl(model.webAclArn);
    addLambdaPermissions(this, model, this.userPoolArn);
  }

  /** The identifier of a resource server of this pool, as a reference; `undefined` when it has none of that key. */
  identifierOf(resourceServer: string): string | undefined {
    return this.#resourceServers.get(resourceServer)?.identifier;
  }

  /** The name of an identity provider of this pool, as a reference; `undefined` when it has none of that name. */
  providerNameOf(provider: string): string | undefined {
    return this.#identityProviders.get(provider)?.providerName;
  }

  /** Its domains: none, one, or a prefix and a custom domain. */
  get domains(): readonly CognitoUserPoolDomain[] {
    return this.#domains;
  }

  /** Has the domains of managed login wait for a client's style: they show the client no pages without it. */
  requireStyle(style: TerraformResource): void {
    for (const [index, domain] of this.#domains.entries())
      if (domainsOf(this.model)[index]?.managedLoginVersion === 2)
        domain.dependsOn = [
          ...(domain.dependsOn ?? []),
          `${style.terraformResourceType}.${style.friendlyUniqueId}`,
        ].sort();
  }

  get resourceServers(): readonly CognitoResourceServer[] {
    return [...this.#resourceServers.values()];
  }

  get identityProviders(): readonly CognitoIdentityProvider[] {
    return [...this.#identityProviders.values()];
  }

  #addDomain(domain: DomainModel, pool: PoolModel): string {
    const name = domainName(pool, domain);
    const resource = new CognitoUserPoolDomain(this.#group("domain"), name, {
      domain: textValue(domain.domain),
      certificateArn: optional(domain.certificateArn, textValue),
      managedLoginVersion: domain.unset.includes("managedLoginVersion") ? undefined : domain.managedLoginVersion,
      userPoolId: this.userPoolId,
    } satisfies Written<typeof DOMAIN_ARGUMENTS>);
    this.#adopt(resource, textValue(domain.domain), domain.key);
    this.ruleSet.add("domain", name, resource);
    this.#domains.push(resource);
    if (domain.custom) this.customDomain = resource;
    return domain.custom ? resource.domain : prefixHost(resource.domain, textValue(pool.environment.region));
  }

  #addResourceServer(server: ResourceServerModel): void {
    const resource = new CognitoResourceServer(this.#group("resource-servers"), server.key, {
      identifier: textValue(server.identifier),
      name: textValue(server.name),
      scope: [...server.scopes]
        .sort((a, b) => (a.scopeName < b.scopeName ? -1 : 1))
        .map(({ scopeName, scopeDescription }) => ({
          scopeName: textValue(scopeName),
          scopeDescription: textValue(scopeDescription),
        })),
      userPoolId: this.userPoolId,
    } satisfies Written<typeof RESOURCE_SERVER_ARGUMENTS>);
    this.#adopt(resource, `${this.importId}|${textValue(server.identifier)}`, "resourceServers", server.key);
    this.ruleSet.add("resourceServer", server.key, resource);
    this.#resourceServers.set(server.key, resource);
  }

  /** The details that Terraform reads from Secrets Manager, each through a data source of its own. */
  #storedSecrets({ providerName, storedSecrets = {} }: IdentityProviderModel): Record<string, string> {
    const entries = Object.entries(storedSecrets).map(([detail, { secretsManager, key }]): [string, string] => {
      const id = `${snakeCase(providerName)}_${detail}`;
      const secret = new DataAwsSecretsmanagerSecretVersion(this.#group("stored-secrets"), id, {
        secretId: literal(secretsManager),
      });
      const text = `data.aws_secretsmanager_secret_version.${secret.friendlyUniqueId}.secret_string`;
      return [detail, key === undefined ? `\${${text}}` : `\${jsondecode(${text})[${JSON.stringify(key)}]}`];
    });
    return Object.fromEntries(entries);
  }

  #addIdentityProvider(provider: IdentityProviderModel): void {
    const resource = new CognitoIdentityProvider(this.#group("identity-providers"), snakeCase(provider.providerName), {
      providerName: textValue(provider.providerName),
      providerType: provider.providerType,
      providerDetails: { ...mapValue(provider.providerDetails), ...this.#storedSecrets(provider) },
      attributeMapping: mapValue(provider.attributeMapping),
      idpIdentifiers: optional(provider.idpIdentifiers, setValue),
      userPoolId: this.userPoolId,
    } satisfies Written<typeof IDENTITY_PROVIDER_ARGUMENTS>);
    this.#adopt(
      resource,
      `${this.importId}:${textValue(provider.providerName)}`,
      "identityProviders",
      provider.providerName,
    );
    this.ruleSet.add("identityProvider", provider.providerName, resource);
    this.#identityProviders.set(provider.providerName, resource);
  }

  #addGroup(group: GroupModel): void {
    const resource = new CognitoUserGroup(this.#group("groups"), snakeCase(group.name), {
      name: textValue(group.name),
      description: optional(group.description, textValue),
      precedence: group.precedence,
      roleArn: optional(group.roleArn, textValue),
      userPoolId: this.userPoolId,
    } satisfies Written<typeof GROUP_ARGUMENTS>);
    this.#adopt(resource, `${this.importId}/${textValue(group.name)}`, "groups", group.name);
    this.ruleSet.add("group", group.name, resource);
  }

  #addThreatProtection(settings: ThreatProtectionModel): void {
    const { key } = this.model;
    const target = { userPoolId: this.userPoolId };
    const resource = addThreatProtection(this.#group("threat-protection"), key, settings, target);
    this.#adopt(resource, this.importId, "threatProtection");
    this.ruleSet.add("threatProtection", key, resource);
  }

  #addUiCustomization(settings: UiCustomizationModel): void {
    const { key } = this.model;
    const target = { userPoolId: this.userPoolId, domains: this.domains };
    const resource = addUiCustomization(this.#group("ui-customization"), key, settings, target);
    this.#adopt(resource, `${this.importId},${ALL_CLIENTS}`, "uiCustomization");
    this.ruleSet.add("uiCustomization", key, resource);
  }

  #addLogDelivery(settings: LogDeliveryModel): void {
    const resource = addLogDelivery(this.#group("log-delivery"), this.model.key, settings, this.userPoolId);
    this.#adopt(resource, this.importId, "logDelivery");
  }

  #addWebAcl(webAclArn: Text): void {
    const { key } = this.model;
    const resource = new Wafv2WebAclAssociation(this.#group("web-acl"), key, {
      resourceArn: this.userPoolArn,
      webAclArn: textValue(webAclArn),
    });
    this.ruleSet.add("webAcl", key, resource);
  }

  /** Has Terraform import what an adopted pool has already. */
  #adopt(resource: TerraformResource, id: string, ...at: Path): void {
    const { adopted } = this.model;
    if (adopted && !adopted.creates.includes(formatPath(at))) new ImportBlock(resource, "import", { to: resource, id });
  }

  #group(id: string): Construct {
    return (this.node.tryFindChild(id) as Construct | undefined) ?? new Construct(this, id);
  }
}

/** AWS's domain in the partition of the pool's Region. */
function dnsSuffix(model: PoolModel): string {
  const { region } = model.environment;
  return !isOpen(region) && region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
}
