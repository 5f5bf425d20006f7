import { type TerraformJson, toHcl } from "../terraform/hcl";
import { block, type Place } from "../terraform/hcl-body";
import type { Shape } from "../terraform/hcl-shapes";
import type { Json, JsonObject } from "../terraform/hcl-values";
import { cell, code } from "../text/markdown";
import { literalValue } from "./hcl-literal";
import { valueAt } from "./json";
import { aliasesOf, type PoolModule } from "./module";
import type { Runs } from "./runs";

/** The README of a module: how it is used, what goes in, what comes out. */
export function readmeOf(module: PoolModule, { limits }: Runs, header: readonly string[]): string {
  const { key, environment, environments, fixed, json, unguarded, base } = module;
  const variables = Object.entries((json.variable ?? {}) as Record<string, JsonObject>);
  const outputs = Object.entries((json.output ?? {}) as Record<string, JsonObject>);
  const required = variables.filter(([, variable]) => variable.default === undefined).map(([name]) => name);
  const others = Object.entries(environments);
  const aliases = aliasesOf(base.json.provider);
  return sections(
    `<!-- ${header[0]} -->\n# ${key}`,
    `${subjectOf(json)}, as a module. Its defaults are those of environment \`${environment}\`. It has no provider and no backend: Region, account and default tags are those of the provider that the root module gives it.`,
    "## Usage",
    fenced(moduleBlock(key, required, {}, aliases)),
    ...(others.length > 0 ? ["What the other environments give it:"] : []),
    ...others.map(([name, values]) => `\`${name}\`:\n\n${fenced(moduleBlock(key, required, values, aliases))}`),
    ...importSection(module),
    "## Inputs",
    variables.length > 0
      ? table(
          ["Name", "Description", "Type", "Default"],
          variables.map(([name, variable]) => [
            `\`${name}\``,
            `${cell(String(variable.description ?? ""))}${variable.sensitive ? " (sensitive)" : ""}`,
            code(String(variable.type)),
            variable.default === undefined ? "required" : code(literalValue(variable.default).replace(/\s+/g, " ")),
          ]),
        )
      : "None: nothing differs between the environments, and nothing is left open.",
    "## Outputs",
    table(
      ["Name", "Description"],
      outputs.map(([name, output]) => [
        `\`${name}\``,
        `${cell(String(output.description ?? ""))}${output.sensitive ? " (sensitive)" : ""}`,
      ]),
    ),
    ...(fixed.length > 0
      ? [
          "## Not an input",
          `The module is what \`${environment}\` has. Otherwise in other environments:`,
          fixed.map((line) => `- ${line}`).join("\n"),
        ]
      : []),
    "## Limits and tests",
    `\`rules.tf\` evaluates the rules over the planned resources, hand edits in \`main.tf\` included: errors are preconditions of the output \`rule_set\`, warnings are \`check\` blocks. A limit of one variable alone is a \`validation\` in \`variables.tf\`. Messages begin with the rule's id. With \`-target\` Terraform skips outputs, and so the rules.`,
    ...(unguarded.length > 0
      ? [
          `Not in \`rules.tf\`, because environments evaluate them in different ways, or over a Region that only the root module knows: ${unguarded.join(", ")}.`,
        ]
      : []),
    `\`terraform init && terraform test\` (Terraform 1.7 or later) needs no AWS account. ${testsInWords(limits.length)}`,
    "## Regenerate",
    `Regenerating replaces the generated files, including hand edits in them; every other file in this folder is left alone.`,
    fenced(String(header[1]).replace(/^Regenerate: /, ""), "sh"),
  );
}

/** What the root module imports where the pool or a client of it is adopted. */
function importSection({ key, imports }: PoolModule): string[] {
  const environments = Object.entries(imports).filter(([, blocks]) => blocks.length > 0);
  if (environments.length === 0) return [];
  return [
    "## Import",
    "What exists already is imported by the root module, in which alone Terraform takes `import` blocks:",
    ...environments.map(([name, blocks]) => {
      const own = blocks.map(({ to, id }) => ({ to: `module.${key}.${to}`, id }));
      return `\`${name}\`:\n\n${fenced(toHcl({ import: own }).trimEnd())}`;
    }),
  ];
}

function subjectOf(json: TerraformJson): string {
  return valueAt(json, ["resource", "aws_cognito_user_pool"]) === undefined
    ? "App clients of an Amazon Cognito user pool that is managed elsewhere"
    : "An Amazon Cognito user pool with its app clients";
}

function testsInWords(limits: number): string {
  if (limits === 0) return "The defaults must pass.";
  return `The defaults must pass, and a value that breaks a limit must fail, for ${limits === 1 ? "one variable" : `each of ${limits} variables`}.`;
}

function moduleBlock(
  key: string,
  required: readonly string[],
  values: Readonly<Record<string, Json>>,
  aliases: readonly string[],
): string {
  const open = required.filter((name) => !(name in values)).map((name) => [name, `\${var.${name}}`] as const);
  const shape: Shape = { first: ["source", "providers"], strings: { providers: "expression" } };
  const names = ["aws", ...aliases.map((alias) => `aws.${alias}`)];
  const providers = aliases.length > 0 && { providers: `{ ${names.map((name) => `${name} = ${name}`).join(", ")} }` };
  const place: Place = { shape, path: "module", indent: "", isBlock: () => false, first: [] };
  const body = { source: `./${key}`, ...providers, ...Object.fromEntries(open), ...values };
  return block("module", { labels: [key], body }, place);
}

function sections(...parts: readonly string[]): string {
  return `${parts.join("\n\n")}\n`;
}

function fenced(text: string, language = "hcl"): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
