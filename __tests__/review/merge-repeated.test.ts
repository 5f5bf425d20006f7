import type { Change } from "../../lib/review/change";
import { mergeRepeated } from "../../lib/review/merge-repeated";

const CHANGE: Change = {
  risk: "opens",
  environment: "prod",
  pool: "customers",
  client: "ios",
  what: "ios: weaker",
  why: "because",
  path: "pools.customers.clients.ios",
  before: 1,
  after: 2,
  file: "userpools.yaml",
  line: 3,
};

describe("changes of several stacks are one", () => {
  test.each<[string, Partial<Change>, number]>([
    ["the same in another environment", { environment: "dev" }, 1],
    ["of another client", { environment: "dev", client: "web", what: "web: weaker" }, 1],
    ["with another risk", { environment: "dev", risk: "changes" }, 2],
    ["with another sentence", { environment: "dev", what: "ios: stronger" }, 2],
    ["for another reason", { environment: "dev", why: "otherwise" }, 2],
    ["at another place", { environment: "dev", path: "pools.customers.clientDefaults" }, 2],
    ["at a place that only the base has", { environment: "dev", side: "base" }, 2],
  ])("or not: %s", (_, other, number) => {
    const merged = mergeRepeated([CHANGE, { ...CHANGE, ...other }]);
    expect(merged).toHaveLength(number);
    expect(merged.flatMap(({ stacks }) => stacks)).toEqual(["customers-prod", "customers-dev"]);
  });

  test("and name every client that they reach in any stack", () => {
    const [merged] = mergeRepeated([CHANGE, { ...CHANGE, environment: "dev", client: "web", what: "web: weaker" }]);
    expect(merged?.what.replace(/[\ue000\ue001]/g, "")).toBe("ios and web: weaker");
  });
});
