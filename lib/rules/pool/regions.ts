import { isAccountId } from "../../cognito/arn";
import { partitionOf, REGIONS, WITHOUT_USER_POOLS } from "../../cognito/regions";
import { nearest } from "../../config/validate/nearest";
import { domainsOf, type PoolModel } from "../../model/model";
import type { Path } from "../../model/source";
import { isOpen, known, type Text } from "../../model/value";
import { arnClauses, homeOf } from "../language/arns";
import { literal, plain } from "../language/expressions";
import { api, guide } from "../language/sources";
import type { Rule, Violation } from "../rule";
import { badPool, goodPool } from "./pool-examples";

const role = "arn:aws:iam::123456789012:role/deploy";
const backend = (region: string) => ({ backend: { type: "s3" as const, bucket: "states", region } });

const customDomain = {
  domain: {
    customDomain: "login.example.com",
    certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/1a2b3c4d-0000-4000-8000-000000000000",
  },
};

/** Where a stack is deployed. */
export const regionRules: readonly Rule[] = [
  {
    id: "ENV-01",
    name: "known-region",
    since: "2.0",
    severity: "error",
    advises: true,
    subject: "pool",
    title: "require Regions that AWS has",
    why: "The AWS provider refuses any other at plan, a backend at init. The Regions of AWS China have no user pools, by AWS's own list: of a pool there the rule warns, since AWS may add them.",
    fix: "write a Region such as eu-west-1",
    source: [
      "https://docs.aws.amazon.com/general/latest/gr/rande.html",
      "https://docs.amazonaws.cn/en_us/aws/latest/userguide/cognito.html",
    ],
    check: ({ environment }) => [
      ...withoutUserPools(environment),
      ...regionsOf(environment).flatMap(({ at, region }) => {
        const name = known(region);
        if (name === undefined || partitionOf(name) !== undefined) return [];
        const near = nearest(name, REGIONS);
        return [
          {
            at,
            source: environment.source,
            message: `${JSON.stringify(name)} is not a Region of AWS`,
            ...(near && { fix: `did you mean ${near}?` }),
          },
        ];
      }),
    ],
    examples: () => ({
      bad: [
        ...["eu-west-9", "europe-west1", "", "EU-WEST-1", "eu-west-1a"].map((region) => ({
          environment: { region },
          at: "environments.prod.region",
        })),
        { environment: backend("eu-west-11"), at: "environments.prod.backend.region" },
        ...["cn-north-1", "cn-northwest-1"].map((region) => ({
          environment: { region },
          at: "environments.prod.region",
        })),
      ],
      good: [
        ...["eu-west-1", "us-gov-west-1", "mx-central-1", "ap-southeast-7"].map((region) => ({
          environment: { region },
        })),
        { environment: { region: { var: "region" } } },
        { environment: backend("us-east-1") },
      ],
    }),
  },
  {
    id: "ENV-02",
    name: "deployment-role",
    since: "2.0",
    severity: "error",
    subject: "pool",
    title: "require the role that deploys to be an IAM role of the environment's account",
    why: "Terraform assumes the role and then acts in its account: with another accountId the AWS provider refuses every plan.",
    fix: "write the ARN of an IAM role of that account",
    source: ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs#allowed_account_ids-1"],
    check: ({ environment }) => {
      const arn = known(environment.assumeRoleArn);
      if (arn === undefined || arn === "") return [];
      const failing = arnClauses({ kind: "role", ownAccount: true }, environment).find(
        ({ statement }) => statement.holds(arn) === false,
      );
      return failing
        ? [
            {
              at: ["assumeRoleArn"],
              source: environment.source,
              message: `assumeRoleArn ${failing.message(arn)}`,
              fix: failing.fix ?? "",
            },
          ]
        : [];
    },
    examples: () => ({
      bad: [{ assumeRoleArn: "deploy" }, { assumeRoleArn: role, accountId: "111122223333" }].map((environment) => ({
        environment,
        at: "environments.prod.assumeRoleArn",
      })),
      good: [{ assumeRoleArn: role }, { assumeRoleArn: role, accountId: "123456789012" }].map((environment) => ({
        environment,
      })),
    }),
  },
  {
    id: "ENV-03",
    name: "account-id",
    since: "2.0",
    severity: "error",
    subject: "pool",
    title: "require an account ID of 12 digits",
    why: "The AWS provider compares accountId with the account that it acts in: any other text equals none, and every plan fails.",
    fix: 'write the 12 digits in quotes: accountId: "012345678901"',
    source: [
      "https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html",
      "https://registry.terraform.io/providers/hashicorp/aws/latest/docs#allowed_account_ids-1",
    ],
    check: ({ environment }) => {
      const id = known(environment.accountId);
      return id === undefined || isAccountId(id)
        ? []
        : [
            {
              at: ["accountId"],
              source: environment.source,
              message: `accountId ${JSON.stringify(id)} is not 12 digits`,
            },
          ];
    },
    validation: ({ environment: { accountId } }) =>
      isOpen(accountId) && accountId.token === undefined
        ? [
            {
              expression: `can(regex("^[0-9]{12}$", var.${accountId.variable}))`,
              message: plain("an account ID has 12 digits"),
            },
          ]
        : [],
    examples: () => ({
      bad: ["12345678901", "1234-5678-9012", "production", ""].map((accountId) => ({
        environment: { accountId },
        at: "environments.prod.accountId",
      })),
      good: [{ environment: { accountId: "012345678901" } }, { environment: { accountId: { var: "account_id" } } }],
    }),
  },
  {
    id: "DOM-11",
    name: "custom-domain-partition",
    since: "2.0",
    severity: "error",
    subject: "pool",
    title: "disallow custom domains in AWS GovCloud (US)",
    why: "Cognito has no custom domains there: AWS refuses them at apply.",
    fix: "use a prefix",
    source: ["https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-cog.html"],
    check: (pool) => {
      const region = known(pool.environment.region);
      if (region === undefined || partitionOf(region) !== "aws-us-gov") return [];
      return domainsOf(pool)
        .filter(({ custom }) => custom)
        .map(({ key }) => ({ at: [key, "customDomain"], message: `Cognito has no custom domains in ${region}` }));
    },
    examples: () => ({
      bad: [{ ...badPool(customDomain, "domain", "customDomain"), environment: { region: "us-gov-west-1" } }],
      good: [
        goodPool(customDomain),
        { ...goodPool({ domain: { prefix: "acme" } }), environment: { region: "us-gov-west-1" } },
      ],
    }),
  },
  {
    id: "POOL-15",
    name: "existing-pool-region",
    since: "2.0",
    severity: "error",
    subject: "pool",
    title: "require an existing user pool to be in the Region of its environment",
    why: "A pool ID begins with the pool's Region; in any other Region no call finds the pool, and every plan fails.",
    fix: "use a pool of the environment's Region, or an environment of the pool's Region",
    source: [api("DescribeUserPool"), guide("cognito-user-pools-console-overview")],
    check: ({ existing, environment }) => {
      const id = known(existing?.userPoolId);
      const home = homeOf(environment);
      const region = id === undefined ? undefined : REGIONS.find((each) => id.startsWith(`${each}_`));
      return region === undefined || home === undefined || region === home
        ? []
        : [{ at: ["existing", "userPoolId"], message: `user pool ${id} is in ${region}, the environment in ${home}` }];
    },
    validation: ({ existing, environment }: PoolModel) => {
      const id = existing?.userPoolId;
      const home = homeOf(environment);
      if (!isOpen(id) || id.token !== undefined || home === undefined) return [];
      return [
        {
          expression: `startswith(var.${id.variable}, ${literal(`${home}_`)})`,
          message: plain(`the ID of a user pool in ${home} begins with ${home}_`),
        },
      ];
    },
    examples: () => ({
      bad: [badPool({ existing: { userPoolId: "us-east-1_Ab3dEf6h1" } }, "existing", "userPoolId")],
      good: [
        goodPool({ existing: { userPoolId: "eu-west-1_Ab3dEf6h1" } }),
        goodPool({ existing: { userPoolId: { var: "user_pool_id" } } }),
        {
          ...goodPool({ existing: { userPoolId: "us-east-1_Ab3dEf6h1" } }),
          environment: { region: { var: "region" } },
        },
      ],
    }),
  },
];

/** Of a pool in a Region that has none, as far as AWS says. */
function withoutUserPools({ region, source }: PoolModel["environment"]): Violation[] {
  const name = known(region);
  const partition = name === undefined ? undefined : partitionOf(name);
  if (partition === undefined || !WITHOUT_USER_POOLS.includes(partition)) return [];
  return [
    {
      at: ["region"],
      source,
      message: `AWS has no user pools in ${name}, by its own list`,
      fix: "choose another Region, or acknowledge that AWS has them by now",
      severity: "warning",
    },
  ];
}

/** Every Region that an environment names. */
function regionsOf({ region, backend }: PoolModel["environment"]): { at: Path; region: Text }[] {
  const state = backend.type === "s3" ? [{ at: ["backend", "region"], region: backend.region }] : [];
  return [{ at: ["region"], region }, ...state];
}
