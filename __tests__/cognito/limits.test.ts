import type { Finding } from "../../lib/rules/finding";
import { judged } from "../cases/judged";
import { API_MODEL, type ApiField, patternOf } from "../support/cognito/api-model";
import { configOf } from "../support/models";
import { ATTACHMENT_PROBES } from "./limits/attachment-probes";
import { CLIENT_PROBES } from "./limits/client-probes";
import { NOT_PROBED, SAME_AS } from "./limits/not-probed";
import { POOL_PROBES } from "./limits/pool-probes";
import type { Probe, Probes } from "./limits/probe";

const PROBES: Probes = { ...POOL_PROBES, ...CLIENT_PROBES, ...ATTACHMENT_PROBES };

interface Member {
  readonly name: string;
  readonly path: string;
  readonly field: ApiField;
}

/** Every member of AWS's model that has a length, a range, a pattern or a closed set. */
const MEMBERS: readonly Member[] = Object.entries(API_MODEL).flatMap(([operation, { fields }]) =>
  Object.entries(fields)
    .filter(([, field]) => ["min", "max", "pattern", "enum"].some((limit) => limit in field))
    .map(([path, field]) => ({ name: `${operation} ${path}`, path, field })),
);
const PROBED = MEMBERS.filter(({ name }) => name in PROBES);
const having = (...limits: readonly (keyof ApiField)[]) =>
  PROBED.filter(({ field }) => limits.some((limit) => field[limit] !== undefined));

/** Characters of each kind that some pattern of the API tells apart. */
const CHARACTERS = [..." \t\n\r\v\f\u0007\u007f\u00a0\u00ad\u200b\u2028\ue000\"\\/!#`~{_-.@+=,:;1A<>é日😀%$&?*|^'("];

describe("each member of AWS's API that has a limit", () => {
  test("has a probe, or the limits of another, or a reason for none", () => {
    const others = MEMBERS.filter(({ name }) => !(name in PROBES)).filter(({ name, field }) => {
      const twin = MEMBERS.find(
        (each) => each.name !== name && SAME_AS.some(([from, to]) => name.replace(from, to) === each.name),
      );
      return twin === undefined || JSON.stringify(twin.field) !== JSON.stringify(field);
    });
    const reasons = NOT_PROBED.map(([members]) => members);
    expect(others.map(({ name }) => name).filter((name) => !reasons.some((members) => members.test(name)))).toEqual([]);
    expect(reasons.filter((members) => !others.some(({ name }) => members.test(name)))).toEqual([]);
    expect(reasons.filter((members) => PROBED.some(({ name }) => members.test(name)))).toEqual([]);
    expect(Object.keys(PROBES).filter((name) => !PROBED.some((each) => each.name === name))).toEqual([]);
  });

  test.each(having("enum"))("$name: each of the closed set passes, and no other", ({ name, field }) => {
    const probe = PROBES[name] as Probe;
    const values = field.enum ?? [];
    expect(values.filter((value) => isRefused(probe, value))).toEqual(probe.differs?.values ?? []);
    const others = ["BOGUS", "", `${values[0]} `, swapped(values[0] as string)];
    expect(others.filter((value) => !isRefused(probe, value))).toEqual([]);
  });

  test.each(having("min", "max"))("$name: the least and the most pass, and nothing beyond", ({ name, field }) => {
    const probe = PROBES[name] as Probe;
    const { min = field.min ?? 0, max = field.max } = probe.differs ?? {};
    const least = field.type === "string" && field.min !== 0 ? Math.max(min, 1) : min;
    const sizes = [...new Set([least, max ?? least])];
    expect(sizes.flatMap((size) => errors(probe, sized(probe, size)).map((error) => `${size}: ${error}`))).toEqual([]);
    const lowest = field.type === "integer" ? min : Math.min(min, field.min ?? 0);
    const beyond = [lowest - 1, ...[max, field.max].flatMap((most) => (most === undefined ? [] : [most + 1]))];
    const possible = beyond.filter((size) => size >= 0 || field.type === "integer");
    expect(possible.filter((size) => !isRefused(probe, sized(probe, size)))).toEqual([]);
  });

  test.each(having("pattern").filter(({ name }) => PROBES[name]?.holding))(
    "$name: the characters of its pattern pass, and no others",
    ({ name, path, field }) => {
      const probe = PROBES[name] as Probe;
      const { holding = String, differs, warned } = probe;
      const pattern = exact(path, field);
      const wrong = CHARACTERS.filter((character) => {
        const text = holding(character);
        if (warned?.characters.includes(character)) return !pattern.test(text) && !isWarned(probe, text, warned.rule);
        const isTaken = pattern.test(text) && !differs?.characters?.includes(character);
        return isRefused(probe, text) === isTaken;
      });
      expect(
        wrong.map((each) => `${JSON.stringify(each)} is ${pattern.test(holding(each)) ? "refused" : "taken"}`),
      ).toEqual([]);
    },
  );
});

/** AWS's `\s` is of ASCII. */
function exact(path: string, { pattern = "" }: ApiField): RegExp {
  const { source, flags } = patternOf(path, pattern);
  return new RegExp(source.replaceAll("\\s", " \\t\\n\\v\\f\\r"), flags);
}

function sized(probe: Probe, size: number): unknown {
  return probe.sized ? probe.sized(size) : size;
}

function swapped(text: string): string {
  return text === text.toLowerCase() ? text.toUpperCase() : text.toLowerCase();
}

/** What the check says of a value; the reason alone where it has another form than the grammar's. */
function findings(probe: Probe, value: unknown): readonly Pick<Finding, "rule" | "severity" | "message">[] {
  const config = configOf(probe.with(value as never));
  try {
    return judged(config);
  } catch (error) {
    return [{ rule: "CFG", severity: "error", message: String(error) }];
  }
}

function errors(probe: Probe, value: unknown): string[] {
  return findings(probe, value)
    .filter(({ severity }) => severity === "error")
    .map(({ rule, message }) => `${rule} ${message.slice(0, 200)}`);
}

function isRefused(probe: Probe, value: unknown): boolean {
  return errors(probe, value).length > 0;
}

function isWarned(probe: Probe, value: unknown, expected: string): boolean {
  return findings(probe, value).some(({ rule }) => rule === expected);
}
