import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../support/repository";

const SOURCE = join(__dirname, "config.ts");
const EXPECTATION = /^\/\/ @ts-expect-error .*\n/gm;

/** What the TypeScript compiler says of a text in the place of `config.ts`: a line for each mistake. */
function compile(text: string): { status: number | null; errors: string[] } {
  const copy = join(__dirname, `checked-${process.pid}.ts`);
  const project = join(__dirname, `tsconfig-${process.pid}.json`);
  try {
    writeFileSync(copy, text);
    writeFileSync(project, JSON.stringify({ extends: "../../tsconfig.json", include: [], files: [copy] }));
    const tsc = join(ROOT, "node_modules", ".bin", "tsc");
    const { status, stdout } = spawnSync(tsc, ["-p", project, "--pretty", "false"], { cwd: ROOT, encoding: "utf8" });
    return { status, errors: stdout.split("\n").filter((line) => /error TS\d+/.test(line)) };
  } finally {
    rmSync(copy, { force: true });
    rmSync(project, { force: true });
  }
}

describe("the types of a config", () => {
  const text = readFileSync(SOURCE, "utf8");

  test("allow what is sound and refuse every mistake", () => {
    expect(compile(text)).toEqual({ status: 0, errors: [] });
  });

  test("fails for each mistake that nobody expects", () => {
    const mistakes = text.match(EXPECTATION) ?? [];
    expect(mistakes.length).toBeGreaterThan(30);
    const { status, errors } = compile(text.replace(EXPECTATION, ""));
    expect(status).not.toBe(0);
    const lines = new Set(errors.map((error) => /\((\d+),/.exec(error)?.[1]));
    expect(lines.size).toBe(mistakes.length);
  });

  test("fails for an expectation over something sound", () => {
    const { errors } = compile(
      `${text}\n// @ts-expect-error a phone\nexport const phone: Client = { platform: "ios" };\n`,
    );
    expect(errors).toEqual([expect.stringContaining("TS2578")]);
  });
});
