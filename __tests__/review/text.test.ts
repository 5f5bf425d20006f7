import pc from "picocolors";
import { formatReport } from "../../lib/diagnostics/formats";
import { reviewReport } from "../../lib/review/report";
import { review } from "../../lib/review/review";
import { baseConfig } from "./base";
import { edited } from "./edited";
import { reviewed } from "./reviewed";

describe("the text at a terminal", () => {
  test.each(["\u001b[2J", "\u009b2J", "\u202etxet"])("shows %j in a key as an escape", (hidden) => {
    const head = edited({ set: { [`identityProviders.Google.attributeMapping.a${hidden}`]: "email" } });
    const text = formatReport(
      "text",
      reviewReport(review(reviewed(baseConfig()), reviewed(head))),
      pc.createColors(false),
    );
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(text.match(/\\u00[19]b|\\u202e/g)).toHaveLength(2);
  });
});
