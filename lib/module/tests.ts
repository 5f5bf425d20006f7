import { STANDARD_ATTRIBUTES } from "../cognito/attributes";
import { block, type LabelledBody, type Place } from "../terraform/hcl-body";
import type { Shape } from "../terraform/hcl-shapes";
import type { Json, JsonObject } from "../terraform/hcl-values";
import { mapStrings } from "./json";
import { aliasesOf, type PoolModule } from "./module";
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
 * Tests for `terraform test`, which need no AWS account: the defaults pass, and each validated variable refuses a value
 * that breaks its limit.
 */
export function testsOf(
  module: PoolModule,
  { required, failing, limits }: Runs,
  header: readonly string[],
): Record<string, string> {
  const around = [
    mockedProvider(module),
    ...aliasesOf(module.base.json.provider).map((alias) => testBlock("mock_provider", ["aws"], { alias })),
    ...(Object.keys(required).length > 0 ? [testBlock("variables", [], required)] : []),
  ];
  const expected = failing.length > 0 && { expect_failures: failing };
  const defaults = testBlock("run", ["defaults"], { command: "plan", ...expected });
  return {
    "tests/defaults.tftest.hcl": file(header, [...around, defaults]),
    ...(limits.length > 0 && { "tests/limits.tftest.hcl": file(header, [...around, ...limits.map(limitRun)]) }),
  };
}

function limitRun({ variable, value, fails }: Run): string {
  return testBlock("run", [variable], {
    command: "plan",
    variables: { [variable]: value },
    expect_failures: [...fails],
  });
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
