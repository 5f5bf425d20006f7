import { nearest } from "../../lib/config/validate/nearest";

describe("the name that was probably meant", () => {
  test.each<[written: string, candidates: string[], meant: string | undefined]>([
    // at most a third of the letters differ, of the longer name
    ["abcdefxyz", ["abcdefghi"], "abcdefghi"],
    ["abcdewxyz", ["abcdefghi"], undefined],
    ["abcdefgh", ["abcdefxy"], "abcdefxy"],
    ["abcdefgh", ["abcdexyz"], undefined],
    ["bcdefg", ["abcdefgxy"], "abcdefgxy"],
    ["bcdefg", ["abcdefgxyz"], undefined],
    // one letter of the shortest names
    ["ab", ["ax"], "ax"],
    ["ab", ["xy"], undefined],
    // letters that are missing count as others do
    ["abcdefghi", ["abcdef"], "abcdef"],
    ["abcdefghij", ["abcdef"], undefined],
    // the only one that begins so, from three letters on
    ["cal", ["callbackUrls", "name"], "callbackUrls"],
    ["ca", ["callbackUrls", "name"], undefined],
    ["log", ["logoutUrls", "logoutUri"], undefined],
    // two letters that changed places
    ["emial", ["email", "openid"], "email"],
    ["emixl", ["email", "openid"], undefined],
    // case does not count
    ["CALLBACKURLS", ["callbackUrls"], "callbackUrls"],
    // of several as near, none
    ["prad", ["prod", "pred"], undefined],
    ["prad", ["prod", "staging"], "prod"],
    ["anything", [], undefined],
  ])("of %s among %j is %s", (written, candidates, meant) => {
    expect(nearest(written, candidates)).toBe(meant);
  });
});
