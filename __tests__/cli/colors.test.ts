import { hasColors } from "../../lib/cli/context";

describe("text has colours", () => {
  test.each<[string, boolean, Record<string, string>, boolean]>([
    ["on a terminal", true, {}, true],
    ["in no pipe", false, {}, false],
    ["in a pipe that FORCE_COLOR is set for", false, { FORCE_COLOR: "1" }, true],
    ["on no terminal for which FORCE_COLOR is 0", true, { FORCE_COLOR: "0" }, false],
    ["on no terminal for which FORCE_COLOR is false", true, { FORCE_COLOR: "false" }, false],
    ["nowhere with NO_COLOR", true, { NO_COLOR: "1" }, false],
    ["nowhere with NO_COLOR, whatever FORCE_COLOR says", true, { NO_COLOR: "1", FORCE_COLOR: "1" }, false],
    ["with both variables empty as without them", true, { NO_COLOR: "", FORCE_COLOR: "" }, true],
    ["on no terminal that has none", true, { TERM: "dumb" }, false],
  ])("%s", (_, isTTY, env, expected) => {
    expect(hasColors({ isTTY }, env)).toBe(expected);
  });
});
