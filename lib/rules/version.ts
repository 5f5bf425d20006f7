/** Version of the rule set: the minor part rises with a new rule, the major part when one becomes stricter. */
export const RULE_SET_VERSION = "2.4";
