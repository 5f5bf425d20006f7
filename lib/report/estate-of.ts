import type { LoadedConfig } from "../config/load";
import { formatPath } from "../config/problem";
import type { Diagnostic } from "../diagnostics/diagnostic";
import { findingOf } from "../rules/finding";
import { promiseRule } from "../rules/promise/promise-rules";
import { RULE_SET_VERSION } from "../rules/version";
import { plain } from "../text/quoted";
import { VERSION } from "../version";
import { environmentDifferences } from "./differences";
import type { Estate, EstateFinding, EstateSummary, PromiseEntry, StackEntry } from "./estate";
import { Places } from "./places";
import { stackEntry } from "./stack-entry";

/**
 * Describes every pool of a config in every environment, and what was found about it. The same config gives the same
 * estate: no time, no machine, no id of AWS is in it; and no secret, nor the default of a sensitive variable.
 *
 * @param diagnostics what `check` says, one for each stack
 */
export function estateOf({ source, pools }: LoadedConfig, diagnostics: readonly Diagnostic[]): Estate {
  const places = new Places(source);
  const stacks = pools.map((pool) => stackEntry(pool, places));
  const byName = new Map(stacks.map((each) => [each.stack, each]));
  const findings = diagnostics.map((each) => findingIn(each, byName));
  return {
    generator: { name: "cdktf-cognito", version: VERSION, ruleSet: RULE_SET_VERSION },
    project: pools[0]?.project ?? "",
    config: source.file,
    environments: [...new Set(pools.map(({ environment }) => environment.key))],
    summary: summaryOf(stacks, findings),
    stacks,
    findings,
    differences: environmentDifferences(pools, stacks),
    promises: promisesIn(pools, findings),
  };
}

/** A promise holds unless `check` reports a counterexample at its sentence. */
function promisesIn(pools: LoadedConfig["pools"], findings: readonly EstateFinding[]): PromiseEntry[] {
  const broken = findings.filter(({ rule }) => rule === promiseRule.id);
  return (pools[0]?.promises ?? []).map(({ text, index }) => {
    const own = broken.filter(({ path }) => path === formatPath(["promises", index]));
    const counterexamples = [...new Set(own.map(({ stack, message }) => `${stack}: ${message}`))];
    return { promise: plain(text), holds: counterexamples.length === 0, counterexamples };
  });
}

function summaryOf(stacks: readonly StackEntry[], findings: readonly EstateFinding[]): EstateSummary {
  const open = findings.filter(({ acknowledged }) => acknowledged === undefined);
  return {
    pools: new Set(stacks.map(({ pool }) => pool)).size,
    stacks: stacks.length,
    clients: stacks.reduce((sum, { clients }) => sum + clients.length, 0),
    errors: open.filter(({ severity }) => severity === "error").length,
    warnings: open.filter(({ severity }) => severity === "warning").length,
    acknowledged: findings.length - open.length,
  };
}

const OF_CLIENT = /(?:^|\.)clients\.([a-z0-9_-]+)/;
const BY_NAME = /^client (.+)$/;

/** A diagnostic with the client that it is about: the one whose place it is, or that it names. */
function findingIn(diagnostic: Diagnostic, stacks: ReadonlyMap<string, StackEntry>): EstateFinding {
  const finding = findingOf(diagnostic);
  const [, client = null] = BY_NAME.exec(diagnostic.subject ?? "") ?? OF_CLIENT.exec(finding.path) ?? [];
  const stack = stacks.get(finding.stack ?? "");
  const isKnown = stack?.clients.some((each) => each.client === client) ?? false;
  return { ...finding, message: plain(finding.message), client: isKnown ? client : null };
}
