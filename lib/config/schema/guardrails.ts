import { z } from "zod";
import { AUTH_FLOWS, OAUTH_FLOWS } from "../../cognito/values";
import { fixedDuration, text } from "./common";

const max = z.strictObject({ max: fixedDuration.optional() });
const range = max.extend({ min: fixedDuration.optional() });

/** The organisation's own limits, tighter than Cognito's. */
export const guardrailsSchema = z.strictObject({
  accessTokenValidity: range.optional(),
  idTokenValidity: range.optional(),
  refreshTokenValidity: range.optional(),
  publicClients: z.strictObject({ refreshTokenValidity: max.optional() }).optional(),
  forbidExplicitAuthFlows: z.array(z.enum(AUTH_FLOWS)).optional(),
  forbidOauthFlows: z.array(z.enum(OAUTH_FLOWS)).optional(),
  callbackHosts: z.array(text).optional().describe('Hosts that callbacks may name: "app.example.com", "*.example.com"'),
  forbidLiteralSecrets: z
    .boolean()
    .optional()
    .describe("Whether secrets of identity providers may only be sensitive variables; default false"),
  requireTokenRevocation: z.boolean().optional(),
  requireUserExistencePrevention: z.boolean().optional(),
});
