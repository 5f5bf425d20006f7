import { LambdaPermission } from "@cdktf/provider-aws/lib/lambda-permission";
import { Fn, propertyAccess, Token } from "cdktf";
import { Construct } from "constructs";
import { type CalledFunction, calledFunctions, isOfOtherAccount } from "../model/functions";
import type { PoolModel } from "../model/model";
import { isOpen, type Open } from "../model/value";
import { snakeCase } from "../text/case";

/**
 * Permits Cognito to call the functions of a pool's triggers: one `aws_lambda_permission` for each function, and none
 * for a function of another account, whose owner has to give it.
 *
 * The address is the function's name, with its version or alias, or the name of the variable that holds it. So it stays
 * the same whichever triggers call the function, and a permission is never removed because another trigger came first.
 */
export function addLambdaPermissions(scope: Construct, pool: PoolModel, poolArn: string): void {
  if (pool.pool === undefined || !pool.pool.lambdaPermissions) return;
  const functions = calledFunctions(pool.pool.lambdaConfig).filter(
    (each) => !isOfOtherAccount(each, pool) && !mayBeEmpty(each, pool),
  );
  if (functions.length === 0) return;
  const permissions = new Construct(scope, "lambda-permissions");
  for (const called of functions)
    new LambdaPermission(permissions, keyOf(called, permissions), {
      action: "lambda:InvokeFunction",
      principal: "cognito-idp.amazonaws.com",
      sourceArn: poolArn,
      ...target(called),
    });
}

/** A variable with an empty default holds no function until somebody gives it one. */
function mayBeEmpty({ arn }: CalledFunction, { variables }: PoolModel): boolean {
  return isOpen(arn) && variables.some((variable) => variable.name === arn.variable && variable.default === "");
}

function keyOf({ trigger, arn, unqualified, qualifier }: CalledFunction, permissions: Construct): string {
  const name = isOpen(arn)
    ? arn.token === undefined
      ? arn.variable
      : snakeCase(trigger)
    : [unqualified?.split(":").at(-1), ...(qualifier ? [qualifier] : [])].join("_");
  const key = /^[A-Za-z_]/.test(name) ? name : `_${name}`;
  return isTaken(key, permissions) ? `${key}_${snakeCase(trigger)}` : key;
}

/** The address has `_` for `-`, so two names may differ there alone. */
function isTaken(key: string, permissions: Construct): boolean {
  return permissions.node.children.some(({ node }) => node.id.replaceAll("-", "_") === key.replaceAll("-", "_"));
}

/** The function without its version or alias, which has an argument of its own. */
function target({ arn, unqualified, qualifier }: CalledFunction): { functionName: string; qualifier?: string } {
  if (!isOpen(arn)) return { functionName: unqualified as string, ...(qualifier && { qualifier }) };
  return arn.token === undefined ? ofVariable(arn) : ofToken(arn.token);
}

function ofVariable({ variable }: Open): { functionName: string; qualifier: string } {
  const parts = `split(":", var.${variable})`;
  return {
    functionName: `\${try(join(":", slice(${parts}, 0, 7)), var.${variable})}`,
    qualifier: `\${try(${parts}[7], null)}`,
  };
}

function ofToken(token: string): { functionName: string; qualifier: string } {
  const parts = Fn.split(":", token);
  return {
    functionName: Fn.join(":", Fn.slice(parts, 0, 7)),
    qualifier: Token.asString(Fn.try([propertyAccess(parts, [7]), Token.nullValue()])),
  };
}
