import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pc from "picocolors";
import { run } from "../../lib/cli/program";
import { jsonSchema } from "../../lib/config/json-schema";
import { ruleTexts } from "../../lib/rules";
import { cli, folderWith } from "../support/cli";
import { ROOT } from "../support/repository";
import { BROKEN, contents, program, SOUND, TWO_ENVIRONMENTS } from "./support";

describe("check", () => {
  test.each([
    [0, "a sound config", SOUND],
    [1, "an error", BROKEN],
    [2, "an unreadable file", "a: ["],
  ])("exits with %d for %s, and writes nothing", async (expected, _, text) => {
    const folder = folderWith({ "userpools.yaml": text });
    const { exitCode, stderr } = await cli(folder, "check");
    expect([exitCode, stderr]).toEqual([expected, ""]);
    expect(readdirSync(folder)).toEqual(["userpools.yaml"]);
  });

  test("counts the stacks that it judged", async () => {
    const folder = folderWith({ "userpools.yaml": TWO_ENVIRONMENTS });
    expect((await cli(folder, "check")).stdout).toMatch(/in 2 stacks\n$/);
    expect((await cli(folder, "check", "--env", "dev")).stdout).toMatch(/in 1 stack\n$/);
  });

  test("finds the usual names in their order", async () => {
    const config = (project: string) => JSON.stringify({ project });
    const files: Record<string, string> = {
      "userpools.json": config("JSON"),
      "userpools.yml": config("YML"),
      "userpools.yaml": config("YAML"),
      "userpools.config.ts": `export default ${config("TS")};`,
    };
    const names = ["userpools.config.ts", "userpools.yaml", "userpools.yml", "userpools.json"];
    for (const [index, name] of names.entries()) {
      const present = Object.fromEntries(names.slice(index).map((each) => [each, files[each] as string]));
      const { stdout } = await cli(folderWith(present), "check", "--format", "json");
      expect(JSON.parse(stdout).findings[0].file).toBe(name);
    }
  });

  test("takes --config before COGNITO_CONFIG before cdktf.json before the usual names", async () => {
    const config = JSON.stringify({ project: 1 });
    const folder = folderWith({
      "userpools.yaml": config,
      "a.yaml": config,
      "b.yaml": config,
      "c.yaml": config,
      "cdktf.json": JSON.stringify({ context: { config: "a.yaml" } }),
    });
    const file = async (...args: string[]) =>
      JSON.parse((await cli(folder, "check", "--format", "json", ...args)).stdout).findings[0].file;
    const before = process.env.COGNITO_CONFIG;
    try {
      delete process.env.COGNITO_CONFIG;
      expect(await file()).toBe("a.yaml");
      process.env.COGNITO_CONFIG = "b.yaml";
      expect(await file()).toBe("b.yaml");
      expect(await file("--config", "c.yaml")).toBe("c.yaml");
    } finally {
      if (before === undefined) delete process.env.COGNITO_CONFIG;
      else process.env.COGNITO_CONFIG = before;
    }
  });

  test("names a file as a person would", async () => {
    const folder = folderWith({ "broken.yaml": "a: [" });
    mkdirSync(join(folder, "sub"));
    const file = async (cwd: string, config: string) =>
      JSON.parse((await cli(cwd, "check", "--format", "json", "--config", config)).stdout).findings[0].file;
    expect(await file(folder, join(folder, "broken.yaml"))).toBe("broken.yaml");
    expect(await file(join(folder, "sub"), "../broken.yaml")).toBe(join(folder, "broken.yaml"));
  });
});

describe("a call that cannot be", () => {
  test.each([
    ["an unknown command", ["chek"], /unknown command 'chek'/],
    ["an unknown option", ["check", "--foo"], /unknown option '--foo'/],
    ["an unknown format", ["check", "--format", "xml"], /Allowed choices are text, json, github, sarif/],
    ["an option without its value", ["check", "--config"], /argument missing/],
    ["an unknown environment", ["check", "--env", "prd"], /unknown environment prd; did you mean prod\?/],
    [
      "an unknown environment of no resemblance",
      ["synth", "--env", "zzz"],
      /unknown environment zzz; the config has prod/,
    ],
    ["no environment", ["check", "--env", ""], /: no environment is named; the config has prod$/m],
    ["a control character", ["can", "\u001b[31m", "sign-in"], /unknown client \\u001b\[31m/],
    ["another control character", ["lock", "--forget", "\u001b[31m"], /stack \\u001b\[31m is not locked/],
    ["a rule of no name", ["explain"], /missing required argument 'rule'/],
    ["an unknown rule", ["explain", "CFG-99"], /unknown rule CFG-99; did you mean CFG-0?9?\d?\?/],
    ["an unknown rule of a similar name", ["explain", "access-token-validty"], /did you mean access-token-validity\?/],
    ["too much", ["schema", "extra"], /too many arguments/],
    [
      "a source that does not exist",
      ["adopt", "described", "--out", "new.yaml"],
      /^cdktf-cognito: described: it does not exist$/m,
    ],
    ["outputs that are a folder", ["outputs", "."], /^cdktf-cognito: \.: it is a folder, not a file$/m],
    [
      "a folder inside a file",
      ["report", "--out", "userpools.yaml/report"],
      /^cdktf-cognito: userpools\.yaml\/report: a part of its path is a file, not a folder$/m,
    ],
  ])("fails with 2 and a reason for %s", async (_, args, reason) => {
    const folder = folderWith({ "userpools.yaml": SOUND });
    const { exitCode, stdout, stderr } = await cli(folder, ...args);
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(reason);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(readdirSync(folder)).toEqual(["userpools.yaml"]);
  });
});

describe("help", () => {
  test.each([
    [["--help"], ["check", "synth", "plan", "explain", "schema", "init", "Exit codes"]],
    [
      ["check", "--help"],
      ["--config", "--env", "--format", "sarif"],
    ],
    [
      ["synth", "--help"],
      ["--config", "--env", "--out", "--hcl", "cdktf.out"],
    ],
    [
      ["plan", "--help"],
      ["--config", "--env", "--hcl", "--plugin-dir", "--var"],
    ],
    [["explain", "--help"], ["TOK-01"]],
    [["schema", "--help"], ["JSON Schema"]],
    [["init", "--help"], ["starter project"]],
    [["help", "check"], ["--format"]],
  ])("of %j says %j", async (args, words) => {
    const { exitCode, stdout } = await cli(folderWith({}), ...args);
    expect(exitCode).toBe(0);
    for (const word of words) expect(stdout).toContain(word);
  });

  test("names no default that says nothing", async () => {
    const { stdout } = await cli(folderWith({}), "--help");
    const commands = [...stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name as string);
    expect(commands).toContain("check");
    for (const command of commands.filter((each) => each !== "help")) {
      const help = await cli(folderWith({}), ...(command === "who" ? ["who", "can"] : [command]), "--help");
      expect([command, help.stdout]).toEqual([command, expect.not.stringMatching(/default:\s+(\[\]|false|true)/)]);
    }
  });

  test("has the version of the package and of its rules", async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    const { exitCode, stdout } = await cli(folderWith({}), "--version");
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(new RegExp(`^${version} \\(rule set \\S+\\)\n$`))]);
  });
});

describe("explain", () => {
  test.each(ruleTexts.map(({ id }) => [id]))("%s: title, reason, fix and sources", async (id) => {
    const rule = ruleTexts.find((each) => each.id === id);
    const { exitCode, stdout } = await cli(folderWith({}), "explain", id.toLowerCase());
    expect(exitCode).toBe(0);
    for (const part of [id, rule?.severity, rule?.title, rule?.why, rule?.fix, ...(rule?.source ?? [])])
      expect(stdout).toContain(part);
  });

  test.each(["TOK-1", "tok1", "Tok-01", "TOK01", "TOK-001", "tok_1"])("takes %s for TOK-01", async (id) => {
    expect((await cli(folderWith({}), "explain", id)).stdout).toMatch(/^TOK-01 /);
  });

  test.each(["TOK", "tok", "TOK-"])("lists the rules of the family %s", async (family) => {
    const { exitCode, stdout } = await cli(folderWith({}), "explain", family);
    const ids = ruleTexts.map(({ id }) => id).filter((id) => id.startsWith("TOK-"));
    expect(exitCode).toBe(0);
    expect(stdout.trimEnd().split("\n")).toEqual(
      ids.map((id) => expect.stringMatching(`^${id} [a-z-]+  (error|warning)  `)),
    );
  });

  test.each([
    ["TOK-99", "cdktf-cognito explain TOK lists the rules of TOK"],
    ["TO", "cdktf-cognito explain TOK lists the rules of TOK"],
    ["TKO-01", "cdktf-cognito explain TOK lists the rules of TOK"],
    ["TOKK-01", "did you mean TOK-01?"],
    ["acces-token-validity", "did you mean access-token-validity?"],
    ["nothing-of-the-kind", "docs/rules.md lists every rule"],
  ])("says of %s: %s", async (given, said) => {
    const { exitCode, stderr } = await cli(folderWith({}), "explain", given);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(`unknown rule ${given}; ${said}`)]);
  });

  test("takes the name of a rule for its id", async () => {
    const byName = await cli(folderWith({}), "explain", "access-token-validity");
    expect(byName).toEqual(await cli(folderWith({}), "explain", "TOK-01"));
    expect(byName.stdout).toMatch(/^TOK-01 access-token-validity {2}error {2}/);
  });
});

describe("schema", () => {
  test("prints the JSON Schema", async () => {
    expect(await cli(folderWith({}), "schema")).toEqual({ exitCode: 0, stdout: jsonSchema(), stderr: "" });
  });
});

describe("init", () => {
  test("writes a starter that synthesizes without a finding, and the schema that it names", async () => {
    const folder = folderWith({});
    const { exitCode, stdout } = await cli(folder, "init", "new/place");
    expect([exitCode, stdout.split("\n")]).toEqual([
      0,
      [
        "new/place/userpools.schema.json",
        "new/place/userpools.yaml",
        "new/place/cdktf.json",
        "new/place/.gitignore",
        "",
      ],
    ]);
    const place = join(folder, "new", "place");
    expect(readFileSync(join(place, "userpools.schema.json"), "utf8")).toBe(jsonSchema());
    expect((await cli(place, "check")).stdout).toBe("0 errors, 0 warnings in 2 stacks\n");
    expect((await cli(place, "synth")).exitCode).toBe(0);
  });

  test.each(["userpools.yaml", "userpools.json", "userpools.config.ts"])(
    "fails where %s is, and leaves it",
    async (name) => {
      const folder = folderWith({ [name]: "mine" });
      const { exitCode, stderr } = await cli(folder, "init");
      expect([exitCode, stderr]).toEqual([2, `${name} already exists; nothing was written\n`]);
      expect(contents(folder)).toEqual({ [name]: "mine" });
    },
  );

  test("leaves every file that exists, and says what it should hold", async () => {
    const theirs = { "cdktf.json": "{}", ".gitignore": "mine", "userpools.schema.json": "mine" };
    const folder = folderWith(theirs);
    const { exitCode, stdout, stderr } = await cli(folder, "init");
    expect([exitCode, stdout]).toEqual([0, "userpools.yaml\n"]);
    expect(contents(folder)).toMatchObject(theirs);
    expect(stderr).toMatch(
      /^cdktf\.json already exists and was not changed; .*"npx --no-install cdktf-cognito synth"$/m,
    );
    expect(stderr).toMatch(/^\.gitignore already exists and was not changed; it should ignore .*\*\.tfstate/m);
  });

  test("fails where a file has the name of a folder on the way", () => {
    const folder = folderWith({ place: "a file" });
    const { status, stderr } = program(folder, ["init", "place/below"]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^cdktf-cognito: place\/below: a part of its path is a file, not a folder$/m);
  });
});

describe("the program", () => {
  test("ends quietly when what reads it has read enough", () => {
    const folder = folderWith({ "userpools.yaml": BROKEN });
    const line = `'${process.execPath}' '${join(ROOT, "node_modules/jiti/lib/jiti-cli.mjs")}' '${join(ROOT, "lib/cli/bin.ts")}'`;
    const piped = (command: string) =>
      spawnSync("bash", ["-c", `${command}; echo "\${PIPESTATUS[0]}"`], { cwd: folder, encoding: "utf8" });
    const schema = piped(`${line} schema | head -c 1`);
    expect([schema.stdout, schema.stderr]).toEqual(["{0\n", ""]);
    const findings = piped(`${line} check | true`);
    expect([findings.stdout, findings.stderr]).toEqual(["1\n", ""]);
  });

  test("keeps what a config prints out of its own output", () => {
    const config = `console.log("loading"); export default ${JSON.stringify({
      project: "acme",
      environments: { prod: { region: "eu-west-1" } },
      pools: { users: { clients: { app: { platform: "ios" } } } },
    })};`;
    const { stdout, stderr } = program(folderWith({ "userpools.config.ts": config }), ["check", "--format", "json"]);
    expect(JSON.parse(stdout)).toMatchObject({ findings: [] });
    expect(stderr).toBe("loading\n");
  });

  test("colours what goes to a terminal, and that alone", async () => {
    const colored = async (colors: boolean, errColors: boolean) => {
      let out = "";
      let err = "";
      await run(["synth"], {
        cwd: folderWith({ "userpools.yaml": BROKEN }),
        out: (text) => {
          out += text;
        },
        err: (text) => {
          err += text;
        },
        progress: () => {},
        colors: pc.createColors(colors),
        errColors: pc.createColors(errColors),
      });
      return [out, err].map((text) => text.includes("\u001b["));
    };
    expect(await colored(true, false)).toEqual([false, false]);
    expect(await colored(false, true)).toEqual([false, true]);
  });

  test.each([
    [["check"], 1],
    [["check", "--format", "json"], 1],
    [["check", "--config", "none.yaml"], 2],
    [["--help"], 0],
  ])("%j exits with %d, with no colour outside a terminal", (args, status) => {
    const result = program(folderWith({ "userpools.yaml": BROKEN }), args);
    expect(result.status).toBe(status);
    expect(result.stderr).toBe("");
    expect(result.stdout).not.toBe("");
    expect(result.stdout).not.toContain("\u001b");
  });
});
