import { Values } from "../judge/values";
import type { TerraformValues } from "./terraform-values";

/** A part of a config. */
export type ConfigPart = Readonly<Record<string, unknown>>;

/** The values of a resource as the conversions of plans read them. */
export function read(values: TerraformValues): Values {
  return new Values({ address: "", type: "", name: "", values, unknown: false });
}

/** The object without what is undefined, deep down. */
export function defined(part: ConfigPart): ConfigPart {
  const entries = Object.entries(part).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    entries.map(([key, value]) => [key, isObject(value) ? defined(value as ConfigPart) : value]),
  );
}

/** Whether a value is an object, and no list. */
export function isObject(value: unknown): value is ConfigPart {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
