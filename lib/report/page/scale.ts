import type { Shown } from "../estate";
import { h } from "./dom";
import { secondsOf } from "./words";

/** From a minute to ten years, the longest that Cognito takes. */
const [LEAST, MOST] = [60, 315_360_000];

/** What the scale is marked with. */
export const MARKS: Readonly<Record<string, number>> = {
  "5 min": 300,
  "1 h": 3_600,
  "1 day": 86_400,
  "30 days": 2_592_000,
  "1 year": 31_536_000,
  "10 years": 315_360_000,
};

/** Where a length of time is on the scale, which is logarithmic: 0 to 1. */
export function position(seconds: number): number {
  const share = Math.log(seconds / LEAST) / Math.log(MOST / LEAST);
  return Math.min(1, Math.max(0.02, share));
}

/** A bar as long as a length of time. */
export function bar(value: Shown<number>): HTMLElement {
  const seconds = secondsOf(value);
  const fill = h("span", { class: "fill" });
  fill.style.width = `${((seconds === undefined ? 0 : position(seconds)) * 100).toFixed(1)}%`;
  return h("span", { class: "bar", "aria-hidden": "true" }, fill);
}

/** The marks of the scale, for a row above or below bars. */
export function marks(): HTMLElement {
  return h(
    "span",
    { class: "marks", "aria-hidden": "true" },
    Object.entries(MARKS).map(([name, seconds]) => {
      const mark = h("span", {}, name);
      mark.style.left = `${(position(seconds) * 100).toFixed(1)}%`;
      return mark;
    }),
  );
}
