import type { PoolModel, UserPoolModel } from "../../model/model";
import type { Claim } from "../language/claims";
import type { PoolRule, Violation } from "../rule";
import { type ObjectRuleDefinition, objectRule } from "./object-rule";

/** A rule about the arguments of a managed user pool, as its family writes it down. */
export interface UserPoolRuleDefinition extends Omit<ObjectRuleDefinition<UserPoolModel>, "claims"> {
  /**
   * What must hold, said once for the check and for Terraform; a function where it depends on the config. A block that
   * the config does not have is unknown to the plan of a new pool (`sms_configuration`,
   * `lambda_config[0].pre_token_generation`, ...).
   */
  readonly claims?:
    | readonly Claim<UserPoolModel>[]
    | ((users: UserPoolModel, pool: PoolModel) => readonly Claim<UserPoolModel>[]);
  readonly check?: (users: UserPoolModel, pool: PoolModel) => Iterable<Violation>;
}

const ofUserPool = objectRule<UserPoolModel>({
  on: "userPool",
  of: ({ pool }) => (pool ? [pool] : []),
  place: () => [],
});

/** A rule about a managed user pool: silent on an existing one. */
export function userPoolRule({ claims, ...definition }: UserPoolRuleDefinition): PoolRule {
  if (typeof claims !== "function") return ofUserPool({ ...definition, ...(claims && { claims }) });
  return ofUserPool({ ...definition, claims: (pool) => (pool.pool ? claims(pool.pool, pool) : []) });
}

/** One rule of two that judge different objects: findings and conditions of both. */
export function withAlso(rule: PoolRule, other: PoolRule): PoolRule {
  return {
    ...rule,
    check: (pool, before) => [...rule.check(pool, before), ...other.check(pool, before)],
    conditions: (pool) => [...(rule.conditions?.(pool) ?? []), ...(other.conditions?.(pool) ?? [])],
  };
}
