import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { type TerraformJson, toHcl } from "../../lib/terraform/hcl";
import type { Json } from "../../lib/terraform/hcl-values";
import { describeTerraform } from "../support/terraform";

/** What Terraform itself makes of the two forms of one configuration: the built-in provider is all it needs. */
describeTerraform("the HCL form of a configuration, planned", () => {
  test("is what `terraform fmt` leaves and gives the same plan, for any values", async () => {
    await fc.assert(fc.asyncProperty(configuration, expectSamePlan), { numRuns: 4, endOnFailure: true });
  }, 120_000);
});

describe("the HCL form of a configuration", () => {
  test("does not depend on the order of keys in the JSON", () => {
    fc.assert(
      fc.property(configuration, (config) => expect(toHcl(reversed(config))).toBe(toHcl(config))),
      {
        numRuns: 3,
      },
    );
  });
});

/** Text that HCL could misread: quotes, escapes, line breaks, signs of templates, marks that join others, what none can see. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."\"'\\$%{}~#/ \t\n\r=<>:,.()[]",
        "$$",
        "%%",
        "\\n",
        "\\u0041",
        "${",
        "%{",
        "<<-EOT\n",
        "EOT\n",
      ),
      fc.constantFrom(
        "\0",
        "\x1b",
        "\x7f",
        "\x85",
        "\xa0",
        "\u2028",
        "\u200d",
        "\ufeff",
        "\u0301",
        "e\u0301",
        "\u202e",
      ),
      fc.constantFrom(
        "\n\n",
        "  ",
        "  a\n",
        "\n  \n",
        "é",
        "ß",
        "日本",
        "👩‍👧",
        "🇩🇪",
        "\u{e0067}",
        "\u1100\u1161",
        "क्त",
      ),
      fc.string({ maxLength: 4, unit: "binary-ascii" }),
      fc.constantFrom("ก", "ำ", "𠀀", "\ue000", "①", "👍🏽", "❤️", "가", "ﬁ", "\u2126", "\ud800", "ａ", "ʼ", "ٱ", "ש"),
      fc.constantFrom("word", "Sign in to continue.\n", "a line of text\n", "1", "null", "true"),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(""));

/** Blanks: `·` where the language allows any, `∙` where a line must not end. */
const BLANKS: Readonly<Record<string, readonly string[]>> = {
  "·": ["", "", " ", "  ", "\n", "\t", " /* } */ ", " # }\n"],
  "∙": ["", " ", "  ", "\t", " /* } */ "],
};

const expressionForms: readonly string[] = [
  "local.text",
  'local.map·[·"a"·]',
  "local.list[·0·]",
  "local.list·.0",
  'join(·"",·local.list·[·*·]·)',
  'upper·(·"x}\\"${·local.text·}"·)',
  '"${·"${·local.text·}"·}"',
  "1·+·2·*·-·3",
  "(·5·)·-·(·2·%·2·)",
  '!·true·?·"a"·:·"b"',
  '1·<·2·&&·3·>=·2·||·!·false·?·"y"·:·"n"',
  '{·a∙=∙"}"·}·.a',
  '{\n a = "x"\n\n b = -1\n}["a"]',
  '{·"a"∙:∙"}",·b∙=∙[·{}·]·}["a"]',
  '[·for x· in [·"a",·"b"·]·: x if x·!=·"a"·]·[0]',
  'join(",",·keys(·{·for k,·v· in local.map·:·k·=>·v...·}·))',
  "max(·[·1,·-2·]...·)",
  "jsonencode·({·a∙=∙[·],·b∙=∙{·}·})",
  '"\\n\\t\\\\ $${x} %%{y} \\u00e9"',
  '"%{·if true·}a%{·else·}b%{·endif·}"',
  '"a ${~·"x"·~} b"',
];

/** An expression that gives a string or a number. */
const expression = fc.constantFrom(...expressionForms).chain((form) => {
  const parts = [...form].map((character) => fc.constantFrom(...(BLANKS[character] ?? [character])));
  return fc.tuple(...parts).map((texts) => texts.join(""));
});

const trimMarker = fc.constantFrom("", "", "~");

const sequence = fc.oneof(
  fc.tuple(trimMarker, expression, trimMarker).map(([open, inner, close]) => `\${${open} ${inner} ${close}}`),
  fc
    .tuple(trimMarker, trimMarker)
    .map(([open, close]) => `%{${open} if true ${close}} yes \n %{${open} endif ${close}}`),
  fc.constant("%{ for x in local.list ~}\n  ${x}\n%{ endfor ~}\n"),
);

/** Text as a template, without what a trim marker reads in ways of its own: a sign, one character, a line break. */
const escaped = (text: string) => text.replace(/[$%](?=\{)/g, "$&$&").replace(/[$%]+(?=[^{]?\r?\n|.?$)/gs, "");

const template = fc
  .array(fc.oneof({ weight: 3, arbitrary: hostileText.map(escaped) }, { weight: 1, arbitrary: sequence }), {
    maxLength: 4,
  })
  .map((parts) => parts.reduce((text, part) => (/[$%]$/.test(text) ? `${text} ${part}` : text + part), ""));

const multiline = fc.array(template, { minLength: 1, maxLength: 5 }).map((lines) => `${lines.join("\n")}\n`);

/** Strings of all kinds; `string` says which. */
function jsonOf(string: fc.Arbitrary<string>, key: fc.Arbitrary<string>): fc.Arbitrary<Json> {
  return fc.letrec<{ value: Json; list: Json[]; object: Record<string, Json> }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      string,
      fc.constantFrom(null, true, false, 0, "", -1, 1.5, 1e21, 123456789),
      tie("list"),
      tie("object"),
    ),
    list: fc.array(tie("value"), { maxLength: 12, size: "max" }),
    object: fc
      .array(fc.tuple(key, tie("value")), { maxLength: 6 })
      .map((items) => Object.fromEntries(items.map(([name, value], index) => [`${name}_${index}`, value]))),
  })).value;
}

/** Terraform's Unicode is older than Node's: they do not agree on the width of a joiner that joins nothing. */
const keyOf = (text: fc.Arbitrary<string>) => text.map((key) => key.replace(/(?<!👩)\u200d/g, "-"));

const templateValue = jsonOf(
  fc.oneof(template, multiline, sequence),
  fc.oneof(keyOf(template), fc.constantFrom("for", "null", "a-b", "//", "a b", "1", "x")),
);
const textValue = jsonOf(hostileText, keyOf(hostileText));

const condition = fc.oneof(fc.constantFrom(true, '${self.id != "x"||true}', '${ {a=true}["a"] }'));

const configuration = fc
  .record({
    outputs: fc.array(templateValue, { minLength: 40, maxLength: 40 }),
    descriptions: fc.array(hostileText, { minLength: 40, maxLength: 40 }),
    locals: fc.array(templateValue, { minLength: 20, maxLength: 20 }),
    variables: fc.array(textValue, { minLength: 20, maxLength: 20 }),
    messages: fc.array(fc.oneof(template, multiline), { minLength: 20, maxLength: 20 }),
    condition,
  })
  .map(configurationOf);

interface Ingredients {
  readonly outputs: readonly Json[];
  readonly descriptions: readonly string[];
  readonly locals: readonly Json[];
  readonly variables: readonly Json[];
  readonly messages: readonly string[];
}

function configurationOf({ outputs, descriptions, locals, variables, messages }: Ingredients): TerraformJson {
  return {
    "//": { metadata: {} },
    locals: { ...named(locals, "value"), text: "t", list: ["a", "b"], map: { a: "x", b: "y" } },
    variable: named(
      variables.map((value, index) => ({
        type: ["any", "list(object({a=string,b=optional(number,-1)}))"][index === 0 ? 1 : 0],
        default: index === 0 ? [] : value,
        description: descriptions[index],
        validation: [
          { condition: `\${var.v${index}==var.v${index}||true}`, error_message: `Because ${messages[index]}` },
        ],
      })),
      "v",
    ),
    output: named(
      outputs.map((value, index) => ({ value, description: descriptions[index] })),
      "o",
    ),
    resource: {
      terraform_data: named(
        locals.map((_, index) => ({
          "//": { metadata: { path: "x" } },
          input: `\${local.value${index}}`,
          triggers_replace: outputs[index],
          depends_on: index === 0 ? [] : [`terraform_data.r${index - 1}`],
          lifecycle: {
            ignore_changes: index % 2 === 0 ? "all" : ["input", "triggers_replace[0]"],
            create_before_destroy: index % 3 === 0,
            postcondition: [{ condition: "${self.input==self.input&&1>-1}", error_message: messages[index] }],
          },
        })),
        "r",
      ),
    },
    check: named(
      messages.map((message) => ({ assert: [{ condition: '${local.text=="u"}', error_message: `- ${message}` }] })),
      "c",
    ),
    moved: [{ from: "terraform_data.was", to: "terraform_data.r0" }],
  } as unknown as TerraformJson;
}

function named<T>(values: readonly T[], prefix: string): Record<string, T> {
  return Object.fromEntries(values.map((value, index) => [prefix + index, value]));
}

function reversed<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reversed) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  ) as T;
}

async function expectSamePlan(config: TerraformJson): Promise<void> {
  const [json, hcl] = await Promise.all([
    plan("main.tf.json", JSON.stringify(config)),
    plan("main.tf", toHcl(config, { header: ["generated"] })),
  ]);
  expect(hcl).toEqual(json);
}

const run = promisify(execFile);

/** The plan holds the source text of constants, and the references of an expression in the order of Go's maps. */
function comparable(key: string, value: unknown): unknown {
  if (key === "references") return [...new Set(value as string[])].sort();
  return key === "constant_value" ? undefined : value;
}

/** What Terraform would do: everything in its plan but the time. */
async function plan(file: string, content: string): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), "hcl-"));
  const { TF_CLI_CONFIG_FILE: _, ...environment } = process.env;
  const terraform = (...args: string[]) =>
    run("terraform", args, {
      cwd: folder,
      env: { ...environment, CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1", TF_INPUT: "0" },
      maxBuffer: 2 ** 28,
    }).catch(({ stdout, stderr }) => Promise.reject(new Error(`${file}: ${stdout}${stderr}`)));
  try {
    writeFileSync(join(folder, file), content);
    await terraform("fmt", "-no-color", "-check", "-diff");
    await terraform("init", "-no-color");
    await terraform("plan", "-no-color", "-compact-warnings", "-out=plan");
    const { timestamp, ...rest } = JSON.parse((await terraform("show", "-json", "plan")).stdout);
    return JSON.parse(JSON.stringify(rest), comparable);
  } finally {
    if (!process.env.KEEP) rmSync(folder, { recursive: true });
  }
}
