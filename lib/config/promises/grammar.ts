import { PLATFORMS } from "../../cognito/platforms";
import { AUTH_FLOWS, OAUTH_FLOWS, STANDARD_SCOPES, TIME_UNITS } from "../../cognito/values";
import { DURATION } from "../duration";
import { KEY } from "../keys";

/** Characters that a sentence has at most. */
export const MAX_LENGTH = 1000;

/** A part of a sentence. What it captures is read by the name `as`. */
export type Part =
  | { readonly words: readonly string[]; readonly as?: string }
  | { readonly slot: Slot; readonly as: string }
  | { readonly either: readonly (readonly Part[])[] }
  | { readonly repeated: readonly Part[] };

/** A word that the grammar itself does not list. */
export type Slot =
  | "attribute"
  | "client"
  | "duration"
  | "flow"
  | "host"
  | "number"
  | "platform"
  | "pool"
  | "environment"
  | "part"
  | "provider"
  | "scope";

export interface SlotText {
  /** What a finding calls it. */
  readonly words: string;
  readonly form: RegExp | readonly string[];
}

export const SLOTS: Readonly<Record<Slot, SlotText>> = {
  attribute: { words: "an attribute", form: /^\S+$/ },
  client: { words: "a client", form: KEY },
  duration: { words: "a duration such as 30 days or 30d", form: DURATION },
  environment: { words: "an environment", form: KEY },
  flow: { words: "a flow", form: [...AUTH_FLOWS, ...OAUTH_FLOWS] },
  host: { words: "a host such as *.example.com", form: /^[\p{L}\p{N}*_-]+(\.[\p{L}\p{N}*_-]+)*$/u },
  number: { words: "a number", form: /^\d{1,9}$/ },
  part: { words: "a pool or an environment", form: KEY },
  platform: { words: "a platform", form: PLATFORMS },
  pool: { words: "a pool", form: KEY },
  provider: { words: "an identity provider", form: /^\S+$/ },
  scope: { words: "a scope", form: new RegExp(`^(\\S+/\\S+|${STANDARD_SCOPES.join("|").replaceAll(".", "\\.")})$`) },
};

const word = (...words: string[]): Part => ({ words });
const choice = (as: string, ...words: string[]): Part => ({ words, as });
const slot = (slot: Slot, as: string = slot): Part => ({ slot, as });
const optional = (...parts: Part[]): Part => ({ either: [parts, []] });
const client = word("client", "clients");
const has = word("has", "have");
const article = optional(word("a", "an"));

/** Where clients are: `of prod`, `of pool customers`, `of environment prod`, `of platform ios`. */
const within: Part = {
  repeated: [
    optional(word("and")),
    word("of"),
    {
      either: [
        [word("pool"), slot("pool", "within.pool")],
        [word("environment"), slot("environment", "within.environment")],
        [word("platform"), slot("platform", "within.platform")],
        [slot("part", "within.either")],
      ],
    },
  ],
};

const trusted = optional(choice("trust", "public", "confidential"));
const names: Part[] = [
  slot("client", "keys"),
  {
    repeated: [
      { either: [[word("and")], [word("or")], [word(",")], [word(","), word("and")]] },
      slot("client", "keys"),
    ],
  },
];

/** What can be said of a client, by the verb of the model. */
const PREDICATES: Readonly<Record<string, readonly Part[]>> = {
  writes: [choice("writes", "writes", "write"), slot("attribute")],
  reads: [choice("reads", "reads", "read"), slot("attribute")],
  scope: [has, optional(word("the"), word("scope")), slot("scope")],
  lifetime: [
    has,
    article,
    choice("token", "access", "id", "refresh"),
    word("token", "tokens"),
    choice("than", "over", "under"),
    {
      either: [
        [slot("duration")],
        [slot("number"), choice("unit", ...TIME_UNITS.flatMap((unit) => [unit, unit.slice(0, -1)]))],
      ],
    },
  ],
  callback: [has, article, word("callback", "callbacks"), choice("where", "to", "outside"), slot("host")],
  "signs in": [word("signs", "sign"), word("in"), word("with"), slot("provider")],
  uses: [word("uses", "use"), slot("flow")],
  trust: [word("is", "are"), choice("is", "public", "confidential")],
  rotates: [choice("rotates", "rotates", "rotate"), word("refresh"), word("tokens")],
};

const predicate: Part = { either: Object.values(PREDICATES) };

/** Every sentence: about no or every client of a kind, about named clients, or about all others. */
export const SENTENCE: readonly Part[] = [
  {
    either: [
      [choice("quantifier", "no", "every"), trusted, client, within],
      [
        choice("quantifier", "only"),
        {
          either: [
            [trusted, client, within],
            [...names, within],
          ],
        },
      ],
      [...names, within],
    ],
  },
  predicate,
];

/** Words of the grammar, which cannot be names. */
export const RESERVED: ReadonlySet<string> = new Set(wordsOf(SENTENCE));

function wordsOf(parts: readonly Part[]): string[] {
  return parts.flatMap((part) => {
    if ("words" in part) return [...part.words];
    if ("either" in part) return part.either.flatMap(wordsOf);
    return "repeated" in part ? wordsOf(part.repeated) : [];
  });
}
