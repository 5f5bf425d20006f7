import type { Diagnostic } from "./diagnostic";
import { firstOf } from "./reach";

/**
 * Puts together what several stacks and several clients have in common at one place, errors first, then by place: one
 * line of `clientDefaults` that concerns eight clients is one diagnostic.
 */
export function grouped(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const groups = new Map<string, [Diagnostic, ...Diagnostic[]]>();
  for (const diagnostic of diagnostics) {
    const { code, level, path, line, column, acknowledged } = diagnostic;
    const key = JSON.stringify([code, level, path, line, column, anonymous(diagnostic).message, acknowledged]);
    const group = groups.get(key);
    if (group) group.push(diagnostic);
    else groups.set(key, [diagnostic]);
  }
  return [...groups.values()]
    .map(together)
    .sort(
      (a, b) =>
        Number(a.level !== "error") - Number(b.level !== "error") ||
        (a.line ?? 0) - (b.line ?? 0) ||
        (a.column ?? 0) - (b.column ?? 0),
    );
}

function together(group: readonly [Diagnostic, ...Diagnostic[]]): Diagnostic {
  const [first] = group;
  const stacks = [...new Set(group.flatMap((each) => each.stacks))];
  const subjects = [...new Set(group.flatMap(({ subject }) => subject ?? []))];
  if (subjects.length < 2) return { ...first, stacks };
  const names = subjects.map((subject) => subject.replace(CLIENT, ""));
  return { ...anonymous(first), subject: `clients ${firstOf(names)}`, stacks };
}

const CLIENT = /^client /;

/** What is said of a client, in words that fit every client. */
function anonymous(diagnostic: Diagnostic): Diagnostic {
  const { subject, message, fix } = diagnostic;
  if (subject === undefined) return diagnostic;
  return {
    ...diagnostic,
    message: general(message, subject),
    ...(fix !== undefined && { fix: general(fix, subject) }),
  };
}

function general(text: string, subject: string): string {
  return text.replaceAll(subject, "the client");
}
