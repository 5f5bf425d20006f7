// Terraform and its provider, which most of a run's time goes to, collect their garbage less often.
process.env.GOGC ??= "400";

module.exports = {
  testEnvironment: "<rootDir>/__tests__/support/environment.js",
  testMatch: ["<rootDir>/__tests__/**/*.test.ts"],
  moduleNameMapper: {
    "^cdktf-cognito$": "<rootDir>/lib/index.ts",
    "^cdktf-cognito/config$": "<rootDir>/lib/config/define-config.ts",
  },
  // Terraform runs beside the workers, so each processor gets one.
  maxWorkers: "100%",
  testSequencer: "<rootDir>/__tests__/support/longest-first.js",
  testTimeout: 60_000,
};
