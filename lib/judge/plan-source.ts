import type { SourceFile } from "../config/source-file";

/** A config that was made of a plan, as a file without places. */
export function planSource(config: unknown): SourceFile {
  return {
    file: "plan",
    isOfPlan: true,
    value: config,
    unreadable: [],
    duplicates: [],
    locate: () => undefined,
    position: () => undefined,
  };
}
