import fc from "fast-check";
import type { Config } from "../../lib/config/schema";
import { markdownReport, markerOf } from "../../lib/diagnostics/markdown";
import { reviewReport } from "../../lib/review/report";
import { review } from "../../lib/review/review";
import { code } from "../../lib/text/markdown";
import { baseConfig } from "./base";
import { edited } from "./edited";
import { reviewed } from "./reviewed";

function markdown(base: Config, head: Config): string {
  return markdownReport(reviewReport(review(reviewed(base), reviewed(head))));
}

const MARKER = markerOf("review");

/** What is left of a comment once every code span is gone: the program's own words. */
function outsideCode(page: string): string {
  return page.replace(/`[^`\n]*`/g, "");
}

const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        "@octocat ",
        "@org/team",
        "#1",
        "owner/repo#2",
        "https://evil.example",
        "www.evil.example",
        "[x](https://evil.example)",
        "![x](https://evil.example/p.png)",
        "<img src=x onerror=alert(1)>",
        "<!-- cdktf-cognito review -->",
        "</details>",
        "<script>",
        "`",
        "``",
        "|",
        "\\",
        "\\|",
        "\n",
        "\r\n",
        "\n\n# Title\n",
        "***",
        "__",
        "~~",
        "&lt;",
        "\u202e",
        "\u200b",
        "\ue000",
        "\ue001",
        "</code>",
        "evil@example.com",
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join("")),
);

describe("the comment on a pull request", () => {
  test("shows text of users in code spans only, one row to a change, whatever they wrote", () => {
    const plain = markdown(baseConfig(), withText("x"));
    fc.assert(
      fc.property(
        hostile.filter((text) => text.trim() !== ""),
        (text) => {
          const page = markdown(baseConfig(), withText(text));
          expect(outsideCode(page)).toBe(outsideCode(plain));
        },
      ),
      { numRuns: 300 },
    );
  });

  test("a code span ends where it should, and says what it left out", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const span = code(text);
        expect(span).toMatch(/^`[^`|\n\r]+`$/);
        expect(span).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
    );
    expect(code("a|b`c\n")).toBe("`a\\u007cb\\u0060c\\u000a`");
  });

  test("begins with the marker, has the worst first and folds what is harmless", () => {
    const page = markdown(
      baseConfig(),
      edited({ set: { tags: { a: "b" }, "clients.android": undefined, "clients.ios.accessTokenValidity": "24h" } }),
    );
    expect(page.startsWith(`${MARKER}\n### User pools: breaks 1, opens 1, notes 1\n`)).toBe(true);
    const places = ["**breaks**", "**opens**", "<details>", "**notes**"].map((each) => page.indexOf(each));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(page.match(/<details>/g)).toHaveLength(2);
    expect(page.match(/<\/details>/g)).toHaveLength(2);
  });

  test("is useful when nothing changed", () => {
    expect(markdown(baseConfig(), baseConfig())).toBe(
      `${MARKER}\n### User pools: nothing changes in meaning (1 stack compared)\n\nWhatever the diff shows — order, units, comments, where a value is written — every argument that AWS gets stays the same.\n`,
    );
  });

  test("stays under GitHub's 65,536 characters whatever the change, and says how much is missing", () => {
    const page = markdown(many("a"), many("b"));
    expect(Buffer.byteLength(page)).toBeLessThan(65_536);
    expect(page).toMatch(/\d+ more rows would not fit here/);
    expect(page.match(/<details>/g)?.length ?? 0).toBe(page.match(/<\/details>/g)?.length ?? 0);
    expect(page.trimEnd().split("\n").at(-1)).toMatch(/^<sub>/);
  });

  test("counts what is missing of each part, also where all of it is", () => {
    const page = markdown(many("a"), { ...many("b"), environments: { prod: { region: "eu-west-1" } } });
    const shown = page.match(/^\| \*\*/gm)?.length ?? 0;
    expect(page).toContain(`\n${1_800 - shown} more rows would not fit here; the JSON form has them all.\n`);
    expect(page).toContain("\nAlso: notes 1: 1 row would not fit here; the JSON form has them all.\n");
    expect(page).toContain(
      "\nEffective values before and after: 1801 rows would not fit here; the JSON form has them all.\n",
    );
    expect(page).not.toContain("<details>");
  });
});

/** A config with so many clients that their changes fill a page. */
function many(host: string): Config {
  return edited({
    set: Object.fromEntries(
      Array.from({ length: 900 }, (_, index) => [
        `clients.c${index}`,
        { platform: "spa", callbackUrls: [`https://${host}.example.com/${"é".repeat(900)}`] },
      ]),
    ),
  });
}

/** A config in which people wrote a text wherever they can. */
function withText(text: string): Config {
  return edited({
    set: {
      name: text,
      "clients.ios.name": text,
      "clients.ios.acknowledge": { "TOK-25": text },
      "clients.web.callbackUrls": ["https://app.example.com/callback", `https://app.example.com/${text}`],
      "clients.ios.allowDestroy": { reason: text, until: "2031-01-31" },
      "resourceServers.orders.name": text,
      "groups.admins.description": text,
    },
  });
}
