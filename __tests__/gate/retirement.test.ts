import { allowancesOf } from "../../lib/gate/allowances";
import { judge } from "../../lib/gate/judge";
import { plain } from "../../lib/text/quoted";
import { modelsOf } from "../support/models";
import { CLIENT, changeOf, POOL, planOf } from "./plans";

const TERMS = { reason: "no traffic since June", until: "2030-01-31" };

/** What the gate says of a plan that destroys, or does something else with, clients of pool `users` in `prod`. */
function judged(client: object, actions: Readonly<Record<string, readonly string[]>>, today = "2030-01-31") {
  const config = {
    project: "acme",
    environments: { prod: { region: "eu-west-1" } },
    pools: { users: { clients: { jobs: { platform: "server" as const, ...client } } } },
  };
  const loaded = { config, pools: modelsOf(config) } as never;
  const plan = planOf([
    changeOf(`${POOL}.users`, ["no-op"], { before: { name: "acme-users-prod" }, after: { name: "acme-users-prod" } }),
    ...Object.entries(actions).map(([name, each]) =>
      changeOf(`${CLIENT}.${name}`, [...each], { before: { name: name.replace("_", "-") } }),
    ),
  ]);
  return judge(plan, allowancesOf(loaded), today).map(({ verdict, message, why }) => [
    verdict,
    plain(message),
    plain(why),
  ]);
}

describe("the gate lets exactly the retired generation go", () => {
  const retired = { generations: [2], retire: { generation: 1, ...TERMS } };

  test("with a sentence of its own, until the last day", () => {
    expect(judged(retired, { jobs: ["delete"] })).toEqual([
      [
        "allowed",
        "client jobs would be destroyed: generation 1 is retired",
        "planned until 2030-01-31, because no traffic since June; whoever still uses its client id and secret gets no tokens",
      ],
    ]);
    expect(judged(retired, { jobs: ["delete"] }, "2030-02-01")).toEqual([
      ["refused", expect.any(String), expect.stringContaining("retire ended on 2030-01-31")],
    ]);
  });

  test.each<[string, object, Record<string, string[]>]>([
    ["another generation", retired, { jobs_g2: ["delete"] }],
    ["another client", retired, { job: ["delete"] }],
    ["a replacement of it", retired, { jobs: ["delete", "create"] }],
    ["a generation that is only announced", { ...retired, generations: [1, 2], current: 2 }, { jobs: ["delete"] }],
    ["a generation without a retirement", { generations: [2] }, { jobs: ["delete"] }],
  ])("and refuses: %s", (_, client, actions) => {
    expect(judged(client, actions).map(([verdict]) => verdict)).toEqual(["refused"]);
  });

  test("under its former key too, when the client is renamed in the same edit", () => {
    expect(judged({ ...retired, renamedFrom: "tasks" }, { tasks: ["delete"] })[0]?.[0]).toBe("allowed");
  });

  test("while allowDestroy of the client lets all its generations go", () => {
    const going = { generations: [2, 3], only: [], allowDestroy: TERMS };
    expect(judged(going, { jobs_g2: ["delete"], jobs_g3: ["delete"] }).map(([verdict]) => verdict)).toEqual([
      "allowed",
      "allowed",
    ]);
    expect(judged(going, { jobs: ["delete"] })[0]?.[0]).toBe("refused");
  });
});
