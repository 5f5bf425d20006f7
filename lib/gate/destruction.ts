import { isRestorable, RESOURCES, type Resource } from "../cognito/resources";
import { quoted } from "../text/quoted";
import type { Allowed } from "./allowances";
import { causesOf, fixOf } from "./causes";
import { kindOf, nameOf, POOL, poolOf } from "./objects";
import type { ResourceChange } from "./plan-file";
import { allowed, type GateDiagnostic, noted, refused } from "./verdict";

/** The actions that this version can judge. */
const KNOWN = new Set(["no-op", "read", "create", "update", "delete", "forget"]);

/** What is lost with each kind of resource. */
const LOSSES: Readonly<Record<Resource, Readonly<Record<"replaced" | "destroyed", string>>>> = {
  userPool: {
    replaced: "all users and all client ids are lost",
    destroyed: "all users and all client ids are lost",
  },
  client: {
    replaced: "it gets a new client id; installed apps cannot sign in or refresh",
    destroyed: "its client id is lost; installed apps cannot sign in or refresh",
  },
  domain: {
    replaced:
      "installed apps and identity providers use the old address, and sign-in fails until the new domain is active",
    destroyed: "sign-in through the browser and the token endpoint stop working",
  },
  resourceServer: {
    replaced: "its scopes are removed until it exists again; clients that request them get invalid_scope",
    destroyed: "its scopes are removed; clients that request them get invalid_scope",
  },
  identityProvider: {
    replaced: "users who sign in through it are locked out until it exists again",
    destroyed: "users who sign in through it are locked out",
  },
  group: {
    replaced: "all memberships are lost, and the new group does not restore them",
    destroyed: "all memberships are lost, and creating the group again does not restore them",
  },
  threatProtection: {
    replaced: "until the new one exists, AWS responds to risks as it does by default",
    destroyed: "AWS responds to risks as it does by default, or in a client as the pool's configuration says",
  },
  uiCustomization: {
    replaced: "until the new one exists, the classic pages look as AWS or the pool's customization has them",
    destroyed: "the classic pages look as AWS has them, or of a client as the pool's customization says",
  },
  branding: {
    replaced: "between the two, during the apply, the client has no pages of managed login",
    destroyed: "the client has no pages of managed login",
  },
  logDelivery: {
    replaced: "until the new one exists, nothing is logged, and no later apply restores it",
    destroyed: "errors of messages and the activity of users are no longer logged",
  },
  webAcl: {
    replaced: "until the new one exists, no web ACL filters requests to the pool",
    destroyed: "no web ACL filters requests to the pool",
  },
};

/** Whether an object is lost to those who use it: destroyed, or removed from the state while another one is created. */
export function isLost({ change: { actions } }: ResourceChange): boolean {
  return actions.includes("delete") || (actions.includes("forget") && actions.includes("create"));
}

/** What a plan does to an object as a whole: destroys, replaces, moves it or removes it from the state. */
export function actionDiagnostics(
  change: ResourceChange,
  pools: readonly ResourceChange[],
  allowance: (object: ResourceChange) => Allowed | undefined,
): GateDiagnostic[] {
  const {
    address,
    change: { actions },
    previous_address: from,
  } = change;
  const kind = kindOf(change) as Resource;
  const object = `${RESOURCES[kind].noun} ${quoted(nameOf(change))}`;
  const unknown = actions.find((action) => !KNOWN.has(action));
  if (unknown !== undefined)
    return [
      refused("unknown-action", address, {
        message: `${object}: unsupported action ${quoted(unknown)}`,
        why: "this version cannot tell what it does",
        fix: "use a newer version of cdktf-cognito",
      }),
    ];
  if (isLost(change)) return [loss(change, kind, object, pools, allowance)];
  if (actions.includes("forget"))
    return [
      noted("state-removal", address, {
        message: `${object} is removed from state but not deleted in AWS`,
        why: "it continues to exist, and this configuration no longer manages it",
      }),
    ];
  if (from === undefined) return [];
  return [noted("move", address, { message: `${object} moves from ${quoted(from)}`, why: "nothing changes in AWS" })];
}

function loss(
  change: ResourceChange,
  kind: Resource,
  object: string,
  pools: readonly ResourceChange[],
  allowance: (object: ResourceChange) => Allowed | undefined,
): GateDiagnostic {
  const {
    address,
    change: { actions },
    deposed,
  } = change;
  const how = actions.includes("create") ? "replaced" : "destroyed";
  const code = how === "replaced" ? "replacement" : "destruction";
  const message = `${object} would be ${how}${deposed === undefined ? "" : " (left over from an interrupted replacement)"}`;
  const why = [
    ...causesOf(change),
    LOSSES[kind][how],
    ...(actions.includes("forget") ? ["the old one continues to exist in AWS, unmanaged"] : []),
  ].join("; ");
  if (isRestorable(kind)) return noted(code, address, { message, why });
  const allowedByConfig = allowance(change);
  if (allowedByConfig && !allowedByConfig.expired) {
    const { until, reason, generation } = allowedByConfig;
    if (generation !== undefined)
      return allowed(code, address, {
        message: `${message}: generation ${generation} is retired`,
        why: `planned until ${until}, because ${quoted(reason)}; whoever still uses its client id and secret gets no tokens`,
      });
    return allowed(code, address, {
      message,
      why: `${why}; the config allows it until ${until}, because ${quoted(reason)}`,
    });
  }
  const pool = change.type === POOL ? undefined : poolOf(change, pools);
  if (pool !== undefined && isLost(pool) && allowance(pool)?.expired === false)
    return allowed(code, address, { message, why: `its pool would be ${how} too, which the config allows` });
  const key = allowedByConfig?.generation === undefined ? "allowDestroy" : "retire";
  const expired = allowedByConfig && `${key} ended on ${allowedByConfig.until}`;
  return refused(code, address, { message, why: [why, ...(expired ? [expired] : [])].join("; "), fix: fixOf(change) });
}
