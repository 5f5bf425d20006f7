import type { z } from "zod";
import type { Platform } from "../../cognito/platforms";
import { formatPath } from "../../config/problem";
import type { Client } from "../../config/schema";
import type { anyClientSchema } from "../../config/schema/client";
import type { ClientModel, PoolModel } from "../../model/model";
import { type Path, part } from "../../model/source";
import { isOpen, knownItems } from "../../model/value";
import { type Message, sensitiveArguments } from "../language/expressions";
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
import type { BadExample, ClientRule, Example, Examples, References, RuleText, Violation } from "../rule";

/** A statement that must hold of a client, and what to say where it does not. */
export interface Claim {
  readonly must: ClientStatement;
  /** Every breach, once `must` is known to fail. */
  readonly breaches: (client: ClientModel) => readonly Violation[];
}

/** A rule about one client, as its family writes it down. */
export interface ClientRuleDefinition extends RuleText {
  /** What must hold; a function where that depends on the pool. None: the rule has nothing to say. */
  readonly claims: readonly Claim[] | ((pool: PoolModel, refs?: References) => readonly Claim[]);
  /** Whether the rule is about a client at all. Default every client. */
  readonly concerns?: (client: ClientModel) => boolean;
  /** What Terraform says when a claim fails, after the rule's id and the client. */
  readonly told: (...given: [...Parameters<Message>, PoolModel]) => string;
  /** Advice beside the claims that only the check gives. */
  readonly advice?: (client: ClientModel, pool: PoolModel) => Iterable<Violation>;
  /** The same about the pool and all its clients together. */
  readonly poolAdvice?: ClientRule["poolAdvice"];
  readonly examples: Examples;
}

/** Turns claims into the check and the condition of a rule. */
export function clientRule({ claims, concerns, told, advice, ...text }: ClientRuleDefinition): ClientRule {
  const claimsIn = typeof claims === "function" ? oncePerPool(claims) : () => claims;
  const claimsOf = (client: ClientModel, pool: PoolModel, refs?: References) =>
    concerns?.(client) === false ? [] : claimsIn(pool, refs);
  const messageOf = (client: ClientModel, pool: PoolModel) =>
    `${text.id} client ${client.key}: ${told(sensitiveArguments(client, pool), pool)}`;
  return {
    ...text,
    ...(advice && { advises: true }),
    subject: "client",
    check: (client, pool) => {
      let violations = NONE;
      for (const { must, breaches } of claimsOf(client, pool))
        if (must.holds(client) === false) violations = [...violations, ...breaches(client)];
      if (advice === undefined) return violations;
      return violations === NONE ? advice(client, pool) : [...violations, ...advice(client, pool)];
    },
    condition: (client, pool, refs) => {
      const made = claimsOf(client, pool, refs);
      if (made.length === 0) return undefined;
      // Advice that the check could give already is not given again at every plan.
      if (text.severity === "warning" && made.every(({ must }) => must.holds(client) !== undefined)) return undefined;
      return { expression: expressionOf(made), message: messageOf(client, pool) };
    },
    validation: (client, pool, refs) => {
      const must = all(...claimsOf(client, pool, refs).map((claim) => claim.must));
      if (must.holds(client) !== undefined) return undefined;
      return { expression: given(must, client).over("self"), message: messageOf(client, pool) };
    },
  };
}

const NONE: readonly Violation[] = [];

/** A pool has many clients, one after the other, of which the same is claimed. */
function oncePerPool(make: (pool: PoolModel, refs?: References) => readonly Claim[]): typeof make {
  let last: { readonly pool: PoolModel; readonly refs: References | undefined; readonly claims: readonly Claim[] };
  return (pool, refs) => {
    if (last?.pool !== pool || last.refs !== refs) last = { pool, refs, claims: make(pool, refs) };
    return last.claims;
  };
}

/** The same claims have the same expression, which is made once. */
const EXPRESSIONS = new WeakMap<readonly Claim[], string>();

function expressionOf(claims: readonly Claim[]): string {
  const expression = EXPRESSIONS.get(claims) ?? all(...claims.map(({ must }) => must)).over("self");
  EXPRESSIONS.set(claims, expression);
  return expression;
}

type Of<T> = T | ((client: ClientModel) => T);

/** One thing that must hold of the client as a whole. */
export function claim(must: ClientStatement, at: Of<Path>, message: Of<string>, fix?: Of<string>): Claim {
  const read = <T extends string | Path>(value: Of<T>, client: ClientModel) =>
    typeof value === "function" ? value(client) : value;
  return {
    must,
    breaches: (client) => [
      { at: read(at, client), message: read(message, client), ...(fix && { fix: read(fix, client) }) },
    ],
  };
}

/** What must hold of every item of a list, or of several lists, as long as `when` does. */
export function claimEach(
  fields: ListField | readonly ListField[],
  statement: Statement<string>,
  message: (item: string) => string,
  options: { readonly when?: ClientStatement; readonly fix?: (item: string) => string | undefined } = {},
): Claim {
  const every = everyItem(fields, statement);
  return {
    must: options.when ? implies(options.when, every) : every,
    breaches: (client) =>
      ([fields].flat() as ListField[]).flatMap((field) =>
        knownItems(client[field])
          .filter((item) => statement.holds(item) === false)
          .map((item) => {
            const fix = options.fix?.(item);
            return { at: placeOf(client, field, item), message: message(item), ...(fix !== undefined && { fix }) };
          }),
      ),
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
export function offOnLite(
  feature: ClientStatement,
  pool: PoolModel,
  refs: References | undefined,
): ClientStatement | undefined {
  const tier = pool.pool?.userPoolTier;
  if (!isOpen(tier)) return tier === "LITE" ? not(feature) : undefined;
  if (refs?.pool === undefined) return undefined;
  return implies(feature, {
    holds: () => undefined,
    over: () => `${refs.pool}.user_pool_tier != "LITE"`,
    operator: "==",
  });
}

/** What a client can be given, whatever its platform. */
type Arguments = Omit<z.input<typeof anyClientSchema>, "platform">;

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

/** Rules captured from real deployments, with AWS's messages. */
export const PREFLIGHT = "https://github.com/badmintoncryer/cdk-preflight";
