import { cell } from "../text/markdown";
import { formRules } from "./config-form";
import { RULE_SET_VERSION, ruleTexts } from "./index";
import { lockRules } from "./lock";
import { clientNotRules } from "./not-rules/client";
import { type NotARule, poolNotRules } from "./not-rules/pool";
import type { RuleText } from "./rule";
import { familyOf } from "./severity";

const HOW: Readonly<Record<NotARule["how"], string>> = {
  construction: "holds by construction",
  schema: "the grammar refuses it",
  provider: "the AWS provider refuses it at plan",
  "not decidable": "not decidable from a config",
  "not in the grammar": "not in the grammar",
  information: "information",
};

/** The families of ids, in the order in which the document lists them. */
const FAMILIES: Readonly<Record<string, string>> = {
  CFG: "Form of the config file",
  STK: "Stacks and addresses",
  ADO: "Adopted pools and clients",
  ENV: "Environments",
  TOK: "Tokens and sessions",
  CLI: "Client identity",
  SEC: "Client secrets",
  ROT: "Rotation",
  PUB: "Published values",
  REF: "Stored secrets",
  PRX: "SECRET_HASH proxy",
  DEL: "Deliveries",
  FLOW: "Authentication flows",
  OAU: "OAuth and URLs",
  ATT: "Attribute permissions",
  MIS: "Other client options",
  GRD: "Guardrails",
  PRM: "Promises",
  BSL: "Baselines",
  SCH: "Schema",
  LOCK: "Schema lock",
  POOL: "User pool",
  MFA: "Multi-factor authentication",
  REC: "Account recovery",
  SIG: "Sign-in",
  EML: "E-mail",
  LAM: "Lambda triggers",
  TIER: "Tiers",
  ADD: "Add-ons",
  RISK: "Threat protection",
  DOM: "Domains",
  BRD: "Branding",
  UI: "Classic pages",
  GRP: "Groups",
  LOG: "Logs",
  WAF: "Web ACLs",
  RS: "Resource servers",
  IDP: "Identity providers",
  QUO: "Quotas",
  RATE: "Request rates",
};

/** `docs/rules.md`: every rule, and every constraint that is none, with the reason. */
export function rulesDocument(): string {
  const families = Object.entries(FAMILIES)
    .map(([prefix, title]) => [title, ruleTexts.filter(({ id }) => familyOf(id) === prefix).sort(byId)] as const)
    .filter(([, rules]) => rules.length > 0);
  return [
    "# Rules",
    "",
    `<!-- Written by \`npm run docs\` from the definitions in lib/rules. Rule set ${RULE_SET_VERSION}. -->`,
    "",
    "An **error** fails `check`, `synth` and, as a condition in the output, the plan. A **warning** can be acknowledged",
    "with a reason (`acknowledge` of a client or pool). `cdktf-cognito explain ID` says the same as this page.",
    "",
    ...families.flatMap(([title, rules]) => [`## ${title}`, "", ...rules.flatMap(ruleSection)]),
    "## Constraints that are no rule",
    "",
    "Everything else that is known to constrain user pools and app clients, and why no finding says it.",
    "",
    "| id | | why |",
    "|---|---|---|",
    ...[...clientNotRules, ...poolNotRules].map(({ id, how, because }) => `| ${id} | ${HOW[how]} | ${cell(because)} |`),
    "",
  ].join("\n");
}

function ruleSection(rule: RuleText): string[] {
  return [
    `### ${rule.id}`,
    "",
    `**${rule.severity}**${rule.advises && rule.severity === "error" ? ", of some violations **warning**" : ""} · ${rule.title}${guardOf(rule)}`,
    "",
    rule.why,
    "",
    `Fix: ${rule.fix}`,
    "",
    `See: ${rule.source.map((source) => (source.startsWith("https://") ? `<${source}>` : source)).join(", ")}`,
    "",
  ];
}

/** Where the rule is evaluated beside the check. */
function guardOf(rule: RuleText): string {
  if (formRules.includes(rule)) return "";
  if (lockRules.includes(rule)) return " · against the lock file";
  if (rule.refusedByProvider) return " · at plan by the provider, and on open variables";
  const guarded = "conditions" in rule && rule.conditions;
  return guarded ? " · at plan too" : "";
}

function byId(one: RuleText, other: RuleText): number {
  return one.id.localeCompare(other.id, "en", { numeric: true });
}
