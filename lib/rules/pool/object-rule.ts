import { domainsOf, type PoolModel } from "../../model/model";
import type { Path } from "../../model/source";
import { type Claim, conditionOf } from "../language/claims";
import type { Condition, Examples, PoolRule, RuleText, Subject, Violation } from "../rule";

/** A rule about each object of a kind, as its family writes it down. */
export interface ObjectRuleDefinition<S> extends RuleText {
  /** What must hold, said once for the check and for Terraform; a function where it depends on the config. */
  readonly claims?: readonly Claim<S>[] | ((pool: PoolModel) => readonly Claim<S>[]);
  /** What is wrong beside the claims, which only the check says; `at` starts from the object. */
  readonly check?: (object: S, pool: PoolModel) => Iterable<Violation>;
  /** The same over the variables that hold what it judges, where no condition can decide it. */
  readonly validation?: PoolRule["validation"];
  readonly examples: () => Examples;
}

/** The objects of a kind in a pool, and where the config has them. */
interface ObjectKind<S> {
  readonly on: Subject;
  readonly of: (pool: PoolModel) => readonly S[];
  readonly place: (object: S) => Path;
}

/** Makes a rule about the objects of a kind; silent where a pool has none. */
export function objectRule<S>({ on, of, place }: ObjectKind<S>) {
  return ({ claims = [], check, ...text }: ObjectRuleDefinition<S>): PoolRule => {
    const claimsIn = (pool: PoolModel) => (typeof claims === "function" ? claims(pool) : claims);
    const isConditioned = typeof claims === "function" || claims.length > 0;
    return {
      ...text,
      subject: "pool",
      check: (pool) => {
        const objects = of(pool);
        if (objects.length === 0) return NONE;
        const made = claimsIn(pool);
        const found: Violation[] = [];
        for (const object of objects) {
          const add = (each: Violation) => found.push({ ...each, at: [...place(object), ...each.at] });
          for (const { must, violations } of made) if (must.holds(object) === false) violations(object).forEach(add);
          for (const each of check?.(object, pool) ?? NONE) add({ ...each, ...(isConditioned && UNPLANNED) });
        }
        return found;
      },
      ...(isConditioned && {
        conditions: (pool): Condition[] =>
          of(pool).length === 0
            ? []
            : claimsIn(pool).map(({ must, planMessage = () => [] }) => conditionOf(on, must, planMessage)),
      }),
    };
  };
}

const NONE: readonly Violation[] = [];
const UNPLANNED = { unplanned: true } as const;

/** Makes a rule about each domain of a pool. */
export const domainRule = objectRule({ on: "domain", of: domainsOf, place: ({ key }) => [key] });

/** Makes a rule about each resource server of a pool. */
export const serverRule = objectRule({
  on: "resourceServer",
  of: ({ resourceServers }) => resourceServers,
  place: ({ key }) => ["resourceServers", key],
});

/** Makes a rule about each identity provider of a pool. */
export const providerRule = objectRule({
  on: "identityProvider",
  of: ({ identityProviders }) => identityProviders,
  place: ({ providerName }) => ["identityProviders", providerName],
});

/** Makes a rule about each group of a pool. */
export const groupRule = objectRule({
  on: "group",
  of: ({ groups }) => groups,
  place: ({ name }) => ["groups", name],
});
