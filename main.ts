import { runAsApp } from "./lib/cli/app";
import { processContext } from "./lib/cli/context";

/** The program that `cdktf synth`, `diff` and `deploy` run; `npm run synth` is the same. */
runAsApp(processContext()).then((exitCode) => {
  process.exitCode = exitCode;
});
