import type { PoolModel } from "./model";
import { isOpen } from "./value";

/** Whether a value, an item of a list or a value in a block is a sensitive variable, which Terraform hides. */
export function sensitiveIn({ variables }: PoolModel): (value: unknown) => boolean {
  const hidden = new Set(variables.filter(({ sensitive }) => sensitive).map(({ name }) => name));
  const holds = (value: unknown): boolean => {
    if (isOpen(value)) return value.sensitive ?? hidden.has(value.variable);
    return typeof value === "object" && value !== null && Object.values(value).some(holds);
  };
  return holds;
}
