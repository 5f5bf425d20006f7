import type { Pool } from "../../lib/config/schema";
import type { PoolModel } from "../../lib/model/model";
import { findRule } from "../../lib/rules";
import { checkPool } from "../../lib/rules/check";
import { assertionsOfRule } from "../../lib/rules/conditions";
import type { Rule } from "../../lib/rules/rule";
import { configOf, modelOf } from "../support/models";

const CHALLENGE = { lambdaConfig: { defineAuthChallenge: "arn:aws:lambda:eu-west-1:123456789012:function:define" } };
const PASSKEYS = { webAuthn: { relyingPartyId: "example.com" } };
const LITE = { userPoolTier: "LITE" as const };
const EMAIL = { subject: "Blocked", htmlBody: "<p>Blocked</p>", textBody: "Blocked" };
const UNSENT: Partial<Pool> = {
  userPoolTier: "PLUS",
  advancedSecurityMode: "ENFORCED",
  threatProtection: {
    accountTakeover: {
      high: { action: "BLOCK", notify: false },
      notify: { sourceArn: "arn:aws:ses:eu-west-1:123456789012:identity/example.com", blockEmail: EMAIL },
    },
  },
};
const ADOPTED: Partial<PoolModel> = { adopted: { userPoolId: "eu-west-1_AbCdEfGhI", creates: [] } };

/** What the check and a plan warn of: whether a rule is among it. */
function warns(id: string, model: PoolModel): readonly [check: boolean, plan: boolean] {
  const isSaid = checkPool(model).some(({ rule }) => rule === id);
  return [isSaid, assertionsOfRule(findRule(id) as Rule, model).length > 0];
}

describe("a setting that nothing uses", () => {
  test.each<[string, string, Partial<Pool>, Partial<PoolModel>, readonly [boolean, boolean]]>([
    ["LAM-09", "triggers of clients that do not use them", CHALLENGE, {}, [true, false]],
    ["LAM-09", "triggers of clients in another config", CHALLENGE, { clients: [] }, [false, false]],
    ["SIG-04", "passkeys that are not a first factor", PASSKEYS, {}, [true, true]],
    ["SIG-04", "passkeys of a pool that has no first factors to choose", { ...PASSKEYS, ...LITE }, {}, [true, false]],
    ["SIG-04", "passkeys of an adopted pool", PASSKEYS, ADOPTED, [false, false]],
    ["SIG-04", "passkeys of an adopted pool of tier LITE", { ...PASSKEYS, ...LITE }, ADOPTED, [false, false]],
    ["RISK-09", "e-mails that are not sent", UNSENT, {}, [true, true]],
    ["RISK-09", "e-mails of an adopted pool", UNSENT, ADOPTED, [false, false]],
  ])("%s: %s", (id, _, pool, changes, expected) => {
    expect(warns(id, { ...modelOf(configOf({ pool })), ...changes } as PoolModel)).toEqual(expected);
  });
});
