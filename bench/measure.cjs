// Preloaded into a measured process: reports at its end the CPU time and the most memory that it took. CPU time, unlike
// the time on a clock, says the same on a machine that does other things as well.
const { writeFileSync } = require("node:fs");
process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const measurement = { seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 };
  writeFileSync(process.env.BENCH_RESULT, JSON.stringify(measurement));
});
