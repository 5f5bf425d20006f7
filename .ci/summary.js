// Prints what the test run came to, in one line.
const { existsSync, readFileSync } = require("node:fs");

if (existsSync("test-results.json")) {
  const results = JSON.parse(readFileSync("test-results.json", "utf8"));
  const skipped = results.numPendingTests + results.numTodoTests;
  console.log(
    `${results.numPassedTests} passed, ${results.numFailedTests} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`,
  );
} else console.log("0 passed, 1 failed");
