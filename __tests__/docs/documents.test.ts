import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DOCUMENTS } from "../../docs/documents";
import { ROOT } from "../support/repository";

test.each(Object.entries(DOCUMENTS))("docs/%s is what `npm run docs` writes", (name, text) => {
  expect(readFileSync(join(ROOT, "docs", name), "utf8")).toBe(text());
});
