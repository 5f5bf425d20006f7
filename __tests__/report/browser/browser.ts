import { type BrowserContext, chromium, type Page } from "playwright-core";
import { temporaryFolder } from "../../support/temporary-folder";
import { executable } from "./chromium";

/** A suite that needs a browser. Where there is none it says so aloud; where one is insisted on, it fails by itself. */
export const describeBrowser: (name: string, suite: () => void) => void =
  executable !== undefined || process.env.COGNITO_REQUIRE_CHROMIUM !== undefined
    ? describe
    : (name) => {
        process.stderr.write(`NOT RUN: ${name}: no Chromium here; COGNITO_CHROMIUM names one\n`);
        describe(name, () => test.todo("needs Chromium"));
      };

/** What a page did that it must not. */
export interface Misdeeds {
  readonly requests: string[];
  readonly errors: string[];
}

/** A Chromium with a profile of its own and no network, which watches what its pages do. */
export class Browser {
  readonly misdeeds: Misdeeds = { requests: [], errors: [] };

  private constructor(readonly context: BrowserContext) {}

  static async start(): Promise<Browser> {
    const context = await chromium.launchPersistentContext(temporaryFolder("chromium"), {
      executablePath: executable ?? "chromium",
      headless: true,
      offline: true,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
    return new Browser(context);
  }

  /** A page of the report at a file, at an address within it. */
  async open(file: string, address = "", size = { width: 1400, height: 900 }): Promise<Page> {
    const page = await this.context.newPage();
    await page.setViewportSize(size);
    page.on("request", (request) => {
      if (!request.url().startsWith("file://")) this.misdeeds.requests.push(request.url());
    });
    page.on("console", (message) => this.misdeeds.errors.push(message.text()));
    page.on("pageerror", (error) => this.misdeeds.errors.push(String(error)));
    page.on("dialog", (dialog) => {
      this.misdeeds.errors.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(`file://${file}${address}`);
    return page;
  }

  async stop(): Promise<void> {
    await this.context.close();
  }
}
