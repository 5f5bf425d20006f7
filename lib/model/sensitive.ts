import type { PoolModel } from "./model";
import { isOpen } from "./value";

/** Whether a value, or an item of a list, is a sensitive variable, which Terraform hides. */
export function sensitiveIn({ variables }: PoolModel): (value: unknown) => boolean {
  const hidden = new Set(variables.filter(({ sensitive }) => sensitive).map(({ name }) => name));
  const holds = (value: unknown): boolean =>
    isOpen(value) ? hidden.has(value.variable) : Array.isArray(value) && value.some(holds);
  return hidden.size === 0 ? () => false : holds;
}
