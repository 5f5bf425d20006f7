import { EXIT, type ExitCode, processContext } from "./context";
import { run } from "./program";

/**
 * Runs one command line as this process, and ends the process when the command has ended: a config is a program, and may
 * have left a timer or a server behind. Without a result the process fails, whatever ended it.
 *
 * @param args the arguments after the program's name
 */
export function runProcess(args: readonly string[]): void {
  const { stdout, stderr } = process;
  let result: ExitCode | undefined;
  let isThrown = false;
  const fail = (why: string) => {
    stderr.write(`cdktf-cognito: ${why}\n`);
    result = EXIT.usage;
  };
  for (const stream of [stdout, stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      // Whoever reads may have read enough, as `head` does.
      if (error.code !== "EPIPE") fail(`the output cannot be written: ${error.message}`);
    });
  process.on("uncaughtExceptionMonitor", () => {
    isThrown = true;
  });
  process.on("exit", () => {
    if (isThrown) return;
    if (result === undefined)
      fail("the config ended the run: it calls process.exit, or waits for a promise that never settles");
    process.exitCode = result;
  });
  run(args, processContext()).then(async (exitCode) => {
    for (const stream of [stdout, stderr]) await new Promise((written) => stream.write("", written));
    // Whatever the config let fail is thrown by now.
    await new Promise(setImmediate);
    result ??= exitCode;
    process.exit();
  });
}
