import "./lib/cli/deferred-modules";
import { runProcess } from "./lib/cli/process";

/** The program that `cdktf synth`, `diff` and `deploy` run; `npm run synth` is the same. */
runProcess(["synth"]);
