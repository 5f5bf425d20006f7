module.exports = {
  testEnvironment: "node",
  testMatch: ["<rootDir>/__tests__/**/*.test.ts"],
  moduleNameMapper: {
    "^cdktf-cognito$": "<rootDir>/lib/index.ts",
    "^cdktf-cognito/config$": "<rootDir>/lib/config/define-config.ts",
  },
  testTimeout: 60_000,
};
