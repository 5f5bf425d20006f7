import { STANDARD_ATTRIBUTES } from "../cognito/attributes";
import { snakeCase } from "../config/keys";
import { block, type LabelledBody, type Place } from "../terraform/hcl-body";
import type { Shape } from "../terraform/hcl-shapes";
import type { Json, JsonObject } from "../terraform/hcl-values";
import { mapStrings } from "./json";
import type { PoolModule } from "./module";
import type { Run, Runs } from "./runs";

/** The blocks of Terraform's test files. */
const SHAPES: Readonly<Record<string, Shape>> = {
  mock_provider: { blocks: { mock_data: { labels: 1, strings: "text" } } },
  variables: { strings: "text" },
  run: {
    blocks: { variables: { strings: "text" } },
    strings: { command: "expression", expect_failures: "expression" },
    first: ["command"],
  },
};

/**
 * Tests for `terraform test`: the module as generated passes, and each condition that an input can break is broken.
 * They ask no AWS account.
 */
export function testsOf(
  module: PoolModule,
  { required, runs, failing, unreached }: Runs,
  header: readonly string[],
): Record<string, string> {
  const around = [
    mockedProvider(module),
    ...(Object.keys(required).length > 0 ? [testBlock("variables", [], required)] : []),
  ];
  const expected = failing.length > 0 && { expect_failures: failing };
  const defaults = testBlock("run", ["defaults"], { command: "plan", ...expected });
  const limits = runs.map(limitRun);
  const why = unreached.length > 0 ? notBroken(unreached) : [];
  return {
    "tests/defaults.tftest.hcl": file(header, [...around, defaults]),
    ...(limits.length > 0 && { "tests/limits.tftest.hcl": file([...header, ...why], [...around, ...limits]) }),
  };
}

function limitRun({ rule, about, fails, variables }: Run): string {
  const name = snakeCase(
    `${rule} ${about
      .split(".")
      .slice(-2)
      .join(" ")
      .replace(/^aws_cognito_/, "")}`,
  );
  return testBlock("run", [name], { command: "plan", variables, expect_failures: [...fails] });
}

/** Conditions without a run, so that nobody takes them for tested. */
function notBroken(unreached: Runs["unreached"]): string[] {
  const rules = [...new Set(unreached.map(({ rule }) => rule))].sort();
  const lines = wrapped(rules, 100).map((line) => `  ${line}`);
  return [
    "",
    "These have no run where none is below: no input reaches what they guard, or none breaks them without breaking",
    "another limit in the same place, or the provider refuses it before them.",
    ...lines,
  ];
}

/** A mocked pool that is managed elsewhere has the standard attributes, and those that the clients name. */
function mockedProvider({ json }: PoolModule): string {
  const data = json.data as JsonObject | undefined;
  if (data?.aws_cognito_user_pool === undefined) return testBlock("mock_provider", ["aws"], {});
  const custom = new Set<string>();
  mapStrings(json.resource, (text) => {
    if (/^custom:[^$%]*$/.test(text)) custom.add(text);
    return text;
  });
  const schema = [...Object.keys(STANDARD_ATTRIBUTES), ...[...custom].sort()].map((name) => ({
    name,
    required: false,
    mutable: true,
  }));
  const defaults = { schema_attributes: schema };
  return testBlock("mock_provider", ["aws"], { mock_data: { aws_cognito_user_pool: { defaults } } });
}

function testBlock(kind: string, labels: readonly string[], body: Record<string, Json>): string {
  const place: Place = { shape: SHAPES[kind] as Shape, path: kind, indent: "", isBlock: () => false, first: [] };
  const labelled: LabelledBody = { labels, body };
  return block(kind, labelled, place);
}

function file(header: readonly string[], blocks: readonly string[]): string {
  const comment = header.map((line) => `# ${line}`.trimEnd()).join("\n");
  return `${[comment, ...blocks].join("\n\n")}\n`;
}

function wrapped(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 2 > width) lines.push(word);
    else lines[lines.length - 1] = `${last}, ${word}`;
  }
  return lines;
}
