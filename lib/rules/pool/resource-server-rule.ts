import type { PoolModel, ResourceServerModel } from "../../model/model";
import { told } from "../language/expressions";
import type { BadExample, Example, PoolRule, RuleText, Violation } from "../rule";
import { badPool, goodPool } from "./pool-examples";
import { type Guard, guardedEach } from "./pool-rule";

type Before = readonly ResourceServerModel[];
type Scope = ResourceServerModel["scopes"][number];
type Server = NonNullable<NonNullable<Example["pool"]>["resourceServers"]>[string];

/** A rule about each resource server of a pool. */
export interface ServerRuleDefinition extends RuleText {
  /** What is wrong with a resource server, given those before it; `at` starts from the server. */
  readonly breaches: (server: ResourceServerModel, before: Before) => readonly Violation[];
  /** The same over the resource server. */
  readonly guard: (server: ResourceServerModel, before: Before) => Guard;
  readonly examples: PoolRule["examples"];
}

/** Turns it into a rule about the pool. */
export function serverRule({ breaches, guard, ...text }: ServerRuleDefinition): PoolRule {
  const each = <T>(pool: PoolModel, judge: (server: ResourceServerModel, before: Before) => readonly T[]) =>
    pool.resourceServers.flatMap((server, index) => judge(server, pool.resourceServers.slice(0, index)));
  return {
    ...text,
    subject: "pool",
    check: (pool) =>
      each(pool, (server, before) =>
        breaches(server, before).map((breach) => ({ ...breach, at: ["resourceServers", server.key, ...breach.at] })),
      ),
    conditions: (pool) =>
      guardedEach(
        "resourceServer",
        each(pool, (server, before) => [[server.key, guard(server, before)] as const]),
      ),
  };
}

/** A rule about each scope of a resource server. */
export interface ScopeRuleDefinition extends RuleText {
  readonly breach: (scope: Scope, server: ResourceServerModel) => string | undefined;
  /** The same as a Terraform expression over `scope`. */
  readonly holds: string;
  /** What Terraform says before the names of the scopes that fail. */
  readonly told: string;
  readonly examples: PoolRule["examples"];
}

/** Turns it into a rule about the pool. */
export function scopeRule({ breach, holds, told: words, ...text }: ScopeRuleDefinition): PoolRule {
  return serverRule({
    ...text,
    breaches: (server) =>
      server.scopes.flatMap((scope) => {
        const message = breach(scope, server);
        return message === undefined ? [] : [{ at: ["scopes", scope.scopeName], message }];
      }),
    guard: () => ({
      expression: `alltrue([for scope in self.scope : ${holds}])`,
      told: told`${() => words} ${`join(", ", [for scope in self.scope : scope.scope_name if !(${holds})])`}`,
    }),
  });
}

/** An example with one resource server, `api`. */
export function server(given: Partial<Server>): Example {
  return goodPool({ resourceServers: { api: { scopes: {}, ...given } } });
}

/** The same, breaking a rule at this place of the server. */
export function badServer(given: Partial<Server>, ...at: string[]): BadExample {
  return badPool({ resourceServers: { api: { scopes: {}, ...given } } }, "resourceServers", "api", ...at);
}
