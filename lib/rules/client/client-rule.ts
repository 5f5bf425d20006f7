import type { z } from "zod";
import type { Platform } from "../../cognito/platforms";
import { formatPath } from "../../config/problem";
import type { Client } from "../../config/schema";
import type { anyClientSchema } from "../../config/schema/client";
import type { ClientModel, PoolModel, UserPoolModel } from "../../model/model";
import { type Path, part } from "../../model/source";
import { knownItems } from "../../model/value";
import { argumentName } from "../../text/case";
import { equals, poolArgument } from "../language/arguments";
import { type Claim as ClaimOf, conditionOf } from "../language/claims";
import { literals, type Message } from "../language/expressions";
import { saidOf } from "../language/fields";
import type { Shown } from "../language/phrases";
import { itemPlace } from "../language/places";
import {
  all,
  type ClientStatement,
  everyItem,
  given,
  implies,
  type ListField,
  not,
  type Statement,
} from "../language/statements";
import type { BadExample, ClientRule, Example, Examples, RuleText, Violation } from "../rule";

/** A statement that must hold of a client, and what to say where it does not. */
export type Claim = ClaimOf<ClientModel>;

/** A rule about one client, as its family writes it down. */
export interface ClientRuleDefinition extends RuleText {
  /** What must hold; a function where that depends on the pool. None: the rule has nothing to say. */
  readonly claims: readonly Claim[] | ((pool: PoolModel) => readonly Claim[]);
  /** Which clients the rule is about. Default every client. */
  readonly concerns?: ClientStatement;
  /** Keys of the clients of which a first plan may not know whether the claims hold. Default none */
  readonly apartFor?: (pool: PoolModel) => readonly string[];
  /** What Terraform says where a claim fails that does not say it itself, after the rule's id and the client. */
  readonly planMessage?: Message | ((hidden: ReadonlySet<string>, pool: PoolModel) => ReturnType<Message>);
  /** Advice beside the claims that only the check gives. */
  readonly advice?: (client: ClientModel, pool: PoolModel) => Iterable<Violation>;
  /** The same about the pool and all its clients together. */
  readonly poolAdvice?: ClientRule["poolAdvice"];
  readonly examples: () => Examples;
}

/** Turns claims into the check and the conditions of a rule. */
export function clientRule({
  claims,
  concerns,
  planMessage = NOTHING,
  advice,
  apartFor,
  ...text
}: ClientRuleDefinition): ClientRule {
  const claimsIn = typeof claims === "function" ? oncePerPool(claims) : () => claims;
  const concerned = (must: ClientStatement) => (concerns ? implies(concerns, must) : must);
  const messageIn =
    (pool: PoolModel): Message =>
    (hidden) =>
      planMessage(hidden, pool);
  return {
    ...text,
    ...(advice && { advises: true }),
    subject: "client",
    check: (client, pool) => {
      let violations = NONE;
      if (concerns === undefined || concerns.holds(client) === true)
        for (const { must, violations: found } of claimsIn(pool))
          if (must.holds(client) === false) violations = [...violations, ...found(client)];
      if (advice === undefined) return violations;
      return [...violations, ...[...advice(client, pool)].map((each): Violation => ({ ...each, unplanned: true }))];
    },
    conditions: (pool) => {
      const made = claimsIn(pool);
      const own = made.flatMap(({ must, planMessage }) =>
        planMessage ? [conditionOf("client", concerned(must), planMessage)] : [],
      );
      const others = made.filter((each) => each.planMessage === undefined).map(({ must }) => must);
      const asked =
        others.length === 0 ? own : [...own, conditionOf("client", concerned(all(...others)), messageIn(pool))];
      return apartFor ? asked.map((each) => ({ ...each, apartFor: apartFor(pool) })) : asked;
    },
    validation: (client, pool) => {
      const made = claimsIn(pool);
      const must = concerned(all(...made.map((claim) => claim.must)));
      if (must.holds(client) !== undefined) return undefined;
      const open = made.filter((each) => each.must.holds(client) === undefined);
      const message: Message = open.length === 1 && open[0]?.planMessage ? open[0].planMessage : messageIn(pool);
      return { expression: given(must, client).over("self"), message };
    },
  };
}

const NONE: readonly Violation[] = [];
const NOTHING: Message = () => [];

/** A pool has many clients, one after the other, of which the same is claimed. */
function oncePerPool(make: (pool: PoolModel) => readonly Claim[]): typeof make {
  let last: { readonly pool: PoolModel; readonly claims: readonly Claim[] } | undefined;
  return (pool) => {
    if (last?.pool !== pool) last = { pool, claims: make(pool) };
    return last.claims;
  };
}

/** What must hold of every item of a list, or of several lists, as long as `when` does. */
export function claimEach(
  fields: ListField | readonly ListField[],
  statement: Statement<string>,
  message: (item: string) => string,
  options: {
    readonly when?: ClientStatement;
    readonly fix?: (item: string) => string | undefined;
    readonly planMessage?: Message;
  } = {},
): Claim {
  const every = everyItem(fields, statement);
  return {
    must: options.when ? implies(options.when, every) : every,
    violations: (client) =>
      ([fields].flat() as ListField[]).flatMap((field) =>
        knownItems(client[field])
          .filter((item) => statement.holds(item) === false)
          .map((item) => {
            const fix = options.fix?.(item);
            return { at: placeOf(client, field, item), message: message(item), ...(fix !== undefined && { fix }) };
          }),
      ),
    ...(options.planMessage && { planMessage: options.planMessage }),
  };
}

/** Where an item of one of the client's lists was written; a scope also under its resource server's key. */
export function placeOf(client: ClientModel, field: ListField, item: string): Path {
  const reference = field === "allowedOauthScopes" ? client.scopeReferences[item] : undefined;
  const place = itemPlace(client.source, field, item);
  return place.length === 1 && reference
    ? itemPlace(client.source, field, `${reference.resourceServer}/${reference.scope}`)
    : place;
}

/** Those of the items that the list has, as text. */
export function present(client: ClientModel, field: ListField, items: readonly string[]): string {
  return knownItems(client[field])
    .filter((item) => items.includes(item))
    .join(", ");
}

/** Those of the items that the list has, in a message. */
export function among(field: ListField, items: readonly string[]): Shown<ClientModel> {
  return {
    of: (client) => present(client, field, items),
    over: (name) => `join(", ", setintersection(${name}.${argumentName(field)}, ${literals(items)}))`,
  };
}

/** The place of the first of these items that the list has. */
export function placeOfAny(field: ListField, items: readonly string[]): (client: ClientModel) => Path {
  return (client) => {
    const item = knownItems(client[field]).find((each) => items.includes(each));
    return item === undefined ? [field] : placeOf(client, field, item);
  };
}

/** The place of the first of these keys that the file has for the client. */
export function firstWritten(...keys: readonly (keyof ClientModel)[]): (client: ClientModel) => Path {
  return (client) => [keys.find((key) => part(client.source, key) !== undefined) ?? (keys[0] as string)];
}

/** That the feature is off while the pool's tier is LITE. Of an existing pool the tier is not known. */
export function offOnLite(feature: ClientStatement, pool: PoolModel): ClientStatement | undefined {
  const hasTier = ofPool(not(equals(poolArgument("userPoolTier"), "LITE")), pool);
  return hasTier && implies(feature, hasTier);
}

/** What holds of the pool, said of each of its clients; nothing of a pool that is managed elsewhere. */
export function ofPool(statement: Statement<UserPoolModel>, { pool }: PoolModel): ClientStatement | undefined {
  return pool && saidOf(statement, pool, "local.user_pool");
}

/** What a client can be given, whatever its platform. */
type Arguments = Omit<z.input<typeof anyClientSchema>, "platform">;

export { claim } from "../language/claims";

/** An example whose client `app` is on this platform. */
export function on(platform: Platform, rest: Arguments = {}, around: Omit<Example, "client"> = {}): Example {
  return { ...around, client: { platform, ...rest } as Client };
}

/** An example that breaks a rule at this place of the client `app`. */
export function bad(example: Example, ...at: Path): BadExample {
  return { ...example, at: formatPath(["pools", "users", "clients", "app", ...at]) };
}

/** AWS's pages that many rules rest on. */
export const AWS = {
  createClient:
    "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
  appClients: "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html",
  refreshTokens:
    "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html",
  featurePlans: "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html",
  scopes: "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html",
  authFlows:
    "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html",
  authorize: "https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html",
  quotas: "https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html",
} as const;

export { PREFLIGHT } from "../language/sources";
