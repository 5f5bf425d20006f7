import type { Pool } from "../../lib/config/schema";
import { loadText } from "../config/support";
import { findingsIn } from "../support/findings";
import { configOf } from "../support/models";

const found = async (events?: unknown) => {
  const threatProtection = { compromisedCredentials: { action: "BLOCK", ...(events !== undefined && { events }) } };
  const pool = { userPoolTier: "PLUS", advancedSecurityMode: "ENFORCED", threatProtection } as Partial<Pool>;
  const findings = findingsIn(await loadText("userpools.json", JSON.stringify(configOf({ pool }))));
  return findings.filter(({ rule }) => rule === "RISK-01").map(({ path }) => path);
};

// The AWS provider leaves an empty list out of the call, and AWS acts on every event then.
test("an empty list of events is refused, since AWS takes it for all events", async () => {
  expect(await found([])).toEqual(["pools.users.threatProtection.compromisedCredentials.events"]);
  for (const events of [undefined, ["SIGN_IN"], { var: "events" }]) expect(await found(events)).toEqual([]);
});

test.each(["10.0.0.0/8", "10.0.0.1/8"])("a range that is in both lists is reported once: %s", async (skipped) => {
  const threatProtection = { exceptions: { blocked: ["10.0.0.0/8"], skipped: [skipped] } };
  const pool = { userPoolTier: "PLUS", advancedSecurityMode: "ENFORCED", threatProtection } as Partial<Pool>;
  const findings = findingsIn(await loadText("userpools.json", JSON.stringify(configOf({ pool }))));
  expect(findings.filter(({ rule }) => rule === "RISK-08").map(({ severity }) => severity)).toEqual(["error"]);
});
