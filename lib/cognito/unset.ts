import { CLIENT_ARGUMENTS } from "./app-client";
import { unsettable } from "./argument";
import { DOMAIN_ARGUMENTS } from "./attachments";
import { USER_POOL_ARGUMENTS } from "./user-pool";

/** What an adopted object may leave unset, by the key that says so. */
export const UNSETTABLE = {
  userPool: unsettable(USER_POOL_ARGUMENTS),
  client: unsettable(CLIENT_ARGUMENTS),
  domain: unsettable(DOMAIN_ARGUMENTS),
  attribute: ["minLength", "maxLength"],
} as const;
