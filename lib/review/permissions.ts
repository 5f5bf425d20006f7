import { attributesOfScope } from "../cognito/attributes";
import type { ClientModel, PoolModel } from "../model/model";
import { isClosed } from "../model/value";
import type { Difference } from "./change";
import { same } from "./effective";
import { compareFacets, difference, type Facet, members, type Side, setDifference } from "./facet";
import { listed } from "./wording";

/** A side with its pool, which says what an attribute is. */
export interface ClientSide extends Side<ClientModel> {
  readonly pool: PoolModel;
}

type Access = "readAttributes" | "writeAttributes";

/** Which attributes a client may read and write now and could not before, and the other way round. */
export function comparePermissions(before: ClientSide, after: ClientSide): Difference[] {
  return [...compareAccess("readAttributes", before, after), ...compareAccess("writeAttributes", before, after)];
}

function compareAccess(access: Access, before: ClientSide, after: ClientSide): Difference[] {
  const [was, is] = [before.subject[access], after.subject[access]];
  if (!isClosed(was) || !isClosed(is)) return compareFacets([OPEN[access]], before, after);
  if (same(was, is)) return [];
  const { added, removed } = setDifference(was, is);
  const told = (what: string, names: readonly string[], risk: Difference["risk"], why: string) =>
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
      ...told(
        "may read",
        fromElsewhere(access, added, before, after),
        "changes",
        "its users' tokens and profile show them",
      ),
      ...told(
        "may no longer read",
        fromElsewhere(access, removed, after, before),
        "changes",
        "an app that expects the claims finds them missing",
      ),
    ];
  }
  const authority = authorities(after.pool);
  const lost = authorities(before.pool);
  return [
    ...told(
      "may write",
      added.filter((name) => authority.has(name)),
      "opens",
      "the attribute grants power: whoever holds a user's token may give it to themselves",
    ),
    ...told(
      "may write",
      added.filter((name) => !authority.has(name)),
      "opens",
      "whoever holds a user's token can change it",
    ),
    ...told(
      "may no longer write",
      removed,
      "changes",
      removed.some((name) => lost.has(name))
        ? "power is no longer in the users' own hands"
        : "an app that still tries is refused",
    ),
  ];
}

/** A list in which a variable decides. */
const OPEN: Readonly<Record<Access, Facet<ClientModel>>> = {
  readAttributes: members(
    ["readAttributes"],
    "attributes that the client may read",
    ({ readAttributes }) => readAttributes,
    {
      added: (items) => ({
        risk: "changes",
        what: `may read ${items}`,
        why: "its users' tokens and profile show them",
      }),
      removed: (items) => ({
        risk: "changes",
        what: `may no longer read ${items}`,
        why: "an app that expects the claims finds them missing",
      }),
    },
  ),
  writeAttributes: members(
    ["writeAttributes"],
    "attributes that the client may write",
    ({ writeAttributes }) => writeAttributes,
    {
      added: (items) => ({
        risk: "opens",
        what: `may write ${items}`,
        why: "whoever holds a user's token can change it",
      }),
      removed: (items) => ({
        risk: "changes",
        what: `may no longer write ${items}`,
        why: "an app that still tries is refused",
      }),
    },
  ),
};

/**
 * Names that came by an edit of the permissions. A client without `readAttributes` reads whatever the pool declares,
 * so what the schema gained is told there.
 */
function fromElsewhere(access: Access, names: readonly string[], without: ClientSide, having: ClientSide): string[] {
  if (access in (having.subject.source.value as object) || access in (without.subject.source.value as object))
    return [...names];
  const declared = new Set(without.pool.pool?.schema.map(({ key }) => key));
  const schema = new Set(having.pool.pool?.schema.map(({ key }) => key));
  return names.filter((name) => !schema.has(name) || declared.has(name));
}

/** Attribute names, with a scope's whole set told as the scope. */
function attributes(names: readonly string[]): string {
  const profile = attributesOfScope("profile").filter((name) => names.includes(name));
  if (profile.length < 10) return listed(names, 8);
  const rest = names.filter((name) => !profile.includes(name));
  return `${profile.length} profile attributes${rest.length > 0 ? `, ${listed(rest, 8)}` : ""}`;
}

function authorities(pool: PoolModel): Set<string> {
  return new Set(pool.pool?.schema.filter(({ authority }) => authority).map(({ key }) => key));
}
