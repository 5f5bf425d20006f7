import type { EnvironmentModel } from "../model/model";
import { anything, type Facet, replaced } from "./facet";
import type { Risk } from "./risk";

/** Where a stack lives. */
export const ENVIRONMENT_FACETS: readonly Facet<EnvironmentModel>[] = [
  anything(["region"], "Region", (environment) => environment.region, {
    risk: "breaks",
    why: "the plan looks for the pool in another Region and makes a new one, without its users",
  }),
  {
    at: ["accountId"],
    noun: "account",
    get: (environment) => environment.accountId,
    tell: (before: string | undefined, after: string | undefined) => [
      { what: replaced("account", before, after), ...account(before, after) },
    ],
  },
  anything(["assumeRoleArn"], "role", (environment) => environment.assumeRoleArn, {
    risk: "changes",
    why: "Terraform acts as somebody else; check the account and the permissions",
  }),
  anything(["profile"], "profile", (environment) => environment.profile, {
    risk: "changes",
    why: "Terraform acts as somebody else; check the account and the permissions",
  }),
  anything(["backend"], "state", (environment) => environment.backend, {
    risk: "breaks",
    why: "with no state migrated, the plan makes every pool and client anew",
  }),
  anything(["tags"], "tags on everything", (environment) => environment.tags, {
    risk: "notes",
    why: "only bills and searches see them",
  }),
];

function account(before: string | undefined, after: string | undefined): { risk: Risk; why: string } {
  if (before === undefined) return { risk: "changes", why: "a plan against any other account fails" };
  if (after === undefined) return { risk: "opens", why: "a plan may run against any account" };
  return { risk: "breaks", why: "the pools of the other account stay behind; here they are made anew, without users" };
}
