import type { UserPoolModel } from "../../model/model";
import type { Facet } from "../language/facet";
import { get, ladder, members, toggle } from "../language/facet-kinds";
import type { FacetTable } from "../language/facet-table";

const SWITCHED_ON = "protection is switched on";

const DEVICES: readonly Facet<UserPoolModel>[] = [
  toggle(["deviceConfiguration", "challengeRequiredOnNewDevice"], "challenge on new devices", challengesNewOnly, {
    on: {
      risk: "opens",
      what: "a remembered device replaces the second factor",
      why: "only new devices are asked for an SMS or authenticator code",
    },
    off: {
      risk: "changes",
      what: "a remembered device no longer replaces the second factor",
      why: "its user enters a code like everybody else",
    },
  }),
  {
    ...toggle(["deviceConfiguration", "deviceOnlyRememberedOnUserPrompt"], "remembering devices on request", asks, {
      on: { risk: "changes", what: "devices are remembered only when users opt in", why: "apps have to ask" },
      off: { risk: "changes", what: "devices are remembered without asking", why: "apps need not ask" },
    }),
    when: (_, after) => after.deviceConfiguration !== undefined,
  },
  {
    ...toggle<UserPoolModel>(["deviceConfiguration"], "devices", (pool) => pool.deviceConfiguration !== undefined, {
      on: { risk: "changes", what: "devices are remembered", why: "apps get device keys" },
      off: { risk: "changes", what: "devices are no longer remembered", why: "apps get no device keys" },
    }),
    when: (before, after) => challengesNewOnly(before) === challengesNewOnly(after) && !asks(after),
  },
];

/** What protects a pool and its users. */
export const PROTECTION = {
  deletionProtection: toggle(
    ["deletionProtection"],
    "deletion protection",
    (pool) => pool.deletionProtection === "ACTIVE",
    {
      on: { risk: "changes", what: "AWS refuses to delete the pool", why: SWITCHED_ON },
      off: {
        risk: "opens",
        what: "AWS no longer refuses to delete the pool",
        why: "one command, or one removed block, can delete every user",
      },
    },
  ),
  preventDestroy: toggle(["preventDestroy"], "preventDestroy", get("preventDestroy"), {
    on: { risk: "changes", what: "a plan that destroys the pool fails", why: SWITCHED_ON },
    off: {
      risk: "opens",
      what: "a plan that destroys the pool no longer fails",
      why: "an edit that replaces the pool is applied, and every user is lost",
    },
  }),
  customAuth: ladder(
    ["threatProtection", "customAuth"],
    "threat protection of custom authentication",
    ["OFF", "AUDIT", "ENFORCED"],
    (pool) => pool.customAuth ?? "OFF",
    {
      up: (now, was) => ({
        risk: "changes",
        what: `threat protection of custom authentication is ${now} instead of ${was}`,
        why: "risky sign-ins with custom challenges are logged, and with ENFORCED challenged or blocked",
      }),
      down: (now, was) => ({
        risk: "opens",
        what: `threat protection of custom authentication is ${now} instead of ${was}`,
        why: "risky sign-ins with custom challenges get less attention",
      }),
    },
  ),
  lambdaPermissions: toggle(
    ["lambdaConfig", "permissions"],
    "permissions for the pool's functions",
    get("lambdaPermissions"),
    {
      on: {
        risk: "changes",
        what: "Cognito is permitted here to call the pool's functions",
        why: "one aws_lambda_permission for each function",
      },
      off: {
        risk: "breaks",
        what: "Cognito is no longer permitted here to call the pool's functions",
        why: "sign-ups and sign-ins that call one fail, unless another configuration permits it",
      },
    },
  ),
  advancedSecurityMode: ladder(
    ["advancedSecurityMode"],
    "threat protection",
    ["OFF", "AUDIT", "ENFORCED"],
    get("advancedSecurityMode"),
    {
      up: (now, was) => ({
        risk: "changes",
        what: `threat protection is ${now} instead of ${was}`,
        why: "risky sign-ins are logged, and with ENFORCED challenged or blocked",
      }),
      down: (now, was) => ({
        risk: "opens",
        what: `threat protection is ${now} instead of ${was}`,
        why: "sign-ins with leaked passwords or from unusual places get less attention",
      }),
    },
  ),
  adminCreateUserOnly: toggle(["adminCreateUserOnly"], "sign-up by administrators only", get("adminCreateUserOnly"), {
    on: {
      risk: "breaks",
      what: "only administrators create users",
      why: "sign-up in installed apps is rejected",
    },
    off: { risk: "opens", what: "anybody may sign up", why: "accounts no longer need an administrator" },
  }),
  attributesRequireVerificationBeforeUpdate: members(
    ["attributesRequireVerificationBeforeUpdate"],
    "attributes verified before an update",
    get("attributesRequireVerificationBeforeUpdate"),
    {
      added: (items) => ({
        risk: "changes",
        what: `a new ${items} takes effect only once it is verified`,
        why: "users confirm the new value before it replaces the old one",
      }),
      removed: (items) => ({
        risk: "opens",
        what: `a new ${items} takes effect before it is verified`,
        why: "a mistyped or stolen address replaces a verified one",
      }),
    },
  ),
  autoVerifiedAttributes: members(
    ["autoVerifiedAttributes"],
    "attributes verified at sign-up",
    get("autoVerifiedAttributes"),
    {
      added: (items) => ({
        risk: "changes",
        what: `${items} is verified at sign-up`,
        why: "AWS sends each new user a code",
      }),
      removed: (items) => ({
        risk: "opens",
        what: `${items} is no longer verified at sign-up`,
        why: "users may claim an address that belongs to somebody else, and cannot recover through it",
      }),
    },
  ),
  deviceConfiguration: DEVICES,
} satisfies Partial<FacetTable<UserPoolModel>>;

/** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeviceConfigurationType.html */
function challengesNewOnly({ deviceConfiguration }: UserPoolModel): boolean {
  return deviceConfiguration?.challengeRequiredOnNewDevice ?? false;
}

function asks({ deviceConfiguration }: UserPoolModel): boolean {
  return deviceConfiguration?.deviceOnlyRememberedOnUserPrompt ?? false;
}
