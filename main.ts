import "./lib/cli/deferred-modules";
import { processContext } from "./lib/cli/context";
import { run } from "./lib/cli/program";

/** The program that `cdktf synth`, `diff` and `deploy` run; `npm run synth` is the same. */
run(["synth"], processContext()).then((exitCode) => {
  process.exitCode = exitCode;
});
