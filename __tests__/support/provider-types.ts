import { Workspace } from "./terraform";

/**
 * A type constraint of Terraform for each resource that the AWS provider plans, with every argument optional, so that
 * plain data can take the place of a planned resource wherever an expression reads one.
 */
export async function resourceTypes(resources: readonly string[]): Promise<Record<string, string>> {
  const schemas = await resourceSchemas();
  return Object.fromEntries(resources.map((name) => [name, objectOf((schemas[name] as Schema).block)]));
}

/** The names of every resource of the AWS provider that a pattern fits, and of its blocks and arguments. */
export async function resourceNames(pattern: RegExp): Promise<ReadonlySet<string>> {
  const chosen = Object.entries(await resourceSchemas()).filter(([name]) => pattern.test(name));
  return new Set(chosen.flatMap(([name, { block }]) => [name, ...namesIn(block)]));
}

async function resourceSchemas(): Promise<Readonly<Record<string, Schema>>> {
  const workspace = await new Workspace().use({
    terraform: { required_providers: { aws: { source: "hashicorp/aws", version: ">= 5.100.0, < 7.0.0" } } },
  });
  try {
    const { provider_schemas } = JSON.parse(await workspace.run("providers", "schema", "-json"));
    const [{ resource_schemas }] = Object.values(provider_schemas) as [{ resource_schemas: Record<string, Schema> }];
    return resource_schemas;
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

function namesIn({ attributes = {}, block_types = {} }: Block): string[] {
  return [
    ...Object.entries(attributes).flatMap(([name, { type }]) => [name, ...namesInType(type)]),
    ...Object.entries(block_types).flatMap(([name, { block }]) => [name, ...namesIn(block)]),
  ];
}

function namesInType(type: Type): string[] {
  if (typeof type === "string") return [];
  const [kind, inner] = type;
  if (kind !== "object") return namesInType(inner as Type);
  return Object.entries(inner).flatMap(([name, each]) => [name, ...namesInType(each)]);
}

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
