import type { Finding } from "../../rules/finding";

/** One finding of several stacks that share the place where it was written, and the reason if it was acknowledged. */
export interface GroupedFinding extends Finding {
  readonly stacks: readonly string[];
}

/** Puts together what several stacks say of the same place, errors first, then by place. */
export function groupFindings(findings: readonly Finding[]): GroupedFinding[] {
  const groups = new Map<string, GroupedFinding & { stacks: string[] }>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.rule, finding.severity, finding.path, finding.message, finding.acknowledged]);
    const group = groups.get(key) ?? { ...finding, stacks: [] };
    if (finding.stack !== null) group.stacks.push(finding.stack);
    groups.set(key, group);
  }
  return [...groups.values()].sort(
    (a, b) =>
      Number(a.severity === "warning") - Number(b.severity === "warning") ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
}

export interface Summary {
  readonly errors: number;
  /** Without those that were acknowledged. */
  readonly warnings: number;
  readonly stacks: number;
}

export function summarize(findings: readonly Finding[], stacks: number): Summary {
  return {
    errors: findings.filter(({ severity }) => severity === "error").length,
    warnings: findings.filter(({ severity, acknowledged }) => severity === "warning" && acknowledged === undefined)
      .length,
    stacks,
  };
}
