import { Command, CommanderError, Option } from "commander";
import { UsageError } from "../config/load";
import { RISKS } from "../review/risk";
import { RULE_SET_VERSION } from "../rules/version";
import { ForeignStackError } from "../terraform/stack-output";
import { VERSION } from "../version";
import { type Context, EXIT, type ExitCode } from "./context";
import { FORMATS } from "./report";

/** Forms of what is no list of findings. */
const CHANGE_FORMATS = ["text", "json", "markdown"] as const;

/**
 * Runs one command line.
 *
 * @param args what follows the program's name
 * @returns 0 nothing above a warning, 1 errors, 2 usage or unreadable file
 */
export async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.ok;
  const finish = (code: ExitCode) => {
    exitCode = code;
  };
  try {
    await program(context, finish).parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    context.err(`cdktf-cognito: ${error instanceof Error ? error.message : String(error)}\n`);
    const usage = error instanceof UsageError || error instanceof ForeignStackError || isFileError(error);
    return usage ? EXIT.usage : EXIT.findings;
  }
}

function program(context: Context, finish: (code: ExitCode) => void): Command {
  const program = new Command("cdktf-cognito")
    .description("Amazon Cognito user pools and app clients as code: one typed file becomes checked Terraform")
    .version(`${VERSION} (rule set ${RULE_SET_VERSION})`, "-V, --version", "print the version and that of the rule set")
    .helpOption("-h, --help", "print help")
    .exitOverride()
    .configureOutput({
      writeOut: context.out,
      writeErr: context.err,
      getOutHasColors: () => context.colors.isColorSupported,
    })
    .showSuggestionAfterError()
    .addHelpText("after", "\nExit codes: 0 nothing above a warning, 1 errors, 2 usage or unreadable file.");

  const command = (name: string, description: string) =>
    program.command(name).description(description).exitOverride().helpOption("-h, --help", "print help");
  const config = (target: Command) =>
    target
      .option(
        "-c, --config <file>",
        "config file (default: COGNITO_CONFIG, cdktf.json, or userpools.config.ts|yaml|yml|json)",
      )
      .option("-e, --env <environment>", "only this environment");
  const output = (target: Command) =>
    target.option("-o, --out <dir>", "output folder", "cdktf.out").option("--hcl", "write HCL instead of JSON");

  config(command("check", "say every finding of every stack; write nothing"))
    .addOption(new Option("-f, --format <format>", "form of the findings").choices(FORMATS).default("text"))
    .action(async (options) => finish(await require("./commands/check").check(options, context)));

  output(config(command("synth", "check, then write the stacks; on any error nothing is written")))
    .option("--module <dir>", "with --hcl: write each pool as a Terraform module instead, into a folder of its key")
    .action(async (options) => finish(await require("./commands/synth").synth(options, context)));

  output(config(command("plan", "synth, then a real terraform plan of each stack, with no credentials")))
    .option("--plugin-dir <dir>", "filesystem mirror of the AWS provider (default: COGNITO_PLUGIN_DIR, else searched)")
    .option(
      "--terraform <path>",
      "program to plan with, Terraform or OpenTofu (default: COGNITO_TERRAFORM, else terraform)",
    )
    .option("--var <name=value>", "value of an open variable; repeatable", collect, [])
    .option("--var-file <file>", "values of open variables; repeatable", collect, [])
    .action(async (options) => finish(await require("./commands/plan").plan(options, context)));

  const told = () => new Option("-f, --format <format>", "form of the output").choices(CHANGE_FORMATS).default("text");

  config(command("review", "say what a change of the config means, the worst first"))
    .requiredOption("-b, --base <ref|file>", "what the change starts from: a git ref, <ref>:<file>, or a file")
    .option("--head <file>", "the changed config (default: as --config)")
    .addOption(told())
    .addOption(new Option("--fail-on <risk>", "exit 1 when a change is at least this bad").choices(RISKS))
    .action(async (options) => finish(await require("./commands/review").review(options, context)));

  command("lock", "write down what can never change: schemas, sign-in names, keys")
    .option("-c, --config <file>", "config file (default as for check)")
    .option("--forget <stack>", "let go of what is locked of a stack whose pool is made anew; repeatable", collect, [])
    .action(async (options) => finish(await require("./commands/lock").lock(options, context)));

  config(command("gate", "refuse a Terraform plan that loses pools, clients or attributes, or fails a condition"))
    .argument("<plan>", "output of: terraform show -json PLAN")
    .addOption(told())
    .action(async (plan, options) => finish(await require("./commands/gate").gate(plan, options, context)));

  command("explain", "the rule, why it is one, how to mend a breach, and its source")
    .argument("<rule>", "rule id, as in TOK-01")
    .action((rule) => finish(require("./commands/explain").explain(rule, context)));

  command("schema", "print the JSON Schema of the config").action(() =>
    finish(require("./commands/schema").schema(context)),
  );

  command("init", "write a commented starter config")
    .argument("[dir]", "folder", ".")
    .action((dir) => finish(require("./commands/init").init(dir, context)));

  return program;
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}
