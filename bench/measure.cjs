// Preloaded into a measured process: says at its end how long it ran and what memory it took at most.
const { writeFileSync } = require("node:fs");
process.on("exit", () => {
  const megabytes = process.resourceUsage().maxRSS / 1024;
  writeFileSync(process.env.BENCH_RESULT, JSON.stringify({ seconds: process.uptime(), megabytes }));
});
