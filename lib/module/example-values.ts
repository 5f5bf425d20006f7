import { DURATION } from "../config/duration";
import { rules } from "../rules";
import { isObject, type Steps } from "./json";

/**
 * Values that the examples of the rules have in a place of the config, those that break a rule among them; and beside
 * them some at which limits are wont to lie.
 */
export function exampleValues(place: Steps): readonly unknown[] {
  const found = VALUES.get(kindOf(place)) ?? [];
  return [...found, ...(found.some((value) => typeof value === "string" && DURATION.test(value)) ? DURATIONS : [])];
}

const DURATIONS = ["1m", "4m", "6m", "59m", "61m", "2h", "23h", "25h", "2d", "8d", "31d", "91d", "366d", "3651d"];

/** Maps whose keys are the user's. */
const KEYED = [
  "attributes",
  "clients",
  "groups",
  "identityProviders",
  "providerDetails",
  "resourceServers",
  "scopes",
  "tags",
];

/** The same for all places of one kind: clients, and what stands under each of them, are alike. */
function kindOf(place: Steps): string {
  const steps = place[0] === "clientDefaults" ? ["clients", "*", ...place.slice(1)] : place;
  return steps
    .map((step, index) =>
      KEYED.includes(String(steps[index - 1])) && steps[index - 1] !== "providerDetails" ? "*" : step,
    )
    .join(".");
}

const VALUES = collected();

function collected(): Map<string, unknown[]> {
  const values = new Map<string, Map<string, unknown>>();
  const visit = (value: unknown, place: Steps): void => {
    const text = JSON.stringify(value);
    if (text === undefined || text.length > 4000) return;
    if (!text.includes('"var":')) {
      const kind = kindOf(place);
      values.set(kind, (values.get(kind) ?? new Map()).set(text, value));
    }
    if (isObject(value) && place.length < 4)
      for (const [key, item] of Object.entries(value)) visit(item, [...place, key]);
  };
  for (const { examples } of rules)
    for (const { pool, client, clients } of [...examples.bad, ...examples.good]) {
      visit({ ...pool }, []);
      for (const each of [client, ...Object.values(clients ?? {})]) visit(each, ["clients", "*"]);
    }
  return new Map([...values].map(([kind, each]) => [kind, [...each.values()]]));
}
