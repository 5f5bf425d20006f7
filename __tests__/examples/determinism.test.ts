import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import fc from "fast-check";
import type { Config } from "../../lib/config/schema";
import { cli, folderWith } from "../support/cli";
import { ROOT } from "../support/repository";
import { drawn } from "../support/sample";
import { temporaryFolder } from "../support/temporary-folder";
import { type Example, everyExample, examples, readStacks, synthesizeConfig } from "./examples";

describe.each(drawn(everyExample, 2).map((example) => [example.file, example] as const))("%s", (_, example) => {
  test("gives the same bytes in every order of its keys", async () => {
    const config = await example.config();
    const expected = output(config, example.file);
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        expect(output(shuffled(config, numbers), example.file)).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  });

  test("names no folder of this machine", async () => {
    const { outdir, stacks } = synthesizeConfig(await example.config(), example.file);
    for (const { text } of [...stacks, { text: readFileSync(join(outdir, "manifest.json"), "utf8") }])
      for (const folder of [ROOT, outdir, tmpdir(), process.env.HOME ?? "/root"])
        expect(text).not.toContain(`${folder}/`);
  });
});

test("gives the same bytes for clients that share a variable, in every order", () => {
  const spa = { platform: "spa", callbackUrls: { var: "callbacks", default: ["https://app.example.com/"] } };
  const config = (...clients: string[]) =>
    ({
      project: "acme",
      environments: { prod: { region: "eu-west-1" } },
      pools: { users: { clients: Object.fromEntries(clients.map((client) => [client, spa])) } },
    }) as Config;
  expect(output(config("b", "a"), "userpools.yaml")).toEqual(output(config("a", "b"), "userpools.yaml"));
});

test("gives the same bytes in another folder, for another user, in another language and time zone", async () => {
  for (const example of examples.filter(({ name }) => name === "everything" || name === "multi-platform"))
    expect(elsewhere(example)).toEqual(output(await example.config(), example.file));
});

test("gives a module the same bytes from wherever it is run", async () => {
  const cwd = folderWith({ "userpools.yaml": readFileSync(join(ROOT, "examples/minimal.yaml"), "utf8") });
  await cli(cwd, "synth", "--hcl", "--module", "here");
  const config = join(basename(cwd), "userpools.yaml");
  await cli(dirname(cwd), "synth", "--hcl", "--config", config, "--module", join(cwd, "there"));
  const module = (folder: string) =>
    ["README.md", "main.tf", "variables.tf"].map((file) => readFileSync(join(cwd, folder, "customers", file), "utf8"));
  expect(module("there")).toEqual(module("here"));
});

/** The output of the program itself, run far from the repository. */
function elsewhere(example: Example): object {
  const cwd = temporaryFolder("else where");
  const loader = join(ROOT, "node_modules", "jiti", "lib", "jiti-register.mjs");
  const config = join(ROOT, "examples", example.file);
  execFileSync(
    process.execPath,
    ["--import", loader, join(ROOT, "lib", "cli", "bin.ts"), "synth", "--config", config, "--out", "out"],
    {
      cwd,
      env: { ...process.env, HOME: cwd, LANG: "tr_TR.UTF-8", TZ: "Asia/Tokyo" },
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  return contents(join(cwd, "out"));
}

function output(config: Config, file: string): object {
  return contents(synthesizeConfig(config, file).outdir);
}

function contents(outdir: string): object {
  const stacks = readStacks(outdir).map(({ stack, text }) => [stack, text]);
  return { manifest: readFileSync(join(outdir, "manifest.json"), "utf8"), ...Object.fromEntries(stacks) };
}

/** The same config with the keys of every map, at every depth, in another order. */
function shuffled<T>(value: T, numbers: Iterator<number>): T {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, numbers)) as T;
  if (typeof value !== "object" || value === null) return value;
  const keys = Object.keys(value)
    .map((key) => [numbers.next().value as number, key] as const)
    .sort(([a], [b]) => a - b);
  return Object.fromEntries(
    keys.map(([, key]) => [key, shuffled((value as Record<string, unknown>)[key], numbers)]),
  ) as T;
}
