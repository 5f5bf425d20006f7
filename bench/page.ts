import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { executable } from "../__tests__/report/browser/chromium";
import { estateConfig } from "./estate-config";
import { median, table } from "./run";

/**
 * How long people wait for the page of 40 pools with 10 clients in 10 environments: for its first content, and until what they
 * do is shown. The ratios to the first content hold on any machine; the milliseconds do not. Needs Chromium and the compiled
 * package: `npm run bench` builds it first.
 */
const RUNS = 5;

/** Each thing that is done, with the selector and the value that does it: a search, a filter, a column, a view, a client. */
const ACTIONS = {
  "search one word": ["#search", "orders-3"],
  "search two words": ["#search", "orders-3 e1"],
  "search nothing": ["#search", ""],
  "filter by environment": ["#filter-environment", "e1"],
  "filter by none": ["#filter-environment", ""],
  "sort by name": ["[data-sort=client]", ""],
  "sort by lifetime": ["[data-sort=access]", ""],
  "view of pools": ["#tab-pools", ""],
  "view of attributes": ["#tab-attributes", ""],
  "view of findings": ["#tab-findings", ""],
  "a client": ["a[href='#pool3/e1/c7']", ""],
} as const;

async function measure(): Promise<void> {
  const root = join(__dirname, "..");
  const work = mkdtempSync(join(root, "node_modules", ".bench-"));
  writeFileSync(join(work, "estate.yaml"), estateConfig({ pools: 40, environments: 10, clients: 10 }));
  const program = join(root, "dist", "lib", "cli", "bin.js");
  spawnSync(process.execPath, [program, "report", "--config", "estate.yaml", "--out", "report"], { cwd: work });
  const browser = await chromium.launch({ executablePath: executable ?? "chromium", args: ["--no-sandbox"] });
  const first: number[] = [];
  const waits: Record<string, number[]> = {};
  for (let run = 0; run < RUNS; run++) {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.goto(`file://${join(work, "report", "index.html")}`);
    first.push(await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0));
    for (const [name, [selector, value]] of Object.entries(ACTIONS))
      waits[name] = [...(waits[name] ?? []), await wait(page, selector, value)];
    await page.close();
  }
  await browser.close();
  const row = (name: string, times: number[]) => [
    name,
    median(times).toFixed(0),
    (median(times) / median(first)).toFixed(2),
  ];
  table(
    ["page of 4,000 clients", "ms", "ratio"],
    [row("first content", first), ...Object.entries(waits).map(([name, times]) => row(name, times))],
  );
}

/** Milliseconds from doing it until the content was replaced and painted; of a search with the pause after the last letter. */
function wait(page: Page, selector: string, value: string): Promise<number> {
  return page.evaluate(
    async ([at, text]) => {
      const content = document.getElementById("content") as HTMLElement;
      const replaced = new Promise<void>((done) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          done();
        });
        observer.observe(content, { childList: true });
      });
      const element = document.querySelector(at) ?? document.createElement("a");
      const begun = performance.now();
      if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement) {
        element.value = text;
        element.dispatchEvent(new Event(element instanceof HTMLInputElement ? "input" : "change"));
      } else if (element.isConnected) (element as HTMLElement).click();
      else location.hash = /#[^']*/.exec(at)?.[0] ?? "";
      await replaced;
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      return performance.now() - begun;
    },
    [selector, value] as const,
  );
}

if (executable === undefined)
  process.stdout.write("page of 4,000 clients: no Chromium here; COGNITO_CHROMIUM names one\n");
else void measure();
