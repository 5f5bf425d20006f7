import { ARN_KINDS, isAccountId, parseArn } from "../../cognito/arn";
import { partitionOf } from "../../cognito/regions";
import type { EnvironmentModel } from "../../model/model";
import { isOpen, known, type Text } from "../../model/value";
import { expressionOf, literals } from "./expressions";
import type { Statement } from "./statements";
import type { TextClause } from "./text-clauses";
import { matches, quoted } from "./text-statements";

/** What an ARN must name, and where that must be. */
export interface ArnDemand {
  readonly kind: keyof typeof ARN_KINDS;
  /** Regions that it can be in: the pool's own, or those that follow from it as far as they are known. Default all. */
  readonly regions?: "own" | ((home: string) => readonly string[] | undefined);
  /** Whether it must be of the pool's account. Default false. */
  readonly ownAccount?: boolean;
}

/** What of an ARN holds, one thing after the other: that it is one of its kind, then partition, Region and account. */
export function arnClauses(
  { kind, regions, ownAccount }: ArnDemand,
  { region, accountId }: EnvironmentModel,
): TextClause[] {
  const { name, shape, pattern } = ARN_KINDS[kind];
  const home = homeOf({ region });
  const partition = home === undefined ? undefined : partitionOf(home);
  const own = home === undefined && !isOpen(region) ? undefined : sayable(region);
  const allowed = regions === "own" ? own : home === undefined ? undefined : regions?.(home);
  return [
    {
      statement: matches(`^arn:aws[a-z-]*:${pattern}$`),
      message: (arn) => `${quoted(arn)} is not the ARN of ${name}`,
      demand: `the ARN of ${name}`,
      fix: `write arn:${partition ?? "aws"}:${shape}`,
    },
    ...(partition === undefined
      ? []
      : [
          {
            statement: partIs(1, [partition]),
            message: (arn: string) =>
              `is in partition ${parseArn(arn)?.partition}, but ${home} is in partition ${partition}`,
            demand: `in partition ${partition}`,
            fix: `use ${name} in partition ${partition}`,
          },
        ]),
    ...(allowed === undefined
      ? []
      : [
          {
            statement: partIs(3, allowed),
            message: (arn: string) =>
              `is in ${parseArn(arn)?.region}; a pool in ${home} can use ${name} in ${inWords(allowed)}`,
            demand: `in ${inWords(allowed)}`,
            fix: `use ${name} in ${inWords(allowed)}`,
          },
        ]),
    ...(ownAccount ? accountClause(kind, accountId) : []),
  ];
}

/** The Region of the pool, as far as it is known and one of AWS's: of any other ENV-01 speaks, and nothing can be in it. */
export function homeOf({ region }: Pick<EnvironmentModel, "region">): string | undefined {
  const home = known(region);
  return home === undefined || partitionOf(home) === undefined ? undefined : home;
}

/** That an ARN is of the pool's account, as far as that can be said. */
export function accountClause(kind: ArnDemand["kind"], accountId: EnvironmentModel["accountId"]): TextClause[] {
  const isSaid = accountId !== undefined && (isOpen(accountId) || isAccountId(accountId));
  const account = isSaid ? sayable(accountId) : undefined;
  return account === undefined
    ? []
    : [
        {
          statement: partIs(4, account),
          message: (arn) => `belongs to account ${parseArn(arn)?.account}, the pool to ${known(accountId)}`,
          demand: "of the pool's account",
          fix: `use ${ARN_KINDS[kind].name} of account ${known(accountId) ?? "the pool"}`,
        },
      ];
}

/** A value that a condition can say: any but a token, which only cdktf can read. */
function sayable(value: Text): readonly Text[] | undefined {
  return expressionOf(value) === undefined ? undefined : [value];
}

/** The part of an ARN, counted from 0 between the colons, is one of these. */
function partIs(index: number, values: readonly Text[]): Statement<string> {
  return {
    holds: (arn) => {
      const part = arn.split(":")[index] ?? "";
      if (values.some((value) => value === part)) return true;
      return values.some(isOpen) ? undefined : false;
    },
    over: (name) => {
      const part = `try(split(":", ${name})[${index}], "")`;
      return values.some(isOpen)
        ? `contains([${values.map(compared).join(", ")}], ${part})`
        : `contains(${literals(values as readonly string[])}, ${part})`;
    },
  };
}

/** A value that is compared and never shown: where it is sensitive, the message of the condition is shown all the same. */
function compared(value: Text): string {
  const expression = expressionOf(value) as string;
  return isOpen(value) ? `try(nonsensitive(${expression}), ${expression})` : expression;
}

/** `a`, `a or b`, `a, b or c`. */
function inWords(values: readonly Text[]): string {
  const names = values.map((value) => known(value) ?? "the Region of the pool");
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
