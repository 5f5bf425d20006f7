import type { RuleText } from "./rule";

const grammar = "docs/config.md";

/**
 * What can be wrong with the form of a config file, before there is a model to judge. The checks live with the
 * reader and the schema in `lib/config`; here stand their ids and what `explain` says.
 */
export const formRules: readonly RuleText[] = [
  {
    id: "CFG-01",
    severity: "error",
    title: "the config file can be read",
    why: "A missing, empty, binary or oversized file, or a program that throws or exports nothing, describes no pools.",
    fix: "name an existing config file with --config, or write one with: cdktf-cognito init",
    source: [grammar],
  },
  {
    id: "CFG-02",
    severity: "error",
    title: "the file is well-formed YAML or JSON",
    why: "Nothing after a syntax error can be trusted to mean what it says.",
    fix: "mend the syntax at the place that the finding names",
    source: ["https://yaml.org/spec/1.2.2/", "https://www.rfc-editor.org/rfc/rfc8259"],
  },
  {
    id: "CFG-03",
    severity: "error",
    title: "a config is data: text, numbers, booleans, lists and maps",
    why: "Cycles, functions, dates and __proto__ keys have no meaning in a config and could do harm.",
    fix: "replace the value by plain data",
    source: [grammar],
  },
  {
    id: "CFG-04",
    severity: "error",
    title: "every key is one of the grammar's",
    why: "A misspelt key would silently do nothing.",
    fix: "write the key that was meant; editors complete it through the JSON Schema",
    source: [grammar],
  },
  {
    id: "CFG-05",
    severity: "error",
    title: "nothing that is required is missing",
    why: "Without it there is no telling what to create.",
    fix: "add the key",
    source: [grammar],
  },
  {
    id: "CFG-06",
    severity: "error",
    title: "every value has the type of its key",
    why: "Terraform would convert it to something else, or refuse it without a place.",
    fix: "write a value of the type that the finding names",
    source: [grammar],
  },
  {
    id: "CFG-07",
    severity: "error",
    title: "every value is one that its key allows",
    why: "AWS takes only the values of a closed set, or of a form.",
    fix: "write one of the values that the finding names",
    source: [grammar],
  },
  {
    id: "CFG-08",
    severity: "error",
    title: "no key stands twice in a map",
    why: "YAML readers keep one of the two, and not all keep the same.",
    fix: "keep one of them",
    source: ["https://yaml.org/spec/1.2.2/#3213-node-comparison"],
  },
  {
    id: "CFG-09",
    severity: "error",
    title: "a client has only what its platform can have",
    why: "A browser can keep no secret, and a machine has nowhere to be redirected to.",
    fix: "remove the key, or use another platform",
    source: [grammar, "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html"],
  },
  {
    id: "CFG-10",
    severity: "error",
    title: "every name refers to something that the file describes",
    why: "An overlay of a misspelt pool, or an environment that does not exist, would silently do nothing.",
    fix: "write the name that was meant",
    source: [grammar],
  },
  {
    id: "CFG-11",
    severity: "error",
    title: "a duration is whole in the unit that AWS takes",
    why: "authSessionValidity is a whole number of minutes, retryGracePeriod of seconds.",
    fix: "round it to the unit",
    source: [
      "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
    ],
  },
  {
    id: "CFG-12",
    severity: "error",
    title: "a variable has one type, default and sensitivity",
    why: "Terraform knows one variable of a name in each stack.",
    fix: "give one of the variables another name",
    source: ["https://developer.hashicorp.com/terraform/language/values/variables"],
  },
  {
    id: "CFG-13",
    severity: "error",
    title: "only warnings that exist are acknowledged",
    why: "An error stays an error whatever the reason, and a misspelt id silences nothing.",
    fix: "name a warning's id, or remove the acknowledgement",
    source: [grammar],
  },
  {
    id: "STK-01",
    severity: "error",
    title: "no two keys share a Terraform address",
    why: "`-` becomes `_` in an address, so a-b and a_b would be one resource.",
    fix: "rename one of the keys",
    source: ["docs/decisions/addresses.md"],
  },
  {
    id: "STK-02",
    severity: "error",
    title: "no two pools share a stack",
    why: "Pool a in environment b-c and pool a-b in environment c would share folder and state.",
    fix: "rename the pool or the environment",
    source: ["docs/decisions/addresses.md"],
  },
];
