import { stringify } from "yaml";
import { firstOf } from "../../lib/diagnostics/reach";
import { cli, folderWith } from "../support/cli";

const CLIENTS = ["ios", "android", "web", "tv", "desktop", "kiosk", "partner", "legacy"];

/** A pool whose `clientDefaults` give one warning for each of its eight clients, in two environments. */
const folder = () =>
  folderWith({
    "userpools.yaml": stringify({
      project: "acme",
      environments: { dev: { region: "eu-west-1" }, prod: { region: "eu-west-1" } },
      pools: {
        users: {
          clientDefaults: { enableTokenRevocation: false },
          clients: Object.fromEntries(CLIENTS.map((key) => [key, { platform: "ios" }])),
        },
      },
    }),
  });

describe("one line of clientDefaults that concerns eight clients", () => {
  test("is one diagnostic with its reach as text", async () => {
    const { stdout } = await cli(folder(), "check");
    expect(stdout.match(/warning TOK-24/g)).toHaveLength(1);
    expect(stdout).toContain("\n  clients ios, android, web and 5 more: refresh token lives 30 days");
    expect(stdout).toMatch(/0 errors, 1 warning in 2 stacks\n$/);
  });

  test.each(["github", "markdown"])("is one as %s", async (format) => {
    const { stdout } = await cli(folder(), "check", "--format", format);
    expect(stdout.match(/clients ios, android, web and 5 more: /g)).toHaveLength(1);
  });

  test("is one result with both stacks as SARIF", async () => {
    const { stdout } = await cli(folder(), "check", "--format", "sarif");
    const results = JSON.parse(stdout).runs[0].results.filter(({ ruleId }: { ruleId: string }) => ruleId === "TOK-24");
    expect(results).toMatchObject([{ properties: { stacks: ["users-dev", "users-prod"] } }]);
  });

  test("is a finding for each client and stack as JSON, with the client in its message", async () => {
    const { stdout } = await cli(folder(), "check", "--format", "json");
    const { findings, summary } = JSON.parse(stdout);
    expect(findings).toHaveLength(2 * CLIENTS.length);
    expect(summary).toEqual({ errors: 0, warnings: 2 * CLIENTS.length, stacks: 2 });
    expect(findings[0].message).toMatch(/^client ios: refresh token lives 30 days/);
  });
});

test.each([
  [["a", "b"], "a, b"],
  [["a", "b", "c"], "a, b, c"],
  [["a", "b", "c", "d"], "a, b, c and 1 more"],
])("of %j the first three are named", (names, expected) => {
  expect(firstOf(names)).toBe(expected);
});
