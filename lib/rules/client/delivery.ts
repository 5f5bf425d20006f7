import type { ClientModel, PoolModel } from "../../model/model";
import { proxyName, proxyOf } from "../../model/secret-hash-proxy";
import { isConfidential } from "../../model/trust";
import { known } from "../../model/value";
import { arnClauses } from "../language/arns";
import { characters, quoted } from "../language/text-statements";
import type { ClientRule, Rule, RuleText, Violation } from "../rule";
import { bad, on } from "./client-rule";

const page = "docs/delivery.md";
const NAME = /^[A-Za-z0-9/_+=.@-]+$/;
const PREFIX = /^(?:\/[A-Za-z0-9_.-]+){1,14}$/;
const KEY_ID = /^(?:[0-9a-f-]{36}|mrk-[0-9a-f]{32}|alias\/[A-Za-z0-9/_-]+)$/;

const secretsManager = { name: "acme/prod/api" };
const ssm = { prefix: "/acme/prod/api" };
const arn = "arn:aws:kms:eu-west-1:123456789012:key/1a2b3c4d-0000-4000-8000-000000000000";

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
    check: (client) =>
      isConfidential(client) ? [] : [{ at: ["deliver"], message: "the client has no secret to deliver" }],
    examples: {
      bad: [bad(on("other", { deliver: { ssm } }), "deliver")],
      good: [on("other", { generateSecret: true, deliver: { ssm } }), on("server", { deliver: { secretsManager } })],
    },
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
    check: ({ deliver }) => {
      const [name, prefix] = [known(deliver?.secretsManager?.name), known(deliver?.ssm?.prefix)];
      return [
        ...(name !== undefined && (!NAME.test(name) || characters(name) > 512)
          ? [{ at: ["deliver", "secretsManager", "name"], message: `${quoted(name)} is not the name of a secret` }]
          : []),
        ...(prefix !== undefined && (!PREFIX.test(prefix) || /^\/(aws|ssm)/i.test(prefix) || characters(prefix) > 900)
          ? [{ at: ["deliver", "ssm", "prefix"], message: `${quoted(prefix)} is not a prefix of parameters` }]
          : []),
      ];
    },
    examples: {
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
    },
  }),
  deliveryRule({
    id: "DEL-03",
    name: "unique-delivery",
    severity: "error",
    title: "require every delivery to have a name of its own",
    why: "AWS refuses a second secret or parameter of a name at apply: ResourceExistsException, ParameterAlreadyExists.",
    fix: "choose another name",
    source: [page],
    check: (client, pool) =>
      (["secretsManager", "ssm"] as const).flatMap((kind) => {
        const name = nameOf(client, kind);
        const other = name === undefined ? undefined : ownerOf(name, kind, client, pool);
        if (other === undefined) return [];
        const at = ["deliver", kind, kind === "ssm" ? "prefix" : "name"];
        return [{ at, message: `${quoted(name)} is also used by ${other}` }];
      }),
    examples: {
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
    },
  }),
  deliveryRule({
    id: "DEL-04",
    name: "delivery-key",
    severity: "error",
    title: "require the KMS key of a secret to be in the Region of the pool",
    why: "Secrets Manager encrypts with keys of its own Region alone.",
    fix: "use a key of the pool's Region, as ARN, id or alias/NAME",
    source: ["https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html"],
    check: ({ deliver }, { environment }) => {
      const given = known(deliver?.secretsManager?.kmsKeyId);
      if (given === undefined || KEY_ID.test(given)) return [];
      const failing = arnClauses({ kind: "key", regions: "own" }, environment).find(
        ({ statement }) => statement.holds(given) === false,
      );
      return failing
        ? [{ at: ["deliver", "secretsManager", "kmsKeyId"], message: `kmsKeyId ${failing.message(given)}` }]
        : [];
    },
    examples: {
      bad: ["app", arn.replace("eu-west-1", "us-east-1"), ""].map((kmsKeyId) =>
        bad(
          on("server", { deliver: { secretsManager: { ...secretsManager, kmsKeyId } } }),
          "deliver",
          "secretsManager",
          "kmsKeyId",
        ),
      ),
      good: ["alias/app", arn, { var: "key" }].map((kmsKeyId) =>
        on("server", { deliver: { secretsManager: { ...secretsManager, kmsKeyId } } }),
      ),
    },
  }),
  deliveryRule({
    id: "DEL-05",
    name: "no-exported-delivery",
    severity: "warning",
    title: "disallow secrets as an output beside deliveries",
    why: "Whoever reads the outputs of the stack reads the secret that the delivery protects.",
    fix: "remove exportClientSecrets, and read the delivery",
    source: [page],
    check: (_, { exportClientSecrets }) =>
      exportClientSecrets
        ? [{ at: ["deliver"], message: "the secret is delivered, and also an output of the stack" }]
        : [],
    examples: {
      bad: [bad(on("server", { deliver: { ssm } }, { pool: { exportClientSecrets: true } }), "deliver")],
      good: [on("server", { deliver: { ssm } }), on("server", {}, { pool: { exportClientSecrets: true } })],
    },
  }),
];

interface DeliveryRuleDefinition extends Omit<RuleText, "since"> {
  /** What is wrong with a client that is delivered. */
  readonly check: (client: ClientModel, pool: PoolModel) => readonly Violation[];
  readonly examples: ClientRule["examples"];
}

/** A rule about deliveries, which are not among the objects that Terraform judges. */
function deliveryRule({ check, ...rule }: DeliveryRuleDefinition): ClientRule {
  return {
    ...rule,
    since: "2.0",
    subject: "client",
    check: (client, pool) =>
      client.deliver === undefined ? [] : check(client, pool).map((each) => ({ ...each, unplanned: true })),
  };
}

function nameOf({ deliver }: ClientModel, kind: "secretsManager" | "ssm"): string | undefined {
  return known(kind === "ssm" ? deliver?.ssm?.prefix : deliver?.secretsManager?.name);
}

/** What has the name already: a client before this one, or the SECRET_HASH proxy. */
function ownerOf(
  name: string,
  kind: "secretsManager" | "ssm",
  client: ClientModel,
  pool: PoolModel,
): string | undefined {
  if (kind === "secretsManager" && proxyOf(pool) && proxyName(pool) === name) return "the SECRET_HASH proxy";
  const before = pool.clients.slice(0, pool.clients.indexOf(client));
  const owner = before.find((other) => nameOf(other, kind) === name);
  return owner && `client ${owner.key}`;
}
