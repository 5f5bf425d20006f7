import type { Argument } from "../cognito/argument";
import { THREAT_PROTECTION_ARGUMENTS } from "../cognito/threat-protection";
import { filled, type Values } from "./values";

interface Facts {
  readonly [key: string]: Argument & { readonly arguments?: Facts };
}

/** Arguments that hold a list, and those that hold a flag; all others hold a text. */
const LISTS = /\.(?:event_filter|\w+_ip_range_list)$/;
const FLAGS = /\.notify$/;

/** The threat protection of a config that says what is planned of a risk configuration. */
export function threatProtectionConfig(values: Values): Readonly<Record<string, unknown>> {
  return blocks(THREAT_PROTECTION_ARGUMENTS, values) ?? {};
}

function blocks(facts: Facts, values: Values): Readonly<Record<string, unknown>> | undefined {
  return filled(
    Object.fromEntries(
      Object.entries(facts).map(([key, { terraform, arguments: inner }]) => [
        key,
        inner === undefined ? plannedValue(terraform, values) : blocks(inner, values),
      ]),
    ),
  );
}

function plannedValue(path: string, values: Values): unknown {
  if (LISTS.test(path)) return values.texts(path);
  return FLAGS.test(path) ? values.fixed(path) : values.text(path);
}
