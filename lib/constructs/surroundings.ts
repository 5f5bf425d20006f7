import { TerraformProvider, TerraformResource, TerraformStack, Token } from "cdktf";
import type { Construct, IConstruct } from "constructs";
import type { PoolModel } from "../model/model";
import { known } from "../model/value";
import { checkPool, type RuleViolation } from "../rules/check";

interface Placed {
  readonly stack: TerraformStack;
  readonly model: PoolModel;
}

/** The pools that somebody's own app describes by properties, by its root, in the order of their construction. */
const pools = new WeakMap<IConstruct, Placed[]>();

/**
 * What the rules say of a pool in somebody's own app, beside the pools that were constructed before it. A stack has one
 * account, so that its quotas are those of its own pools; domains are unique whatever the account.
 */
export function checkBeside(scope: Construct, model: PoolModel): () => RuleViolation[] {
  const stack = TerraformStack.of(scope);
  const all = pools.get(scope.node.root) ?? [];
  const before = [...all];
  pools.set(scope.node.root, all);
  all.push({ stack, model });
  const beside = (isOwn: boolean) =>
    before.filter((each) => (each.stack === stack) === isOwn).map((each) => each.model);
  return () => [
    ...checkPool(model, beside(true)),
    ...checkPool(model, beside(false)).filter(({ rule }) => rule === "DOM-03"),
  ];
}

/** What is wrong with the Region of a pool beside the AWS provider that makes the pool. */
export function wrongRegion(scope: Construct, model: PoolModel): string[] {
  const region = known(model.environment.region);
  const deployed = deployedTo(scope);
  if (region === undefined || deployed === undefined || region === deployed) return [];
  return [
    `region: "${region}" is not that of the AWS provider, ${deployed}, in which the pool would be made and judged by the rules of ${region}; write "${deployed}", or set resource.provider to a provider of ${region}`,
  ];
}

/** The Region in which Terraform makes the pool, as far as the app writes it. */
function deployedTo(scope: Construct): string | undefined {
  const pool = scope.node.defaultChild;
  const own = (pool as { readonly regionInput?: string } | undefined)?.regionInput;
  const given = TerraformResource.isTerraformResource(pool) ? pool.provider : undefined;
  const provider = given ?? defaultProvider(scope);
  const region = own ?? (provider as { readonly region?: string } | undefined)?.region;
  return region === undefined || Token.isUnresolved(region) ? undefined : region;
}

function defaultProvider(scope: Construct): TerraformProvider | undefined {
  const stack = TerraformStack.of(scope);
  return stack.node
    .findAll()
    .filter(TerraformProvider.isTerraformProvider)
    .find(({ terraformResourceType, alias }) => terraformResourceType === "aws" && alias === undefined);
}
