const { readFileSync } = require("node:fs");
const { default: Sequencer } = require("@jest/test-sequencer");

/** Suites that run Terraform take a minute each: one that begins last would keep a single processor busy. */
const isLong = ({ path }) => Number(/describeTerraform\(|fc\.assert\(/.test(readFileSync(path, "utf8")));

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => isLong(b) - isLong(a));
  }
};
