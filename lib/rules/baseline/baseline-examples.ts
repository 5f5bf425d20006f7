import { CONTROLS, type Required } from "../../cognito/baselines";
import { formatPath } from "../../config/problem";
import type { Client, Pool } from "../../config/schema";
import type { Guardrails } from "../../model/model";
import type { Path } from "../../model/source";
import type { BadExample, Example, Examples } from "../rule";
import { CLIENT_REQUIREMENTS, type ClientKind, POOL_REQUIREMENTS, type PoolKind } from "./requirements";

type PoolPart = Partial<Omit<Pool, "clients">>;

/** Pools that do not pass a control, and others that do: as warnings, and as errors. */
export function onPool(control: string, bad: readonly PoolPart[], good: readonly PoolPart[]): Examples {
  const { at } = POOL_REQUIREMENTS[kindOf(control) as PoolKind];
  return onEach(
    control,
    bad.map((pool) => ({ pool, at: formatPath(["pools", "users", ...written(pool, at)]) })),
    good.map((pool) => ({ pool })),
  );
}

/** The same of clients. */
export function onClient(control: string, bad: readonly Client[], good: readonly Client[]): Examples {
  const { at } = CLIENT_REQUIREMENTS[kindOf(control) as ClientKind];
  return onEach(
    control,
    bad.map((client) => ({ client, at: formatPath(["pools", "users", "clients", "app", ...at]) })),
    good.map((client) => ({ client })),
  );
}

function onEach(control: string, bad: readonly BadExample[], good: readonly Example[]): Examples {
  const demanding: readonly Guardrails[] = [
    { baseline: [control] },
    { baseline: [control], severity: { BSL: "error" } },
  ];
  return {
    bad: demanding.flatMap((guardrails) => bad.map((each) => ({ ...each, guardrails }))),
    good: [
      ...demanding.flatMap((guardrails) => good.map((each) => ({ ...each, guardrails }))),
      ...bad.map(({ at, ...example }) => example),
    ],
  };
}

/** What a control requires: one thing, of those that examples use. */
function kindOf(control: string): keyof Required {
  return Object.keys(CONTROLS.find(({ id }) => id === control)?.requires ?? {})[0] as keyof Required;
}

/** The steps of a path that an example writes. */
function written(part: unknown, at: Path): Path {
  const [step, ...rest] = at;
  const inner = step === undefined ? undefined : (part as Record<string, unknown> | undefined)?.[step];
  return inner === undefined ? [] : [step as string, ...written(inner, rest)];
}
