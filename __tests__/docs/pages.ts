import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../support/repository";

/** Every page that shows commands or links. */
export const PAGES = [
  ...["README.md", "CONTRIBUTING.md", "SECURITY.md"],
  ...readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

export interface DocumentedCommand {
  readonly page: string;
  readonly line: string;
  /** What the page shows as its output; absent where it shows none. */
  readonly output?: string;
}

/** Every command line of a page: the lines of `sh` blocks, and those after `$` in `console` blocks. */
export function commandsOf(page: string): DocumentedCommand[] {
  const text = readFileSync(join(ROOT, page), "utf8");
  return [...text.matchAll(/^```(sh|console)\n([\s\S]*?)^```$/gm)].flatMap(([, kind, block = ""]) =>
    kind === "sh"
      ? block
          .split("\n")
          .filter(Boolean)
          .map((line) => ({ page, line }))
      : block
          .split(/^\$ /m)
          .filter(Boolean)
          .map((part) => {
            const [line = "", ...output] = part.split("\n");
            return { page, line, output: output.join("\n") };
          }),
  );
}

/** Targets of the links of a page within the repository, without their anchors. */
export function linksOf(page: string): string[] {
  const text = readFileSync(join(ROOT, page), "utf8").replace(/^```[\s\S]*?^```$/gm, "");
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
  return targets.filter((target) => !/^(https?:|mailto:|#)/.test(target)).map((target) => target.replace(/#.*$/, ""));
}
