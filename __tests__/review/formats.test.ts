import pc from "picocolors";
import { FORMATS, formatReport } from "../../lib/diagnostics/formats";
import { reviewReport } from "../../lib/review/report";
import { type Reviewed, review } from "../../lib/review/review";
import { baseConfig } from "./base";
import { edited } from "./edited";
import { reviewed } from "./reviewed";

/** A config whose values are all at one line. */
function at(line: number, config: ReturnType<typeof baseConfig>): Reviewed {
  return { ...reviewed(config), source: { file: "userpools.yaml", locate: () => ({ line, column: 1, length: 1 }) } };
}

const HEAD = edited({ set: { "clients.android": undefined, "clients.ios.accessTokenValidity": "2h" } });
const REPORT = reviewReport(review(at(7, baseConfig()), at(9, HEAD)));
const written = (format: (typeof FORMATS)[number]) => formatReport(format, REPORT, pc.createColors(false));

describe("a review in every format", () => {
  test.each(FORMATS)("%s has every change, and none of the marks around texts of users", (format) => {
    const text = written(format);
    expect(text).toContain("a stolen access token works for 2 hours instead of 1 hour");
    expect(text).toContain("the client is removed");
    expect(text).not.toMatch(/[\ue000\ue001]/);
  });

  test("what only the base has is at no line of the head", () => {
    expect(
      written("github")
        .split("\n")
        .map((each) => /^::(\w+) file=userpools\.yaml,(line=\d+)?/.exec(each)?.slice(1, 3)),
    ).toEqual([["error", undefined], ["warning", "line=9"], undefined]);
    const { results } = JSON.parse(written("sarif")).runs[0];
    const regions = results.map(
      (each: { locations: { physicalLocation: { region?: object } }[] }) => each.locations[0]?.physicalLocation.region,
    );
    expect(regions).toEqual([undefined, expect.objectContaining({ startLine: 9 })]);
    expect(written("text")).toContain("userpools.yaml:7 (before)");
  });
});
