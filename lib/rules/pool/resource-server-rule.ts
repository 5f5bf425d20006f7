import type { ResourceServerModel } from "../../model/model";
import { planText } from "../language/expressions";
import type { BadExample, Example, PoolRule, RuleText, Violation } from "../rule";
import { badPool, goodPool } from "./pool-examples";
import { type Guard, guardedOn } from "./pool-rule";

type Scope = ResourceServerModel["scopes"][number];
type Server = NonNullable<NonNullable<Example["pool"]>["resourceServers"]>[string];

/** A rule about each resource server of a pool. */
export interface ServerRuleDefinition extends RuleText {
  /** What is wrong with a resource server of the pool; `at` starts from the server. */
  readonly violations: (server: ResourceServerModel, servers: readonly ResourceServerModel[]) => readonly Violation[];
  /** The same over the resource server, clause by clause. */
  readonly guards: readonly Guard[];
  readonly examples: PoolRule["examples"];
}

/** Turns it into a rule about the pool. */
export function serverRule({ violations, guards, ...text }: ServerRuleDefinition): PoolRule {
  return {
    ...text,
    subject: "pool",
    check: ({ resourceServers }) =>
      resourceServers.flatMap((server) =>
        violations(server, resourceServers).map((violation) => ({
          ...violation,
          at: ["resourceServers", server.key, ...violation.at],
        })),
      ),
    conditions: () => guards.map((guard) => guardedOn("resourceServer", guard)),
  };
}

/** A rule about each scope of a resource server. */
export interface ScopeRuleDefinition extends RuleText {
  readonly problem: (scope: Scope, server: ResourceServerModel) => string | undefined;
  /** The same as a Terraform expression over `scope`. */
  readonly holds: string;
  /** What Terraform says before the names of the scopes that fail. */
  readonly planMessage: string;
  readonly examples: PoolRule["examples"];
}

/** Turns it into a rule about the pool. */
export function scopeRule({ problem, holds, planMessage: words, ...text }: ScopeRuleDefinition): PoolRule {
  return serverRule({
    ...text,
    violations: (server) =>
      server.scopes.flatMap((scope) => {
        const message = problem(scope, server);
        return message === undefined ? [] : [{ at: ["scopes", scope.scopeName], message }];
      }),
    guards: [
      {
        expression: `alltrue([for scope in self.scope : ${holds}])`,
        planMessage: planText`${() => words} ${`join(", ", [for scope in self.scope : scope.scope_name if !(${holds})])`}`,
      },
    ],
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
