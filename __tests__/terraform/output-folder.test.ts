import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { replaceOutput } from "../../lib/terraform/output-folder";
import { ROOT } from "../support/repository";
import { temporaryFolder } from "../support/temporary-folder";

const { transformFileSync } = require("@babel/core") as {
  transformFileSync: (file: string, options: object) => { code: string };
};

const fresh = () => temporaryFolder("output");

/** Writes stacks as a synthesis would: a manifest and a file for each. */
function writeStacks(folder: string, stacks: Readonly<Record<string, string>>, file = "cdk.tf.json"): void {
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(Object.keys(stacks)));
  for (const [name, content] of Object.entries(stacks)) {
    mkdirSync(join(folder, "stacks", name), { recursive: true });
    writeFileSync(join(folder, "stacks", name, file), content);
  }
}

/** Every file below a folder with its content. */
function contents(folder: string, path = ""): Record<string, string> {
  return Object.assign(
    {},
    ...readdirSync(join(folder, path)).map((name) => {
      const below = join(path, name);
      return statSync(join(folder, below)).isDirectory()
        ? contents(folder, below)
        : { [below]: readFileSync(join(folder, below), "utf8") };
    }),
  );
}

const replace = (folder: string, stacks: Readonly<Record<string, string>>, file?: string) =>
  replaceOutput(folder, (staging) => writeStacks(staging, stacks, file));

describe("an output folder", () => {
  test("is made where there is none", () => {
    const folder = join(fresh(), "deep", "cdktf.out");
    replace(folder, { a: "1", b: "2" });
    expect(contents(folder)).toEqual({
      "manifest.json": '["a","b"]',
      "stacks/a/cdk.tf.json": "1",
      "stacks/b/cdk.tf.json": "2",
    });
  });

  test("loses the stacks that are no longer written", () => {
    const folder = fresh();
    replace(folder, { a: "1", b: "2" });
    replace(folder, { b: "3", c: "4" });
    expect(contents(folder)).toEqual({
      "manifest.json": '["b","c"]',
      "stacks/b/cdk.tf.json": "3",
      "stacks/c/cdk.tf.json": "4",
    });
    expect(existsSync(join(folder, "stacks", "a"))).toBe(false);
  });

  test("loses the other format of a stack", () => {
    const folder = fresh();
    replace(folder, { a: "1" });
    replace(folder, { a: "2" }, "cdk.tf");
    expect(Object.keys(contents(folder))).toEqual(["manifest.json", "stacks/a/cdk.tf"]);
  });

  test("keeps what Terraform and people put there, also of a stack that leaves", () => {
    const folder = fresh();
    replace(folder, { a: "1", b: "2" });
    const foreign = [
      "stacks/a/terraform.tfstate",
      "stacks/a/.terraform.lock.hcl",
      "stacks/b/.terraform/modules.json",
      "notes.txt",
    ];
    mkdirSync(join(folder, "stacks", "b", ".terraform"));
    for (const path of foreign) writeFileSync(join(folder, path), path);
    replace(folder, { a: "3" });
    expect(contents(folder)).toEqual({
      "manifest.json": '["a"]',
      "stacks/a/cdk.tf.json": "3",
      ...Object.fromEntries(foreign.map((path) => [path, path])),
    });
  });

  test("stays as it was when writing fails, and holds nothing of the attempt", () => {
    const folder = fresh();
    replace(folder, { a: "1" });
    const before = contents(folder);
    expect(() =>
      replaceOutput(folder, (staging) => {
        writeStacks(staging, { a: "2", b: "3" });
        throw new Error("disk full");
      }),
    ).toThrow("disk full");
    expect(contents(folder)).toEqual(before);
  });

  test("forgets what a dead run had not made ready, and leaves alone what a living one has", () => {
    const folder = fresh();
    mkdirSync(join(folder, `.staging-${deadPid()}-x`, "stacks"), { recursive: true });
    mkdirSync(join(folder, `.staging-${process.pid}-x`, "stacks"), { recursive: true });
    replace(folder, { a: "1" });
    expect(readdirSync(folder).sort()).toEqual([`.staging-${process.pid}-x`, "manifest.json", "stacks"]);
  });

  test.each([
    ["of a dead run", () => String(deadPid())],
    ["of a run that died before it wrote its id", () => ""],
  ])("takes over the lock %s", (_, owner) => {
    const folder = fresh();
    writeFileSync(join(folder, ".lock"), owner());
    utimesSync(join(folder, ".lock"), new Date(0), new Date(0));
    replace(folder, { a: "1" });
    expect(Object.keys(contents(folder))).toEqual(["manifest.json", "stacks/a/cdk.tf.json"]);
  });
});

/** A number that no process has. */
function deadPid(): number {
  for (let pid = 99_999; ; pid--) {
    try {
      process.kill(pid, 0);
    } catch {
      return pid;
    }
  }
}

/** The code as JavaScript, so that a run starts in no time. */
function compiled(): string {
  const folder = fresh();
  for (const name of ["output-folder", "folder-lock"]) {
    const { code } = transformFileSync(join(ROOT, "lib", "terraform", `${name}.ts`), { cwd: ROOT });
    writeFileSync(join(folder, `${name}.js`), code);
  }
  return folder;
}

/** Characters of a stack's file. */
const SIZE = 10_000;

const STACKS = ["a", "b", "c", "d", "e"];

/**
 * A program that replaces an output folder by five stacks of one content. With `dieAt`, it kills itself as with
 * `kill -9` when it comes to that rename or removal.
 */
const PROGRAM = `
const fs = require("node:fs");
const [folder, content, dieAt, stacks, file] = process.argv.slice(1);
let calls = 0;
for (const name of ["renameSync", "rmSync", "rmdirSync"]) {
  const original = fs[name];
  fs[name] = (...args) => {
    if (name !== "rmSync" || !String(args[0]).endsWith(".lock")) if (++calls === Number(dieAt)) process.kill(process.pid, "SIGKILL");
    return original(...args);
  };
}
const { replaceOutput } = require(${JSON.stringify(join(compiled(), "output-folder.js"))});
replaceOutput(folder, (staging) => {
  fs.writeFileSync(staging + "/manifest.json", content);
  for (const stack of stacks.split(",")) {
    fs.mkdirSync(staging + "/stacks/" + stack, { recursive: true });
    fs.writeFileSync(staging + "/stacks/" + stack + "/" + file, content.repeat(${SIZE}));
  }
});
console.log("calls", calls);
`;

interface Run {
  readonly child: ChildProcess;
  readonly done: Promise<{ signal: string | null; code: number | null; stdout: string }>;
}

function run(folder: string, content: string, { dieAt = 0, stacks = STACKS, file = "cdk.tf.json" } = {}): Run {
  const child = spawn(process.execPath, ["-e", PROGRAM, folder, content, String(dieAt), stacks.join(","), file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let stdout = "";
  child.stdout?.on("data", (chunk) => {
    stdout += chunk;
  });
  return {
    child,
    done: new Promise((resolve) => child.on("close", (code, signal) => resolve({ code, signal, stdout }))),
  };
}

/** The contents that the generated files of a folder have, each once. */
function generations(folder: string): string[] {
  const files = Object.entries(contents(folder)).filter(([path]) => /^(manifest|stacks)/.test(path));
  return [...new Set(files.map(([, content]) => content.charAt(0)))];
}

describe("a run that is killed", () => {
  test("before the renames leaves the old output whole; at any of them, the next run completes it", async () => {
    const stacks = ["a", "b"];
    const start = () => {
      const folder = fresh();
      replace(folder, { a: "1", old: "1" });
      return folder;
    };
    const { stdout } = await run(start(), "2", { stacks }).done;
    const calls = Number(/calls (\d+)/.exec(stdout)?.[1]);
    // Two stacks and the manifest in; one stack and its folder out; the staging folder.
    expect(calls).toBeGreaterThanOrEqual(6);
    const deaths = Array.from({ length: calls }, async (_, index) => {
      const folder = start();
      const before = contents(folder);
      expect(await run(folder, "2", { stacks, dieAt: index + 1 }).done).toMatchObject({ signal: "SIGKILL" });
      if (index === 0) expect(contents(folder)).toMatchObject(before);
      else expect(contents(folder)).toMatchObject({ "stacks/a/cdk.tf.json": "2".repeat(SIZE) });
      expect(await run(folder, "3", { stacks }).done).toMatchObject({ code: 0 });
      expect(Object.keys(contents(folder)).sort()).toEqual([
        "manifest.json",
        "stacks/a/cdk.tf.json",
        "stacks/b/cdk.tf.json",
      ]);
      expect(generations(folder)).toEqual(["3"]);
      expect(readdirSync(folder).sort()).toEqual(["manifest.json", "stacks"]);
    });
    await Promise.all(deaths);
  });

  test("at any time leaves whole files, and the next run completes the output", async () => {
    const folder = fresh();
    await run(folder, "0").done;
    for (let round = 1; round <= 20; round++) {
      const { child, done } = run(folder, String(round % 10));
      setTimeout(() => child.kill("SIGKILL"), 20 + round * 5);
      await done;
      for (const [path, content] of Object.entries(contents(folder)))
        if (/^stacks/.test(path)) expect([path, content.length]).toEqual([path, SIZE]);
    }
    await run(folder, "x").done;
    expect(generations(folder)).toEqual(["x"]);
    expect(readdirSync(folder).sort()).toEqual(["manifest.json", "stacks"]);
  });
});

test("runs at once leave the output of one of them, whole", async () => {
  const folder = fresh();
  for (let round = 0; round < 3; round++) {
    const [one, two] = [
      ["a", "b", "c"],
      ["c", "d", "e"],
    ];
    const runs = [
      run(folder, "1", { stacks: one }),
      run(folder, "2", { stacks: two }),
      run(folder, "1", { stacks: one }),
    ];
    for (const { code } of await Promise.all(runs.map(({ done }) => done))) expect(code).toBe(0);
    const [generation, ...more] = generations(folder);
    expect(more).toEqual([]);
    expect(readdirSync(join(folder, "stacks")).sort()).toEqual(generation === "1" ? one : two);
    expect(readdirSync(folder).sort()).toEqual(["manifest.json", "stacks"]);
  }
});
