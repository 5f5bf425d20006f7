import { REGIONS } from "../../cognito/regions";
import { domainsOf, type PoolModel } from "../../model/model";
import { part } from "../../model/source";
import { known } from "../../model/value";
import { IMPORT } from "../client/adoption";
import { on } from "../client/client-rule";
import { homeOf } from "../language/arns";
import { api, guide } from "../language/sources";
import { matches, quoted } from "../language/text-statements";
import type { Rule, Violation } from "../rule";
import { badPool, goodPool } from "./pool-examples";

const POOL_ID = matches("^[0-9A-Za-z_-]{1,54}_[0-9A-Za-z]{1,54}$");

const ID = "eu-west-1_Ab3dEf6h1";
const adopted = { adopted: { userPoolId: ID } };
const client = (clientId: string) => on("ios", { adopted: { clientId } }, { pool: adopted });

/** Pools that exist in AWS, and that Terraform imports with what is attached to them. */
export const adoptionRules: readonly Rule[] = [
  {
    id: "ADO-01",
    name: "adopted-user-pool-id",
    since: "2.0",
    severity: "error",
    subject: "pool",
    title: "require the ID of an adopted user pool to be its Region, _ and letters or digits",
    why: "Terraform imports the pool by this ID: no pool has another one, and the plan fails.",
    fix: "copy the user pool ID from the console, or from: aws cognito-idp list-user-pools",
    source: [api("DescribeUserPool"), IMPORT],
    check: ({ adopted }) => {
      const id = known(adopted?.userPoolId);
      return id === undefined || (POOL_ID.holds(id) && id.length <= 55)
        ? []
        : [{ at: ["adopted", "userPoolId"], message: `${quoted(id)} is not the ID of a user pool` }];
    },
    examples: () => ({
      bad: ["", "Ab3dEf6h1", "eu-west-1_", "eu-west-1_Ab3d/x", `eu-west-1_${"x".repeat(46)}`].map((userPoolId) =>
        badPool({ adopted: { userPoolId } }, "adopted", "userPoolId"),
      ),
      good: [goodPool(adopted)],
    }),
  },
  {
    id: "ADO-02",
    name: "adopted-pool-region",
    since: "2.0",
    severity: "error",
    subject: "pool",
    title: "require an adopted user pool to be in the Region of its environment",
    why: "A pool ID begins with the pool's Region; in any other Region no call finds the pool, and every plan fails.",
    fix: "write the ID of this environment's pool: each environment has its own, in environments.<environment>.pools",
    source: [api("DescribeUserPool"), guide("cognito-user-pools-console-overview")],
    check: ({ adopted, environment }) => {
      const id = known(adopted?.userPoolId);
      const home = homeOf(environment);
      const region = id === undefined ? undefined : REGIONS.find((each) => id.startsWith(`${each}_`));
      return region === undefined || home === undefined || region === home
        ? []
        : [{ at: ["adopted", "userPoolId"], message: `user pool ${id} is in ${region}, the environment in ${home}` }];
    },
    examples: () => ({
      bad: [badPool({ adopted: { userPoolId: "us-east-1_Ab3dEf6h1" } }, "adopted", "userPoolId")],
      good: [
        goodPool(adopted),
        { ...goodPool({ adopted: { userPoolId: "us-east-1_Ab3dEf6h1" } }), environment: { region: "us-east-1" } },
      ],
    }),
  },
  {
    id: "ADO-04",
    name: "adopted-once",
    since: "2.0",
    severity: "error",
    subject: "pool",
    title: "require each adopted pool and client to be adopted once",
    why: "Two resources would manage one object, in one state or in two: each apply undoes the other, and removing one of them deletes the object.",
    fix: "remove one of them; where environments have pools of their own, write each ID in its environment",
    source: [IMPORT],
    check: (pool, before = []) => [...poolTwice(pool, before), ...clientsTwice(pool, before)],
    examples: () => ({
      bad: [
        { ...badPool(adopted, "adopted", "userPoolId"), before: { p: adopted } },
        {
          ...client("1h57kf5cpq17m0eml12example"),
          clients: { web: { platform: "spa", adopted: { clientId: "1h57kf5cpq17m0eml12example" } } },
          at: "pools.users.clients.web.adopted.clientId",
        },
      ],
      good: [
        { ...goodPool(adopted), before: { p: { adopted: { userPoolId: "eu-west-1_Cd3dEf6h1" } } } },
        {
          ...client("1h57kf5cpq17m0eml12example"),
          clients: { web: { platform: "spa", adopted: { clientId: "2h57kf5cpq17m0eml12example" } } },
        },
      ],
    }),
  },
  {
    id: "ADO-06",
    name: "unset-of-adopted-pool",
    since: "2.0",
    severity: "error",
    subject: "pool",
    title: "allow unset only in an adopted pool, and only for what has no value",
    why: "The AWS provider plans an argument that is not written as it is in the state, or as AWS's default of a new pool, which is not that of the config. Only an import finds out that AWS has never been given a value.",
    fix: "remove it from unset, or remove the value",
    source: [api("CreateUserPool"), IMPORT],
    check: (pool) => [...unsetViolations(pool)],
    examples: () => ({
      bad: [
        badPool({ unset: ["accountRecovery"] }, "unset"),
        badPool({ ...adopted, unset: ["caseSensitive"], caseSensitive: true }, "unset", 0),
        badPool({ attributes: { "custom:a": { unset: ["minLength"] } } }, "attributes", "custom:a", "unset"),
        badPool(
          { ...adopted, attributes: { "custom:a": { unset: ["maxLength"], maxLength: 8 } } },
          "attributes",
          "custom:a",
          "unset",
          0,
        ),
        badPool({ domain: { prefix: "acme", unset: ["managedLoginVersion"] } }, "domain", "unset"),
        badPool(
          { ...adopted, domain: { prefix: "acme", new: true, unset: ["managedLoginVersion"] } },
          "domain",
          "unset",
        ),
      ],
      good: [
        goodPool({
          ...adopted,
          unset: ["accountRecovery", "caseSensitive", "allowedFirstAuthFactors"],
          attributes: { "custom:a": { unset: ["minLength", "maxLength"] } },
          domain: { prefix: "acme", unset: ["managedLoginVersion"] },
        }),
      ],
    }),
  },
  {
    id: "ADO-09",
    name: "import-id-not-sensitive",
    since: "2.0",
    severity: "error",
    subject: "pool",
    title: "disallow sensitive variables in what an adopted pool is imported by",
    why: "Terraform refuses a sensitive import ID at plan: it is shown in every plan.",
    fix: "write the value, or remove sensitive from the variable",
    source: [IMPORT],
    check: (pool) => {
      const isSensitive = (value: unknown) =>
        pool.variables.some(({ name, sensitive }) => sensitive && name === (value as { variable?: string })?.variable);
      const named = [
        ...(pool.existing && pool.clients.some((each) => each.adopted)
          ? [[pool.existing.userPoolId, ["existing", "userPoolId"]] as const]
          : []),
        ...(pool.adopted
          ? [
              ...domainsOf(pool).map(
                ({ key, domain, custom }) => [domain, [key, custom ? "customDomain" : "prefix"]] as const,
              ),
              ...pool.resourceServers.map(
                ({ key, identifier }) => [identifier, ["resourceServers", key, "identifier"]] as const,
              ),
            ]
          : []),
      ];
      return named
        .filter(([value]) => isSensitive(value))
        .map(([, at]) => ({ at, message: "the value is part of an import ID, and its variable is sensitive" }));
    },
    examples: () => ({
      bad: [
        badPool({ ...adopted, domain: { prefix: { var: "prefix", sensitive: true } } }, "domain", "prefix"),
        badPool(
          {
            ...adopted,
            resourceServers: { api: { identifier: { var: "api", sensitive: true }, scopes: { read: "Read" } } },
          },
          "resourceServers",
          "api",
          "identifier",
        ),
      ],
      good: [
        goodPool({ ...adopted, domain: { prefix: { var: "prefix" } } }),
        goodPool({ domain: { prefix: { var: "prefix", sensitive: true } } }),
      ],
    }),
  },
];

function poolTwice({ adopted }: PoolModel, before: readonly PoolModel[]): Violation[] {
  const id = known(adopted?.userPoolId);
  const twin = before.find((other) => id !== undefined && known(other.adopted?.userPoolId) === id);
  if (twin === undefined) return [];
  const message = `user pool ${id} is adopted by pool ${twin.key} in ${twin.environment.key} already`;
  return [{ at: ["adopted", "userPoolId"], message }];
}

function clientsTwice(pool: PoolModel, before: readonly PoolModel[]): Violation[] {
  if (!pool.clients.some(({ adopted }) => adopted)) return [];
  const taken = new Map<string, string>();
  const take = ({ key, environment, clients }: PoolModel): Violation[] =>
    clients.flatMap((client) => {
      const id = known(client.adopted?.clientId);
      if (id === undefined) return [];
      const twin = taken.get(id);
      if (twin === undefined) taken.set(id, `client ${client.key} of pool ${key} in ${environment.key}`);
      const message = `client ${id} is adopted by ${twin} already`;
      return twin === undefined ? [] : [{ at: ["adopted", "clientId"], source: client.source, message }];
    });
  for (const other of before) take(other);
  return take(pool);
}

function* unsetViolations(pool: PoolModel): Iterable<Violation> {
  const { adopted, source, pool: users } = pool;
  const objects: { at: string[]; unset: readonly string[]; exists: boolean }[] = [
    { at: [], unset: users?.unset ?? [], exists: adopted !== undefined },
    ...(users?.schema ?? []).map(({ key, written }) => ({
      at: ["attributes", key],
      unset: written.unset ?? [],
      exists: adopted !== undefined,
    })),
    ...domainsOf(pool).map(({ key, unset }) => ({
      at: [key],
      unset,
      exists: adopted !== undefined && !adopted.creates.includes(key),
    })),
  ];
  for (const { at, unset, exists } of objects) {
    const object = at.reduce<typeof source | undefined>(part, source);
    if (unset.length > 0 && !exists) {
      const what = at.length === 1 && adopted ? `${at[0]} is new` : "the pool is not adopted";
      yield { at: [...at, "unset"], message: `${unset.join(", ")} unset, but ${what}`, fix: "remove unset" };
    } else
      for (const [index, field] of unset.entries())
        if (part(object, VALUES[field] ?? field) !== undefined)
          yield { at: [...at, "unset", index], message: `${field} is unset, and has a value as well` };
  }
}

/** The keys that hold the value of a field under another name. */
const VALUES: Readonly<Record<string, string>> = { allowedFirstAuthFactors: "signInPolicy" };
