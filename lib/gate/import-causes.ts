import { RESOURCES, type ResourceKind } from "../cognito/resources";
import { quoted } from "../text/quoted";
import { shownValue } from "../text/shown";
import { kindOf } from "./objects";
import type { ResourceChange } from "./plan-file";

/** Why the mark or the values of an object that exists replace it, and how to keep it. */
export interface ImportCause {
  readonly why: string;
  readonly fix: string;
}

const USERNAME_CONFIGURATION: ImportCause = {
  why: "the pool has another case sensitivity, or was made without a UsernameConfiguration, which can never be added",
  fix: "write caseSensitive as AWS has it, or unset: [caseSensitive] where it has none",
};

/** What an import leaves null, and how to leave it so. */
const CAUSES: Readonly<Record<string, Readonly<Record<string, ImportCause>>>> = {
  [RESOURCES.client.type]: {
    generate_secret: {
      why: "an import leaves generate_secret null, and any value replaces the client",
      fix: "mark the client with adopted: { clientId }, so that generate_secret is not written",
    },
  },
  [RESOURCES.userPool.type]: {
    "username_configuration.case_sensitive": USERNAME_CONFIGURATION,
    username_configuration: USERNAME_CONFIGURATION,
  },
};

/** A client that Terraform created, and that is marked as adopted since. */
const CREATED_HERE: ImportCause = {
  why: "the state has generate_secret, as of a client that Terraform created, and the configuration leaves it out, as of one that is adopted",
  fix: "undo the edit: a client that Terraform created has no adopted",
};

/**
 * Why an argument replaces an object that is imported, or was: nobody edited it, the import left null what is written, or
 * AWS has another value.
 *
 * @param before what the state has of the argument
 * @param after what the configuration gives
 */
export function importCause(
  object: ResourceChange,
  path: string,
  before: unknown,
  after: unknown,
): ImportCause | undefined {
  const { type, change } = object;
  const isImported = change.importing !== undefined;
  if (type === RESOURCES.client.type && path === "generate_secret" && before != null && after == null)
    return CREATED_HERE;
  const cause = isImported || before == null ? CAUSES[type]?.[path] : undefined;
  return cause ?? (isImported ? otherValue(object, path, before, after) : undefined);
}

/** A permanent argument of which AWS has another value than the configuration. */
function otherValue(object: ResourceChange, path: string, before: unknown, after: unknown): ImportCause {
  const { noun } = RESOURCES[kindOf(object) ?? "userPool"] as ResourceKind;
  return {
    why: `AWS has ${shownValue(before)} as ${quoted(path)}, the configuration ${shownValue(after)}, and the difference replaces the ${noun}`,
    fix: `write ${path} as AWS has it`,
  };
}
