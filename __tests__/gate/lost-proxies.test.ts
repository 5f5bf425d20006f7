import { allowancesOf } from "../../lib/gate/allowances";
import { judge } from "../../lib/gate/judge";
import { plain } from "../../lib/text/quoted";
import { modelsOf } from "../support/models";
import { CLIENT, changeOf, POOL, planOf } from "./plans";

const ALLOW = { allowDestroy: { reason: "no app uses it", until: "2030-01-31" } };
const DISTRIBUTION = "aws_cloudfront_distribution.secret_hash_proxy";
const SECRET = "aws_secretsmanager_secret.secret_hash_proxy";
const PROXY = { before: { domain_name: "d111.cloudfront.net" } };

/** Verdicts and addresses of what the gate says of a plan of pool `users` in `prod`. */
function judged(changes: Parameters<typeof planOf>[0], client: object = {}, today = "2030-01-31") {
  const config = {
    project: "acme",
    environments: { prod: { region: "eu-west-1" } },
    pools: { users: { clients: { ios: { platform: "ios" as const, ...client } } } },
  };
  const pool = changeOf(`${POOL}.users`, ["no-op"], {
    before: { name: "acme-users-prod" },
    after: { name: "acme-users-prod" },
  });
  return judge(planOf([pool, ...changes]), allowancesOf({ config, pools: modelsOf(config) } as never), today);
}
const verdicts = (...args: Parameters<typeof judged>) =>
  judged(...args).map(({ verdict, path }) => `${verdict} ${path}`);

test.each([
  ["destroyed", ["delete"]],
  ["replaced", ["delete", "create"]],
  ["replaced, the new one first", ["create", "delete"]],
])("a distribution or secret of the proxy that is %s is refused", (_, actions) => {
  const changes = [
    changeOf(DISTRIBUTION, actions, PROXY),
    changeOf(SECRET, actions, { before: { name: "acme-proxy" } }),
  ];
  expect(verdicts(changes)).toEqual([`refused ${DISTRIBUTION}`, `refused ${SECRET}`]);
  const [message] = judged(changes).map((each) => plain(each.message));
  expect(message).toMatch(
    /^CloudFront distribution of the SECRET_HASH proxy d111.cloudfront.net would be (?:destroyed|replaced)$/,
  );
});

test("they may go with clients whose loss the config allows, until the last day", () => {
  const changes = [changeOf(`${CLIENT}.ios`, ["delete", "create"]), changeOf(DISTRIBUTION, ["delete"], PROXY)];
  expect(verdicts(changes, ALLOW)).toEqual([`allowed ${CLIENT}.ios`, `allowed ${DISTRIBUTION}`]);
  expect(verdicts(changes, ALLOW, "2030-02-01")).toEqual([`refused ${CLIENT}.ios`, `refused ${DISTRIBUTION}`]);
  expect(verdicts(changes)).toEqual([`refused ${CLIENT}.ios`, `refused ${DISTRIBUTION}`]);
});

test("a client that may go does not let a distribution be replaced, nor one of another module go", () => {
  const client = changeOf(`${CLIENT}.ios`, ["delete", "create"]);
  expect(verdicts([client, changeOf(DISTRIBUTION, ["delete", "create"], PROXY)], ALLOW)).toContain(
    `refused ${DISTRIBUTION}`,
  );
  expect(verdicts([client, changeOf(`module.other.${DISTRIBUTION}`, ["delete"], PROXY)], ALLOW)).toContain(
    `refused module.other.${DISTRIBUTION}`,
  );
});

test.each([
  ["an update of it", changeOf(DISTRIBUTION, ["update"], PROXY)],
  ["a distribution of somebody else", changeOf("aws_cloudfront_distribution.site", ["delete"], PROXY)],
  ["another part of the proxy", changeOf("aws_cloudwatch_log_group.secret_hash_proxy", ["delete"])],
])("the gate says nothing of %s", (_, change) => {
  expect(judged([change])).toEqual([]);
});
