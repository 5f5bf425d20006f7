import type { Answer } from "./described";

/** Words of Terraform's names that AWS writes otherwise. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/Urls/, "URLs"],
  [/Oauth/, "OAuth"],
  [/RedirectUri/, "RedirectURI"],
  [/CustomSmsSender/, "CustomSMSSender"],
  [/KmsKeyId/, "KMSKeyID"],
  [/IpRange/, "IPRange"],
];

/** The fields of a resource, or of a block of it, under AWS's names; a block with one item as an object. */
export function answerOf(values: Answer): Answer {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [fieldOf(name), fieldValue(value)]));
}

/** The one block of a resource under AWS's names; nothing where there is none. */
export function blockAt(values: Answer, name: string): Answer | undefined {
  const blocks = values[name];
  const [block] = Array.isArray(blocks) ? blocks : [];
  return isObject(block) ? answerOf(block) : undefined;
}

/** A user's own JSON, in which everything is a value. */
const VERBATIM = "Settings";

/** Fields whose keys are the user's own: an empty text is a value there. */
const MAPS = ["UserPoolTags", "ProviderDetails", "AttributeMapping"];

/** The answer without what AWS has never been given: a state has it as null, an empty text or an empty list. */
export function filledAnswer(answer: Answer): Answer {
  const entries = Object.entries(answer)
    .map(
      ([name, value]) =>
        [
          name,
          isObject(value) && name !== VERBATIM
            ? MAPS.includes(name)
              ? withoutNull(value)
              : filledAnswer(value)
            : value,
        ] as const,
    )
    .filter(([name, value]) => name === "ExplicitAuthFlows" || !isEmpty(value));
  return Object.fromEntries(entries);
}

/** The objects of a list; none where it is not a list. */
export function objectsOf(value: unknown): readonly Answer[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function withoutNull(map: Answer): Answer {
  return Object.fromEntries(Object.entries(map).filter(([, value]) => value !== null));
}

function fieldOf(name: string): string {
  const pascal = name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return WORDS.reduce((text, [word, replacement]) => text.replace(word, replacement), pascal);
}

function fieldValue(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.length === 1 && isObject(value[0]) ? answerOf(value[0]) : value;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

function isObject(value: unknown): value is Answer {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
