import type { Attribute, Block, Schema } from "./schemas";

type Body = Readonly<Record<string, unknown>>;

/** What Terraform or cdktf reads of any resource. */
const META = ["//", "depends_on", "lifecycle", "provider", "count", "for_each"];

/** Where the body of a synthesized resource is not of its schema, each place with what is wrong there. */
export function misfits(
  body: Body,
  { attributes, blocks = {}, exactlyOneOf, atLeastOneOf }: Schema,
  at = "",
): string[] {
  const has = (name: string) => body[name] !== undefined;
  const counted = (names: readonly string[]) => names.filter(has).length;
  return [
    ...Object.keys(body)
      .filter((name) => !(name in attributes || name in blocks || (at === "" && META.includes(name))))
      .map((name) => `${at}${name} is unknown`),
    ...Object.entries(attributes).flatMap(([name, each]) => ofAttribute(body[name], each, `${at}${name}`)),
    ...Object.entries(blocks).flatMap(([name, each]) => ofBlocks(body[name], each, `${at}${name}`)),
    ...(exactlyOneOf && counted(exactlyOneOf) !== 1 ? [`${at}not exactly one of ${exactlyOneOf.join(", ")}`] : []),
    ...(atLeastOneOf && counted(atLeastOneOf) === 0 ? [`${at}none of ${atLeastOneOf.join(", ")}`] : []),
  ];
}

function ofAttribute(value: unknown, { type, required, oneOf }: Attribute, at: string): string[] {
  if (value === undefined) return required ? [`${at} is missing`] : [];
  if (typeof value !== type) return [`${at} is not a ${type}`];
  return oneOf && !oneOf.includes(String(value)) ? [`${at} is none of its closed set`] : [];
}

function ofBlocks(value: unknown, schema: Block, at: string): string[] {
  const { atLeast = 0, atMost = Number.POSITIVE_INFINITY } = schema;
  if (value !== undefined && !(Array.isArray(value) && value.every((each) => typeof each === "object")))
    return [`${at} is not a list of blocks`];
  const found = (value ?? []) as readonly Body[];
  return [
    ...(found.length < atLeast ? [`${at} has fewer than ${atLeast}`] : []),
    ...(found.length > atMost ? [`${at} has more than ${atMost}`] : []),
    ...found.flatMap((each) => misfits(each, schema, `${at}.`)),
  ];
}
