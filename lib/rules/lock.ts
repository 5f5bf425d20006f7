import { api, guide, issue } from "./language/sources";
import type { RuleText } from "./rule";

/**
 * What can never change on an existing pool. A model alone does not show it: `check` compares the models with the lock
 * file that `lock` writes, in `lib/lock`.
 */
export const lockRules: readonly RuleText[] = [
  {
    id: "SCH-12",
    name: "schema-append-only",
    since: "1.0",
    severity: "error",
    title:
      "require that schema attributes are only added: none removed, no constraint changed, no standard one declared later",
    why: 'The plan shows a harmless update, and the apply fails: "cannot modify or remove schema items". A standard attribute that is declared later is added by the AWS provider as a custom one of that name, permanently.',
    fix: "declare the attribute as it was and leave it unused, or add another one",
    source: [api("AddCustomAttributes"), issue(21654)],
  },
  {
    id: "SCH-14",
    name: "schema-attribute-unchanged",
    since: "1.0",
    severity: "error",
    title: "disallow changes of type, mutability and required of a schema attribute",
    why: 'AWS refuses: "Existing schema attributes cannot be modified or deleted." Required cannot be changed later either.',
    fix: "declare the attribute as it was, and add one with another name",
    source: [guide("user-pool-settings-attributes"), api("AddCustomAttributes"), issue(21654)],
  },
  {
    id: "SCH-19",
    name: "permanent-sign-in-names",
    since: "1.0",
    severity: "error",
    title: "disallow changes of the sign-in names of an existing pool",
    why: "Username and alias attributes are set at creation; another value makes Terraform replace the pool, and all users are lost.",
    fix: "restore the locked value; other sign-in names need a new pool and a migration of its users",
    source: [api("CreateUserPool"), guide("user-pool-settings-attributes")],
  },
  {
    id: "SCH-20",
    name: "permanent-case-sensitivity",
    since: "1.0",
    severity: "error",
    title: "disallow changes of the case sensitivity of an existing pool",
    why: "It is set at creation; another value makes Terraform replace the pool, and all users are lost.",
    fix: "restore the locked value",
    source: [api("UsernameConfigurationType"), guide("user-pool-case-sensitivity")],
  },
  {
    id: "LOCK-01",
    name: "readable-lock-file",
    since: "1.0",
    severity: "error",
    title: "require a lock file that can be read",
    why: "A lock file that is damaged, or written by a newer version, protects nothing.",
    fix: "restore it from the last good commit, or remove it and create a new one: cdktf-cognito lock",
    source: ["docs/review.md"],
  },
  {
    id: "LOCK-02",
    name: "locked-pool-present",
    since: "1.0",
    severity: "error",
    title: "require that every locked pool is in the config",
    why: "A pool that is removed from the config, gets another key, or becomes an existing one, is destroyed by the next plan, with all its users.",
    fix: "restore it under its key; to destroy it on purpose: cdktf-cognito lock --forget STACK",
    source: ["docs/review.md"],
  },
  {
    id: "LOCK-03",
    name: "locked-client-present",
    since: "1.0",
    severity: "warning",
    title: "require that every locked client is in the config",
    why: "A client that is removed from the config, or gets another key without renamedFrom, loses its client id, and installed apps cannot sign in.",
    fix: "if it was renamed, add renamedFrom; to destroy it on purpose, run: cdktf-cognito lock",
    source: ["docs/review.md"],
  },
  {
    id: "ROT-07",
    name: "unused-generation",
    since: "2.0",
    severity: "error",
    title: "disallow a number of a generation that was used before",
    why: "A number that comes back names another app client than before, with another client id, under the same address and name: logs and allowances that name it become ambiguous.",
    fix: "write the next number that was never used",
    source: ["docs/rotation.md"],
  },
];
