import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";

const ROOT = join(__dirname, "..");
/** The entries of package.json's `exports`. */
const ENTRIES = ["lib/index", "lib/config/define-config"];
/** The types of the config; their report is the JSON Schema. */
const GRAMMAR = /^lib\/config\/schema\//;

const INTRODUCTION = `# API report

<!-- Written by \`npm run docs\` from the type declarations. -->

What \`import ... from "cdktf-cognito"\` gives, without comments: a change of an export is a change of this page. The types of the
config follow from its schema, whose report is [config.schema.json](config.schema.json).
`;

/** The type declarations of the entries, and of the modules that they export from. */
export function apiReport(): string {
  const folder = mkdtempSync(join(tmpdir(), "cdktf-cognito-api-"));
  try {
    const tsc = join(ROOT, "node_modules", "typescript", "bin", "tsc");
    const options = ["--declaration", "--emitDeclarationOnly", "--noCheck", "--outDir", folder];
    execFileSync(process.execPath, [tsc, "-p", "tsconfig.build.json", ...options], { cwd: ROOT });
    const modules = [...new Set([...ENTRIES, ...ENTRIES.flatMap((entry) => exportedFrom(folder, entry))])];
    const sections = modules
      .filter((name) => !GRAMMAR.test(name))
      .map((name) => `\n## ${name}\n\n\`\`\`ts\n${withoutComments(read(folder, name))}\n\`\`\`\n`);
    return INTRODUCTION + sections.join("");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function exportedFrom(folder: string, entry: string): string[] {
  const sources = [...read(folder, entry).matchAll(/^export .* from "(\..*)";$/gm)].map(([, source = ""]) => source);
  const paths = sources.map((source) => posix.join(posix.dirname(entry), source));
  return paths.map((path) => (existsSync(join(folder, `${path}.d.ts`)) ? path : `${path}/index`));
}

function read(folder: string, name: string): string {
  return readFileSync(join(folder, `${name}.d.ts`), "utf8");
}

function withoutComments(text: string): string {
  return text.replace(/^\s*\/\*\*[\s\S]*?\*\/\n/gm, "").trim();
}
