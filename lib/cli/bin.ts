#!/usr/bin/env node
import "./compile-cache";
import "./deferred-modules";
import { processContext } from "./context";
import { run } from "./program";

run(process.argv.slice(2), processContext()).then((exitCode) => {
  process.exitCode = exitCode;
});
