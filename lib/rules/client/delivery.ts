import { DEFAULT_SECRETS_KEY } from "../../cognito/secrets-manager";
import type { ClientModel, EnvironmentModel, PoolModel } from "../../model/model";
import { proxyName, proxyOf } from "../../model/secret-hash-proxy";
import { known } from "../../model/value";
import { arnClauses } from "../language/arns";
import { type Claim, conditionOf } from "../language/claims";
import { plain, planText } from "../language/expressions";
import { type Field, meets } from "../language/fields";
import { all, any, comparison, implies, not, type Statement } from "../language/statements";
import { claimText } from "../language/text-claims";
import { formClause, lengthClause, type TextClause } from "../language/text-clauses";
import { matches, quoted } from "../language/text-statements";
import { isConfidential } from "../language/trust";
import type { Rule } from "../rule";
import { bad, claim, on } from "./client-rule";
import {
  DELIVERIES,
  type DeliveryKind,
  deliveredText,
  deliveryRule,
  isDelivered,
  STORES_NO_TEXT,
} from "./delivery-rule";

const page = "docs/delivery.md";
const SECRET_NAME = formClause("^[A-Za-z0-9/_+=.@-]+$", "the name of a secret");
const PREFIX: readonly TextClause[] = [
  formClause("^(?:/[A-Za-z0-9_.-]+){1,14}$", "a prefix of parameters"),
  {
    statement: not(matches("^/(?:aws|ssm)", { ignoreCase: true })),
    message: (prefix) => `${quoted(prefix)} begins with a word that AWS reserves: aws, ssm`,
    demand: "without aws or ssm at its beginning",
  },
  lengthClause(1, 900),
];
const ID_PREFIX = (self: string) => `try(trimsuffix(${self}.parameters.id.name, "/client-id"), "")`;
const KEY_ID = "^(?:[0-9a-f-]{36}|mrk-[0-9a-f]{32}|alias/[A-Za-z0-9/_-]+)$";
/** The keys that AWS services make for themselves: Secrets Manager uses its own alone. */
const isOfOtherService = all(matches("^alias/aws/"), not(matches(`^${DEFAULT_SECRETS_KEY}$`)));
const KEY_PLACE = ["deliver", "secretsManager", "kmsKeyId"];
const KEY = deliveredText(
  ({ deliver }) => deliver?.secretsManager?.kmsKeyId,
  (self) => `try(${self}.secret.kms_key_id, null)`,
);

const secretsManager = { name: "acme/prod/api" };
const ssm = { prefix: "/acme/prod/api" };
const arn = "arn:aws:kms:eu-west-1:123456789012:key/1a2b3c4d-0000-4000-8000-000000000000";

/** A client keeps its secret to itself: said of the client that a delivery is of. */
const keepsSecret: Statement<ClientModel> = {
  holds: isConfidential.holds,
  over: (self) => isConfidential.over(`${self}.client`),
  ...(isConfidential.operator && { operator: isConfidential.operator }),
};

/** Where the credentials of clients are stored. */
export const deliveryRules: readonly Rule[] = [
  deliveryRule({
    id: "DEL-01",
    name: "deliver-confidential-client",
    severity: "error",
    title: "require a secret to deliver",
    why: "A client without a secret has nothing to deliver; its id is an output of the stack.",
    fix: "remove deliver, or use a platform with a secret",
    source: [page],
    claims: [claim(keepsSecret, ["deliver"], "the client has no secret to deliver")],
    examples: () => ({
      bad: [bad(on("other", { deliver: { ssm } }), "deliver")],
      good: [on("other", { generateSecret: true, deliver: { ssm } }), on("server", { deliver: { secretsManager } })],
    }),
  }),
  deliveryRule({
    id: "DEL-02",
    name: "delivery-name",
    severity: "error",
    title: "limit names of deliveries to what Secrets Manager and Systems Manager accept",
    why: "AWS rejects other names at apply: a secret has 1 to 512 letters, digits and / _ + = . @ -, a parameter a path of at most 15 levels that does not begin with aws or ssm.",
    fix: "write a name such as acme/prod/api, a prefix such as /acme/prod/api",
    source: [
      "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html",
      "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html",
    ],
    claims: [namedBy("secretsManager", [SECRET_NAME, lengthClause(1, 512)]), namedBy("ssm", PREFIX)],
    byHand: () => {
      const { must, planMessage = () => [] } = namedBy("ssm", PREFIX, ID_PREFIX);
      return [conditionOf("delivery", must, planMessage)];
    },
    examples: () => ({
      bad: [
        ...["", "a b", "a${x}", "a".repeat(513)].map((name) =>
          bad(on("server", { deliver: { secretsManager: { name } } }), "deliver", "secretsManager", "name"),
        ),
        ...["", "acme", "/acme/", "/aws/acme", "/a b", "/a".repeat(15)].map((prefix) =>
          bad(on("server", { deliver: { ssm: { prefix } } }), "deliver", "ssm", "prefix"),
        ),
      ],
      good: [
        on("server", { deliver: { secretsManager, ssm } }),
        on("server", { deliver: { secretsManager: { name: { var: "name" } }, ssm: { prefix: "/a".repeat(14) } } }),
      ],
    }),
  }),
  deliveryRule({
    id: "DEL-03",
    name: "unique-delivery",
    severity: "error",
    title: "require every delivery to have a name of its own",
    why: "AWS refuses a second secret or parameter of a name at apply: ResourceExistsException, ParameterAlreadyExists.",
    fix: "choose another name",
    source: [page],
    claims: (pool) => [namedOnce("secretsManager", pool), namedOnce("ssm", pool)],
    examples: () => ({
      bad: [
        {
          ...bad(on("server", { deliver: { ssm } })),
          clients: { web: { platform: "server", deliver: { ssm } } },
          at: "pools.users.clients.web.deliver.ssm.prefix",
        },
      ],
      good: [
        on(
          "server",
          { deliver: { ssm } },
          { clients: { web: { platform: "server", deliver: { ssm: { prefix: "/acme/prod/web" } } } } },
        ),
      ],
    }),
  }),
  deliveryRule({
    id: "DEL-04",
    name: "delivery-key",
    severity: "error",
    title: "require the KMS key of a secret to be in the Region of the pool",
    why: "Secrets Manager encrypts with keys of its own Region alone, and with no key that another AWS service made for itself, such as alias/aws/ssm.",
    fix: "use a key of the pool's Region, as ARN, id or alias/NAME",
    source: [
      "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html",
      "https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-cmk",
    ],
    claims: ({ environment }) => [keyOf(KEY, environment)],
    examples: () => ({
      bad: ["app", "alias/aws/ssm", arn.replace("eu-west-1", "us-east-1"), ""].map((kmsKeyId) =>
        bad(
          on("server", { deliver: { secretsManager: { ...secretsManager, kmsKeyId } } }),
          "deliver",
          "secretsManager",
          "kmsKeyId",
        ),
      ),
      good: ["alias/app", "alias/aws/secretsmanager", arn, { var: "key" }].map((kmsKeyId) =>
        on("server", { deliver: { secretsManager: { ...secretsManager, kmsKeyId } } }),
      ),
    }),
  }),
  deliveryRule({
    id: "DEL-05",
    name: "no-exported-delivery",
    severity: "warning",
    title: "disallow a delivered secret as an output, and as text that anyone can read",
    why: "Whoever reads the outputs of the stack, the state of the delivery or a parameter of type String reads the secret that the delivery protects.",
    fix: "remove exportClientSecrets, and read the delivery",
    source: [page],
    check: (_, { exportClientSecrets }) =>
      exportClientSecrets
        ? [{ at: ["deliver"], message: "the secret is delivered, and also an output of the stack" }]
        : [],
    byHand: () => [
      {
        on: "delivery",
        expression: `${STORES_NO_TEXT} && try(self.parameters.secret.type, "SecureString") == "SecureString"`,
        message: plain("the secret is readable: as secret_string in the state, or in a parameter of type String"),
      },
    ],
    examples: () => ({
      bad: [bad(on("server", { deliver: { ssm } }, { pool: { exportClientSecrets: true } }), "deliver")],
      good: [on("server", { deliver: { ssm } }), on("server", {}, { pool: { exportClientSecrets: true } })],
    }),
  }),
];

/** The name of a delivery, or of a parameter of one, meets what AWS demands of it. */
function namedBy(
  kind: DeliveryKind,
  clauses: readonly TextClause[],
  over: (self: string) => string = DELIVERIES[kind].over,
) {
  const { at, name } = DELIVERIES[kind];
  return claimText(at[2], deliveredText(name, over), clauses, at, { when: isDelivered(kind) });
}

/** No delivery before this one, by key, has its name, nor has the secret of the SECRET_HASH proxy. */
function namedOnce(kind: DeliveryKind, pool: PoolModel): Claim<ClientModel> {
  const { at, name, over } = DELIVERIES[kind];
  const listed = (of: (delivery: string) => string) => `[for other in local.deliveries : ${of("other")}]`;
  const isFirst = (self: string) =>
    `index(${listed(over)}, ${over(self)}) == index(${listed((other) => `${other}.key`)}, ${self}.key)`;
  const isOfProxy = (self: string) => `contains([for proxy in local.proxies : proxy.secret.name], ${over(self)})`;
  const isOwn: Statement<ClientModel> = {
    holds: (client) => ownerOf(client, kind, pool) === undefined,
    over: (self) => (kind === "ssm" ? isFirst(self) : `${isFirst(self)} && !${isOfProxy(self)}`),
    operator: "&&",
  };
  return {
    must: implies(isDelivered(kind), isOwn),
    violations: (client) => [
      { at, message: `${quoted(known(name(client)))} is also used by ${ownerOf(client, kind, pool)}` },
    ],
    planMessage: planText`${plain(at[2])} ${`jsonencode(${over("self")})`} is also that of another delivery or of the proxy`,
  };
}

/** What has the name already: a client before this one, by key, or the SECRET_HASH proxy. */
function ownerOf(client: ClientModel, kind: DeliveryKind, pool: PoolModel): string | undefined {
  const { name: nameOf } = DELIVERIES[kind];
  const name = known(nameOf(client));
  if (name === undefined) return undefined;
  if (kind === "secretsManager" && proxyOf(pool) && proxyName(pool) === name) return "the SECRET_HASH proxy";
  const owner = pool.clients.find((other) => other.key < client.key && known(nameOf(other)) === name);
  return owner && `client ${owner.key}`;
}

/**
 * The KMS key of a secret is a key of its Region, as ARN, id or alias. Once a secret with AWS's own key exists, the plan
 * knows its key as an empty text, since AWS answers none.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html
 */
function keyOf(secret: Field<ClientModel>, environment: EnvironmentModel): Claim<ClientModel> {
  const clauses = arnClauses({ kind: "key", regions: "own" }, environment);
  const isKey = any(all(matches(KEY_ID), not(isOfOtherService)), all(...clauses.map(({ statement }) => statement)));
  const isGiven = comparison<ClientModel>(
    ({ deliver }) => deliver?.secretsManager?.kmsKeyId !== undefined,
    (self) => `(${secret.over(self)} != null && ${secret.over(self)} != "")`,
    (self) => `(${secret.over(self)} == null || ${secret.over(self)} == "")`,
  );
  const demands = clauses.map(({ demand }) => demand).join(", ");
  return {
    must: implies(isGiven, meets(secret, isKey)),
    violations: (client) => {
      const given = String(secret.of(client));
      const failing = clauses.find(({ statement }) => statement.holds(given) === false) as TextClause;
      const message = isOfOtherService.holds(given)
        ? `${quoted(given)} is the key of another AWS service`
        : failing.message(given);
      const unplanned = given === "" ? ({ unplanned: true } as const) : {};
      return [{ at: KEY_PLACE, message: `kmsKeyId ${message}`, ...unplanned }];
    },
    planMessage: planText`kms_key_id ${`jsonencode(${secret.over("self")})`} must be the id or alias of a key that is not of another AWS service, or ${plain(demands)}`,
  };
}
