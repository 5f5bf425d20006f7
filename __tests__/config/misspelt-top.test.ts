import { findingsIn } from "../support/findings";
import { configOf } from "../support/models";
import { loadText } from "./support";

// What the misspelt key has is not judged: the pools of the file are those under the right one.
test("a misspelt key beside the right one hides nothing of that one", async () => {
  const config = configOf({ client: { platform: "ios", name: "a#b" } });
  const text = JSON.stringify({ ...config, poolz: { other: { clients: {} } } });
  const loaded = await loadText("userpools.json", text);
  expect(loaded.problems.map(({ rule }) => rule)).toEqual(["CFG-04"]);
  expect(findingsIn(loaded).map(({ rule }) => rule)).toContain("CLI-02");
});
