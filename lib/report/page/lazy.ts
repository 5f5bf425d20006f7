import { h } from "./dom";

/** How far below the window rows are rendered before they are seen. */
const AHEAD = "600px";

let renderAll: (() => void)[] = [];

/** What is printed is all of it. */
addEventListener("beforeprint", () => {
  for (const each of renderAll) each();
});

/** Forgets the lists of a view that is left. */
export function forgetLists(): void {
  renderAll = [];
}

/**
 * Renders items a few at a time, as they come into view or by a button.
 *
 * @param target what gets the items
 * @param after what the button is put after
 */
export function renderLazily<T>(
  target: HTMLElement,
  after: HTMLElement,
  items: readonly T[],
  render: (item: T) => HTMLElement,
  step: number,
): void {
  let done = 0;
  const more = (count: number) => {
    target.append(...items.slice(done, done + count).map(render));
    done = Math.min(items.length, done + count);
    button.textContent = `Show more (${items.length - done} left)`;
    if (done === items.length) {
      observer.disconnect();
      button.remove();
    }
  };
  const button = h("button", { type: "button", class: "show-more" });
  const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && more(step), { rootMargin: AHEAD });
  button.addEventListener("click", () => more(step));
  after.after(button);
  more(step);
  if (done < items.length) observer.observe(button);
  renderAll.push(() => more(items.length));
}
