import { type Diagnostic, placeOf, sentenceOf, verdictOf } from "./diagnostic";

/** What is said of several places in the same words: the first in full, of the others where they are. */
export interface Alike {
  readonly first: Diagnostic;
  readonly others: readonly Diagnostic[];
}

/**
 * Puts together diagnostics whose code, sentence and way out are the same, in the order of the first of each.
 *
 * @param reachOf the stacks of a diagnostic, as they are shown
 */
export function alike(diagnostics: readonly Diagnostic[], reachOf: (diagnostic: Diagnostic) => string): Alike[] {
  const groups = new Map<string, { first: Diagnostic; others: Diagnostic[] }>();
  for (const diagnostic of diagnostics) {
    const { code, level, why, fix, acknowledged } = diagnostic;
    const said = [verdictOf(diagnostic), sentenceOf(diagnostic), why, fix, acknowledged, reachOf(diagnostic)];
    const key = JSON.stringify([code, level, ...said]);
    const group = groups.get(key);
    if (group) group.others.push(diagnostic);
    else groups.set(key, { first: diagnostic, others: [] });
  }
  return [...groups.values()];
}

/** How many places of a warning or a note are listed; of an error all are. */
const LISTED = 5;

/**
 * Where the others are, each by what its path has of its own and its line: `web (line 12)`.
 *
 * @param command the command whose JSON form has all of them
 */
export function othersOf({ first, others }: Alike, command: string): string[] {
  const names = distinct([first, ...others].map(({ path }) => path));
  const places = others.map((each, index) => `${names[index + 1]}${placeBeside(each, first)}`);
  if (first.level === "error" || places.length <= LISTED) return places;
  return [...places.slice(0, LISTED), `and ${places.length - LISTED} more: ${command} --format json`];
}

function placeBeside(diagnostic: Diagnostic, { file }: Diagnostic): string {
  const { line, isBefore } = diagnostic;
  if (diagnostic.file !== file) return ` (${placeOf(diagnostic)})`;
  return line === undefined ? "" : ` (line ${line}${isBefore ? " before" : ""})`;
}

/** Of each path what is not the same in all: `pools.users.clients.web.name` beside that of `ios` is `web`. */
function distinct(paths: readonly string[]): string[] {
  const all = paths.map(stepsOf);
  const start = common(all);
  const end = common(all.map((steps) => steps.slice(start).reverse()));
  return all.map((steps, index) => {
    const own = steps.slice(start, steps.length - end);
    const isIndex = own[0]?.startsWith("[") && start > 0;
    const named = isIndex ? [steps[start - 1] as string, ...own] : own;
    if (named.length === 0) return paths[index] as string;
    return named.map((step, at) => (at === 0 || step.startsWith("[") ? step : `.${step}`)).join("");
  });
}

/** The keys and indexes of a formatted path, or of an address in Terraform. */
function stepsOf(path: string): string[] {
  return path.match(/\["(?:[^"\\]|\\.)*"\]|\[[^\]]*\]|[^.[]+/g) ?? [];
}

/** How many steps all have in common at their start. */
function common([first = [], ...others]: readonly (readonly string[])[]): number {
  const differs = first.findIndex((step, index) => others.some((each) => each[index] !== step));
  return differs === -1 ? first.length : differs;
}
