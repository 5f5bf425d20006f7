import type { Client } from "../../lib/config/schema";
import { rules } from "../../lib/rules";
import type { BadExample } from "../../lib/rules/rule";
import { cli, folderWith } from "../support/cli";

const APP = "pools.users.clients.app";

/** One mistake of each of forty rules that a client can break by itself. */
const mistakes = rules
  .filter(({ subject }) => subject === "client")
  .flatMap(({ id, examples }) => {
    const alone = examples.bad.find((example) => isAlone(example));
    return alone ? [{ id, client: alone.client as Client, at: alone.at.slice(APP.length) }] : [];
  })
  .slice(0, 40);

function isAlone({ pool, clients, guardrails, client, at }: BadExample): boolean {
  return !pool && !clients && !guardrails && client !== undefined && at.startsWith(APP);
}

test("every finding of a config with forty mistakes comes in one run", async () => {
  expect(mistakes).toHaveLength(40);
  const clients = Object.fromEntries(mistakes.map(({ client }, index) => [`app${index}`, client]));
  const config = { project: "acme", environments: { prod: { region: "eu-west-1" } }, pools: { users: { clients } } };
  const folder = folderWith({ "userpools.json": JSON.stringify(config) });
  const { exitCode, stdout } = await cli(folder, "check", "--format", "json");
  const found = JSON.parse(stdout).findings as { rule: string; path: string }[];
  expect(exitCode).toBe(1);
  for (const [index, { id, at }] of mistakes.entries())
    expect(found).toContainEqual(expect.objectContaining({ rule: id, path: `pools.users.clients.app${index}${at}` }));
});
