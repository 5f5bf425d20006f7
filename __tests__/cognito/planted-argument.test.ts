import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { judge } from "../../lib/gate/judge";
import { withFacts } from "../../lib/review/language/facts";
import { changeOf, POOL, planOf } from "../gate/plans";
import { ROOT } from "../support/repository";

const PLANTED = { terraform: "planted_argument", permanent: "replaced" } as const;

/** What the compiler says once the facts and the model have one more argument of a pool. */
function compileWith(row: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), "planted-"));
  try {
    for (const name of ["lib", "stacks", "tsconfig.json", "package.json"])
      cpSync(join(ROOT, name), join(folder, name), { recursive: true });
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
    const edit = (file: string, before: string, after: string) => {
      const path = join(folder, file);
      const text = readFileSync(path, "utf8");
      expect(text).toContain(before);
      writeFileSync(path, text.replace(before, after));
    };
    const field = "  readonly usernameAttributes: readonly string[];\n";
    edit("lib/model/user-pool.ts", field, `${field}  readonly plantedArgument: string;\n`);
    edit(
      "lib/cognito/user-pool.ts",
      "export const USER_POOL_ARGUMENTS = {\n",
      `export const USER_POOL_ARGUMENTS = {\n${row}`,
    );
    writeFileSync(
      join(folder, "tsconfig.planted.json"),
      JSON.stringify({ extends: "./tsconfig.json", include: ["lib"] }),
    );
    const tsc = join(ROOT, "node_modules", ".bin", "tsc");
    const { stdout } = spawnSync(tsc, ["--noEmit", "-p", "tsconfig.planted.json", "--pretty", "false"], {
      cwd: folder,
      encoding: "utf8",
    });
    const files = stdout.split("\n").flatMap((line) => /^(\S+?)\(\d+,\d+\): error/.exec(line)?.[1] ?? []);
    return [...new Set(files)].sort();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("an argument that is new to the tables of facts", () => {
  test("does not compile until schema, resolve, construct, review and, where it is permanent, the lock have it", () => {
    const asking = [
      "lib/config/resolve/user-pool.ts",
      "lib/config/schema/pool.ts",
      "lib/constructs/user-pool-arguments.ts",
      "lib/review/pool/user-pool.ts",
    ];
    expect(compileWith("")).toEqual(expect.arrayContaining(["lib/cognito/user-pool.ts"]));
    expect(compileWith('  plantedArgument: { terraform: "planted_argument" },\n')).toEqual(asking);
    expect(compileWith('  plantedArgument: { terraform: "planted_argument", permanent: "replaced" },\n')).toEqual(
      [...asking, "lib/lock/lock.ts"].sort(),
    );
  }, 120_000);

  test("breaks in a review where it is permanent", () => {
    const difference = { risk: "changes", why: "it works otherwise", at: ["plantedArgument"] } as const;
    expect(withFacts(difference, "user pool", PLANTED, "a", "b")).toEqual({
      ...difference,
      risk: "breaks",
      why: "permanent: Terraform replaces the user pool; it works otherwise",
    });
  });

  test("is refused by the gate where it replaces the pool", () => {
    const plan = planOf([changeOf(`${POOL}.users`, ["delete", "create"], { replace_paths: [[PLANTED.terraform]] })]);
    expect(judge(plan, [], "2030-01-01")).toMatchObject([
      { verdict: "refused", why: expect.stringContaining("planted_argument") },
    ]);
  });
});
