/** What `terraform show -json` prints of a plan, as far as these tests read it. */
export interface ShownPlan {
  readonly format_version: string;
  readonly terraform_version?: string;
  readonly resource_changes: readonly ShownChange[];
  readonly configuration: { readonly provider_config: unknown; readonly root_module: ShownModule };
}

interface ShownChange {
  readonly address: string;
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly change: { readonly after: unknown; readonly after_unknown: unknown };
}

interface ShownModule {
  readonly resources?: readonly ({ readonly type: string } & Readonly<Record<string, unknown>>)[];
  readonly outputs?: unknown;
  readonly module_calls?: Readonly<
    Record<string, { readonly module: ShownModule } & Readonly<Record<string, unknown>>>
  >;
}

/** What is judged; all else of a plan is left out. */
const JUDGED = /^aws_(?:cognito|wafv2_web_acl_association)/;

/** The plan of a module that a root calls, as if it were a root by itself; what Terraform leaves empty is left out. */
export function planOfModule(plan: ShownPlan, name: string): object {
  const { format_version, terraform_version, resource_changes, configuration } = plan;
  const within = `module.${name}.`;
  const changes = resource_changes.filter(({ address, type }) => address.startsWith(within) && JUDGED.test(type));
  return {
    format_version,
    terraform_version,
    planned_values: { root_module: {} },
    resource_changes: changes.map(({ address, mode, type, name, change: { after, after_unknown } }) => ({
      address: address.slice(within.length),
      mode,
      type,
      name,
      change: { actions: ["create"], before: null, after: filled(after), after_unknown: filled(after_unknown) ?? {} },
    })),
    configuration: {
      provider_config: { aws: { expressions: { region: { constant_value: "us-east-1" } } } },
      root_module: written(configuration.root_module.module_calls?.[name]?.module ?? {}),
    },
  };
}

function written({ resources = [], outputs, module_calls = {} }: ShownModule): object {
  return {
    resources: resources.filter(({ type }) => JUDGED.test(type)),
    outputs,
    module_calls: Object.fromEntries(
      Object.entries(module_calls).map(([name, { module, ...call }]) => [name, { ...call, module: written(module) }]),
    ),
  };
}

/** Without null and false, which say nothing; of lists every item stays. */
function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => filled(item) ?? null);
  if (typeof value !== "object" || value === null) return value === null ? undefined : value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      const own = filled(item);
      return own === undefined ? [] : [[key, own]];
    }),
  );
}
