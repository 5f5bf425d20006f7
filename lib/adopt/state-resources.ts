import { z } from "zod";
import { DescribedError } from "./described";

/** One resource of a Terraform state. */
export interface StateResource {
  readonly address: string;
  readonly type: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const values = z.record(z.string(), z.unknown());

const shownModule = z.object({
  resources: z
    .array(z.object({ address: z.string(), mode: z.string(), type: z.string(), values: values.optional() }))
    .optional(),
  get child_modules() {
    return z.array(shownModule).optional();
  },
});

/** `terraform show -json` of a state; of a plan the state before it. */
const shownState = z.object({ values: z.object({ root_module: shownModule }) });
const shownPlan = z.object({ prior_state: shownState });

/** A state as Terraform stores it. */
const storedState = z.object({
  version: z.literal(4),
  resources: z.array(
    z.object({
      module: z.string().optional(),
      mode: z.string(),
      type: z.string(),
      name: z.string(),
      instances: z.array(
        z.object({ index_key: z.union([z.string(), z.number()]).optional(), attributes: values.optional() }),
      ),
    }),
  ),
});

/**
 * The resources that Terraform manages in a state, in any of its forms.
 *
 * @param shown the file as messages name it
 * @throws DescribedError when the text is none of them
 */
export function stateResources(text: string, shown: string): readonly StateResource[] {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new DescribedError([`${shown}: the file is truncated or not JSON`]);
  }
  const plan = shownPlan.safeParse(value);
  const state = plan.success ? plan.data.prior_state : shownState.safeParse(value).data;
  if (state !== undefined) return ofModule(state.values.root_module);
  const stored = storedState.safeParse(value);
  if (!stored.success)
    throw new DescribedError([
      `${shown}: neither a state of Terraform nor the output of: terraform show -json; a folder is expected for what the AWS CLI prints`,
    ]);
  return stored.data.resources
    .filter(({ mode }) => mode === "managed")
    .flatMap(({ module, type, name, instances }) =>
      instances.map(({ index_key: index, attributes = {} }) => {
        const path = [...(module === undefined ? [] : [module]), type, name].join(".");
        return { address: index === undefined ? path : `${path}[${JSON.stringify(index)}]`, type, values: attributes };
      }),
    );
}

function ofModule({ resources = [], child_modules: children = [] }: z.infer<typeof shownModule>): StateResource[] {
  return [
    ...resources
      .filter(({ mode }) => mode === "managed")
      .map(({ address, type, values: given = {} }) => ({ address, type, values: given })),
    ...children.flatMap(ofModule),
  ];
}
