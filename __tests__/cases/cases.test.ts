import { CASES, caseConfig, judged } from "./judged";
import { VERDICTS } from "./verdicts";

test("every case has a verdict", () => {
  expect(Object.keys(VERDICTS).sort()).toEqual(CASES.sort());
});

test.each(Object.entries(VERDICTS))("%s", (name, verdict) => {
  const findings = judged(caseConfig(name)).map(({ severity, rule, message }) => [severity, rule, message]);
  expect(findings).toEqual(
    verdict.map(([severity, rule, message]) => [severity, rule, expect.stringMatching(message)]),
  );
});
