import type { Client, Environment, Guardrails, Pool } from "../config/schema";
import type { ClientModel, PoolModel } from "../model/model";
import type { Path, Source } from "../model/source";

export type Severity = "error" | "warning";

/**
 * One rule in one place: what `explain`, `docs/rules.md`, SARIF, the checks, the plan-time conditions and the tests
 * say of it is read from here.
 */
export type Rule = ClientRule | PoolRule;

export interface RuleText {
  /** Public id, as in `TOK-01`. */
  readonly id: string;
  /** Readable name beside the id, unique: `access-token-validity`. */
  readonly name?: string;
  /** Version of the rule set that introduced it. */
  readonly since?: string;
  readonly severity: Severity;
  /** What the rule requires, in one line: lower case, no full stop: `limit the access token lifetime to ...`. */
  readonly title: string;
  /** What happens otherwise, with AWS's own message where there is one. */
  readonly why: string;
  /** How a person mends it, in general. A violation may say it more exactly. */
  readonly fix: string;
  /** Where the rule is written or was measured: URLs first. */
  readonly source: readonly string[];
  /**
   * The AWS provider refuses every breach at plan by itself, before it comes to conditions: there is none on the
   * resource, only on a variable that is left open.
   */
  readonly refusedByProvider?: boolean;
  /** An error rule that gives warnings as well, which can be acknowledged. */
  readonly advises?: boolean;
}

export interface ClientRule extends RuleText {
  readonly subject: "client";
  readonly check: (client: ClientModel, pool: PoolModel) => Iterable<Violation>;
  /** The same rule for Terraform to evaluate over the planned client; `undefined` where it has nothing to say. */
  readonly condition?: (client: ClientModel, pool: PoolModel, refs: References) => Condition | undefined;
  /** The same without what is known of the client, for Terraform to evaluate over a variable. Default `condition`. */
  readonly validation?: (client: ClientModel, pool: PoolModel, refs: References) => Condition | undefined;
  /** Warnings about the pool and all its clients together, which are acknowledged on the pool. */
  readonly poolAdvice?: (pool: PoolModel) => Iterable<Violation>;
  readonly examples: Examples;
}

export interface PoolRule extends RuleText {
  readonly subject: "pool";
  /** Judges a pool; some rules also compare it with those before it in the file. */
  readonly check: (pool: PoolModel, before?: readonly PoolModel[]) => Iterable<Violation>;
  /** The same rule for Terraform to evaluate over the planned user pool. Never asked of an existing pool. */
  readonly condition?: (pool: PoolModel, refs: References) => Condition | undefined;
  /** The same rule over the resources that hang on the pool, where these are what it judges. */
  readonly conditions?: (pool: PoolModel, refs: References) => readonly AttachedCondition[];
  /** The same rule over the variable that holds what it judges, where no resource is there to carry it. */
  readonly validation?: (pool: PoolModel) => Condition | undefined;
  readonly examples: Examples;
}

/** One breach of a rule. */
export interface Violation {
  /** Keys from the subject in the config's grammar: `["accessTokenValidity"]`, `["callbackUrls", 2]`. */
  readonly at: Path;
  /** What is wrong, with the value and what is allowed: lower case, no full stop. */
  readonly message: string;
  /** Default the rule's own fix. */
  readonly fix?: string;
  /** What `at` starts from. Default the subject's own source. */
  readonly source?: Source;
  /** Default the rule's own severity. */
  readonly severity?: Severity;
}

/** A condition that Terraform evaluates: errors become postconditions of the resource, warnings `check` blocks. */
export interface Condition {
  /** A Terraform expression, without `${}`, over `self` and the references. */
  readonly expression: string;
  /** A Terraform template; begins with the rule id and names the object and the value. */
  readonly message: string;
  /** Default the rule's own severity. */
  readonly severity?: Severity;
}

/** A condition over a resource that hangs on the pool: there `self` is that resource. */
export interface AttachedCondition extends Condition {
  readonly on: Attachment;
}

export type Attachment =
  | { readonly resource: "domain" }
  | { readonly resource: "resourceServer"; readonly key: string }
  | { readonly resource: "identityProvider"; readonly name: string };

/** How conditions name objects other than `self`. */
export interface References {
  /** The list of the pool's schema attributes, each with `name`, `required` and `mutable`. */
  readonly schema: string;
  /** The pool, when it is managed here: `aws_cognito_user_pool.customers`. */
  readonly pool?: string;
}

/** Configs that break a rule, and others just beside them that keep it. */
export interface Examples {
  readonly bad: readonly BadExample[];
  readonly good: readonly Example[];
}

/** A part of a config, to be laid over one minimal pool `users` in environment `prod` with one client `app`. */
export interface Example {
  readonly pool?: Partial<Omit<Pool, "clients">>;
  /** The client `app`. Default `{ platform: "ios" }`. */
  readonly client?: Client;
  /** Further clients beside `app`. */
  readonly clients?: Readonly<Record<string, Client>>;
  readonly guardrails?: Guardrails;
  /** What `prod` has beside its Region. */
  readonly environment?: Partial<Environment>;
  /** Further pools, which stand before `users`. */
  readonly before?: Readonly<Record<string, Partial<Omit<Pool, "clients">>>>;
}

export interface BadExample extends Example {
  /** Where the finding points, from the root: `pools.users.clients.app.accessTokenValidity`. */
  readonly at: string;
}
