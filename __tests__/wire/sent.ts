import type { ApiCall } from "../support/cognito/loopback-cognito";
import type { Fields } from "../support/cognito/refusal";

/** Which call of the API makes a resource, and the field that names it. */
const KINDS: Readonly<Record<string, readonly [kind: string, id: string]>> = {
  aws_cognito_user_pool_client: ["UserPoolClient", "ClientId"],
  aws_cognito_user_pool_domain: ["UserPoolDomain", "Domain"],
  aws_cognito_resource_server: ["ResourceServer", "Identifier"],
  aws_cognito_identity_provider: ["IdentityProvider", "ProviderName"],
  aws_cognito_user_group: ["Group", "GroupName"],
  aws_cognito_risk_configuration: ["RiskConfiguration", "ClientId"],
  aws_cognito_user_pool_ui_customization: ["UICustomization", "ClientId"],
  aws_wafv2_web_acl_association: ["WebACL", "ResourceArn"],
};

/** What AWS has of a pool that no update touches. */
const PERMANENT = ["PoolName", "Schema", "AliasAttributes", "UsernameAttributes", "UsernameConfiguration"];

/** What an update replaces whole: a field that it leaves out gets AWS's default. */
const REPLACED = ["UserPoolClient", "ResourceServer", "RiskConfiguration", "UICustomization"];

/** What was sent for each object, over all applies. */
export class Sent {
  readonly #objects = new Map<string, Fields>();
  readonly #mfa = new Map<string, Fields>();
  readonly #tags = new Map<string, Fields>();

  record(calls: readonly ApiCall[]): void {
    for (const { operation, request, answer, refused } of calls)
      if (refused === undefined) this.#record(operation, request, answer);
  }

  /** What was sent for a resource. @param ids of the resource and its pool, as Terraform has them */
  for(type: string, attributes: Fields): Fields {
    if (type === "aws_cognito_user_pool") return this.#pool(String(attributes.id));
    const [kind, id] = KINDS[type] as readonly [string, string];
    const { identifier: Identifier, domain: Domain, resource_arn: ResourceArn } = attributes;
    // without a client's id it is that of the pool
    const ClientId = "client_id" in attributes ? attributes.client_id || undefined : attributes.id;
    const name = { ClientId, Domain, Identifier, ResourceArn }[id];
    const key = `${kind} ${attributes.user_pool_id} ${name ?? attributes.provider_name ?? attributes.name}`;
    const { UserPoolId: _, ClientId: __, ResourceArn: ___, ...sent } = this.#objects.get(key) ?? {};
    return sent;
  }

  #pool(id: string): Fields {
    const { UserPoolId: _, ...own } = this.#objects.get(`UserPool ${id}`) ?? {};
    const { UserPoolId: __, ...mfa } = this.#mfa.get(id) ?? {};
    return { ...own, ...mfa, UserPoolTags: this.#tags.get(id) };
  }

  #record(operation: string, request: Fields, answer: Fields): void {
    const [, verb = "", kind = ""] = /^(Create|Update|Delete|Associate|Set)(.*)$/.exec(operation) ?? [];
    if (kind === "UserPool") this.#recordPool(verb, request, answer);
    if (operation === "SetUserPoolMfaConfig") this.#mfa.set(String(request.UserPoolId), request);
    if (operation === "TagResource" || operation === "UntagResource") this.#recordTags(request);
    const [, id = ""] = Object.values(KINDS).find(([each]) => each === kind) ?? [];
    if (id === "") return;
    const key = `${kind} ${request.UserPoolId} ${request[id] ?? (answer[kind] as Fields)?.[id]}`;
    const before = verb === "Create" || verb === "Associate" ? {} : (this.#objects.get(key) ?? {});
    const { GenerateSecret } = before;
    this.#objects.set(key, { ...(REPLACED.includes(kind) ? { GenerateSecret } : before), ...request });
  }

  #recordPool(verb: string, request: Fields, answer: Fields): void {
    const id = String(request.UserPoolId ?? (answer.UserPool as Fields).Id);
    const key = `UserPool ${id}`;
    const before = Object.entries(this.#objects.get(key) ?? {}).filter(([name]) => PERMANENT.includes(name));
    const { UserPoolTags, ...rest } = request;
    if (verb === "Create") this.#tags.set(id, (UserPoolTags ?? {}) as Fields);
    this.#objects.set(key, { ...Object.fromEntries(before), ...rest });
  }

  #recordTags({ ResourceArn, Tags = {}, TagKeys = [] }: Fields): void {
    const id = String(ResourceArn).split("/")[1] as string;
    const tags = { ...this.#tags.get(id), ...(Tags as Fields) };
    for (const key of TagKeys as string[]) delete tags[key];
    this.#tags.set(id, tags);
  }
}
