import type { Path } from "../../model/source";
import { isAbsentOr } from "./arguments";
import type { Claim } from "./claims";
import { plain, planText } from "./expressions";
import { type Field, meets } from "./fields";
import { inTerraform } from "./names";
import { all, implies, type Statement } from "./statements";
import type { TextClause } from "./text-clauses";

/**
 * What must hold of a text, clause by clause: the check reports the first that fails, Terraform what is demanded.
 *
 * @param name what a message calls the text
 * @param optional whether it can be absent, or empty, which is the same to Cognito
 * @param when where it must hold; default everywhere
 */
export function claimText<S>(
  name: string,
  text: Field<S>,
  clauses: readonly TextClause[],
  at: Path,
  { optional = false, when }: { readonly optional?: boolean; readonly when?: Statement<S> } = {},
): Claim<S> {
  const clause = all(...clauses.map(({ statement }) => statement));
  const must = optional ? isAbsentOr(text, clause) : meets(text, clause);
  const demands = clauses.map(({ demand }) => demand).join(", ");
  return {
    must: when ? implies(when, must) : must,
    violations: (subject) => {
      const given = String(text.of(subject) ?? "");
      const failing = clauses.find(({ statement }) => statement.holds(given) === false);
      if (failing === undefined) return [];
      return [{ at, message: `${name} ${failing.message(given)}`, ...(failing.fix && { fix: failing.fix }) }];
    },
    planMessage: planText`${plain(inTerraform(name))} ${`jsonencode(try(${text.over("self")}, null))`} must be ${plain(demands)}`,
  };
}
