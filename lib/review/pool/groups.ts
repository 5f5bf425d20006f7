import { RESOURCES } from "../../cognito/resources";
import type { GroupModel, PoolModel } from "../../model/model";
import { quoted } from "../../text/quoted";
import { anything, get, replaced } from "../language/facet-kinds";
import { type FacetTable, silent } from "../language/facet-table";
import { compareItems } from "../language/items";
import { shown } from "../language/wording";

const GROUP: FacetTable<GroupModel> = {
  name: silent("groups are compared by their name"),
  description: anything(["description"], "description", get("description"), {
    risk: "notes",
    why: "only the console shows it",
  }),
  precedence: anything(["precedence"], "precedence", get("precedence"), {
    risk: "changes",
    why: "decides which role a member of several groups gets",
  }),
  roleArn: {
    at: ["roleArn"],
    noun: "role",
    get: get("roleArn"),
    describe: (before: unknown, after: unknown) => [
      {
        risk: after === undefined ? "changes" : "opens",
        what: replaced("role", before, after),
        why: after === undefined ? "its members get no role from it" : "its members may assume the role",
      },
    ],
  },
};

/** What a review says about a pool's groups. */
export const GROUPS = compareItems<PoolModel, GroupModel>({
  of: get("groups"),
  keyOf: get("name"),
  at: ({ name }) => ["groups", name],
  nameOf: ({ name }) => `group ${quoted(name)}`,
  added: ({ name, roleArn }) => ({
    risk: "changes",
    what: `group ${quoted(name)} is added${roleArn === undefined ? "" : `, with role ${shown(roleArn)}`}`,
    why: "users may become members; tokens carry the group's name",
  }),
  removed: ({ name }) => ({
    risk: "breaks",
    what: `group ${quoted(name)} is removed`,
    why: "all memberships are lost, and creating the group again does not restore them",
  }),
  table: GROUP,
  kind: RESOURCES.group,
});
