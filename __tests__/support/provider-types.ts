import { Workspace } from "./terraform";

/**
 * A type constraint of Terraform for each resource that the AWS provider plans, with every argument optional, so that
 * plain data can take the place of a planned resource wherever an expression reads one.
 */
export async function resourceTypes(resources: readonly string[]): Promise<Record<string, string>> {
  const workspace = await new Workspace().use({
    terraform: { required_providers: { aws: { source: "hashicorp/aws", version: ">= 5.100.0, < 7.0.0" } } },
  });
  try {
    const { provider_schemas } = JSON.parse(await workspace.run("providers", "schema", "-json"));
    const [{ resource_schemas }] = Object.values(provider_schemas) as [{ resource_schemas: Record<string, Schema> }];
    return Object.fromEntries(resources.map((name) => [name, objectOf((resource_schemas[name] as Schema).block)]));
  } finally {
    workspace.remove();
  }
}

interface Schema {
  readonly block: Block;
}

interface Block {
  readonly attributes?: Readonly<Record<string, { readonly type: Type }>>;
  readonly block_types?: Readonly<Record<string, Schema & { readonly nesting_mode: string }>>;
}

type Type = string | readonly [string, Type] | readonly ["object", Readonly<Record<string, Type>>];

function objectOf({ attributes = {}, block_types = {} }: Block): string {
  const fields = [
    ...Object.entries(attributes).map(([name, { type }]) => `${name} = optional(${typeOf(type)})`),
    ...Object.entries(block_types).map(([name, { nesting_mode, block }]) =>
      nesting_mode === "single"
        ? `${name} = optional(${objectOf(block)})`
        : `${name} = optional(${nesting_mode}(${objectOf(block)}), [])`,
    ),
  ];
  return `object({ ${fields.join(", ")} })`;
}

function typeOf(type: Type): string {
  if (typeof type === "string") return type;
  const [kind, inner] = type;
  if (kind !== "object") return `${kind}(${typeOf(inner as Type)})`;
  return `object({ ${Object.entries(inner).map(([name, each]) => `${name} = optional(${typeOf(each)})`)} })`;
}
