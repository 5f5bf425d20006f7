import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, TerraformLocal, TerraformOutput, TerraformStack, Testing } from "cdktf";
import fc from "fast-check";
import { runTerraform } from "../../lib/terraform/run";
import { literal, mapValue, scalarValue, setValue, textValue } from "../../lib/terraform/template";
import { HOSTILE_TEXTS, hostileText } from "../fuzz/hostile-text";
import { describeTerraform } from "../support/terraform";

/** Terraform's own normal form of text is NFC. */
const normal = (text: string) => text.normalize("NFC");

/** What real Terraform makes of the values of outputs. */
async function evaluate(outputs: object): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), "cdktf-cognito-template-"));
  try {
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify(outputs));
    const { exitCode, stderr } = await runTerraform(["apply", "-auto-approve", "-no-color"], folder);
    expect([exitCode, stderr]).toEqual([0, ""]);
    const { stdout } = await runTerraform(["output", "-json"], folder);
    const values = JSON.parse(stdout) as Record<string, { value: unknown }>;
    return Object.fromEntries(Object.entries(values).map(([name, { value }]) => [name, value]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describeTerraform("text as a Terraform template, evaluated by Terraform", () => {
  const sample = [...new Set([...HOSTILE_TEXTS, ...fc.sample(hostileText, { numRuns: 2_000, seed: 20261122 })])];

  test("is the text itself, through cdktf as well", async () => {
    const app = Testing.app();
    const stack = new TerraformStack(app, "test");
    for (const [index, text] of sample.entries())
      new TerraformOutput(stack, `o${index}`, { value: literal(text), staticId: true });
    new TerraformLocal(stack, "map", mapValue(Object.fromEntries(sample.map((text, index) => [`k${index}`, text]))));
    const values = await evaluate(JSON.parse(Testing.synth(stack)));
    for (const [index, text] of sample.entries()) expect([text, values[`o${index}`]]).toEqual([text, normal(text)]);
  });

  test("is the key itself in a map", async () => {
    const texts = [...new Set(sample.filter((text) => text.length < 1_000 && text !== "__proto__").map(normal))];
    const stack = new TerraformStack(new App(), "test");
    const record = Object.fromEntries(texts.map((text) => [text, text]));
    new TerraformOutput(stack, "map", { value: mapValue(record), staticId: true });
    const { map } = await evaluate(JSON.parse(Testing.synth(stack)));
    expect(map).toEqual(record);
  });
});

describe("a value in a template", () => {
  test.each([
    ["text", textValue("a${b}"), "a$${b}"],
    ["open text", textValue({ variable: "v" }), "${var.v}"],
    ["a token", textValue({ variable: "token", token: "${TfToken[TOKEN.1]}" }), "${TfToken[TOKEN.1]}"],
    ["a number", scalarValue(5), 5],
    ["an open number", scalarValue({ variable: "v" }), "${var.v}"],
    ["a list, sorted", setValue(["b", { variable: "v" }, "a%{"]), ["${var.v}", "a%%{", "b"]],
    ["an open list", setValue({ variable: "v" }), "${var.v}"],
    [
      "a map, sorted",
      Object.entries(mapValue({ b: "1", "a${": { variable: "v" } })),
      [
        ["a$${", "${var.v}"],
        ["b", "1"],
      ],
    ],
  ])("is written as %s", (_, actual, expected) => {
    expect(actual).toEqual(expected);
  });
});
