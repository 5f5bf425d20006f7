import { CASES, caseConfig, judged } from "./judged";
import { VERDICTS } from "./verdicts";

test("every case has a verdict", () => {
  expect(Object.keys(VERDICTS).sort()).toEqual(CASES.sort());
});

test.each(Object.entries(VERDICTS))("%s", (name, verdict) => {
  const findings = judged(caseConfig(name)).map(({ severity, rule, message }) => [severity, rule, message]);
  for (const [severity, rule, message] of verdict)
    expect(findings).toContainEqual([severity, rule, expect.stringMatching(message)]);
  const errors = (rows: readonly (readonly unknown[])[]) => rows.filter(([severity]) => severity === "error").length;
  expect({ findings, errors: errors(findings) }).toEqual({ findings, errors: errors(verdict) });
});
