import { RESOURCES } from "../cognito/resources";
import type { ResourceChange } from "./plan-file";

/** What an import leaves null, and how to leave it so. */
export interface ImportCause {
  readonly why: string;
  readonly fix: string;
}

const USERNAME_CONFIGURATION: ImportCause = {
  why: "the pool has another case sensitivity, or was made without a UsernameConfiguration, which can never be added",
  fix: "write caseSensitive as AWS has it, or unset: [caseSensitive] where it has none",
};

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

/**
 * Why an argument replaces an object that is imported, or was: nobody edited it, the import left null what is written.
 *
 * @param before what the state has of the argument
 */
export function importCause({ type, change }: ResourceChange, path: string, before: unknown): ImportCause | undefined {
  return change.importing !== undefined || before == null ? CAUSES[type]?.[path] : undefined;
}
