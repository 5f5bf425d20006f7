import { amplifyOutputs } from "../../front-end/amplify-outputs";
import { publicValues } from "../../front-end/public-values";
import type { ClientModel, PoolModel } from "../../model/model";
import { known } from "../../model/value";
import { quoted } from "../language/text-statements";
import type { Rule, Violation } from "../rule";
import { sharePlace } from "./same-place";

const SOURCE = "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html";
const web = (ssm: string) => ({ platform: "spa" as const, publish: { ssm } });

/** Characters of a parameter of the Standard tier. */
const MOST = 4_096;

/** Where clients publish their public values. No plan shows more than the AWS provider does. */
export const publicationRules: readonly Rule[] = [
  {
    id: "PUB-01",
    name: "own-parameters",
    since: "2.0",
    severity: "error",
    subject: "pool",
    title: "require that every client publishes its values under a prefix of its own",
    why: "Two clients with one prefix are two resources with one parameter: the second apply fails with ParameterAlreadyExists.",
    fix: "give each client, and each environment of an account, a prefix of its own",
    source: [SOURCE],
    check: (pool, before = []) => {
      if (prefixesOf(pool).length === 0) return [];
      const taken = new Map(before.filter((other) => sharePlace(other, pool)).flatMap(prefixesOf));
      return pool.clients.flatMap((client): Violation[] => {
        if (client.publish === undefined) return [];
        const { ssm } = client.publish;
        const other = taken.get(ssm);
        taken.set(ssm, other ?? `client ${client.key}`);
        if (other === undefined) return [];
        const at = ["clients", client.key, "publish", "ssm"];
        return [{ at, message: `prefix ${quoted(ssm)} is also that of ${other}`, unplanned: true }];
      });
    },
    examples: () => ({
      bad: [
        {
          client: web("/acme/web"),
          clients: { admin: web("/acme/web") },
          at: "pools.users.clients.admin.publish.ssm",
        },
      ],
      good: [{ client: web("/acme/web"), clients: { admin: web("/acme/admin") } }],
    }),
  },
  {
    id: "PUB-02",
    name: "published-size",
    since: "2.0",
    severity: "error",
    subject: "pool",
    title: "limit the public values of a client to 4096 characters",
    why: "A parameter of the Standard tier holds 4096 characters; AWS refuses a longer value at apply.",
    fix: "remove redirect addresses that nobody uses, or remove publish and use the outputs command",
    source: [SOURCE],
    check: (pool) =>
      pool.clients.flatMap((client): Violation[] => {
        if (client.publish === undefined) return [];
        const size = Math.max(...shapesOf(client, pool).map((shape) => JSON.stringify(shape).length));
        const at = ["clients", client.key, "publish"];
        const message = `the public values of client ${client.key} have about ${size} characters; a parameter holds ${MOST}`;
        return size > MOST ? [{ at, message, unplanned: true }] : [];
      }),
    examples: () => ({
      bad: [{ client: withCallbacks(100), at: "pools.users.clients.app.publish" }],
      good: [{ client: withCallbacks(20) }],
    }),
  },
];

function prefixesOf({ stack, clients }: PoolModel): [string, string][] {
  return clients.flatMap(({ key, publish }): [string, string][] =>
    publish ? [[publish.ssm, `client ${key} of stack ${stack}`]] : [],
  );
}

function shapesOf(client: ClientModel, pool: PoolModel): object[] {
  const region = known(pool.environment.region) ?? "eu-central-1";
  const deployed = {
    region,
    userPoolId: `${region}_AbCdEfGhI`,
    issuer: `https://cognito-idp.${region}.amazonaws.com/${region}_AbCdEfGhI`,
    clientId: "1example23456789abcdefghij",
    ...(pool.domain && { domain: `${known(pool.domain.domain) ?? ""}.auth.${region}.amazoncognito.com` }),
  };
  return [publicValues(client, deployed), amplifyOutputs(client, pool, deployed)];
}

function withCallbacks(count: number) {
  const callbackUrls = Array.from({ length: count }, (_, index) => `https://acme.example/signed-in/by/number/${index}`);
  return { ...web("/acme/web"), callbackUrls };
}
