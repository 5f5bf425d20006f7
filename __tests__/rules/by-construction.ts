import { CognitoUserPoolClient } from "@cdktf/provider-aws/lib/cognito-user-pool-client";
import { App, TerraformStack } from "cdktf";
import type { TimeUnit } from "../../lib/cognito/values";
import { SECONDS } from "../../lib/config/duration";
import { terraformName } from "../../lib/config/keys";
import { type Config, configSchema } from "../../lib/config/schema";
import { referenceProblems } from "../../lib/config/validate/reference-problems";
import { schemaProblems } from "../../lib/config/validate/schema-problems";
import { currentGeneration } from "../../lib/model/generations";
import type { ClientModel, PoolModel } from "../../lib/model/model";
import { part } from "../../lib/model/source";
import { StackTerraform } from "../../lib/module/stack-terraform";
import { rules } from "../../lib/rules";
import { checkPool } from "../../lib/rules/check";
import { assertionsOf } from "../../lib/rules/conditions";
import type { ClientRule } from "../../lib/rules/rule";
import type { StackJson } from "../examples/examples";
import { configOf, modelOf } from "../support/models";

/** What holds of every subject of a kind. */
export interface Proof {
  readonly subjects: (stacks: readonly Stack[]) => readonly unknown[];
  readonly holds: (subject: unknown) => boolean;
}

/** The proof that something holds of every subject in every stack, or of each of some. */
export function every<T>(of: readonly T[] | ((stack: Stack) => readonly T[]), holds: (subject: T) => boolean): Proof {
  return {
    subjects: (stacks) => (typeof of === "function" ? stacks.flatMap(of) : of),
    holds: holds as Proof["holds"],
  };
}

export function everyClient(holds: (client: Client) => boolean): Proof {
  return every(({ clients }) => clients, holds);
}

export function everyPool(holds: (pool: Written) => boolean): Proof {
  return every((stack) => stack.resources("user_pool"), holds);
}

/** A subject in a message, without the stack that it is part of. */
export function shown(subject: unknown): string {
  return JSON.stringify(subject, (key, value) => (key === "stack" ? undefined : value)).slice(0, 1_000);
}

/** What is in the output: a resource, or a block in it. */
export type Written = Readonly<Record<string, unknown>>;

/** A pool, and what Terraform gets of it. */
export class Stack {
  readonly json: StackJson;
  readonly clients: readonly Client[];

  readonly model: PoolModel;

  /** @param isAdopted whether marks of adoption count: what is unset is not written, of which the proofs have nothing to say */
  constructor(model: PoolModel, { isAdopted = false } = {}) {
    this.model = isAdopted ? model : created(model);
    this.json = new StackTerraform(this.model).json as unknown as StackJson;
    this.clients = this.model.clients.map((client) => new Client(client, this));
  }

  get outputs() {
    return Object.values(this.json.output ?? {});
  }

  get exportsSecrets(): boolean {
    return part(this.model.source, "exportClientSecrets")?.value === true;
  }

  resources(type: string): readonly Written[] {
    return Object.values(this.json.resource?.[`aws_cognito_${type}`] ?? {});
  }

  /** The `schema` blocks of a type, default all. */
  attributes(type?: string): readonly Written[] {
    const blocks = this.resources("user_pool").flatMap(({ schema }) => schema as readonly Written[]);
    return blocks.filter(({ attribute_data_type }) => type === undefined || attribute_data_type === type);
  }

  /** Lifetimes that the file gives as text, leaves open to a variable, or says nothing of. */
  lifetimes(said: "string" | "object" | "undefined") {
    return this.clients.flatMap(({ lifetimes }) => lifetimes).filter((each) => typeof each.said === said);
  }

  /** Items of a list of the clients that are text, or open. */
  texts(list: string) {
    return this.#items(list).filter(({ refers }) => !refers);
  }

  /** Items of a list of the clients that refer to a resource, with that resource. */
  references(list: string) {
    return this.#items(list).filter(({ refers }) => refers);
  }

  #items(list: string) {
    return this.clients
      .flatMap(({ written }) => [written[list]].flat().map(String))
      .map((item) => {
        const [refers, type = "", name = ""] = /^\$\{(aws_\w+)\.([\w-]+)\./.exec(item) ?? [];
        return { stack: this, item, refers, target: this.json.resource?.[type]?.[name] };
      });
  }
}

/** The pool as Terraform would create it. */
function created({ adopted: _, ...model }: PoolModel): PoolModel {
  const { pool, domain, clients } = model;
  const schema = pool?.schema.map(({ stringAttributeConstraints: string, ...attribute }) => ({
    ...attribute,
    ...(string && { stringAttributeConstraints: { minLength: 0, maxLength: 2048, ...string } }),
  }));
  return {
    ...model,
    ...(pool && schema && { pool: { ...pool, schema, unset: [] } }),
    ...(domain && { domain: { ...domain, unset: [] } }),
    clients: clients.map(({ adopted: __, ...client }) => ({ ...client, unset: [] })),
  };
}

/** An app client, and what Terraform gets of it. */
export class Client {
  readonly written: Written;

  constructor(
    readonly model: ClientModel,
    readonly stack: Stack,
  ) {
    this.written =
      stack.json.resource?.aws_cognito_user_pool_client?.[terraformName(currentGeneration(model).key)] ?? {};
  }

  /** What the file says at a key, if anything. */
  said(key: string): unknown {
    return part(this.model.source, key)?.value;
  }

  /** The arguments that hold a list of text. */
  get lists(): readonly string[] {
    const isList = (value: unknown) => Array.isArray(value) && value.every((item) => typeof item === "string");
    return Object.keys(this.written).filter((name) => name !== "depends_on" && isList(this.written[name]));
  }

  /** The block of an argument that has one. */
  block(name: string): Written {
    const blocks = this.written[name] as readonly Written[] | undefined;
    return (blocks?.length === 1 && blocks[0]) || {};
  }

  /** How long each token lives, as the file and as the output says it. */
  get lifetimes() {
    return ["access", "id", "refresh"].map((token) => {
      const number = this.written[`${token}_token_validity`];
      const unit = this.block("token_validity_units")[`${token}_token`];
      return {
        said: this.said(`${token}TokenValidity`),
        number,
        unit,
        seconds: Number(number) * SECONDS[unit as TimeUnit],
      };
    });
  }

  get rotates(): boolean {
    return typeof this.said("refreshTokenRotation") === "object";
  }

  get rotation(): Written {
    return this.block("refresh_token_rotation");
  }

  /** What Terraform evaluates over the client for a rule. */
  condition(id: string): string {
    const results = assertionsOf(this.stack.model).find(({ rule }) => rule.id === id)?.results ?? {};
    const { locals = {} } = this.stack.json as { locals?: Record<string, string> };
    return Object.keys(results)
      .map((name) => locals[name])
      .join("\n");
  }

  /** The rules that the URLs of a list break, here or in the place of the other list. */
  brokenUrls(list: UrlList, place: UrlList = list): readonly string[] {
    const { callbackUrls, logoutUrls } = this.model;
    const moved = list === place ? {} : { callbackUrls: logoutUrls, logoutUrls: callbackUrls };
    const violations = (rule: ClientRule) => [...rule.check({ ...this.model, ...moved }, this.stack.model)];
    return URL_RULES.flatMap((rule) =>
      violations(rule)
        .filter(({ at }) => at[0] === place)
        .map(() => rule.id),
    );
  }

  get urlConditions(): readonly string[] {
    const conditions = URL_RULES.flatMap((rule) => rule.conditions?.(this.stack.model) ?? []);
    return conditions.map(({ expression }) => expression);
  }
}

type UrlList = "callbackUrls" | "logoutUrls";

const URL_RULES = ["OAU-14", "OAU-15", "OAU-16", "OAU-17", "OAU-18", "OAU-19", "OAU-22"].map(
  (id) => rules.find((rule) => rule.id === id) as ClientRule,
);

/** A stack of one client, on platform `spa` unless it says. */
export function stackOf(client: object, pool: object = {}, options = {}): Stack {
  return new Stack(modelOf(config(client, pool)), options);
}

export function breaks(id: string, model: PoolModel): boolean {
  return checkPool(model).some(({ rule }) => rule === id);
}

/** Whether a stack of this client and pool breaks a rule. */
export function isViolation(id: string, client: object, pool: object = {}): boolean {
  return breaks(id, modelOf(config(client, pool)));
}

/** Whether the grammar does not allow a key in this client or pool. */
export function isRefused(key: string, client: object, pool: object = {}): boolean {
  const written = config(client, pool);
  const problems = [...schemaProblems(configSchema, written), ...referenceProblems(written)];
  return problems.some(({ path }) => path.includes(key));
}

function config(client: object, pool: object): Config {
  return configOf({ pool, client: { platform: "spa", ...client } as never });
}

/** Every list of a client, with values in the order of the output. */
export const LISTS = {
  explicitAuthFlows: ["ALLOW_CUSTOM_AUTH", "ALLOW_USER_SRP_AUTH"],
  allowedOauthFlows: ["code", "implicit"],
  allowedOauthScopes: ["email", "openid"],
  callbackUrls: ["https://a.example/", "https://b.example/"],
  logoutUrls: ["https://a.example/", "https://b.example/"],
  supportedIdentityProviders: ["COGNITO", "Google"],
  readAttributes: ["email", "name"],
  writeAttributes: ["email", "name"],
};

/** What the provider's binding knows of the arguments of a client. */
const binding = new CognitoUserPoolClient(new TerraformStack(new App(), "stack"), "client", {
  name: "client",
  userPoolId: "pool",
  ...LISTS,
}) as unknown as { synthesizeAttributes(): Written; synthesizeHclAttributes(): Record<string, { type: string }> };

export const ARGUMENTS = Object.keys(binding.synthesizeAttributes());

/** Arguments that are sets in Terraform. */
export const SETS = Object.entries(binding.synthesizeHclAttributes())
  .filter(([, { type }]) => type === "set")
  .map(([name]) => name);

export function isVariable(value: unknown): boolean {
  return /^\$\{var\.[\w-]+\}$/.test(String(value));
}

export function holdsSecret(value: unknown): boolean {
  return /user_pool_client\.[\w-]+\.client_secret/.test(JSON.stringify(value));
}
