import type { Page } from "playwright-core";

export const VIEWS = ["clients", "pools", "attributes", "differences", "findings", "promises"] as const;

/** What a page shows at an address within it. */
export interface Visit {
  readonly address: string;
  readonly text: string;
  /** Of the whole page, in pixels. */
  readonly width: number;
}

/** Goes to an address within the page, and waits until it is shown. */
export async function go(page: Page, address: string): Promise<void> {
  await visited(page, [address]);
}

/** Goes to each address, none of which the page is at. */
export function visited(page: Page, addresses: readonly string[]): Promise<Visit[]> {
  return page.evaluate(async (hashes) => {
    const visits: Visit[] = [];
    for (const address of hashes) {
      const isShown = new Promise((done) => addEventListener("hashchange", done, { once: true }));
      location.hash = address;
      await isShown;
      const text = document.getElementById("content")?.textContent ?? "";
      visits.push({ address, text, width: document.documentElement.scrollWidth });
    }
    return visits;
  }, addresses);
}
