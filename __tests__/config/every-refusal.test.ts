import { configSchema } from "../../lib/config/schema";
import { schemaProblems } from "../../lib/config/validate/schema-problems";
import { example } from "../examples/examples";
import { drawn } from "../support/sample";

/** What somebody may write in place of a value. */
const WRONG: readonly unknown[] = [
  { var: "source" },
  { var: "a b" },
  { var: "x", default: { nested: true } },
  { var: 1 },
  { var: "x", defualt: "y" },
  [{ var: "source" }],
  [null],
  [[]],
  { file: 1 },
  { 0: "a" },
  1.5,
  "",
  "\u0000",
];

/** A value with another one at each place in turn, of lists at the first, and the path of the place. */
function* changed(value: unknown, wrong: unknown, path = ""): Generator<[path: string, changed: unknown]> {
  yield [path, wrong];
  if (typeof value !== "object" || value === null) return;
  const entries = Object.entries(value);
  for (const [key, item] of Array.isArray(value) ? entries.slice(0, 1) : entries)
    for (const [at, other] of changed(item, wrong, `${path}.${key}`))
      yield [at, Array.isArray(value) ? [other, ...value.slice(1)] : { ...value, [key]: other }];
}

test.each(drawn(WRONG, 3).map((wrong) => [JSON.stringify(wrong), wrong]))(
  "what the grammar refuses is named, wherever %s is written",
  async (_, wrong) => {
    const silent: string[] = [];
    const named: string[] = [];
    for (const [path, other] of changed(await example("everything").config(), wrong))
      if (!configSchema.safeParse(other, { jitless: true }).success)
        (schemaProblems(configSchema, other).length === 0 ? silent : named).push(path);
    expect(silent).toEqual([]);
    expect(named.length).toBeGreaterThan(10);
  },
);
