import { join } from "node:path";
import type { Page } from "playwright-core";
import { estateConfig } from "../../../bench/estate-config";
import { printable } from "../../../lib/text/printable";
import { cli } from "../../support/cli";
import { ROOT } from "../../support/repository";
import { temporaryFolder } from "../../support/temporary-folder";
import { HOSTILE, hostileConfig } from "../hostile";
import { reportOf } from "../support";
import { Browser, describeBrowser } from "./browser";
import { paleTexts } from "./contrast";
import { go, VIEWS, visited } from "./visits";

/** Pixels of a sheet across, without its margins. */
const A4_LANDSCAPE = 1032;

describeBrowser("the look of the page in a browser", () => {
  let browser: Browser;
  let page: Page;
  let hostile: string;
  let everything: string;

  beforeAll(async () => {
    browser = await Browser.start();
    hostile = join((await reportOf(hostileConfig())).folder, "report", "index.html");
    const out = temporaryFolder("report");
    await cli(ROOT, "report", "--config", "examples/everything.yaml", "--out", out);
    everything = join(out, "index.html");
  });
  afterEach(async () => {
    await page.close();
    expect(browser.misdeeds).toEqual({ requests: [], errors: [] });
  });
  afterAll(() => browser.stop());

  test.each(["light", "dark"] as const)("text has the contrast that WCAG AA asks for, %s", async (colorScheme) => {
    page = await browser.open(hostile);
    await page.emulateMedia({ colorScheme });
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(ground).toBe(colorScheme === "dark" ? "rgb(19, 22, 27)" : "rgb(247, 247, 245)");
    for (const hash of [...VIEWS.map((view) => `#/${view}`), "#users/prod/c0"]) {
      await go(page, hash);
      expect([hash, await paleTexts(page)]).toEqual([hash, []]);
    }
  });

  test("text of the config is text, wherever it is shown", async () => {
    page = await browser.open(hostile);
    const visible = HOSTILE.map(printable);
    expect(await page.locator("tbody th .second").allTextContents()).toEqual(visible);
    const expected: Record<string, string[]> = {
      "#/findings": visible.map((text) => `Accepted: ${text}`),
      "#/pools": visible.map((text) => `errors of messages to CloudWatch Logs: ${text}`),
      "#/promises": visible.slice(0, 3).map((text) => `no client has api/x${text}`),
    };
    for (const [index, text] of visible.entries()) {
      expected[`#users/prod/c${index}`] = [text];
      expected[`#p${index}/prod/delivered`] = [`Secrets Manager: ${text}`, `Parameter Store: ${text}`];
      expected[`#p${index}/prod/proxied`] = [`domain: ${text}`, `web ACL: ${text}`];
    }
    const missing = (await visited(page, Object.keys(expected))).flatMap(({ address, text }) =>
      (expected[address] as string[]).filter((each) => !text.includes(each)).map((each) => [address, each]),
    );
    expect(missing).toEqual([]);
    for (const hash of ['#/clients?q=<script>&pool="><b>', '#/clients?sort="]', "#%E0%A4%A/a/b", "#__proto__/a/b"])
      await page.goto(page.url().replace(/#.*/, "") + hash);
    expect(await page.locator("script, img, b:not(.summary b)").count()).toBe(2);
  });

  test.each([
    ["a narrow window", 420, "screen"],
    ["a printed sheet", A4_LANDSCAPE, "print"],
  ] as const)("%s is as wide as it is, whatever it shows", async (_, width, media) => {
    const { folder } = await reportOf(estateConfig({ pools: 2, environments: 3, clients: 10 }));
    const pages = {
      many: [join(folder, "report", "index.html"), "#pool0/e0/c0"],
      everything: [everything, "#customers/prod/tv"],
      hostile: [hostile, `#p${HOSTILE.length - 1}/prod/proxied`],
    };
    for (const [name, [file = "", client = ""]] of Object.entries(pages)) {
      page = await browser.open(file, "", { width, height: 900 });
      await page.emulateMedia({ media });
      const wide = (await visited(page, [client, ...VIEWS.map((view) => `#/${view}`)])).filter(
        (each) => each.width !== width,
      );
      expect([name, wide.map(({ address, width }) => [address, width])]).toEqual([name, []]);
      if (name !== "hostile") await page.close();
    }
  });

  test("a printed pool is a block with a title for each value", async () => {
    page = await browser.open(everything, "#/pools", { width: A4_LANDSCAPE, height: 900 });
    const titles = () =>
      page.evaluate(() =>
        [...document.querySelectorAll("tbody tr:first-child td")].map(
          (cell) => getComputedStyle(cell, "::before").content,
        ),
      );
    const heads = await page.locator("thead th:not(:first-child)").allTextContents();
    expect(new Set(await titles())).toEqual(new Set(["none"]));
    await page.emulateMedia({ media: "print" });
    expect(await titles()).toEqual(heads.map((each) => JSON.stringify(each.trim())));
  });
});
