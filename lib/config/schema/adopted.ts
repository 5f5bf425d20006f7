import { z } from "zod";
import { UNSETTABLE } from "../../cognito/unset";
import { text } from "./common";

/** Marks a pool that exists, and that Terraform imports. */
export const adoptedPool = z.strictObject({ userPoolId: text.describe("Id of the pool: eu-west-1_AbCdEfGhI") }).meta({
  id: "AdoptedPool",
  description: "The pool exists: Terraform imports it with all that it has here and is not new; for life; default none",
});

/** Marks a client that exists, and that Terraform imports. */
export const adoptedClient = z
  .strictObject({
    clientId: text.describe("Client id: 1h57kf5cpq17m0eml12example"),
    styleId: text
      .optional()
      .describe(
        "Id of the managed login style that the client has, which Terraform imports as its branding; default none",
      ),
  })
  .meta({ id: "AdoptedClient", description: "The client exists: Terraform imports it; for life; default none" });

/** What an adopted object leaves unset, by its kind. */
export const unset = {
  pool: list(UNSETTABLE.userPool, "UnsetOfPool"),
  client: list(UNSETTABLE.client, "UnsetOfClient"),
  domain: list(UNSETTABLE.domain, "UnsetOfDomain"),
  attribute: list(UNSETTABLE.attribute, "UnsetOfAttribute"),
};

function list<const T extends readonly [string, ...string[]]>(names: T, id: string) {
  return z
    .array(z.enum(names))
    .meta({ id })
    .optional()
    .describe("What AWS has never been given, and is not given here; only of what is adopted; default nothing");
}

/** Marks what an adopted pool does not have yet. */
export const isNew = z
  .boolean()
  .optional()
  .describe("Whether Terraform creates it in an adopted pool or for an adopted client; default false, it is imported");
