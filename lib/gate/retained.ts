import { quoted } from "../text/quoted";
import { configurationOf, type Values } from "./configuration";
import type { Plan, ResourceChange } from "./plan-file";
import { type Place, RETAINED, type RetainedArgument } from "./retained-arguments";
import { type GateDiagnostic, noted } from "./verdict";

const WHY = "the configuration does not set it (unless in a dynamic block), and the AWS provider does not remove it";

/** What an object has in AWS, and its configuration no longer sets. */
export function retainedArguments({ type, address, change }: ResourceChange, plan: Plan): GateDiagnostic[] {
  const { before, after } = change;
  const written = configurationOf(address, plan);
  if (written === undefined || before === null || after === null) return [];
  return RETAINED.flatMap((argument) =>
    argument.type === type ? noteOf(argument, { address, before, after, written }) : [],
  );
}

interface Planned {
  readonly address: string;
  readonly before: Values;
  readonly after: Values;
  readonly written: Values;
}

function noteOf(argument: RetainedArgument, { address, before, after, written }: Planned): GateDiagnostic[] {
  const { places, message, fix, isHarmless } = argument;
  if (places.some((place) => maySet(place, written, after, address))) return [];
  const place = places.find((each) => isSet(each, before) && isSet(each, after));
  if (place === undefined) return [];
  const found = valueAt(place, after);
  const value = typeof found === "string" ? found : "";
  if (isHarmless?.(value, after, written)) return [];
  return [noted("retained-argument", address, { message: message(quoted(value)), why: WHY, fix })];
}

/** The value in a place; of a block without an argument, its first instance. */
function valueAt({ block, argument }: Place, values: Values): unknown {
  const holder = block === undefined ? values : (values[block] as readonly Values[] | undefined)?.[0];
  return argument === undefined ? holder : holder?.[argument];
}

function isSet(place: Place, values: Values): boolean {
  const value = valueAt(place, values);
  if (place.argument === undefined || place.isBlock) return Array.isArray(value) ? value.length > 0 : value != null;
  return typeof value === "string" && value !== "";
}

/**
 * Whether the configuration sets something in a place: anything but null and an empty text. In a module this cannot be
 * known of a block: plans leave out `dynamic` blocks.
 */
function maySet(place: Place, written: Values, after: Values, address: string): boolean {
  const isMissing = place.block !== undefined && !(place.block in written);
  if (address.startsWith("module.") && (isMissing || place.isBlock)) return true;
  const expression = valueAt(place, written);
  if (expression === undefined || isEmpty((expression as Values | null)?.constant_value)) return false;
  return place.argument === undefined || !isEmpty(valueAt(place, after));
}

function isEmpty(value: unknown): boolean {
  return value === null || value === "";
}
