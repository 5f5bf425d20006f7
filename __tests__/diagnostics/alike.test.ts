import pc from "picocolors";
import type { Diagnostic } from "../../lib/diagnostics/diagnostic";
import { FORMATS, formatReport } from "../../lib/diagnostics/formats";
import { gateReport } from "../../lib/gate/report";
import { configReport } from "../../lib/rules/finding";
import { yaml } from "../config/support";
import { cli, folderWith } from "../support/cli";

function finding(level: "error" | "warning", client: string, line: number, more: Partial<Diagnostic> = {}): Diagnostic {
  return {
    ...{ code: "TOK-01", level, stacks: ["users-prod"], path: `pools.users.clients.${client}.accessTokenValidity` },
    ...{ file: "userpools.yaml", line, column: 9, message: "too short", fix: "use 5m or more" },
    ...more,
  };
}

const many = (level: "error" | "warning", number: number) =>
  Array.from({ length: number }, (_, index) => finding(level, `app${index + 1}`, index + 10));

function text(findings: readonly Diagnostic[]): string {
  return formatReport("text", configReport(findings, ["users-prod"], undefined), pc.createColors(false));
}

/** The lines of a text that list places. */
const also = (findings: readonly Diagnostic[]) =>
  text(findings)
    .split(/^ {2}also: /m)
    .slice(1)
    .map((each) => each.split("\n\n")[0]);

describe("what is said of several places in the same words", () => {
  test("is there once in full, with the others by object and line", () => {
    expect(text(many("warning", 3))).toBe(
      [
        "userpools.yaml:10:9  warning TOK-01  pools.users.clients.app1.accessTokenValidity",
        "  too short",
        "  fix: use 5m or more",
        "  also: app2 (line 11), app3 (line 12)",
        "",
        "0 errors, 3 warnings in 1 stack",
        "",
      ].join("\n"),
    );
  });

  test("lists every error, and of warnings the first, with how many more", () => {
    const errors = text(many("error", 200));
    for (let index = 2; index <= 200; index++) expect(errors).toContain(` app${index} (line ${index + 9})`);
    expect(errors).toContain("200 errors, 0 warnings");
    expect(Math.max(...errors.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(120);
    expect(also(many("warning", 200))).toEqual([
      "app2 (line 11), app3 (line 12), app4 (line 13), app5 (line 14), app6 (line 15),\n    and 194 more: check --format json",
    ]);
  });

  test.each(FORMATS.filter((format) => format !== "text" && format !== "markdown"))(
    "is there for each place in the format %s",
    (format) => {
      const report = configReport(many("warning", 200), ["users-prod"], undefined);
      const shown = formatReport(format, report, pc.createColors(false));
      for (let index = 1; index <= 200; index++) expect(shown).toContain(`.app${index}.`);
    },
  );

  test.each<[string, Partial<Diagnostic>]>([
    ["rule", { code: "TOK-02" }],
    ["level", { level: "error" }],
    ["message", { message: "too long" }],
    ["fix", { fix: "use 1d or less" }],
    ["reason", { acknowledged: "a partner's" }],
    ["stacks", { stacks: ["users-dev"] }],
    ["subject", { subject: "client web" }],
  ])("is apart where the %s is another", (_, more) => {
    const findings = [finding("warning", "a", 1), finding("warning", "b", 2, more)];
    const report = configReport(findings, ["users-prod", "users-dev"], undefined);
    expect(formatReport("text", report, pc.createColors(false))).not.toContain("also:");
  });

  test.each<[string, Partial<Diagnostic>, Partial<Diagnostic>, string]>([
    ["of another pool", { path: "pools.a.clients.x.name" }, { path: "pools.b.clients.y.name" }, "b.clients.y (line 2)"],
    [
      "of another depth",
      { path: "pools.a.clients.x.name" },
      { path: "pools.a.clients.x" },
      "pools.a.clients.x (line 2)",
    ],
    ["of the same list", { path: "urls[0]" }, { path: "urls[1]" }, "urls[1] (line 2)"],
    ["with dots", { path: 'tags["a.b]"]' }, { path: 'tags["a.c]"]' }, 'tags["a.c]"] (line 2)'],
    ["of another file", {}, { file: "b.yaml" }, "y (b.yaml:2:9)"],
    ["before the change", {}, { isBefore: true }, "y (line 2 before)"],
    ["beside one without a line", {}, { line: undefined as never, column: undefined as never }, "x (line 1)"],
    [
      "that could command a terminal",
      {},
      { path: "pools.users.clients.\u001b2J.accessTokenValidity" },
      "\\u001b2J (line 2)",
    ],
  ])("names a place %s", (_, first, second, expected) => {
    expect(also([finding("error", "x", 1, first), finding("error", "y", 2, second)])).toEqual([expected]);
  });

  test("is put together for a plan too", () => {
    const report = gateReport(
      ["a", "b"].map((name) => ({
        ...{ code: "replaced" as const, verdict: "refused" as const, level: "error" as const, stacks: [] },
        ...{ path: `aws_cognito_user_pool_client.${name}`, message: "it would be replaced", why: "name", fix: "f" },
      })) as never,
    );
    expect(formatReport("text", report, pc.createColors(false))).toMatch(/^ {2}also: b$/m);
  });
});

test("two hundred clients with the same mistakes are a page to read", async () => {
  const clients = Array.from(
    { length: 200 },
    (_, index) => `      app${index}: { platform: spa, accessTokenValidity: 4m }\n`,
  );
  const config = yaml().replace(/( {4}clients:\n)[\s\S]*/, `$1${clients.join("")}`);
  const { stdout } = await cli(folderWith({ "userpools.yaml": config }), "check");
  expect(stdout.split("\n").length).toBeLessThan(80);
  for (const index of clients.keys()) expect(stdout).toMatch(new RegExp(`\\bapp${index}\\b`));
});
