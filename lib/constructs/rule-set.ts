import { TerraformDataSource, TerraformElement, type TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { terraformName } from "../config/keys";
import type { Generation } from "../model/generations";
import type { ClientModel, PoolModel } from "../model/model";
import { isProxied } from "../model/trust";
import { assertionsOf } from "../rules/conditions";
import { tablesIn } from "../rules/language/tables";
import type { Subject } from "../rules/rule";
import { RULE_SET_VERSION } from "../rules/version";
import { literal } from "../terraform/template";

type Resource = TerraformResource | TerraformDataSource;

/** The local value that holds the objects of a kind. */
const LOCALS: Readonly<Record<Subject, string>> = {
  client: "clients",
  userPool: "user_pool",
  domain: "domains",
  resourceServer: "resource_servers",
  identityProvider: "identity_providers",
  group: "groups",
  threatProtection: "risk_configurations",
  uiCustomization: "ui_customizations",
  branding: "branding_styles",
  webAcl: "web_acls",
  delivery: "deliveries",
  proxy: "proxies",
};

/** Kinds of which a pool has at most one. */
const SINGLE: readonly Subject[] = ["userPool"];

/** What is an empty map where a pool has none, because rules and their tables read it. */
const ALWAYS: readonly Subject[] = ["domain", "resourceServer", "identityProvider", "webAcl", "proxy"];

/**
 * Every rule over a pool and all that belongs to it, evaluated by Terraform at the end of each plan and apply: errors
 * are preconditions of one output, which fail the plan all at once; warnings are `check` blocks, which it only reports.
 * Terraform skips outputs where `-target` is given.
 */
export class RuleSet extends TerraformElement {
  readonly #objects = new Map<Subject, Record<string, string>>();
  readonly #clients: ClientModel[] = [];
  /**
   * Whether the stack adds the rules itself to what cdktf gives. cdktf goes through all texts twice in search of tokens; the
   * rules over a config file have none, and are most of the text of a stack. Default false.
   */
  isAddedByStack = false;

  /** @param pool the pool, or the data source of one that is managed elsewhere */
  constructor(
    scope: Construct,
    id: string,
    private readonly model: PoolModel,
    private readonly pool: Resource,
  ) {
    super(scope, id);
    if (model.pool) this.add("userPool", model.key, pool);
  }

  /** Has the rules judge a resource. @param key what messages call it */
  add(kind: Subject, key: string, resource: Resource): void {
    this.addObject(kind, key, addressOf(resource));
  }

  /** Has the rules judge a client, of which every generation is one of the objects. */
  addClient(model: ClientModel, generations: readonly (Generation & { readonly resource: Resource })[]): void {
    this.#clients.push(model);
    for (const { key, resource } of generations) {
      this.addObject("client", key, judgedClient(model, resource));
    }
  }

  /** Has the rules judge several resources as one object. @param expression a Terraform expression that joins them */
  addObject(kind: Subject, key: string, expression: string): void {
    const objects = this.#objects.get(kind) ?? {};
    objects[literal(key)] = `\${${expression}}`;
    this.#objects.set(kind, objects);
  }

  override toTerraform(): object {
    return this.isAddedByStack ? {} : this.blocks();
  }

  /** The blocks of all rules. */
  blocks(): Record<"locals" | "check" | "output", object> {
    const model = { ...this.model, clients: this.#clients };
    const assertions = assertionsOf(model);
    const results = Object.assign({}, ...assertions.map((assertion) => assertion.results)) as Record<string, string>;
    const texts = [...Object.values(results), ...assertions.map(({ message }) => message)];
    const tables = tablesIn(texts, model);
    const read = new Set(
      [...texts, ...tables.values()].flatMap((text) => [...text.matchAll(/\blocal\.(\w+)/g)].map(([, name]) => name)),
    );
    const locals = {
      ...this.#objectLocals(),
      schema: this.#schema(),
      ...Object.fromEntries([...tables].map(([name, table]) => [name, `\${${table}}`])),
    };
    const used = Object.entries(locals).filter(([name]) => read.has(name));
    const errors = assertions.filter(({ severity }) => severity === "error");
    const warnings = assertions.filter(({ severity }) => severity === "warning");
    return {
      locals: Object.fromEntries(
        [...used, ...Object.entries(results).map(([name, result]) => [name, `\${${result}}`] as const)].map(
          ([name, value]) => [this.#named(name), this.#over(value)],
        ),
      ),
      check: Object.fromEntries(
        warnings.map(({ rule, condition, message }) => [
          this.#named(terraformName(rule.id.toLowerCase())),
          { assert: [this.#block(condition, message)] },
        ]),
      ),
      output: {
        [this.friendlyUniqueId]: {
          description: "Version of the rules of cdktf-cognito that this plan was checked against",
          value: RULE_SET_VERSION,
          precondition: errors.map(({ condition, message }) => this.#block(condition, message)),
        },
      },
    };
  }

  /** The attributes of the pool. Where a plan changes one that AWS has no limits of, the provider plans one without a name too. */
  #schema(): string {
    const pool = addressOf(this.pool);
    return this.model.pool
      ? `\${[for attribute in ${pool}.schema : attribute if attribute.name != null]}`
      : `\${${pool}.schema_attributes}`;
  }

  #objectLocals(): Record<string, unknown> {
    return Object.fromEntries(
      (Object.keys(LOCALS) as Subject[]).flatMap((kind) => {
        const objects = this.#objects.get(kind) ?? (ALWAYS.includes(kind) ? {} : undefined);
        if (objects === undefined) return [];
        return [[LOCALS[kind], SINGLE.includes(kind) ? Object.values(objects)[0] : objects]];
      }),
    );
  }

  #block(condition: string, message: string): object {
    return { condition: this.#over(`\${${condition}}`), error_message: this.#over(message) };
  }

  /** A name that no other rule set of the stack has. */
  #named(name: string): string {
    return this.friendlyUniqueId === "rule_set" ? name : `${this.friendlyUniqueId}_${name}`;
  }

  #over<T>(value: T): T {
    if (typeof value !== "string") return value;
    return value.replace(/\blocal\.(\w+)/g, (_, name: string) => `local.${this.#named(name)}`) as T;
  }
}

/** A client as rules read it: a Terraform expression. No resource says that a client is behind the SECRET_HASH proxy. */
export function judgedClient(model: ClientModel, resource: Resource): string {
  const planned = addressOf(resource);
  return isProxied(model) ? `merge(${planned}, { proxied = true })` : planned;
}

/** The address of a resource or a data source, as a Terraform expression. */
export function addressOf(resource: Resource): string {
  const data = TerraformDataSource.isTerraformDataSource(resource) ? "data." : "";
  return `${data}${resource.terraformResourceType}.${resource.friendlyUniqueId}`;
}
