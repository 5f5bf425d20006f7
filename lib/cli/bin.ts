#!/usr/bin/env node
import "./compile-cache";
import "./deferred-modules";
import { runProcess } from "./process";

runProcess(process.argv.slice(2));
