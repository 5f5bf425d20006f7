import { edited } from "./edited";
import { changes } from "./reviewed";

type Phase = Readonly<Record<string, unknown>>;

const BOTH = { "clients.api.generations": [1, 2] };
const SWITCHED = { ...BOTH, "clients.api.current": 2 };
const RETIRED = {
  "clients.api.generations": [2],
  "clients.api.retire": { generation: 1, reason: "no traffic", until: "2099-01-31" },
};

/** Each phase, and what review says must be true before the next one. */
const PHASES: readonly (readonly [phase: string, from: Phase, set: Phase, before: RegExp])[] = [
  [
    "add",
    {},
    BOTH,
    /before current is switched to it: apply, and let whatever verifies tokens .* accept its client id/,
  ],
  ["switch", BOTH, SWITCHED, /users sign in again.*before it is retired: every consumer uses generation 2/],
  [
    "retire",
    SWITCHED,
    RETIRED,
    /before the apply: every consumer uses generation 2, and nobody requests tokens with generation 1; before retire is removed: the apply has destroyed it/,
  ],
  ["clean up", RETIRED, { ...RETIRED, "clients.api.retire": undefined }, /its number is never used again/],
];

test.each(PHASES)(
  "review has one row for the phase %s of a rotation, with what is true before the next",
  (...phase) => {
    const [, from, set, before] = phase;
    const found = changes(edited({ set: from }), edited({ from, set }));
    expect(found.map(({ risk }) => risk)).not.toContain("breaks");
    expect(found.map(({ why }) => why)).toEqual([expect.stringMatching(before)]);
  },
);

test("users of a machine client do not sign in again", () => {
  const [from, set] = [BOTH, SWITCHED].map((phase) => JSON.parse(JSON.stringify(phase).replaceAll(".api.", ".job.")));
  const [row] = changes(edited({ set: from }), edited({ from, set }));
  expect(row?.why).not.toContain("sign in again");
});
