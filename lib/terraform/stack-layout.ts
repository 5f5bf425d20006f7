import { TerraformDataSource, TerraformResource, type TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import type { HclLayout } from "./hcl";
import { blockPaths } from "./hcl-blocks";

/**
 * What the HCL of a stack needs to know beside its JSON: which arguments are nested blocks, and the order of the
 * constructs in the tree.
 */
export function stackLayout(stack: TerraformStack): Required<Pick<HclLayout, "blocks" | "order">> {
  const elements = stack.node.findAll();
  const resources = elements.filter(isResource);
  return {
    blocks: new Set(resources.flatMap((resource) => blockPaths(prefixOf(resource), hclAttributes(resource)))),
    order: resources.map((resource) => `${prefixOf(resource)}.${resource.friendlyUniqueId}`),
  };
}

type Resource = TerraformResource | TerraformDataSource;

function isResource(element: IConstruct): element is Resource {
  return TerraformResource.isTerraformResource(element) || TerraformDataSource.isTerraformDataSource(element);
}

/** The path in the providers' schemas: a data source begins with `data.` */
function prefixOf(resource: Resource): string {
  const data = TerraformDataSource.isTerraformDataSource(resource) ? "data." : "";
  return `${data}${resource.terraformResourceType}`;
}

/** cdktf keeps this to the stack's own synthesis, where it knows the same. */
function hclAttributes(resource: Resource): Parameters<typeof blockPaths>[1] {
  const { synthesizeHclAttributes } = resource as unknown as {
    synthesizeHclAttributes(): Parameters<typeof blockPaths>[1];
  };
  return synthesizeHclAttributes.call(resource);
}
