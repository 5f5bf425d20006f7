import type { Resource } from "../../lib/cognito/resources";
import type { Config } from "../../lib/config/schema";
import { compareAllowances } from "../../lib/review/allowances";
import { plain } from "../../lib/text/quoted";
import { baseConfig } from "./base";
import { edited } from "./edited";

const ALLOWANCE = { reason: "moved", until: "2031-01-31" };

/** An object of each kind whose loss can be allowed, by its place in the pool of the base config. */
const PLACES: Readonly<
  Record<
    Exclude<Resource, "logDelivery" | "threatProtection" | "uiCustomization" | "branding" | "webAcl"> | "secondDomain",
    readonly [place: string, what: string]
  >
> = {
  userPool: ["allowDestroy", "the pool"],
  domain: ["domain.allowDestroy", "the domain"],
  secondDomain: ["additionalDomain.allowDestroy", "the second domain"],
  resourceServer: ["resourceServers.orders.allowDestroy", "resource server orders"],
  identityProvider: ["identityProviders.Google.allowDestroy", "identity provider Google"],
  group: ["groups.admins.allowDestroy", "group admins"],
  client: ["clients.ios.allowDestroy", "the client"],
};

describe("review reports what the gate allows to be destroyed", () => {
  test.each(Object.entries(PLACES))("of a %s", (_, [place, what]) => {
    const head = edited({ set: { [place]: ALLOWANCE } });
    expect(found(baseConfig(), head)).toEqual([
      `opens the gate allows ${what} to be destroyed or replaced until 2031-01-31, because moved`,
    ]);
    expect(found(head, head)).toEqual([]);
    expect(found(head, baseConfig())).toEqual([
      `notes the gate no longer allows ${what} to be destroyed or replaced; before: until 2031-01-31, because moved`,
    ]);
    expect(found(head, edited({ set: { [place]: { ...ALLOWANCE, until: "2031-02-01" } } }))[0]).toMatch(/^opens/);
    expect(found(head, edited({ set: { [place]: { ...ALLOWANCE, until: "2031-01-30" } } }))[0]).toMatch(/^changes/);
    expect(found(head, edited({ set: { [place]: { ...ALLOWANCE, reason: "sold" } } }))[0]).toMatch(/^changes/);
  });
});

function found(base: Config, head: Config): string[] {
  return compareAllowances(base, head).flatMap(({ differences }) =>
    differences.map(({ risk, what }) => `${risk} ${plain(what)}`),
  );
}
