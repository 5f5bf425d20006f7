import { unreadableFile } from "../../lib/config/source-file";
import type { PoolModel } from "../../lib/model/model";
import { environmentDifferences } from "../../lib/report/differences";
import type { EnvironmentDifference } from "../../lib/report/estate";
import { Places } from "../../lib/report/places";
import { stackEntry } from "../../lib/report/stack-entry";
import { comparePool } from "../../lib/review/pool/pool";
import { CATALOGUE } from "../review/catalogue";
import { edited } from "../review/edited";
import { reviewed } from "../review/reviewed";

/** What is not the same in two environments that have these pools. */
function differences(prod: PoolModel, other: PoolModel): EnvironmentDifference[] {
  const pools = [prod, { ...other, environment: { ...other.environment, key: "stage" } }];
  const places = new Places(unreadableFile("userpools.yaml"));
  return environmentDifferences(
    pools,
    pools.map((pool) => stackEntry(pool, places)),
  );
}

/** The clients that are concerned; `null` is the pool. */
function concerned(found: readonly { readonly client?: string | null }[]): (string | null)[] {
  return [...new Set(found.map(({ client }) => client ?? null))].sort();
}

const EDITS = CATALOGUE.flatMap(({ edit, from = {}, set }) => {
  const [prod, stage] = [[{ set: from }], [{ from, set }]].map((edits) =>
    reviewed(edited(...edits)).pools.find(({ key }) => key === "customers"),
  );
  return prod && stage ? [{ edit, prod, stage }] : [];
});

test("the edits that review knows are found", () => expect(EDITS.length).toBeGreaterThan(150));

test.each(EDITS)(
  "$edit: a difference between environments where review sees one between configs",
  ({ prod, stage }) => {
    const keys = (pool: PoolModel) => pool.clients.map(({ key }) => key);
    const renamed = keys(prod).filter((key) => !keys(stage).includes(key));
    const expected = new Set([...concerned(comparePool(prod, stage)), ...renamed]);
    expect(concerned(differences(prod, stage))).toEqual([...expected].sort());
  },
);

test("secrets that differ are a difference, and stay hidden", () => {
  const [found] = EDITS.filter(({ edit }) => edit === "provider's secret changes");
  expect(differences(found?.prod as PoolModel, found?.stage as PoolModel)).toEqual([
    expect.objectContaining({ client: null, values: { prod: "(hidden)", stage: "(hidden)" } }),
  ]);
});

test.each(EDITS)("$edit: the same in every environment is not a difference", ({ stage }) => {
  expect(differences(stage, stage)).toEqual([]);
});
