import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { stringify } from "yaml";
import { awsProviderRange } from "../../lib/cognito/provider-versions";
import { readJson } from "../../lib/config/json-file";
import { loadSource } from "../../lib/config/load";
import { toPlainData } from "../../lib/config/plain-data";
import { type SourceFile, unreadableFile } from "../../lib/config/source-file";
import { readYaml } from "../../lib/config/yaml-file";
import { ruleTexts } from "../../lib/rules";
import type { Finding } from "../../lib/rules/finding";
import { cli, folderWith } from "../support/cli";
import { findingsIn } from "../support/findings";
import { sampleSize } from "../support/sample";
import { describeTerraform, Workspace } from "../support/terraform";
import { configs } from "./configs";

const SEED = 20261122;
const RUNS = sampleSize(20_000, 500);
const READ = sampleSize(500, 100);
const WRITTEN = sampleSize(200, 50);

/** All of a finding but its place. */
const said = ({ rule, severity, stack, path, message, fix }: Finding) =>
  JSON.stringify([rule, severity, stack, path, message, fix]);

/** A config as a TypeScript file would give it. */
function dataSource(config: unknown): SourceFile {
  const { value, unreadable } = toPlainData(config);
  return { ...unreadableFile("userpools.config.ts", ...unreadable), value };
}

function findingsOf(source: SourceFile): { findings: ReturnType<typeof findingsIn>; stacks: number } {
  const loaded = loadSource(source);
  return { findings: findingsIn(loaded), stacks: loaded.pools.length };
}

const RULES = new Set(ruleTexts.map(({ id }) => id));

/** Whether a finding is of a known rule, says something, and holds nothing that a program left there by mistake. */
function isWhole({ rule, message, fix }: Finding): boolean {
  const texts = [message, fix].map((text) => text.replaceAll(/"[^"]*"/g, ""));
  return RULES.has(rule) && texts.every((text) => text.length > 3 && !/undefined|\[object/.test(text));
}

const isSound = (findings: readonly Finding[]) => findings.every(({ severity }) => severity !== "error");

describe(`random and mutated configs, from seed ${SEED}`, () => {
  test(`${RUNS} are judged: no crash, each finding whole, the same again`, () => {
    let sound = 0;
    const rules = new Set<string>();
    fc.assert(
      fc.property(configs, fc.integer({ min: 0, max: 19 }), (config, dice) => {
        const { findings, stacks } = findingsOf(dataSource(config));
        for (const finding of findings) rules.add(finding.rule);
        if (!findings.every(isWhole)) expect(findings.filter((finding) => !isWhole(finding))).toEqual([]);
        if (isSound(findings) && stacks > 0) sound++;
        if (dice === 0) expect(findingsOf(dataSource(config)).findings.map(said)).toEqual(findings.map(said));
      }),
      { seed: SEED, numRuns: RUNS },
    );
    // The sample is worth something: it has sound configs, and breaks many rules.
    expect(sound).toBeGreaterThan(RUNS / 20);
    expect(rules.size).toBeGreaterThan(30);
    expect(Object.prototype).not.toHaveProperty("var");
  });

  test(`${READ} say the same as YAML, as JSON and as data, and point into the text`, () => {
    fc.assert(
      fc.property(configs, (config) => {
        const json = JSON.stringify(config, null, 2);
        const data = findingsOf(dataSource(JSON.parse(json)));
        if (config === null || data.findings.some(({ rule }) => rule === "CFG-03" || rule === "CFG-01")) return;
        for (const [text, source] of [
          [json, readJson("userpools.json", json)],
          [stringify(config), readYaml("userpools.yaml", stringify(config))],
        ] as const) {
          const { findings } = findingsOf(source);
          expect(findings.map(said)).toEqual(data.findings.map(said));
          const lines = text.split("\n");
          for (const { line = 0, column = 0, length = 0 } of findings) {
            expect(line).toBeGreaterThanOrEqual(1);
            expect(column + length - 2).toBeLessThanOrEqual(lines[line - 1]?.length ?? -1);
          }
        }
      }),
      { seed: SEED, numRuns: READ },
    );
  });

  test(`${WRITTEN} are synthesized, all or nothing`, async () => {
    const folder = folderWith({});
    let written = 0;
    await fc.assert(
      fc.asyncProperty(configs, async (config) => {
        rmSync(join(folder, "cdktf.out"), { recursive: true, force: true });
        writeFileSync(join(folder, "userpools.json"), JSON.stringify(config));
        const { findings, stacks } = findingsOf(readJson("userpools.json", JSON.stringify(config)));
        const { exitCode, stderr } = await cli(folder, "synth");
        expect(stderr).not.toMatch(/\n\s+at /);
        expect(exitCode === 0).toBe(isSound(findings));
        const out = join(folder, "cdktf.out");
        expect(existsSync(out)).toBe(exitCode === 0);
        if (exitCode !== 0) return;
        written += stacks;
        expect(existsSync(join(out, "stacks")) ? readdirSync(join(out, "stacks")).length : 0).toBe(stacks);
      }),
      { seed: SEED, numRuns: WRITTEN },
    );
    expect(written).toBeGreaterThan(WRITTEN / 10);
  }, 240_000);
});

describeTerraform("what synthesizes", () => {
  const STACKS = sampleSize(25, 8);

  test(`passes terraform validate: ${STACKS} stacks`, async () => {
    const folder = folderWith({});
    const workspace = new Workspace();
    const modules: Record<string, object> = {};
    for (const config of fc.sample(configs, { seed: SEED + 1, numRuns: 800 })) {
      if (Object.keys(modules).length >= STACKS) break;
      const { findings, stacks } = findingsOf(readJson("userpools.json", JSON.stringify(config)));
      if (!isSound(findings) || stacks === 0) continue;
      writeFileSync(join(folder, "userpools.json"), JSON.stringify(config));
      expect((await cli(folder, "synth")).exitCode).toBe(0);
      const [stack = ""] = readdirSync(join(folder, "cdktf.out", "stacks"));
      const template = JSON.parse(readFileSync(join(folder, "cdktf.out", "stacks", stack, "cdk.tf.json"), "utf8"));
      // the AWS provider at hand may not have it
      if (awsProviderRange(Object.keys(template.resource ?? {})) !== awsProviderRange([])) continue;
      const name = `m${Object.keys(modules).length}`;
      delete template.terraform.backend;
      delete template.terraform.cloud;
      mkdirSync(join(workspace.folder, name));
      writeFileSync(join(workspace.folder, name, "cdk.tf.json"), JSON.stringify(template));
      const open = Object.entries((template.variable ?? {}) as Record<string, { type: string; default?: unknown }>);
      const needed = open.filter(([, variable]) => variable.default === undefined);
      modules[name] = {
        source: `./${name}`,
        ...Object.fromEntries(
          needed.map(([key, { type }]) => [key, { string: "x", number: 1, "list(string)": [] }[type]]),
        ),
      };
    }
    expect(Object.keys(modules)).toHaveLength(STACKS);
    try {
      await workspace.use({
        terraform: { required_providers: { aws: { source: "hashicorp/aws" } }, backend: { local: {} } },
        provider: { aws: [{ region: "eu-west-1" }] },
        module: modules,
      });
      await workspace.validate();
    } finally {
      workspace.remove();
    }
  }, 240_000);
});
