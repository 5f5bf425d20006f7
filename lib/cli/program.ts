import { Command, CommanderError, Help, Option } from "commander";
import { FORMATS } from "../diagnostics/formats";
import { RISKS } from "../review/risk";
import { RULE_SET_VERSION } from "../rules/version";
import { printableLines } from "../text/printable";
import { UsageError } from "../usage-error";
import { VERSION } from "../version";
import { type Context, EXIT, type ExitCode } from "./context";
import { fileErrorOf } from "./file-errors";

/**
 * Runs one command line.
 *
 * @param args the arguments after the program's name
 * @returns 0 nothing above a warning, 1 errors, 2 usage or unreadable file, 3 drift
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
    const fileError = fileErrorOf(error, context.cwd);
    context.err(
      `cdktf-cognito: ${printableLines(fileError ?? (error instanceof Error ? error.message : String(error)))}\n`,
    );
    return error instanceof UsageError || fileError !== undefined ? EXIT.usage : EXIT.findings;
  }
}

function program(context: Context, finish: (code: ExitCode) => void): Command {
  const program = new Command("cdktf-cognito")
    .description("Amazon Cognito user pools and app clients as code: one typed file becomes checked Terraform")
    .version(`${VERSION} (rule set ${RULE_SET_VERSION})`, "-V, --version", "print the version and that of the rule set")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help of a command")
    .exitOverride()
    .configureOutput({
      writeOut: context.out,
      writeErr: context.err,
      getOutHasColors: () => context.colors.isColorSupported,
    })
    .configureHelp({ optionDescription })
    .showSuggestionAfterError()
    .addHelpText(
      "after",
      "\nExit codes: 0 nothing above a warning, 1 errors, 2 usage or unreadable file, 3 drift (of drift alone).",
    );

  const command = (name: string, description: string) =>
    program.command(name).description(description).exitOverride().helpOption("-h, --help", "print help");
  const config = (target: Command) =>
    target
      .option(
        "-c, --config <file>",
        "config file (default: COGNITO_CONFIG, cdktf.json, or userpools.config.ts|yaml|yml|json)",
      )
      .option("-e, --env <environment>", "only this environment");
  // As the app of cdktf.json, `synth` writes where and what cdktf asks for.
  const { CDKTF_OUTDIR = "cdktf.out", SYNTH_HCL_OUTPUT } = process.env;
  const output = (target: Command) =>
    target
      .option("-o, --out <dir>", "output folder", CDKTF_OUTDIR)
      .option("--hcl", "write HCL instead of JSON", SYNTH_HCL_OUTPUT === "true");

  const format = () => new Option("-f, --format <format>", "output format").choices(FORMATS).default("text");

  const pluginDir = () =>
    new Option(
      "--plugin-dir <dir>",
      "filesystem mirror of the AWS provider (default: COGNITO_PLUGIN_DIR, else searched)",
    );
  const terraform = () =>
    new Option(
      "--terraform <path>",
      "program to plan with, Terraform or OpenTofu (default: COGNITO_TERRAFORM, else terraform)",
    );

  config(command("check", "report all diagnostics of all stacks (read-only)"))
    .addOption(format())
    .option(
      "--evidence <file>",
      "also write which controls of the baseline each pool passes, as .json or .md; repeatable",
      collect,
      [],
    )
    .action(async (options) => finish(await require("./commands/check").check(options, context)));

  output(config(command("synth", "check, then write the stacks; writes nothing if there are errors")))
    .option("--module <dir>", "with --hcl: write each pool as a Terraform module instead, in <dir>/<pool>")
    .action(async (options) => finish(await require("./commands/synth").synth(options, context)));

  output(config(command("plan", "synth, then plan each stack with real Terraform and no credentials")))
    .addOption(pluginDir())
    .addOption(terraform())
    .option("--var <name=value>", "value of an open variable; repeatable", collect, [])
    .option("--var-file <file>", "values of open variables; repeatable", collect, [])
    .action(async (options) => finish(await require("./commands/plan").plan(options, context)));

  config(command("review", "explain what a change of the config means, worst first"))
    .requiredOption("-b, --base <ref|file>", "the config before the change: a git ref, <ref>:<file>, or a file")
    .option("--head <file>", "the changed config (default: as --config)")
    .addOption(format())
    .addOption(new Option("--fail-on <risk>", "exit 1 if a change has at least this risk").choices(RISKS))
    .option(
      "--report-url <url>",
      "where the head's report is published: --format markdown links to the changed clients",
    )
    .action(async (options) => finish(await require("./commands/review").review(options, context)));

  command("lock", "record what can never change: schemas, sign-in names, keys")
    .option("-c, --config <file>", "config file (default as for check)")
    .option("--forget <stack>", "remove a stack's lock entry (its pool will be recreated); repeatable", collect, [])
    .addOption(format())
    .action(async (options) => finish(await require("./commands/lock").lock(options, context)));

  config(command("gate", "refuse a Terraform plan with destructive changes or failed conditions"))
    .argument("<plan>", "output of: terraform show -json PLAN; - is standard input")
    .addOption(format())
    .action(async (plan, options) => finish(await require("./commands/gate").gate(plan, options, context)));

  command("judge", "report what the rules say of the Cognito resources of any Terraform plan (read-only)")
    .argument("<plan>", "output of: terraform show -json PLAN; - is standard input")
    .option(
      "--baseline <controls>",
      "controls that they must pass, as in guardrails.baseline: prowler, security-hub, cdk-nag, or the id of one; repeatable",
      collect,
      [],
    )
    .addOption(format())
    .action(async (plan, options) => finish(await require("./commands/judge").judge(plan, options, context)));

  config(command("report", "write a page, JSON and CSV about every pool, environment and client; never a secret"))
    .requiredOption("-o, --out <dir>", "folder that gets the files")
    .action(async (options) => finish(await require("./commands/report").report(options, context)));

  command(
    "drift",
    "report what changed in AWS since the last apply, as a Terraform plan found it; exit 3 if anything did",
  )
    .argument("<plan>", "output of: terraform show -json PLAN, also of a plan with -refresh-only; - is standard input")
    .addOption(format())
    .action(async (plan, options) => finish(await require("./commands/drift").drift(plan, options, context)));

  config(command("outputs", "print the public values of a deployed client for its front end; never a secret"))
    .argument("[file]", "output of: terraform output -json, or a state file; - is standard input", "-")
    .option("-p, --pool <pool>", "the pool, where the config has several")
    .option("--client <client>", "the client, where the pool has several")
    .addOption(new Option("-f, --format <format>", "output format").choices(["json", "amplify", "env"]).default("json"))
    .action(async (file, options) => finish(await require("./commands/outputs").outputs(file, options, context)));

  const question = () => new Option("-f, --format <format>", "output format").choices(["text", "json"]).default("text");

  config(command("can", "answer whether a client can do something, with the facts that lead to it"))
    .argument("<client>", "key of the client")
    .argument("<action>", "sign-in, refresh, get, read or write")
    .argument("[object]", "what: a scope to get, an attribute to read or write, a provider to sign in with")
    .option("--with <provider>", "identity provider of a sign-in: its name, or COGNITO")
    .addOption(
      new Option("--expect <answer>", "exit 1 unless this is the answer in every stack").choices(["yes", "no"]),
    )
    .addOption(question())
    .action(async (client, action, object, options) =>
      finish(await require("./commands/questions").can(client, action, object, options, context)),
    );

  const who = command("who", "list the clients that can do something: who can write custom:role");
  config(who.command("can"))
    .description("list the clients that can do something, with the facts that lead to it")
    .exitOverride()
    .argument("<action>", "sign-in, refresh, get, read or write")
    .argument("[object]", "what: a scope to get, an attribute to read or write, a provider to sign in with")
    .option("--with <provider>", "identity provider of a sign-in: its name, or COGNITO")
    .option("--expect <clients>", "exit 1 if any other client can: keys with commas between them, or none")
    .addOption(question())
    .action(async (action, object, options) =>
      finish(await require("./commands/questions").who(action, object, options, context)),
    );

  config(
    command("leaked", "say what a leaked secret or refresh token allows, for how long, and whether revocation helps"),
  )
    .argument("<what>", "secret or refresh-token")
    .argument("<client>", "key of the client")
    .addOption(question())
    .action(async (what, client, options) =>
      finish(await require("./commands/leaked").leaked(what, client, options, context)),
    );

  command("explain", "print a rule, its reason, its fix and its source")
    .argument("<rule>", "rule id or name, as in TOK-01 or access-token-validity")
    .action((rule) => finish(require("./commands/explain").explain(rule, context)));

  command("schema", "print the JSON Schema of the config").action(() =>
    finish(require("./commands/schema").schema(context)),
  );

  command("adopt", "write the config and the lock that adopt pools which exist, from what the AWS CLI prints of them")
    .argument(
      "[source]",
      "folder with the output of: aws cognito-idp describe-user-pool, ...; or a Terraform state, or the output of: terraform show -json",
    )
    .option("--user-pool-id <id>", "read this pool from AWS instead; needs @aws-sdk/client-cognito-identity-provider")
    .option("--region <region>", "Region of that pool (default: that of its id)")
    .option("--endpoint <url>", "Cognito's API at another place than AWS")
    .option("-o, --out <file>", "config file to write", "userpools.yaml")
    .option("--into <file>", "add the pool to this config instead, in the environment of --env")
    .option("--pool <pool>", "key of the pool (default: from its name)")
    .option("-p, --project <name>", "project of the config", "my-project")
    .option("-e, --env <environment>", "environment of the pools", "prod")
    .option("--force", "overwrite files that exist")
    .option("--no-plan", "do not prove by a real Terraform plan that the config changes nothing")
    .addOption(pluginDir())
    .addOption(terraform())
    .action(async (source, options) => finish(await require("./commands/adopt").adopt(source, options, context)));

  command("init", "write a starter project: config, JSON Schema, cdktf.json and .gitignore")
    .argument("[dir]", "folder", ".")
    .action((dir) => finish(require("./commands/init").init(dir, context)));

  return program;
}

/** What help says of an option, without a default that says nothing: off, or no value. */
function optionDescription(option: Option): string {
  const isSaid = option.defaultValue !== false && !Array.isArray(option.defaultValue);
  return new Help().optionDescription(isSaid ? option : Object.create(option, { defaultValue: { value: undefined } }));
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}
