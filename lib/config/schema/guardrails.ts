import { z } from "zod";
import { AUTH_FLOWS, OAUTH_FLOWS } from "../../cognito/values";
import { fixedDuration, text } from "./common";

const max = z.strictObject({
  max: fixedDuration.optional().describe("Longest lifetime allowed: 15m, 1h, 30d; default Cognito's own limit"),
});
const range = max.extend({
  min: fixedDuration.optional().describe("Shortest lifetime allowed: 15m, 1h, 30d; default Cognito's own limit"),
});

/** The organisation's own limits, tighter than Cognito's. */
export const guardrailsSchema = z.strictObject({
  accessTokenValidity: range.optional().describe("Lifetimes allowed for access tokens"),
  idTokenValidity: range.optional().describe("Lifetimes allowed for ID tokens"),
  refreshTokenValidity: range.optional().describe("Lifetimes allowed for refresh tokens"),
  publicClients: z
    .strictObject({ refreshTokenValidity: max.optional().describe("Lifetimes allowed for their refresh tokens") })
    .optional()
    .describe("Limits for clients without a secret"),
  forbidExplicitAuthFlows: z
    .array(z.enum(AUTH_FLOWS))
    .optional()
    .describe("Authentication flows that no client may allow; default none"),
  forbidOauthFlows: z
    .array(z.enum(OAUTH_FLOWS))
    .optional()
    .describe("OAuth grants that no client may allow; default none"),
  callbackHosts: z
    .array(text)
    .optional()
    .describe("Hosts that callback URLs may name: app.example.com, *.example.com; default any"),
  forbidLiteralSecrets: z
    .boolean()
    .optional()
    .describe("Whether secrets of identity providers may only be sensitive variables; default false"),
  requireTokenRevocation: z
    .boolean()
    .optional()
    .describe("Whether every client must have enableTokenRevocation; default false"),
  requireUserExistencePrevention: z
    .boolean()
    .optional()
    .describe("Whether every client must have preventUserExistenceErrors ENABLED; default false"),
});
