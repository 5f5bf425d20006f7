import type { BackendModel, EnvironmentModel } from "../../model/model";
import { same } from "../../model/same";
import { anything, get, replaced } from "../language/facet-kinds";
import { type FacetTable, silent } from "../language/facet-table";
import type { Risk } from "../risk";

const ANOTHER_IDENTITY = {
  risk: "changes",
  why: "Terraform runs with other credentials; check their account and permissions",
} as const;

/** Where the stacks of an environment are deployed. */
export const ENVIRONMENT: FacetTable<EnvironmentModel> = {
  key: silent("environments are compared by their key"),
  region: anything(["region"], "Region", get("region"), {
    risk: "breaks",
    why: "the plan looks for the pool in another Region and creates a new one, without its users",
  }),
  accountId: {
    at: ["accountId"],
    noun: "account",
    get: get("accountId"),
    describe: (before: string | undefined, after: string | undefined) => [
      { what: replaced("account", before, after), ...account(before, after) },
    ],
  },
  assumeRoleArn: anything(["assumeRoleArn"], "role", get("assumeRoleArn"), ANOTHER_IDENTITY),
  profile: anything(["profile"], "profile", get("profile"), ANOTHER_IDENTITY),
  backend: {
    at: ["backend"],
    noun: "Terraform state",
    get: get("backend"),
    describe: (before: BackendModel, after: BackendModel) => [
      {
        what: replaced("Terraform state", before, after),
        ...(same(location(before), location(after))
          ? { risk: "changes", why: "the state stays where it is; run terraform init -reconfigure" }
          : { risk: "breaks", why: "unless the state is migrated, the plan creates every pool and client again" }),
      },
    ],
  },
  tags: anything(["tags"], "tags on all resources", get("tags"), {
    risk: "notes",
    why: "only bills and searches use them",
  }),
  source: silent("where the values are written"),
};

/** What of a backend decides where the state is. */
function location(backend: BackendModel): object {
  const { useLockfile, encrypt, kmsKeyId, ...rest } = { useLockfile: 0, encrypt: 0, kmsKeyId: 0, ...backend };
  return rest;
}

function account(before: string | undefined, after: string | undefined): { risk: Risk; why: string } {
  if (before === undefined) return { risk: "changes", why: "a plan against any other account fails" };
  if (after === undefined) return { risk: "opens", why: "a plan may run against any account" };
  return { risk: "breaks", why: "the pools of the other account are left behind; new ones are created, without users" };
}
