import { join } from "node:path";
import type { Page } from "playwright-core";
import { estateConfig } from "../../../bench/estate-config";
import type { Estate } from "../../../lib/report/estate";
import { examples } from "../../examples/examples";
import { cli } from "../../support/cli";
import { ROOT } from "../../support/repository";
import { drawn } from "../../support/sample";
import { temporaryFolder } from "../../support/temporary-folder";
import { reportOf } from "../support";
import { Browser, describeBrowser } from "./browser";
import { go, VIEWS } from "./visits";

describeBrowser("the page in a browser", () => {
  let browser: Browser;
  let page: Page;
  /** A part of what the benchmark has. */
  let many: string;

  beforeAll(async () => {
    browser = await Browser.start();
    const { folder } = await reportOf(estateConfig({ pools: 6, environments: 3, clients: 10 }));
    many = join(folder, "report", "index.html");
  });
  afterEach(async () => {
    await page.close();
    expect(browser.misdeeds).toEqual({ requests: [], errors: [] });
  });
  afterAll(() => browser.stop());

  const rows = () => page.locator("tbody tr");
  const names = () => page.locator("tbody th a").allTextContents();
  const status = () => page.locator("#status").textContent();

  describe.each(drawn(examples, 2))("of $file", (example) => {
    let file: string;
    let estate: Estate;

    beforeAll(async () => {
      const out = temporaryFolder("report");
      await cli(ROOT, "report", "--config", `examples/${example.file}`, "--out", out);
      file = join(out, "index.html");
      estate = require(join(out, "estate.json"));
    });

    test("shows every client, and each view", async () => {
      page = await browser.open(file);
      expect(await page.title()).toBe(`Clients · ${estate.project}`);
      expect(await names()).toEqual(estate.stacks.flatMap(({ clients }) => clients.map(({ client }) => client)));
      for (const view of VIEWS) {
        await page.click(`#tab-${view}`);
        expect(await page.locator("#tab-clients, .tabs [aria-current=page]").last().getAttribute("id")).toBe(
          view === "clients" ? "tab-clients" : `tab-${view}`,
        );
        const empty = estate[view as "findings" | "promises"]?.length === 0;
        expect([view, await page.locator(".empty").count()]).toEqual([view, Number(empty)]);
        expect([view, (await page.locator("table").count()) > 0]).toEqual([view, !empty]);
      }
    });

    test("has a page for each client, at its address", async () => {
      page = await browser.open(file);
      for (const { pool, environment, clients } of estate.stacks)
        for (const { client, oauth, lifetimes, deliveries, proxy, look } of clients) {
          await go(page, `#${pool}/${environment}/${client}`);
          await page.locator("h2", { hasText: new RegExp(`^${client}$`) }).waitFor();
          const text = await page.locator("#content").textContent();
          expect(text).toContain(`in pool ${pool}, ${environment}`);
          expect(text).toContain(look);
          for (const name of Object.keys(deliveries)) expect(text).toContain(name);
          if (proxy?.operations) expect(text).toContain(proxy.operations.join(", "));
          for (const scope of oauth.scopes as string[]) if (typeof scope === "string") expect(text).toContain(scope);
          expect(await page.locator(".scale .fill").count()).toBe(Object.keys(lifetimes).length);
        }
    });
  });

  test("the search and the filters leave what matches, in the address too", async () => {
    page = await browser.open(many);
    expect(await status()).toBe("180 clients");
    await page.fill("#search", "pool3 corporate3 machine");
    await page.waitForFunction(() => document.getElementById("status")?.textContent === "0 of 180 clients");
    expect(await page.locator(".empty").textContent()).toBe("No clients match.");
    await page.fill("#search", "orders-3.example.com/read");
    await page.waitForFunction(() => document.getElementById("status")?.textContent === "30 of 180 clients");
    await page.selectOption("#filter-environment", "e1");
    await page.selectOption("#filter-platform", "machine");
    expect([await status(), await names()]).toEqual(["2 of 180 clients", ["c4", "c9"]]);
    const address = page.url();
    await page.close();
    page = await browser.open(many, address.slice(address.indexOf("#")));
    expect([await status(), await names()]).toEqual(["2 of 180 clients", ["c4", "c9"]]);
    expect(await page.inputValue("#search")).toBe("orders-3.example.com/read");
  });

  test("columns sort by value, in both directions, and say so", async () => {
    page = await browser.open(many, "#/clients?q=c0");
    const head = page.locator("th", { has: page.locator("[data-sort=access]") });
    const times = () => page.locator("tbody td.time:nth-child(6)").allInnerTexts();
    await page.click("[data-sort=access]");
    expect(await head.getAttribute("aria-sort")).toBe("ascending");
    expect([...new Set((await times()).map((each) => each.trim()))]).toEqual(["10 minutes", "11 minutes"]);
    await page.keyboard.press("Enter");
    expect(await head.getAttribute("aria-sort")).toBe("descending");
    expect((await times())[0]?.trim()).toBe("11 minutes");
  });

  test("long lists render as they are scrolled, and whole for a printer", async () => {
    page = await browser.open(many);
    expect(await rows().count()).toBe(100);
    await page.locator(".show-more").scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelectorAll("tbody tr").length === 180);
    await page.close();
    page = await browser.open(many);
    const printed = await page.evaluate(() => {
      const count = () => document.querySelectorAll("tbody tr").length;
      const before = count();
      dispatchEvent(new Event("beforeprint"));
      return [before, count()];
    });
    expect(printed).toEqual([100, 180]);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#filters").isVisible()).toBe(false);
  });

  test("everything is reached by keyboard: skip link, views, search, a client and back", async () => {
    page = await browser.open(many);
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Skip to the content");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Clients");
    for (let step = 0; step < VIEWS.length; step++) await page.keyboard.press("Tab");
    await page.keyboard.type("pool5 c7");
    await page.waitForFunction(() => document.getElementById("status")?.textContent === "3 of 180 clients");
    await page.locator("[data-sort=scopes]").focus();
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("c7");
    await page.keyboard.press("Enter");
    await page.locator("h2", { hasText: "c7" }).waitFor();
    expect([await focused(), new URL(page.url()).hash]).toEqual(["c7", "#pool5/e0/c7"]);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.getElementById("status")?.textContent === "3 of 180 clients");
  });

  test("differences between environments are marked, in the list and at the client", async () => {
    page = await browser.open(many, "#/differences?q=accessTokenValidity&pool=pool2");
    expect(await page.locator("tbody tr").allInnerTexts()).toEqual([
      expect.stringMatching(/accessTokenValidity\s+c0\s+10 minutes\s+11 minutes\s+11 minutes/),
    ]);
    expect(await page.locator("tbody mark").allTextContents()).toEqual(["10 minutes"]);
    await page.fill("#search", "region");
    await page.locator("tbody th", { hasText: "region" }).waitFor();
    expect(await page.locator("tbody mark").count()).toBe(0);
    await page.fill("#search", "c0");
    await page.click("tbody a");
    await page.locator("h3", { hasText: "Differences between environments" }).waitFor();
    await page.click(".environments a:has-text('e2')");
    await page.waitForFunction(() => location.hash === "#pool2/e2/c0");
    expect(await page.locator(".environments [aria-current]").textContent()).toBe("e2");
  });

  test("an unknown address is not a dead end", async () => {
    page = await browser.open(many, "#pool1/prod/nobody");
    expect(await page.locator(".empty").textContent()).toBe("pool1 / prod has no client nobody.");
    await page.click(".back");
    await page.waitForFunction(() => document.getElementById("status")?.textContent === "180 clients");
  });

  test("a table has a caption, headers with a scope, and a frame that the keyboard scrolls", async () => {
    page = await browser.open(many);
    for (const view of VIEWS) {
      await page.click(`#tab-${view}`);
      expect([view, await page.locator("table:not(:has(caption)), th:not([scope])").count()]).toEqual([view, 0]);
      expect([view, await page.locator(".frame:not([tabindex='0'][role=region][aria-label])").count()]).toEqual([
        view,
        0,
      ]);
    }
    expect(await page.locator("input:not([id]), select:not([id])").count()).toBe(0);
    const unlabelled = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLInputElement>("input, select")].filter(({ labels }) => labels?.length !== 1),
    );
    expect(unlabelled).toEqual([]);
  });
});
