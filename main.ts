import "./lib/cli/deferred-modules";
import { runProcess } from "./lib/cli/process";

/**
 * The program that `cdktf synth`, `diff` and `deploy` run, without arguments; `npm run synth -- --config FILE` is the same
 * with those of the command `synth`.
 */
runProcess(["synth", ...process.argv.slice(2)]);
