import { printableJson } from "../text/printable";
import type { Report } from "./report";

/** For programs: the command's own shape, a contract. */
export function jsonReport({ json }: Report): string {
  return `${printableJson(json)}\n`;
}
