import { TerraformDataSource, TerraformElement, TerraformResource, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { RuleSet } from "./rule-set";

/** Stacks of somebody's own app, each with the constructs of this package in it. */
const constructs = new WeakMap<TerraformStack, Set<Construct>>();

/**
 * Fails the synth of a stack in which a construct would have a name that Terraform refuses, or that of another one. cdktf
 * makes names of ids from their letters, digits, `-` and `_` alone, and writes one resource where two have the same name.
 */
export function checkNames(construct: Construct): void {
  const stack = TerraformStack.of(construct);
  const known = constructs.get(stack);
  if (known) {
    known.add(construct);
    return;
  }
  const own = new Set([construct]);
  constructs.set(stack, own);
  stack.node.addValidation({ validate: () => problems(stack, own) });
}

function problems(stack: TerraformStack, own: ReadonlySet<Construct>): string[] {
  const isOwn = (element: TerraformElement) => element.node.scopes.some((scope) => own.has(scope as Construct));
  const found: string[] = [];
  const named = new Map<string, TerraformElement>();
  for (const element of stack.node.findAll()) {
    const kind = kindOf(element);
    if (kind === undefined || !(element instanceof TerraformElement)) continue;
    const name = element.friendlyUniqueId;
    const address = `${kind}.${name}`;
    const twin = named.get(address);
    named.set(address, element);
    const [path, other] = [element, twin].map((each) => each?.node.path.replace(/\/Default$/, ""));
    if (twin && (isOwn(element) || isOwn(twin)))
      found.push(
        `${path}: cdktf makes the address ${address} of this id and of ${other}, and would leave one of them out; give it an id that differs in letters, digits, - or _`,
      );
    else if (isOwn(element) && !/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name))
      found.push(
        `${path}: cdktf makes the name "${name}" of this id, and names of Terraform begin with a letter or _; give it an id that does`,
      );
  }
  return found;
}

/** What is before the name in an address; `undefined` of what has none. */
function kindOf(element: object): string | undefined {
  if (element instanceof RuleSet) return "output";
  if (TerraformDataSource.isTerraformDataSource(element)) return `data.${element.terraformResourceType}`;
  return TerraformResource.isTerraformResource(element) ? element.terraformResourceType : undefined;
}
