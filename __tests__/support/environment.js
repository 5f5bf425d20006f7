// Workers get FORCE_COLOR from Jest where it runs at a terminal, and programs that the tests run would colour what they print.
delete process.env.FORCE_COLOR;

module.exports = require("jest-environment-node").TestEnvironment;
