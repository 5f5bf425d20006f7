import type { Config } from "../../lib/config/schema";
import { mergeRepeated } from "../../lib/review/merge-repeated";
import { plain } from "../../lib/text/quoted";
import { baseConfig } from "./base";
import { edited } from "./edited";
import { changes } from "./reviewed";

const DEV = { region: "eu-west-1" };
const TWO = { "/environments.dev": DEV };

/** Rows of a report, with the stacks that each reaches. */
function merged(base: Config, head: Config): string[] {
  return mergeRepeated(changes(base, head)).map(({ what, stacks }) => `${plain(what)} (${stacks.join(", ")})`);
}

describe("of two environments, review reports", () => {
  test("one row for an edit that reaches both, and one for each where it means something else", () => {
    const overlay = {
      ...TWO,
      "/environments.dev": { ...DEV, pools: { customers: { passwordPolicy: { minimumLength: 8 } } } },
    };
    const base = edited({ set: TWO });
    expect(merged(base, edited({ set: { ...TWO, "passwordPolicy.minimumLength": 14 } }))).toEqual([
      "customers: a password has at least 14 characters instead of 12 (customers-prod, customers-dev)",
    ]);
    expect(merged(base, edited({ set: overlay }))).toEqual([
      "customers: a password may have 8 characters instead of 12 (customers-dev)",
    ]);
    expect(
      merged(edited({ set: overlay }), edited({ set: { ...overlay, "passwordPolicy.minimumLength": 14 } })),
    ).toEqual(["customers: a password has at least 14 characters instead of 12 (customers-prod)"]);
  });

  test("a rename in each, and the client of the one that has both as removed there", () => {
    const client = { platform: "ios", writeAttributes: ["email", "custom:tenant"] };
    const base = edited({
      set: { ...TWO, "clients.ios": { ...client, only: ["prod"] }, "clients.old": { ...client, only: ["dev"] } },
    });
    const head = edited({
      set: { ...TWO, "clients.ios": undefined, "clients.app": { ...client, renamedFrom: "ios" } },
    });
    expect(merged(base, head)).toEqual([
      "old: the client is removed, with its client id (customers-dev)",
      expect.stringMatching(/^app: new public client \(ios\).* \(customers-dev\)$/),
      "app: renamed from ios; its name in Cognito changes to app (customers-prod)",
    ]);
  });

  test("an environment that is removed, and nothing of the other", () => {
    expect(merged(edited({ set: TWO }), baseConfig())).toEqual([
      "customers: the user pool is removed from dev, with 5 clients: ios, android, web, api and job (customers-dev)",
    ]);
  });

  test("guardrails once for each stack that both configs have", () => {
    const head = { ...TWO, "/guardrails.requireTokenRevocation": false };
    expect(merged(edited({ set: TWO }), edited({ set: head }))).toEqual([
      "customers: guardrail: token revocation no longer required (customers-prod, customers-dev)",
    ]);
    expect(merged(baseConfig(), edited({ set: head }))).toContainEqual(
      "customers: guardrail: token revocation no longer required (customers-prod)",
    );
  });
});
