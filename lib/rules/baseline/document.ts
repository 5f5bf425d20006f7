import { BASELINES, type Baseline, CONTROLS, type Control, type Required } from "../../cognito/baselines";
import { cell } from "../../text/markdown";
import { CLIENT_REQUIREMENTS, type ClientKind, POOL_REQUIREMENTS, type PoolKind } from "./requirements";

/** `docs/baselines.md`: every control of every list, and the rules that say it. */
export function baselinesDocument(): string {
  return [
    "# Baselines",
    "",
    "<!-- Written by `npm run docs` from lib/cognito/baselines.ts. -->",
    "",
    "Rules say what is consistent; a baseline says what is good. `guardrails.baseline` names published lists of controls, or single",
    "controls, that every pool and client must pass:",
    "",
    "```yaml",
    "guardrails:",
    "  baseline: [security-hub, prowler@2026-11-26, AwsSolutions-COG1] # a list, a list as it was on a day, one control",
    "  severity: { BSL: error, BSL-13: off } # warnings become errors, or nothing, by family or id",
    "```",
    "",
    "Each requirement is a rule of the family BSL, evaluated by `check` and by the plan. Where several lists demand the same, the",
    "strictest holds and the finding names the controls. They are warnings, which a pool or a client acknowledges with a reason, until",
    "`guardrails.severity` makes them errors. A list grows with new versions of this tool; a list as it was on a day does not.",
    "",
    "```sh",
    "npx cdktf-cognito check --evidence evidence.json --evidence evidence.md --config examples/minimal.yaml",
    "```",
    "",
    "writes for each control and each pool of each environment: passes, fails, acknowledged with the reason, or not decidable, because a",
    "variable decides or no config does, whatever the severities. Without a baseline it covers every control below.",
    "",
    ...(Object.keys(BASELINES) as Baseline[]).flatMap(section),
  ].join("\n");
}

function section(baseline: Baseline): string[] {
  const { title, source } = BASELINES[baseline];
  return [
    `## ${title}`,
    "",
    `\`${baseline}\` · <${source}>`,
    "",
    "| control | about | rules | added |",
    "|---|---|---|---|",
    ...CONTROLS.filter((control) => control.baseline === baseline).map(row),
    "",
  ];
}

function row({ id, added, requires = {}, because }: Control): string {
  const asked = Object.entries(requires).map(([kind, limit]) => {
    const { rule, at } = requirementOf(kind as keyof Required);
    return { rule, text: `\`${at.join(".")}\`${typeof limit === "number" ? ` (${limit})` : ""}` };
  });
  const texts = because === undefined ? asked.map(({ text }) => text).join(", ") : `not decidable: ${cell(because)}`;
  return `| \`${id}\` | ${texts} | ${asked.map(({ rule }) => rule).join(", ")} | ${added} |`;
}

function requirementOf(kind: keyof Required) {
  return kind in CLIENT_REQUIREMENTS ? CLIENT_REQUIREMENTS[kind as ClientKind] : POOL_REQUIREMENTS[kind as PoolKind];
}
