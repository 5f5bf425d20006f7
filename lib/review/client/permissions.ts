import { attributesOfScope } from "../../cognito/attributes";
import type { ClientModel, PoolModel } from "../../model/model";
import { same } from "../../model/same";
import { isClosed } from "../../model/value";
import { listed } from "../../text/quoted";
import type { Difference } from "../change";

import { compareFacet, difference, type Facet, type Side } from "../language/facet";
import { get, members, setDifference } from "../language/facet-kinds";
import type { Comparison } from "../language/facet-table";

type Access = "readAttributes" | "writeAttributes";

/** Which attributes a client may read or write that it could not before, and the other way round. */
export function comparePermissions(access: Access): Comparison<ClientModel> {
  return (before, after) => compareAccess(access, before, after);
}

function compareAccess(access: Access, before: Side<ClientModel>, after: Side<ClientModel>): Difference[] {
  const [was, is] = [before.subject[access], after.subject[access]];
  if (!isClosed(was) || !isClosed(is)) return compareFacet(OPEN[access], before, after);
  if (same(was, is)) return [];
  const { added, removed } = setDifference(was, is);
  const verdict = (what: string, names: readonly string[], risk: Difference["risk"], why: string) =>
    names.length === 0
      ? []
      : [
          difference(
            { risk, what: `${what} ${attributes(names)}`, why, at: [access], before: was, after: is },
            before,
            after,
          ),
        ];

  if (access === "readAttributes") {
    return [
      ...verdict(
        "may read",
        byPermissions(access, added, before, after),
        "changes",
        "its users' tokens and profile show them",
      ),
      ...verdict(
        "may no longer read",
        byPermissions(access, removed, after, before),
        "changes",
        "an app that expects the claims no longer gets them",
      ),
    ];
  }
  const [lost, privileged] = [privilegedAttributes(before.pool), privilegedAttributes(after.pool)];
  return [
    ...verdict(
      "may write",
      added.filter((name) => privileged.has(name)),
      "opens",
      "a privileged attribute: whoever holds a user's token can grant themselves the privilege",
    ),
    ...verdict(
      "may write",
      added.filter((name) => !privileged.has(name)),
      "opens",
      "whoever holds a user's token can change it",
    ),
    ...verdict(
      "may no longer write",
      removed,
      "changes",
      removed.some((name) => lost.has(name))
        ? "users can no longer grant themselves privileges"
        : "an app that still writes it is rejected",
    ),
  ];
}

/** Lists that hold a variable reference. */
const OPEN: Readonly<Record<Access, Facet<ClientModel>>> = {
  readAttributes: members(["readAttributes"], "readable attributes", get("readAttributes"), {
    added: (items) => ({
      risk: "changes",
      what: `may read ${items}`,
      why: "its users' tokens and profile show them",
    }),
    removed: (items) => ({
      risk: "changes",
      what: `may no longer read ${items}`,
      why: "an app that expects the claims no longer gets them",
    }),
  }),
  writeAttributes: members(["writeAttributes"], "writable attributes", get("writeAttributes"), {
    added: (items) => ({
      risk: "opens",
      what: `may write ${items}`,
      why: "whoever holds a user's token can change it",
    }),
    removed: (items) => ({
      risk: "changes",
      what: `may no longer write ${items}`,
      why: "an app that still writes it is rejected",
    }),
  }),
};

/**
 * Names that an edit of the permissions added. A client without `readAttributes` reads whatever the pool declares,
 * so an attribute that the schema gained is reported there.
 */
function byPermissions(
  access: Access,
  names: readonly string[],
  without: Side<ClientModel>,
  having: Side<ClientModel>,
): string[] {
  if (access in (having.subject.source.value as object) || access in (without.subject.source.value as object))
    return [...names];
  const declared = new Set(without.pool.pool?.schema.map(({ key }) => key));
  const schema = new Set(having.pool.pool?.schema.map(({ key }) => key));
  return names.filter((name) => !schema.has(name) || declared.has(name));
}

/** Attribute names, with all attributes of a scope as the scope. */
function attributes(names: readonly string[]): string {
  const profile = attributesOfScope("profile").filter((name) => names.includes(name));
  if (profile.length < 10) return listed(names, 8);
  const rest = names.filter((name) => !profile.includes(name));
  return `${profile.length} profile attributes${rest.length > 0 ? `, ${listed(rest, 8)}` : ""}`;
}

function privilegedAttributes(pool: PoolModel): Set<string> {
  return new Set(pool.pool?.schema.filter(({ authority }) => authority).map(({ key }) => key));
}
