import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { replaceStacks } from "../../lib/terraform/stack-output";
import { ROOT } from "../support/repository";
import { temporaryFolder } from "../support/temporary-folder";

const { transformFileSync } = require("@babel/core") as {
  transformFileSync: (file: string, options: object) => { code: string };
};

const fresh = () => temporaryFolder("output");
/** The config that all of these stacks come from, as the record of the output folder names it. */
const CONFIG = "userpools.yaml";
const recordOf = (...stacks: string[]) => ({
  "cdktf-cognito.json": `${JSON.stringify({ stacks: Object.fromEntries(stacks.map((stack) => [stack, CONFIG])) }, null, 2)}\n`,
});
const manifestOf = (stacks: object) => ({ "manifest.json": JSON.stringify({ stacks }, null, 2) });

/** Writes stacks as a synthesis would: a manifest and a file for each. */
function writeStacks(folder: string, stacks: Readonly<Record<string, string>>, file = "cdk.tf.json"): void {
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ stacks }));
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
  replaceStacks(folder, {
    config: join(folder, CONFIG),
    retained: [],
    write: (staging) => writeStacks(staging, stacks, file),
  });

describe("an output folder", () => {
  test("is made where there is none", () => {
    const folder = join(fresh(), "deep", "cdktf.out");
    replace(folder, { a: "1", b: "2" });
    expect(contents(folder)).toEqual({
      ...manifestOf({ a: "1", b: "2" }),
      ...recordOf("a", "b"),
      "stacks/a/cdk.tf.json": "1",
      "stacks/b/cdk.tf.json": "2",
    });
  });

  test("loses the stacks that are no longer written", () => {
    const folder = fresh();
    replace(folder, { a: "1", b: "2" });
    replace(folder, { b: "3", c: "4" });
    expect(contents(folder)).toEqual({
      ...manifestOf({ b: "3", c: "4" }),
      ...recordOf("b", "c"),
      "stacks/b/cdk.tf.json": "3",
      "stacks/c/cdk.tf.json": "4",
    });
    expect(existsSync(join(folder, "stacks", "a"))).toBe(false);
  });

  test("loses the other format of a stack", () => {
    const folder = fresh();
    replace(folder, { a: "1" });
    replace(folder, { a: "2" }, "cdk.tf");
    expect(Object.keys(contents(folder))).toEqual(["cdktf-cognito.json", "manifest.json", "stacks/a/cdk.tf"]);
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
      ...manifestOf({ a: "3" }),
      ...recordOf("a"),
      "stacks/a/cdk.tf.json": "3",
      ...Object.fromEntries(foreign.map((path) => [path, path])),
    });
  });

  test("stays as it was when writing fails, and holds nothing of the attempt", () => {
    const folder = fresh();
    replace(folder, { a: "1" });
    const before = contents(folder);
    expect(() =>
      replaceStacks(folder, {
        config: join(folder, CONFIG),
        retained: [],
        write: (staging) => {
          writeStacks(staging, { a: "2", b: "3" });
          throw new Error("disk full");
        },
      }),
    ).toThrow("disk full");
    expect(contents(folder)).toEqual(before);
  });

  test("forgets what a dead run had not made ready, and leaves alone what a living one has", () => {
    const folder = fresh();
    mkdirSync(join(folder, `.staging-${deadPid()}-x`, "stacks"), { recursive: true });
    mkdirSync(join(folder, `.staging-${process.pid}-x`, "stacks"), { recursive: true });
    replace(folder, { a: "1" });
    expect(readdirSync(folder).sort()).toEqual([
      `.staging-${process.pid}-x`,
      "cdktf-cognito.json",
      "manifest.json",
      "stacks",
    ]);
  });

  test.each([
    ["of a dead run", () => String(deadPid())],
    ["of a run that died before it wrote its id", () => ""],
  ])("takes over the lock %s", (_, owner) => {
    const folder = fresh();
    writeFileSync(join(folder, ".lock"), owner());
    utimesSync(join(folder, ".lock"), new Date(0), new Date(0));
    replace(folder, { a: "1" });
    expect(Object.keys(contents(folder))).toEqual(["cdktf-cognito.json", "manifest.json", "stacks/a/cdk.tf.json"]);
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
  mkdirSync(join(folder, "terraform"));
  for (const name of [
    "make-folders",
    "usage-error",
    "terraform/stack-output",
    "terraform/output-folder",
    "terraform/folder-lock",
  ]) {
    const { code } = transformFileSync(join(ROOT, "lib", `${name}.ts`), { cwd: ROOT });
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
const { replaceStacks } = require(${JSON.stringify(join(compiled(), "terraform", "stack-output.js"))});
const write = (staging) => {
  fs.writeFileSync(staging + "/manifest.json", JSON.stringify({ content }));
  for (const stack of stacks.split(",")) {
    fs.mkdirSync(staging + "/stacks/" + stack, { recursive: true });
    fs.writeFileSync(staging + "/stacks/" + stack + "/" + file, content.repeat(${SIZE}));
  }
};
replaceStacks(folder, { config: folder + "/${CONFIG}", retained: [], write });
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
  const files = Object.entries(contents(folder)).filter(([path]) => path.startsWith("stacks"));
  const { content } = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  return [...new Set([content, ...files.map(([, text]) => text.charAt(0))])];
}

describe("an output folder of two sources", () => {
  const write = (folder: string, config: string, stacks: Record<string, string>, retained: string[] = []) =>
    replaceStacks(folder, {
      config: join(folder, "..", config),
      retained,
      write: (staging) => writeStacks(staging, stacks),
    });
  const place = () => {
    const parent = fresh();
    for (const name of ["one.yaml", "two.yaml"]) writeFileSync(join(parent, name), "");
    return join(parent, "cdktf.out");
  };
  const manifest = (folder: string) =>
    Object.keys(JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")).stacks);

  test("keeps the stacks of both, whichever is written again, and removes only what its own config no longer has", () => {
    const folder = place();
    expect(write(folder, "one.yaml", { a: "1", b: "1" })).toEqual([]);
    expect(write(folder, "two.yaml", { c: "2", d: "2" })).toEqual(["a", "b"]);
    expect(write(folder, "one.yaml", { b: "3" })).toEqual(["c", "d"]);
    expect(readdirSync(join(folder, "stacks"))).toEqual(["b", "c", "d"]);
    expect(manifest(folder)).toEqual(["b", "c", "d"]);
    expect(JSON.parse(readFileSync(join(folder, "cdktf-cognito.json"), "utf8"))).toEqual({
      stacks: { b: "../one.yaml", c: "../two.yaml", d: "../two.yaml" },
    });
  });

  test("fails when both have a stack of one name, and stays as it was", () => {
    const folder = place();
    write(folder, "one.yaml", { a: "1" });
    const before = contents(folder);
    expect(() => write(folder, "two.yaml", { a: "2", b: "2" })).toThrow(
      `${join(folder, "stacks", "a")} was written from ../one.yaml, not from ../two.yaml; choose another output folder`,
    );
    expect(contents(folder)).toEqual(before);
  });

  test("fails when another program wrote the stack, and stays as it was", () => {
    const folder = place();
    mkdirSync(join(folder, "stacks", "a"), { recursive: true });
    writeFileSync(join(folder, "stacks", "a", "cdk.tf.json"), "theirs");
    expect(() => write(folder, "one.yaml", { a: "1" })).toThrow("was written by another program, not from ../one.yaml");
    expect(contents(folder)).toEqual({ "stacks/a/cdk.tf.json": "theirs" });
  });

  test("hands the stacks of a config that was renamed to the one that now describes them", () => {
    const folder = place();
    write(folder, "gone.yaml", { a: "1", b: "1" });
    expect(write(folder, "one.yaml", { a: "2" })).toEqual(["b"]);
    expect(contents(folder)).toMatchObject({ "stacks/a/cdk.tf.json": "2", "stacks/b/cdk.tf.json": "1" });
  });

  test("takes a folder in which only state is left", () => {
    const folder = place();
    write(folder, "one.yaml", { a: "1" });
    writeFileSync(join(folder, "stacks", "a", "terraform.tfstate"), "{}");
    write(folder, "one.yaml", {});
    expect(write(folder, "two.yaml", { a: "2" })).toEqual([]);
    expect(manifest(folder)).toEqual(["a"]);
  });

  test.each(["{", "[]", "null", '{"stacks": null}'])("reads a damaged record %s as none", (text) => {
    const folder = place();
    write(folder, "one.yaml", { a: "1" });
    writeFileSync(join(folder, "cdktf-cognito.json"), text);
    writeFileSync(join(folder, "manifest.json"), text);
    expect(write(folder, "two.yaml", { b: "1" })).toEqual(["a"]);
    expect(() => write(folder, "one.yaml", { a: "2" })).toThrow("was written by another program");
  });
});

describe("a run that is killed", () => {
  test("before the moves leaves the old output whole; at any of them, the next run completes it", async () => {
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
      if (index < 2) expect(contents(folder)).toMatchObject({ ...before, "cdktf-cognito.json": expect.any(String) });
      else expect(contents(folder)).toMatchObject({ "stacks/a/cdk.tf.json": "2".repeat(SIZE) });
      expect(await run(folder, "3", { stacks }).done).toMatchObject({ code: 0 });
      expect(Object.keys(contents(folder)).sort()).toEqual([
        "cdktf-cognito.json",
        "manifest.json",
        "stacks/a/cdk.tf.json",
        "stacks/b/cdk.tf.json",
      ]);
      expect(generations(folder)).toEqual(["3"]);
      expect(readdirSync(folder).sort()).toEqual(["cdktf-cognito.json", "manifest.json", "stacks"]);
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
    expect(readdirSync(folder).sort()).toEqual(["cdktf-cognito.json", "manifest.json", "stacks"]);
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
    expect(readdirSync(folder).sort()).toEqual(["cdktf-cognito.json", "manifest.json", "stacks"]);
  }
});
