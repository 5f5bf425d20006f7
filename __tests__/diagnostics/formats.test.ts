import { readFileSync } from "node:fs";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import fc from "fast-check";
import pc from "picocolors";
import type { Diagnostic } from "../../lib/diagnostics/diagnostic";
import { FORMATS, type Format, formatReport } from "../../lib/diagnostics/formats";
import { judge } from "../../lib/gate/judge";
import { gateReport } from "../../lib/gate/report";
import { reviewReport } from "../../lib/review/report";
import { configReport } from "../../lib/rules/finding";
import { yaml } from "../config/support";
import { CLIENT, changeOf, planOf } from "../gate/plans";
import { cli, folderWith } from "../support/cli";

const finding: Diagnostic = {
  code: "TOK-01",
  level: "error",
  stacks: ["customers-prod"],
  path: "pools.customers.clients.ios.accessTokenValidity",
  file: "userpools.yaml",
  line: 31,
  column: 28,
  length: 2,
  message: "access token lives 4 minutes; Cognito allows 5 minutes to 24 hours",
  fix: "use 5m or more",
  docs: "docs/rules.md#tok-01",
};
const { line: _line, column: _column, length: _length, ...unplaced } = finding;
const acknowledged: Diagnostic = { ...finding, level: "warning", acknowledged: "a partner's old app" };
const lines = [...Array<string>(30).fill(""), "      accessTokenValidity: 4m"];

function report(
  format: Format,
  findings: readonly Diagnostic[],
  source: readonly string[] | undefined = lines,
  color = false,
) {
  return formatReport(format, configReport(findings, ["customers-prod"], source), pc.createColors(color));
}

/** What a terminal could take for a command, and what turns text around. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const DANGEROUS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
const HOSTILE = "\u001b[2J\u009b1m\u202etxt\u2066x\r\u0007\u2028\u0000\u007f";

describe("the text format", () => {
  test("is that of the contract", () => {
    expect(report("text", [finding])).toBe(
      [
        "userpools.yaml:31:28  error TOK-01  pools.customers.clients.ios.accessTokenValidity",
        "  access token lives 4 minutes; Cognito allows 5 minutes to 24 hours",
        "  31 |       accessTokenValidity: 4m",
        "     |                            ^^",
        "  fix: use 5m or more            more: cdktf-cognito explain TOK-01",
        "",
        "1 error, 0 warnings in 1 stack",
        "",
      ].join("\n"),
    );
  });

  test.each([
    ["", 0],
    ["app", 3],
    ["日本語", 6],
    ["アプリ、앱", 10],
    ["🎉", 2],
    ["é", 1],
    ["e\u0301", 1],
  ])("points below what the terminal shows after %j", (name, width) => {
    const source = `a: { name: "${name}", accessTokenValidity: 4m }`;
    const column = source.indexOf("4m") + 1;
    const [, , , pointer] = report("text", [{ ...finding, line: 1, column }], [source]).split("\n");
    expect(pointer).toBe(`    | ${" ".repeat(column - 1 - name.length + width)}^^`);
  });

  test("says path and file where there is no position", () => {
    expect(report("text", [{ ...unplaced, file: "userpools.config.ts" }], undefined)).toMatch(
      /^userpools\.config\.ts {2}error TOK-01 {2}pools\.customers\.clients\.ios\.accessTokenValidity\n {2}access token .*\n {2}fix: /,
    );
  });

  test("says once what several stacks have in common, and in which, where not in all of the pool's", () => {
    const found = ["customers-dev", "customers-test", "customers-prod", "customers-demo"];
    const findings = found.map((stack) => ({ ...finding, stacks: [stack] }));
    const text = (stacks: readonly string[]) =>
      formatReport("text", configReport(findings, stacks, lines), pc.createColors(false));
    expect(text([...found, "staff-prod"]).match(/error TOK-01/g)).toHaveLength(1);
    expect(text([...found, "staff-prod"])).not.toContain("(customers-");
    expect(text([...found, "customers-eu"])).toContain("(customers-dev, customers-test, customers-prod and 1 more)");
    expect(text(found)).toContain("1 error, 0 warnings in 4 stacks");
  });

  test("says errors first, then by place", () => {
    const findings = [
      { ...finding, level: "warning" as const, line: 1, message: "w" },
      { ...finding, line: 3, message: "c" },
      { ...finding, line: 2, column: 9, message: "b" },
      { ...finding, line: 2, column: 1, message: "a" },
    ];
    const text = report("text", findings);
    expect([..."abcw"].map((message) => text.indexOf(`\n  ${message} `))).toEqual(
      [..."abcw"].map((message) => text.indexOf(`\n  ${message} `)).sort((a, b) => a - b),
    );
    expect(text).toContain("3 errors, 1 warning in 1 stack");
  });

  test("says the reason in place of the fix when a warning is acknowledged, and does not count it", () => {
    const text = report("text", [acknowledged]);
    expect(text).toContain("acknowledged: a partner's old app");
    expect(text).not.toContain("fix:");
    expect(text).toContain("0 errors, 0 warnings");
  });

  test("shows a window of a line that is too long", () => {
    const long = `${"x".repeat(500)}BAD${"y".repeat(500)}`;
    const [, , shown = "", pointer = ""] = report(
      "text",
      [{ ...finding, line: 1, column: 501, length: 3 }],
      [long],
    ).split("\n");
    expect(shown.length).toBeLessThan(140);
    expect(shown.slice(pointer.indexOf("^"), pointer.lastIndexOf("^") + 1)).toBe("BAD");
  });

  test("points at the right place behind characters that cannot be shown", () => {
    const source = `a: "\u001b\u202e", b: 4m`;
    const [, , shown = "", pointer = ""] = report(
      "text",
      [{ ...finding, line: 1, column: source.indexOf("4m") + 1 }],
      [source],
    ).split("\n");
    expect(shown).toBe('  1 | a: "\\u001b\\u202e", b: 4m');
    expect(shown.slice(pointer.indexOf("^"), pointer.lastIndexOf("^") + 1)).toBe("4m");
  });

  test("has colours on a terminal only", () => {
    expect(report("text", [finding], lines, true)).toContain("\u001b[31m");
    expect(report("text", [finding])).not.toContain("\u001b");
  });
});

describe("the json format", () => {
  test("is that of the contract", () => {
    expect(JSON.parse(report("json", [finding]))).toEqual({
      findings: [
        {
          rule: "TOK-01",
          severity: "error",
          stack: "customers-prod",
          path: "pools.customers.clients.ios.accessTokenValidity",
          file: "userpools.yaml",
          line: 31,
          column: 28,
          message: "access token lives 4 minutes; Cognito allows 5 minutes to 24 hours",
          fix: "use 5m or more",
          docs: "docs/rules.md#tok-01",
        },
      ],
      summary: { errors: 1, warnings: 0, stacks: 1 },
    });
  });

  test("has every stack's finding, the reason of an acknowledged one, and no position where there is none", () => {
    const { findings, summary } = JSON.parse(report("json", [{ ...unplaced, stacks: [] }, finding, acknowledged]));
    expect(findings).toHaveLength(3);
    expect(findings[0]).not.toHaveProperty("line");
    expect(findings[0].stack).toBeNull();
    expect(findings[2].acknowledged).toBe("a partner's old app");
    expect(summary).toEqual({ errors: 2, warnings: 0, stacks: 1 });
  });
});

describe("the github format", () => {
  test("annotates the line of a finding", () => {
    expect(report("github", [finding])).toBe(
      "::error file=userpools.yaml,line=31,col=28,endColumn=30,title=TOK-01 pools.customers.clients.ios.accessTokenValidity::" +
        "access token lives 4 minutes; Cognito allows 5 minutes to 24 hours%0Afix: use 5m or more\n",
    );
  });

  test("annotates the file where there is no position", () => {
    expect(report("github", [unplaced])).toMatch(/^::error file=userpools\.yaml,title=TOK-01 /);
  });

  test("is a warning for a warning, and a notice for one that is acknowledged", () => {
    expect(report("github", [{ ...finding, level: "warning" }])).toMatch(/^::warning /);
    expect(report("github", [acknowledged])).toMatch(/^::notice .*%0Aacknowledged: a partner's old app\n$/);
  });

  test("escapes what would end a property, a message or a line", () => {
    const text = report("github", [
      { ...finding, file: "a,b:c%.yaml", path: "tags.a:b,c%d", message: "100% \r\n::error::x", fix: "a: b, c" },
    ]);
    expect(text).toBe(
      "::error file=a%2Cb%3Ac%25.yaml,line=31,col=28,endColumn=30,title=TOK-01 tags.a%3Ab%2Cc%25d::" +
        "100%25 \\u000d\\u000a::error::x%0Afix: a: b, c\n",
    );
  });
});

describe("the sarif format", () => {
  const {
    id: _id,
    $schema: _schema,
    ...schema
  } = JSON.parse(readFileSync(require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"), "utf8"));
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  const sarif = (findings: readonly Diagnostic[]) => JSON.parse(report("sarif", findings));

  test.each<[string, Diagnostic[]]>([
    ["nothing", []],
    ["a finding", [finding]],
    ["a finding without position", [{ ...unplaced, stacks: [], path: "" }]],
    ["an acknowledged warning", [acknowledged]],
    ["a file with spaces and a quotation mark", [{ ...finding, file: 'my "pools" ü.yaml' }]],
    [
      "findings of several rules and stacks",
      [finding, { ...finding, code: "CFG-04" }, { ...finding, stacks: ["customers-dev"] }],
    ],
  ])("is SARIF 2.1.0 for %s", (_, findings) => {
    validate(sarif(findings));
    expect(validate.errors).toBeNull();
  });

  test("is SARIF 2.1.0 for a plan and for a review, which have no rules and no place in a file", () => {
    const plan = planOf([changeOf(`${CLIENT}.ios`, ["delete"]), changeOf(`${CLIENT}.web`, ["forget"])]);
    const summary = { breaks: 0, opens: 1, costs: 0, changes: 0, notes: 0, stacks: 1 };
    const change = {
      ...{ risk: "opens" as const, environment: "prod", pool: "customers", what: "ios: more", why: "why" },
      ...{ path: "pools.customers", before: 1, after: 2, file: "userpools.yaml" },
    };
    for (const report of [gateReport(judge(plan, [], "2030-01-01")), reviewReport({ changes: [change], summary })]) {
      const log = JSON.parse(formatReport("sarif", report, pc.createColors(false)));
      validate(log);
      expect(validate.errors).toBeNull();
      expect(log.runs[0].results.length).toBeGreaterThan(0);
    }
  });

  test("fails the schema when something required is missing", () => {
    const log = sarif([finding]);
    delete log.runs[0].tool;
    expect(validate(log)).toBe(false);
  });

  test("carries place, fix, rule, stacks and reason", () => {
    const [run] = sarif([acknowledged, { ...acknowledged, stacks: ["customers-dev"] }]).runs;
    expect(run.results).toHaveLength(1);
    expect(run.results[0]).toMatchObject({
      ruleId: "TOK-01",
      level: "warning",
      message: { text: expect.stringContaining("Fix: use 5m or more") },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "userpools.yaml" },
            region: { startLine: 31, startColumn: 28, endColumn: 30 },
          },
          logicalLocations: [{ fullyQualifiedName: "pools.customers.clients.ios.accessTokenValidity" }],
        },
      ],
      suppressions: [{ kind: "inSource", justification: "a partner's old app" }],
      properties: { stacks: ["customers-prod", "customers-dev"] },
    });
    expect(run.tool.driver.rules[run.results[0].ruleIndex].id).toBe("TOK-01");
  });
});

describe("no format", () => {
  test.each(FORMATS)("lets config text command the terminal: %s", (format) => {
    const hostile: Diagnostic = {
      ...finding,
      path: `tags.${HOSTILE}`,
      file: `${HOSTILE}.yaml`,
      message: HOSTILE,
      fix: HOSTILE,
    };
    const text = report(
      format,
      [hostile, { ...hostile, level: "warning", acknowledged: HOSTILE }],
      [...lines.slice(0, 30), HOSTILE],
    );
    expect(text).not.toMatch(DANGEROUS);
    if (format === "json") expect(JSON.parse(text).findings[0].message).toBe(HOSTILE);
    if (format === "sarif") expect(JSON.parse(text).runs[0].results[0].message.text).toContain(HOSTILE);
  });

  test("lets any text through that could", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.constantFrom(...FORMATS), (message, format) => {
        expect(report(format, [{ ...finding, message, path: message, acknowledged: message }], [message])).not.toMatch(
          DANGEROUS,
        );
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });

  test.each(FORMATS)("has colours or control characters for a hostile file: %s", async (format) => {
    const text = yaml({ pool: `tags: { "\\e[31m\\u202e": 1, "a\\u009b": [] }`, client: 'platform: "\\e]0;x\\a"' });
    const folder = folderWith({ "userpools.yaml": text });
    const { exitCode, stdout, stderr } = await cli(folder, "check", "--format", format);
    expect(exitCode).toBe(1);
    expect(stdout + stderr).not.toMatch(DANGEROUS);
  });
});
