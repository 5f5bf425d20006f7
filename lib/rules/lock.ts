import { api, guide, issue } from "./language/sources";
import type { RuleText } from "./rule";

/**
 * What can never change on a pool that exists. No model shows it alone: `check` compares the models with the lock
 * file that `lock` writes, in `lib/lock`.
 */
export const lockRules: readonly RuleText[] = [
  {
    id: "SCH-12",
    severity: "error",
    title: "a schema attribute is never removed, its constraints never change, and no standard one is declared later",
    why: 'The plan shows a harmless update, and the apply fails: "cannot modify or remove schema items". A standard attribute that is declared later the AWS provider adds as a custom one of that name, for good.',
    fix: "declare the attribute as it was and leave it unused, or add another one beside it",
    source: [api("AddCustomAttributes"), issue(21654)],
  },
  {
    id: "SCH-14",
    severity: "error",
    title: "a schema attribute keeps its type, its mutability and whether it is required",
    why: 'AWS refuses: "Existing schema attributes cannot be modified or deleted." Required cannot be toggled later either.',
    fix: "declare the attribute as it was, and add one of another name beside it",
    source: [guide("user-pool-settings-attributes"), api("AddCustomAttributes"), issue(21654)],
  },
  {
    id: "SCH-19",
    severity: "error",
    title: "the sign-in names of a pool never change",
    why: "Username and alias attributes are set at creation; another value makes Terraform replace the pool, and every user is lost.",
    fix: "write the locked value again; other sign-in names need a new pool and a migration of its users",
    source: [api("CreateUserPool"), guide("user-pool-settings-attributes")],
  },
  {
    id: "SCH-20",
    severity: "error",
    title: "the case sensitivity of a pool never changes",
    why: "It is set at creation; another value makes Terraform replace the pool, and every user is lost.",
    fix: "write the locked value again",
    source: [api("UsernameConfigurationType"), guide("user-pool-case-sensitivity")],
  },
  {
    id: "LOCK-01",
    severity: "error",
    title: "the lock file can be read",
    why: "A lock file that is broken, or of a newer program, protects nothing.",
    fix: "take it from the last good commit, or remove it and write it anew with: cdktf-cognito lock",
    source: ["docs/review.md"],
  },
  {
    id: "LOCK-02",
    severity: "error",
    title: "a locked pool is still described",
    why: "A pool that leaves the file, gets another key, or becomes an existing one, is destroyed by the next plan, with its users.",
    fix: "put it back under its key; when it shall go, let go of it with: cdktf-cognito lock --forget STACK",
    source: ["docs/review.md"],
  },
  {
    id: "LOCK-03",
    severity: "warning",
    title: "a locked client is still described",
    why: "A client that leaves the file, or gets another key without renamedFrom, loses its client id, and installed apps stop.",
    fix: "rename it with renamedFrom; when it shall go, write the lock anew with: cdktf-cognito lock",
    source: ["docs/review.md"],
  },
];
