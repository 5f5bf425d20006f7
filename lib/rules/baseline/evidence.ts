import { BASELINES, CONTROLS, type Control, type Required } from "../../cognito/baselines";
import type { ClientModel, PoolModel, UserPoolModel } from "../../model/model";
import {
  CLIENT_REQUIREMENTS,
  type ClientKind,
  POOL_REQUIREMENTS,
  type PoolKind,
  type Requirement,
} from "./requirements";
import { demanded, limitOf } from "./selection";

export type Status = "passes" | "fails" | "acknowledged" | "not decidable";

/** What a config says about one control in one stack. */
export interface Evidence {
  readonly stack: string;
  readonly baseline: Control["baseline"];
  readonly control: string;
  readonly status: Status;
  /** What decides: each requirement that is not met, acknowledged or not decidable. Empty where the control passes. */
  readonly reasons: readonly Reason[];
}

export interface Reason {
  readonly status: Exclude<Status, "passes">;
  /** The rule that says so; absent where no config decides. */
  readonly rule?: string;
  /** `pool`, or `client ios`. */
  readonly subject: string;
  readonly message: string;
  /** Why it is accepted. */
  readonly acknowledged?: string;
}

/** The worst first. */
const STATUSES: readonly Status[] = ["fails", "acknowledged", "not decidable", "passes"];

/**
 * What a config says about every control of the baseline that its guardrails demand, in every stack; about every
 * control that is known where they demand none. The order is that of the config and of the lists.
 */
export function evidenceOf(pools: readonly PoolModel[]): readonly Evidence[] {
  return pools.flatMap((pool) => controlsOf(pool).map((control) => evidence(control, pool)));
}

function controlsOf({ guardrails }: PoolModel): readonly Control[] {
  return (guardrails.baseline ?? []).length > 0 ? demanded(guardrails) : CONTROLS;
}

function evidence(control: Control, pool: PoolModel): Evidence {
  const kinds = Object.keys(control.requires ?? {}) as (keyof Required)[];
  const reasons = kinds.length === 0 ? [undecided(control)] : kinds.flatMap((kind) => reasonsOf(control, kind, pool));
  const found = new Set<Status>(reasons.map(({ status }) => status));
  const status = STATUSES.find((each) => found.has(each)) ?? "passes";
  return { stack: pool.stack, baseline: control.baseline, control: control.id, status, reasons };
}

function undecided({ because = "" }: Control): Reason {
  return { status: "not decidable", subject: "pool", message: because };
}

function reasonsOf(control: Control, kind: keyof Required, pool: PoolModel): readonly Reason[] {
  const limit = limitOf(control, kind);
  if (kind in CLIENT_REQUIREMENTS) {
    const requirement = CLIENT_REQUIREMENTS[kind as ClientKind];
    return pool.clients.flatMap((client) => reasonOf(requirement, limit, client, `client ${client.key}`, client, pool));
  }
  const requirement = POOL_REQUIREMENTS[kind as PoolKind];
  if (pool.pool === undefined)
    return [
      { status: "not decidable", rule: requirement.rule, subject: "pool", message: "the pool is managed elsewhere" },
    ];
  return reasonOf(requirement, limit, pool.pool, "pool", pool, pool);
}

function reasonOf<S extends UserPoolModel | ClientModel>(
  { rule, must, says }: Requirement<S>,
  limit: number,
  judged: S,
  subject: string,
  { acknowledge }: Pick<PoolModel, "acknowledge">,
  pool: PoolModel,
): readonly Reason[] {
  const holds = must(limit, pool).holds(judged);
  if (holds) return [];
  if (holds === undefined)
    return [{ status: "not decidable", rule, subject, message: "a variable decides it when the stack is planned" }];
  const acknowledged = acknowledge[rule];
  const message = says(limit).of(judged);
  return acknowledged === undefined
    ? [{ status: "fails", rule, subject, message }]
    : [{ status: "acknowledged", rule, subject, message, acknowledged }];
}

/** The page that documents the list of a control. */
export function sourceOf({ baseline }: Pick<Evidence, "baseline">): string {
  return BASELINES[baseline].source;
}
