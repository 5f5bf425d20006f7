import { count, listed, quoted } from "../text/quoted";
import { type Allowed, allowanceFor, type StackAllowances } from "./allowances";
import { CLIENT, POOL, poolOf } from "./belonging";
import { keptArguments } from "./kept";
import { redirectBreaches, triggerBreaches } from "./left-over";
import type { CheckResult, Plan, ResourceChange } from "./plan-file";
import { schemaBreaches } from "./schema";

/** What the gate says of one object of a plan. */
export interface Judgement {
  readonly verdict: "refused" | "allowed" | "noted";
  /** Address in Terraform. */
  readonly address: string;
  /** In the words of the domain; text of users is marked. */
  readonly what: string;
  readonly why: string;
  /** The way out of a refusal. */
  readonly fix?: string;
}

/** The actions that can be judged here. */
const KNOWN = new Set(["no-op", "read", "create", "update", "delete", "forget"]);

/**
 * Judges a plan. Pure.
 *
 * @param stacks what the config lets pass; none without a config
 * @param today YYYY-MM-DD, UTC
 */
export function judge(plan: Plan, stacks: readonly StackAllowances[], today: string): Judgement[] {
  const changes = (plan.resource_changes ?? []).filter(({ mode }) => mode !== "data");
  const pools = changes.filter(({ type }) => type === POOL);
  const allowance = (object: ResourceChange) => allowanceFor(object, pools, stacks, today);
  const poolGoes = (client: ResourceChange) => {
    const pool = poolOf(client, pools);
    return pool !== undefined && isLost(pool) && allowance(pool)?.expired === false;
  };

  return [
    ...(plan.errored ? [ERRORED] : []),
    ...changes.flatMap((change) => [
      ...destruction(change, allowance, poolGoes),
      ...(change.type === POOL ? [...schemaBreaches(change), ...triggerBreaches(change)] : []),
      ...(change.type === CLIENT ? redirectBreaches(change) : []),
      ...keptArguments(change, plan),
    ]),
    ...(plan.checks ?? []).flatMap(condition),
  ];
}

const ERRORED: Judgement = {
  verdict: "refused",
  address: "",
  what: "the plan is not finished",
  why: "Terraform stopped with errors, so this is not all that it would do",
  fix: "mend what terraform plan says, and plan again",
};

/** Whether an object goes for those who use it: destroyed, or left behind for a new one. */
function isLost(change: ResourceChange): boolean {
  return change.change.actions.includes("delete") || (isForgotten(change) && change.change.actions.includes("create"));
}

function isForgotten({ change }: ResourceChange): boolean {
  return change.actions.includes("forget");
}

function destruction(
  change: ResourceChange,
  allowance: (object: ResourceChange) => Allowed | undefined,
  poolGoes: (client: ResourceChange) => boolean,
): Judgement[] {
  const { address, type, change: details, action_reason: reason, previous_address: from } = change;
  const { actions } = details;
  const object = OBJECTS[type];
  if (object === undefined) return [];
  const named = `${object.noun} ${quoted(nameOf(change))}`;
  const unknown = actions.find((action) => !KNOWN.has(action));
  if (unknown !== undefined)
    return [
      {
        verdict: "refused",
        address,
        what: `${named}: action ${quoted(unknown)} is not known here`,
        why: "what it would do cannot be judged",
        fix: "use a newer cdktf-cognito",
      },
    ];
  if (!isLost(change)) {
    if (isForgotten(change))
      return [
        {
          verdict: "noted",
          address,
          what: `${named} leaves Terraform`,
          why: "it stays in AWS, and nothing here manages it",
        },
      ];
    if (from === undefined) return [];
    return [
      { verdict: "noted", address, what: `${named} moves from ${quoted(from)}`, why: "it stays what it is in AWS" },
    ];
  }

  const replaced = actions.includes("create");
  const what = `${named} would be ${replaced ? "replaced" : "destroyed"}${change.deposed === undefined ? "" : " (what an interrupted replacement left)"}`;
  const why = [
    ...because(details.replace_paths ?? [], reason),
    object.loss[replaced ? "replaced" : "destroyed"],
    ...(isForgotten(change) ? ["the old one stays in AWS, and nothing here manages it"] : []),
  ].join("; ");
  if (!object.guarded) return [{ verdict: "noted", address, what, why }];
  const allowed = allowance(change);
  if (allowed && !allowed.expired)
    return [
      {
        verdict: "allowed",
        address,
        what,
        why: `${why}; the config allows it until ${allowed.until}, because ${quoted(allowed.reason)}`,
      },
    ];
  if (type === CLIENT && poolGoes(change))
    return [{ verdict: "allowed", address, what, why: "it goes with its pool, which the config allows" }];
  return [
    {
      verdict: "refused",
      address,
      what,
      why: allowed ? `${why}; allowDestroy ended on ${allowed.until}` : why,
      fix: wayOut(change),
    },
  ];
}

/** How an object is kept. What an interrupted replacement left has no place of its own in the file. */
function wayOut({ change, deposed, action_reason: reason = "" }: ResourceChange): string {
  if (deposed !== undefined)
    return `leave the live one in the file; when nobody uses what is left of the old one, ${ALLOW}`;
  if (!change.actions.includes("create"))
    return "put it back, or keep it in the file with only: [] and allowDestroy: { reason, until } until it is destroyed";
  return `${WAYS_OUT[reason] ?? "undo the edit"}, or ${ALLOW}`;
}

const ALLOW = "allow it for this very object with allowDestroy: { reason, until }";

/** How a replacement is called off that no edit asks for. */
const WAYS_OUT: Readonly<Record<string, string>> = {
  replace_because_tainted: "keep it with terraform untaint when it works as it is",
  replace_by_request: "plan without -replace",
  replace_by_triggers: "take it out of replace_triggered_by",
};

/** What each kind of object is called, and what is lost with it. */
const OBJECTS: Readonly<
  Record<string, { noun: string; guarded: boolean; loss: Record<"replaced" | "destroyed", string> }>
> = {
  [POOL]: {
    noun: "user pool",
    guarded: true,
    loss: {
      replaced: "every user, and every client id, is lost",
      destroyed: "every user, and every client id, is lost",
    },
  },
  [CLIENT]: {
    noun: "client",
    guarded: true,
    loss: {
      replaced: "it gets a new client id; installed apps cannot sign in or refresh",
      destroyed: "its client id is lost; installed apps cannot sign in or refresh",
    },
  },
  aws_cognito_user_pool_domain: {
    noun: "domain",
    guarded: false,
    loss: { replaced: "the sign-in pages move to another address", destroyed: "the sign-in pages go" },
  },
  aws_cognito_resource_server: {
    noun: "resource server",
    guarded: false,
    loss: { replaced: "clients lose its scopes in between", destroyed: "clients lose its scopes" },
  },
  aws_cognito_identity_provider: {
    noun: "identity provider",
    guarded: false,
    loss: { replaced: "its users cannot sign in in between", destroyed: "its users cannot sign in" },
  },
  aws_cognito_user_group: {
    noun: "group",
    guarded: false,
    loss: { replaced: "its members are in it no longer", destroyed: "its members are in it no longer" },
  },
};

/** Why Terraform replaces or destroys, in the words of the domain. */
function because(paths: readonly (readonly (string | number)[])[], reason: string | undefined): string[] {
  const arguments_ = [...new Set(paths.map((path) => path.filter((key) => typeof key === "string").join(".")))];
  const causes = arguments_.map((path) => CAUSES[path] ?? `another ${quoted(path)} needs a new one`);
  return [...causes, ...(reason !== undefined && REASONS[reason] ? [REASONS[reason]] : [])];
}

const CAUSES: Readonly<Record<string, string>> = {
  generate_secret: "a client gains or loses its secret only by being made anew",
  user_pool_id: "it moves to another user pool",
  username_attributes: "the sign-in names of a pool never change",
  alias_attributes: "the sign-in names of a pool never change",
  "username_configuration.case_sensitive": "the case sensitivity of a pool never changes",
  name: "this AWS provider makes a new one for a new name; from 6.6 on it renames",
};

/** @see https://developer.hashicorp.com/terraform/internals/json-format#change-representation */
const REASONS: Readonly<Record<string, string>> = {
  replace_because_tainted: "an earlier apply left it half made",
  replace_by_request: "somebody asked for it with -replace",
  replace_by_triggers: "a replace_triggered_by asks for it",
  delete_because_no_resource_config: "nothing describes it any more",
  delete_because_no_module: "its module is gone",
  delete_because_wrong_repetition: "it was described with another count or for_each",
  delete_because_count_index: "the count is smaller",
  delete_because_each_key: "its key is gone from for_each",
};

/** A condition that failed, or that nobody can know before the apply. */
function condition({ address, status, instances = [] }: CheckResult): Judgement[] {
  if (status === "pass") return [];
  const messages = instances.flatMap(({ problems = [] }) => problems.map(({ message }) => message));
  const places = instances.filter((each) => each.status !== "pass").length;
  const name = `${address.kind === "check" ? "check" : "condition of"} ${quoted(address.to_display)}`;
  const how = STATUSES[status] ?? `has status ${quoted(status)}`;
  return [
    {
      verdict: "refused",
      address: address.to_display,
      what: `${name} ${how}${places > 1 ? ` in ${count(places, "place")}` : ""}`,
      why: messages.length > 0 ? listed(messages, 10) : (WHY[status] ?? "it is not known to hold"),
      fix:
        status === "unknown"
          ? "plan against the real state, so that everything that it needs is known"
          : "mend what the message says",
    },
  ];
}

const STATUSES: Readonly<Record<string, string>> = {
  fail: "fails",
  error: "cannot be evaluated",
  unknown: "is unknown",
};

const WHY: Readonly<Record<string, string>> = {
  error: "Terraform stopped while it evaluated the condition",
  unknown: "some value is known only after the apply, so it may fail then, half way",
};

/** The name that people know an object by. */
function nameOf({ change, name }: ResourceChange): string {
  const { before, after } = change;
  const known = before?.name ?? after?.name ?? before?.provider_name ?? before?.domain ?? before?.identifier;
  return typeof known === "string" ? known : name;
}
