import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { ROOT } from "../support/repository";

/** Words that an engineer would have to translate, in text, comments and names. */
const BANNED: readonly RegExp[] = [
  /(?<![A-Za-z])(?:told|anew|kept|mend(?:s|ed)?|breach(?:es|ed)?)(?![a-z])/i,
  /[a-z](?:Told|Anew|Kept|Mended|Breach)/,
  /\b(?:stands?|stood)\b(?!-in|-alone)/i,
  /\bhangs? on\b/i,
  /\bwritten no more\b/i,
  /(?<!there )\bis no (?!longer\b|more\b|less\b)/i,
  /\bkeeps? quiet\b/i,
];

const FOLDERS = ["lib", "__tests__", "docs", "examples", "bench", "stacks", ".github"];
const FILES = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "main.ts"];
const TEXT = /\.(?:ts|md|ya?ml|json|html|sh)$/;

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesUnder(path);
    return TEXT.test(name) && path !== __filename ? [path] : [];
  });
}

function bannedIn(text: string): string[] {
  return text.split("\n").filter((line) => BANNED.some((word) => word.test(line)));
}

test("no banned word is in the code, the tests, the pages and the examples", () => {
  const files = [...FOLDERS.flatMap((root) => filesUnder(join(ROOT, root))), ...FILES.map((file) => join(ROOT, file))];
  expect(files.length).toBeGreaterThan(300);
  const found = files.flatMap((file) =>
    bannedIn(readFileSync(file, "utf8")).map((line) => `${relative(ROOT, file)}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});

test.each([
  "what the client is told",
  "its rows are kept",
  "const isKept = true;",
  "AWS makes it anew",
  "a breach of a rule",
  "function breaches() {}",
  "mend it with one edit",
  "nothing stands here",
  "its address hangs on it",
  "what is written no more",
  "this is no plan",
])("finds a planted %j", (line) => {
  expect(bannedIn(line)).toEqual([line]);
});

test.each([
  "the client is no longer retained",
  "there is no lock file",
  "a stand-in for Cognito",
  "recommended, amended and commendable",
  "a stand-alone page, and this standard",
])("accepts %j", (line) => {
  expect(bannedIn(line)).toEqual([]);
});
