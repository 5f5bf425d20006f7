import { render, type TerraformJson, toHcl, topLevelBlocks } from "../../lib/terraform/hcl";
import { blockPaths } from "../../lib/terraform/hcl-blocks";

/** The HCL of one local value named `x`. */
function local(value: unknown): string {
  const text = toHcl({ locals: { x: value } } as TerraformJson);
  return text.replace(/^locals \{\n {2}x = /, "").replace(/\n\}\n$/, "");
}

describe("a string", () => {
  test.each([
    ["plain text", "a", '"a"'],
    ["the empty string", "", '""'],
    ["one interpolation", "${aws_x.y.id}", "aws_x.y.id"],
    ["two interpolations", "${a}-${b}", '"${a}-${b}"'],
    ["an interpolation beside text", "a ${b}", '"a ${b}"'],
    ["a brace in a string in an object", '${ {a="}"}[x] }', '{ a = "}" }[x]'],
    ["templates in templates", '${"a${"b${c}"}"}', '"a${"b${c}"}"'],
    ["quotes around one interpolation", '${"${a}"}', "a"],
    ["a condition", "${self.x>=1&&!(y)}", "self.x >= 1 && !(y)"],
    [
      "a for expression over lines",
      "${[for a in b :\n  a.name\n  if a.required]}",
      "[for a in b : a.name if a.required]",
    ],
    ["an object over lines", "${{\n  a = 1\n\n  b = 2 # }\n}}", "{ a = 1, b = 2 }"],
    ["escaped signs of templates", "$${a} %%{b}", '"$${a} %%{b}"'],
    ["signs alone", "$ % $a 100%", '"$ % $a 100%"'],
    ["a directive", "%{ if a }b%{ endif }", '"%{if a}b%{endif}"'],
    ["trim markers, which reach to the end of a line", "a\n ${~ b ~} \n c", '"a\n${b} c"'.replace("\n", "\\n")],
    ["a sign that trimming would bring to a brace", "$ ${~ a}", '"${"$"}${a}"'],
    ["text that trimming leaves nothing of", " ${~ a}", '"${a}${""}"'],
    ["quotes and backslashes", '"\\n"', '"\\"\\\\n\\""'],
    ["white space", "a\n\r\tb", '"a\\n\\r\\tb"'],
    [
      "what cannot be seen",
      "\0\x7f\x85\u2028\ufeff\u202e\u{e0067}",
      '"\\u0000\\u007f\\u0085\\u2028\\ufeff\\u202e\\U000e0067"',
    ],
    ["letters and emoji", "é 日本 👩‍👧", '"é 日本 👩‍👧"'],
    ["a combining mark without a letter", "\u0301a", '"\\u0301a"'],
    ["a byte order mark, which Terraform drops", "\ufeffa", '"a"'],
    ["what Terraform reads as text behind a carriage return", "a\r${b}", '"a\\r$${b}"'],
  ])("%s", (_, value, hcl) => expect(local(value)).toBe(hcl));

  test("becomes a heredoc when all of its lines end in a line break", () => {
    expect(local('Hello "${var.name}",\n\n  $${a} \\n\nbye\n')).toBe(
      ["<<-EOT", '    Hello "${var.name}",', "", "      $${a} \\n", "    bye", "  EOT"].join("\n"),
    );
  });

  test.each([
    ["its last line has no line break", "a\nb"],
    ["it is one line", "a\n"],
    ["every line is indented", "  a\n  b\n"],
    ["a line is the marker", "a\nEOT\n"],
    ["it has a carriage return", "a\r\nb\r\n"],
    ["it has what cannot be seen", "a\nb\u2028\n"],
    ["a line begins with a mark", "a\n\u0301b\n"],
  ])("stays in quotes when %s", (_, value) => expect(local(value)).toMatch(/^"[^\n]*"$/));

  test.each([
    ["an interpolation does not end", "${a"],
    ["a string in it does not end", '${"a}'],
    ["it holds a heredoc", "${<<EOT\na\nEOT\n}"],
    ["it has a bracket too many", "${a)}"],
  ])("fails when %s", (_, value) => expect(() => local(value)).toThrow(SyntaxError));
});

describe("a value", () => {
  test.each([
    [null, "null"],
    [false, "false"],
    [0, "0"],
    [-1.5, "-1.5"],
    [[], "[]"],
    [{}, "{}"],
    [["a", 1, true, null, "${b}"], '["a", 1, true, null, b]'],
    [[[1], {}], "[[1], {}]"],
  ])("%j becomes %s", (value, hcl) => expect(local(value)).toBe(hcl));

  test("that is a long list has an item on each line", () => {
    const items = Array.from({ length: 4 }, (_, index) => `https://client-${index}.example.com/callback`);
    expect(local(items)).toBe(`[\n${items.map((item) => `    "${item}",\n`).join("")}  ]`);
  });

  test("that is not there is left out", () => {
    expect(toHcl({ locals: { a: undefined, b: 1 } })).toBe("locals {\n  b = 1\n}\n");
  });

  test("has its keys in order, quoted or in parentheses where they must be", () => {
    const keys = ["plain", "a-b", "for", "//", "1", "${c.d}", "x${y}", "$${z}", 'q"'];
    expect(local(Object.fromEntries(keys.map((key) => [key, 1])))).toBe(
      [
        "{",
        '    "$${z}" = 1',
        "    (c.d)   = 1",
        '    "//"    = 1',
        '    "1"     = 1',
        '    "a-b"   = 1',
        '    "for"   = 1',
      ]
        .concat(["    plain   = 1", '    "q\\""   = 1', '    "x${y}" = 1', "  }"])
        .join("\n"),
    );
  });

  test("that opens a bracket parts the lines that are aligned", () => {
    expect(toHcl({ locals: { a: 1, bbb: 2, cc: { d: 1, ee: 2 }, e: 3, ffff: "a\nb\n" } })).toBe(
      `locals {
  a   = 1
  bbb = 2
  cc = {
    d  = 1
    ee = 2
  }
  e    = 3
  ffff = <<-EOT
    a
    b
  EOT
}
`,
    );
  });
});

describe("the strings that Terraform does not evaluate", () => {
  test.each<[string, TerraformJson, string]>([
    ["a variable's default", { variable: { a: { default: { "${b}": "%{c" } } } }, '    "$${b}" = "%%{c"'],
    ["a description", { output: { a: { value: 1, description: "${b}" } } }, '  description = "$${b}"'],
    ["a backend", { terraform: { backend: { local: { path: "${b}" } } } }, '    path = "$${b}"'],
    [
      "a variable's type",
      { variable: { a: { type: "list(object({a=string}))" } } },
      "  type = list(object({ a = string }))",
    ],
    ["a provider's alias", { provider: { aws: [{ alias: "west" }] } }, '  alias = "west"'],
    ["a move", { moved: [{ from: "a.b", to: "a.c" }] }, "  from = a.b\n  to   = a.c"],
    ["an import", { import: [{ to: "a.b", id: "${c}" }] }, "  to = a.b\n  id = c"],
    ["a removal", { removed: [{ from: "a.b", lifecycle: { destroy: false } }] }, "  from = a.b\n\n  lifecycle {"],
    ["the providers of a module", { module: { a: { source: "./a", providers: { aws: "aws.b" } } } }, "    aws = aws.b"],
  ])("%s", (_, config, text) => expect(toHcl(config)).toContain(text));
});

describe("a resource", () => {
  const pool: TerraformJson = {
    "//": { metadata: {} },
    resource: {
      aws_cognito_user_pool: {
        users: {
          "//": { metadata: {} },
          tags: { a: "b" },
          lifecycle: {
            prevent_destroy: true,
            ignore_changes: ["tags", "schema[0].name"],
            postcondition: [{ error_message: 'say "no"', condition: '${self.name=="a"}' }],
          },
          depends_on: ["aws_x.y"],
          provider: "aws.west",
          count: 0,
          schema: [
            { name: "a", attribute_data_type: "String", string_attribute_constraints: { max_length: "9" } },
            { attribute_data_type: "Number", name: "b" },
          ],
          password_policy: { minimum_length: 8 },
          alias_attributes: null,
          name: "users",
        },
      },
    },
  };
  const blocks = ["schema", "schema.string_attribute_constraints", "password_policy"].map(
    (path) => `aws_cognito_user_pool.${path}`,
  );

  test("has its arguments in reading order, then its blocks, the lifecycle at the end", () => {
    expect(toHcl(pool, { blocks, first: ["name"] })).toBe(`resource "aws_cognito_user_pool" "users" {
  count            = 0
  provider         = aws.west
  name             = "users"
  alias_attributes = null
  tags = {
    a = "b"
  }
  depends_on = [aws_x.y]

  password_policy {
    minimum_length = 8
  }

  schema {
    name                = "a"
    attribute_data_type = "String"

    string_attribute_constraints {
      max_length = "9"
    }
  }

  schema {
    name                = "b"
    attribute_data_type = "Number"
  }

  lifecycle {
    ignore_changes  = [tags, schema[0].name]
    prevent_destroy = true

    postcondition {
      condition     = self.name == "a"
      error_message = "say \\"no\\""
    }
  }
}
`);
  });

  test("ignores every change by a keyword", () => {
    const config = { resource: { a: { b: { lifecycle: { ignore_changes: "all" } } } } };
    expect(toHcl(config)).toContain("ignore_changes = all");
  });

  test("writes a dynamic block with the blocks inside its content", () => {
    const dynamic = { outer: { for_each: "${var.a}", iterator: "i", content: { inner: { b: "${i.value}" } } } };
    expect(toHcl({ resource: { a: { b: { dynamic } } } }, { blocks: ["a.outer", "a.outer.inner"] })).toBe(
      `resource "a" "b" {
  dynamic "outer" {
    for_each = var.a
    iterator = i

    content {
      inner {
        b = i.value
      }
    }
  }
}
`,
    );
  });

  test("writes provisioners, connections and empty bodies", () => {
    const provisioner = [{ "local-exec": { command: "x", when: "destroy", connection: { host: "h" } } }];
    expect(toHcl({ resource: { a: { b: { provisioner }, c: {} } } })).toBe(`resource "a" "b" {
  provisioner "local-exec" {
    command = "x"
    when    = destroy

    connection {
      host = "h"
    }
  }
}

resource "a" "c" {}
`);
  });

  test("fails when something that is not an object is in the place of a block", () => {
    expect(() => toHcl({ resource: { a: { b: { lifecycle: "x" } } } })).toThrow('not the body of a block: "x"');
  });
});

describe("a configuration", () => {
  const config: TerraformJson = {
    output: { o: { value: 1 } },
    check: { of_b: { assert: [{ condition: true, error_message: "m" }] }, other: { data: { t: { d: {} } } } },
    resource: { t: { a: {}, b: {}, c: {} } },
    data: { t: { d: {} } },
    locals: { l: 1 },
    moved: [{ from: "t.x", to: "t.a" }],
    variable: { v: {} },
    provider: { aws: [{ alias: "west" }, {}] },
    terraform: { required_providers: { aws: { source: "hashicorp/aws" } }, required_version: ">= 1.5" },
  };
  const addresses = (layout?: Parameters<typeof toHcl>[1]) =>
    topLevelBlocks(config, layout).map(({ address }) => address);

  test("has its blocks in reading order", () => {
    expect(addresses()).toEqual(
      ["terraform", "provider.aws", "provider.aws.west", "var.v", "locals", "data.t.d", "t.a", "t.b", "t.c"].concat([
        "check.of_b",
        "check.other",
        "moved",
        "output.o",
      ]),
    );
  });

  test("has its resources in the order given, each with what should follow it", () => {
    const layout = { order: ["t.c", "t.b"], after: { "check.of_b": "t.b", "check.other": "t.gone" } };
    expect(addresses(layout).slice(6)).toEqual(["t.c", "t.b", "check.of_b", "t.a", "check.other", "moved", "output.o"]);
  });

  test("can be written to files of its own by kind", () => {
    const blocks = topLevelBlocks(config).filter(({ kind }) => kind === "variable" || kind === "output");
    expect(render(blocks, ["by hand: no", ""])).toBe(
      '# by hand: no\n#\n\nvariable "v" {}\n\noutput "o" {\n  value = 1\n}\n',
    );
  });

  test("without blocks is nothing but its header", () => {
    expect(toHcl({})).toBe("");
    expect(toHcl({ "//": {} }, { header: ["a\nb"] })).toBe("# a\n# b\n");
  });

  test("fails when it has a block that Terraform does not know", () => {
    expect(() => toHcl({ resources: {} })).toThrow("not a block of Terraform: resources");
  });
});

test("the blocks of a resource are found in what cdktf tells of it", () => {
  const argument = (value: unknown) => ({ value, isBlock: false, type: "simple", storageClassType: "string" });
  const nested = (value: unknown) => ({ value, isBlock: true, type: "list", storageClassType: "XList" });
  const attributes = {
    name: argument("x"),
    tags: argument({ a: { isBlock: true } }),
    password_policy: nested({ minimum_length: argument(8) }),
    schema: nested([{ name: argument("a") }, { string_attribute_constraints: nested({ max_length: argument("9") }) }]),
  };
  expect(blockPaths("pool", attributes)).toEqual([
    "pool.password_policy",
    "pool.schema",
    "pool.schema.string_attribute_constraints",
  ]);
});
