import { rules } from "../../lib/rules";
import { fixInTerraform, inTerraform } from "../../lib/rules/language/names";

describe("a fix", () => {
  test.each([
    ["set deletionProtection to true", "set deletion_protection to ACTIVE"],
    ["set passwordPolicy.requireSymbols to true", "set password_policy.require_symbols to true"],
    ["add softwareTokenMfa: true", "add software_token_mfa_configuration.enabled: true"],
    ["remove logDelivery.userAuthEvents", "remove log_configurations of userAuthEvents"],
    ["use threatProtection.accountTakeover", "use account_takeover_risk_configuration"],
    ["remove exportClientSecrets, and", "remove the output client_secrets, and"],
    ["use adminCreateUserOnly: true", "use admin_create_user_config.allow_admin_create_user_only: true"],
  ])("of a config, %s, is of Terraform: %s", (fix, expected) => {
    expect(inTerraform(fix)).toBe(expected);
  });

  // Without the argument Terraform has the state's value or AWS's default, which is not the config's.
  test("says what to write, and not to remove what is off", () => {
    const removing = rules.filter(({ fix }) => /remove \S+: false|or remove preventUserExistenceErrors/.test(fix));
    expect(removing.map(({ id }) => id)).toEqual([]);
  });

  // Of the resources that a delivery, a proxy or a rotation makes, the config has one block.
  test("names nothing that Terraform does not have", () => {
    const said = rules.filter(({ id, conditions }) => conditions && !/^(DEL|PRX|ROT|ADO|BRD|LOG)-/.test(id));
    const foreign = said.map((rule) => `${rule.id}: ${fixInTerraform(rule)}`).filter((fix) => OF_THE_CONFIG.test(fix));
    expect(foreign).toEqual([]);
  });
});

/** Words of the config file: platforms, keys, and the names of its blocks. */
const OF_THE_CONFIG =
  /\bplatform\b|\bkey of|server key|attributes of the pool|leave out type|custom: once|risk configuration\.|\baction\b/;
