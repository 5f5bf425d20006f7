import { listed, quoted } from "./quoted";

/** How values of a kind of their own are shown; `undefined` for any other value. */
export type ShowSpecial = (value: object) => string | undefined;

/** A plain value as a sentence shows it, with every text and key marked as text of a user. */
export function shownValue(value: unknown, special: ShowSpecial = () => undefined): string {
  if (value === undefined || value === null || value === "") return "nothing";
  if (typeof value === "string") return quoted(value);
  if (typeof value !== "object") return String(value);
  const own = special(value);
  if (own !== undefined) return own;
  if (Array.isArray(value)) return value.length === 0 ? "nothing" : listed(value.map(String));
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return entries.map(([key, each]) => `${quoted(key)} ${shownValue(each, special)}`).join(", ") || "nothing";
}
