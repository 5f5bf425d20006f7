import type { Client, Environment, Guardrails, Pool } from "../config/schema";
import type { ClientModel, PoolModel } from "../model/model";
import type { Path, Source } from "../model/source";
import type { Message } from "./language/expressions";

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
  /** How to fix it, in general. A violation may say it more exactly. */
  readonly fix: string;
  /** The same in Terraform, where more than the names of arguments differs. Default `fix` with Terraform's names */
  readonly planFix?: string;
  /** Where the rule is written or was measured: URLs first. */
  readonly source: readonly string[];
  /**
   * The AWS provider refuses every violation at plan by itself, before it comes to conditions: there is none on the
   * resource, only on a variable that is left open.
   */
  readonly refusedByProvider?: boolean;
  /** An error rule that gives warnings as well, which can be acknowledged. */
  readonly advises?: boolean;
}

export interface ClientRule extends RuleText {
  readonly subject: "client";
  readonly check: (client: ClientModel, pool: PoolModel) => Iterable<Violation>;
  /** The same rule for Terraform to evaluate over all planned clients, whatever the config says about them. */
  readonly conditions?: (pool: PoolModel) => readonly Condition[];
  /** The same without what is known of one client, for Terraform to evaluate over a variable. Default `conditions`. */
  readonly validation?: (client: ClientModel, pool: PoolModel) => Validation | undefined;
  /** Warnings about the pool and all its clients together, which are acknowledged on the pool. */
  readonly poolAdvice?: (pool: PoolModel) => Iterable<Violation>;
  /** Made when a test asks: they are large, and no command reads them. */
  readonly examples: () => Examples;
}

export interface PoolRule extends RuleText {
  readonly subject: "pool";
  /** Judges a pool; some rules also compare it with those before it in the file. */
  readonly check: (pool: PoolModel, before?: readonly PoolModel[]) => Iterable<Violation>;
  /** The same rule for Terraform to evaluate over the planned user pool, and over the resources that belong to it. */
  readonly conditions?: (pool: PoolModel) => readonly Condition[];
  /** The same rule over the variables that hold what it judges, where no resource is there to carry it. */
  readonly validation?: (pool: PoolModel) => readonly Validation[];
  /** Made when a test asks: they are large, and no command reads them. */
  readonly examples: () => Examples;
}

/** One violation of a rule. */
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
  /** Whether only the check can say so, because no plan shows it. */
  readonly unplanned?: true;
}

/** The kinds of objects that Terraform evaluates rules over. */
export type Subject =
  | "client"
  | "userPool"
  | "domain"
  | "resourceServer"
  | "identityProvider"
  | "group"
  | "threatProtection"
  | "uiCustomization"
  | "branding"
  | "webAcl"
  | "delivery"
  | "proxy";

/**
 * One thing that must hold of every planned object of a kind. The conditions of a rule become one precondition of the
 * output `rule_set` (errors), or one `check` block (warnings): see `lib/rules/conditions.ts`.
 */
export interface Condition {
  readonly on: Subject;
  /** A Terraform expression over `self`, the object, and the tables of `lib/rules/language/tables.ts` (`local.NAME`). */
  readonly expression: string;
  /** What is wrong with the object: lower case, no full stop; rule, object and fix are written around it. */
  readonly message: Message;
  /** Default the rule's own severity. */
  readonly severity?: Severity;
  /** Keys of the objects that it is about. Default all: a condition that names keys is blind to what is added by hand. */
  readonly only?: readonly string[];
  /** Whether a first plan may not know the result: evaluated by itself, since one unknown value makes a message unknown. */
  readonly apart?: boolean;
  /** Keys of the objects of which a first plan may not know the result: each of them is evaluated by itself. */
  readonly apartFor?: readonly string[];
}

/** What must hold of a variable: an expression over `self`, and a message as in {@link Condition}. */
export type Validation = Pick<Condition, "expression" | "message" | "severity">;

/** What Terraform evaluates over a variable. */
export interface VariableCondition {
  readonly rule: string;
  readonly severity: Severity;
  /** A Terraform expression over the variable. */
  readonly expression: string;
  /** A Terraform template. */
  readonly message: string;
}

/** Configs that violate a rule, and others as close to them as possible that do not. */
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
  readonly promises?: string[];
  /** What `prod` has beside its Region. */
  readonly environment?: Partial<Environment>;
  /** Further pools, which come before `users`. Default without clients */
  readonly before?: Readonly<Record<string, Partial<Pool>>>;
}

export interface BadExample extends Example {
  /** Where the finding points, from the root: `pools.users.clients.app.accessTokenValidity`. */
  readonly at: string;
}
