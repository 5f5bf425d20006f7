import { durations } from "../../lib/review/language/wording";
import { listed, plain, shortened } from "../../lib/text/quoted";
import { baseConfig } from "./base";
import { edited } from "./edited";
import { rows } from "./reviewed";

const letters = (number: number) => Array.from({ length: number }, (_, index) => String.fromCharCode(97 + index));

describe("a sentence is short", () => {
  test("a list names five items and counts the others", () => {
    expect(plain(listed(letters(5)))).toBe("a, b, c, d and e");
    expect(plain(listed(letters(6)))).toBe("a, b, c, d, e and 1 more");
  });

  test("a text has at most so many characters, and no half of one", () => {
    expect([shortened("abc", 3), shortened("abcd", 3), shortened("ab\u{1f600}", 3)]).toEqual(["abc", "abc…", "ab…"]);
  });

  test("two lengths of time have the same unit below a thousand of it", () => {
    expect(durations(999, 60)).toEqual(["999 seconds", "60 seconds"]);
    expect(durations(1_000, 60)).toEqual(["1000 seconds", "1 minute"]);
  });

  test("four clients or more that are all clients are every client", () => {
    const base = (keys: readonly string[]) =>
      edited({ set: { clients: Object.fromEntries(keys.map((key) => [key, { platform: "ios" }])) } });
    const head = (keys: readonly string[]) => ({ ...base(keys), pools: { customers: longer(base(keys)) } });
    expect(rows(base(letters(3)), head(letters(3)) as never)[0]).toMatch(/^opens a, b and c: /);
    expect(rows(base(letters(4)), head(letters(4)) as never)[0]).toMatch(/^opens every client \(4\): /);
  });

  test("ten attributes of the profile are counted, fewer are named", () => {
    const profile = [
      "name",
      "family_name",
      "given_name",
      "middle_name",
      "nickname",
      "preferred_username",
      "profile",
      "picture",
      "website",
      "gender",
    ];
    const reads = (names: readonly string[]) => edited({ set: { "clients.web.readAttributes": ["email", ...names] } });
    expect(rows(baseConfig(), reads(profile))).toEqual(["changes web: may read 10 profile attributes"]);
    expect(rows(baseConfig(), reads(profile.slice(1)))[0]).toMatch(/^changes web: may read family_name, /);
  });
});

function longer(config: ReturnType<typeof baseConfig>) {
  return { ...config.pools.customers, clientDefaults: { accessTokenValidity: "2h" } };
}
