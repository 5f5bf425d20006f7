import { z } from "zod";
import { BASELINES, CONTROLS } from "../../cognito/baselines";
import { AUTH_FLOWS, OAUTH_FLOWS } from "../../cognito/values";
import { fixedDuration, text } from "./common";

const max = z.strictObject({
  max: fixedDuration.optional().describe("Longest lifetime allowed: 15m, 1h, 30d; default Cognito's own limit"),
});
const range = max.extend({
  min: fixedDuration.optional().describe("Shortest lifetime allowed: 15m, 1h, 30d; default Cognito's own limit"),
});

const lists = Object.keys(BASELINES).sort();
const controls = CONTROLS.map(({ id }) => id);
const DATED = new RegExp(`^(?:${lists.join("|")})@[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$`);

/** What a baseline can name: lists of controls, and the id of each. */
export const baselineNames = [...lists, ...controls];
export const baselineItem = z.union([
  z.enum(baselineNames),
  z.string().regex(DATED, `a list of controls is ${lists.join(", ")}; as it was on a day: prowler@2026-11-26`),
]);

/** The organisation's own limits, tighter than Cognito's. */
export const guardrailsSchema = z.strictObject({
  accessTokenValidity: range.optional().describe("Lifetimes allowed for access tokens"),
  idTokenValidity: range.optional().describe("Lifetimes allowed for ID tokens"),
  refreshTokenValidity: range.optional().describe("Lifetimes allowed for refresh tokens"),
  publicClients: z
    .strictObject({ refreshTokenValidity: max.optional().describe("Lifetimes allowed for their refresh tokens") })
    .optional()
    .describe("Limits for public clients: those without a secret, and those behind a SECRET_HASH proxy"),
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
  baseline: z
    .array(baselineItem)
    .optional()
    .describe(
      `Published controls that pools and clients must pass, as warnings: a list (${lists.join(", ")}), a list as it was on a day (prowler@2026-11-26), or the id of one control; default none`,
    ),
  severity: z
    .record(
      z.string().regex(/^[A-Z]+(?:-[0-9]{2,})?$/, "a rule is named by its id, BSL-07, or by its family, BSL"),
      z.enum(["error", "off"]),
    )
    .optional()
    .describe(
      "What warnings become, by rule id or family: error, which cannot be acknowledged, or off; an id overrides its family; default warnings",
    ),
  requireTokenRevocation: z
    .boolean()
    .optional()
    .describe("Whether every client must have enableTokenRevocation; default false"),
  requireUserExistencePrevention: z
    .boolean()
    .optional()
    .describe("Whether every client must have preventUserExistenceErrors ENABLED; default false"),
  requireWebAcl: z
    .boolean()
    .optional()
    .describe("Whether every pool that is managed here must have webAclArn; default false"),
});
