import { proxyOf } from "../model/secret-hash-proxy";
import { RULE_SET_VERSION } from "../rules/version";
import { FUNCTION_ARCHIVE, functionArchive } from "../terraform/function-archive";
import { render, type TopLevelBlock, topLevelBlocks } from "../terraform/hcl";
import { isRules, withResultsApart } from "../terraform/rule-blocks";
import { shellWord } from "../terraform/shell-word";
import { VERSION } from "../version";
import type { PoolModule } from "./module";
import { readmeOf } from "./readme";
import { runsOf } from "./runs";
import { testsOf } from "./tests";

/** Which blocks go to which file. */
const FILES: Readonly<Record<string, (block: TopLevelBlock) => boolean>> = {
  "versions.tf": ({ kind }) => kind === "terraform",
  "variables.tf": ({ kind }) => kind === "variable",
  "rules.tf": isRules,
  "main.tf": (block) => !["terraform", "variable", "output"].includes(block.kind) && !isRules(block),
  "outputs.tf": (block) => block.kind === "output" && !isRules(block),
};

/** What every generated file says of itself, somewhere in its first lines. */
export const MARK = "by cdktf-cognito";

/** The files of a module by their paths in its folder, as `terraform fmt` leaves them, with the code of a function. */
export function filesOf(module: PoolModule): Record<string, string | Buffer> {
  const header = headerOf(module);
  const runs = runsOf(module);
  return {
    ...configurationOf(module),
    ...(proxyOf(module.base.model) && { [FUNCTION_ARCHIVE]: functionArchive() }),
    "README.md": readmeOf(module, runs, header),
    ...testsOf(module, runs, header),
  };
}

/** Those of the files that Terraform plans. */
export function configurationOf(module: PoolModule): Record<string, string> {
  const blocks = topLevelBlocks(withResultsApart(module.json), module.layout);
  const files = Object.entries(FILES).map(([name, belongs]) => [
    name,
    render(blocks.filter(belongs), headerOf(module)),
  ]);
  return Object.fromEntries(files);
}

function headerOf({ key, file, environment }: PoolModule): string[] {
  return [
    `Module ${key}: generated from ${file}, environment ${environment}, ${MARK} ${VERSION}, rule set ${RULE_SET_VERSION}.`,
    `Regenerate: ${regenerate(file, environment)}`,
  ];
}

/** The command that regenerates the module. */
export function regenerate(file: string, environment: string): string {
  return `cdktf-cognito synth --hcl --module DIR --config ${shellWord(file)} --env ${environment}`;
}
