import pc from "picocolors";
import { type Format, formatReport } from "../../lib/diagnostics/formats";
import { judge } from "../../lib/gate/judge";
import type { ResourceChange } from "../../lib/gate/plan-file";
import { gateReport } from "../../lib/gate/report";
import type { GateDiagnostic } from "../../lib/gate/verdict";
import { plain } from "../../lib/text/quoted";
import { CLIENT, changeOf, POOL, planOf } from "./plans";

const formatGate = (format: Format, judgements: readonly GateDiagnostic[]) =>
  formatReport(format, gateReport(judgements), pc.createColors(false));

const said = (...args: Parameters<typeof planOf>) =>
  judge(planOf(...args), [], "2030-01-01").map(({ verdict, message }) => `${verdict}: ${plain(message)}`);

describe("the gate judges each change", () => {
  test.each<[string, Parameters<typeof changeOf>, string[]]>([
    ["created", [`${CLIENT}.ios`, ["create"]], []],
    ["updated", [`${CLIENT}.ios`, ["update"]], []],
    ["destroyed", [`${CLIENT}.ios`, ["delete"]], ["refused: client ios would be destroyed"]],
    ["replaced", [`${CLIENT}.ios`, ["delete", "create"]], ["refused: client ios would be replaced"]],
    ["replaced, made first", [`${CLIENT}.ios`, ["create", "delete"]], ["refused: client ios would be replaced"]],
    [
      "known by its name",
      [`${CLIENT}.a`, ["delete"], { before: { name: "iPhone" } }],
      ["refused: client iPhone would be destroyed"],
    ],
    ["in a module", [`module.x["a"].${CLIENT}.this`, ["delete"]], ["refused: client this would be destroyed"]],
    [
      "left over",
      [`${POOL}.users`, ["delete"], { deposed: "byebye" }],
      ["refused: user pool users would be destroyed (left over from an interrupted replacement)"],
    ],
    [
      "let go of",
      [`${POOL}.users`, ["forget"]],
      ["noted: user pool users is removed from state but not deleted in AWS"],
    ],
    [
      "moved",
      [`${CLIENT}.b`, ["no-op"], { previous_address: `${CLIENT}.a` }],
      [`noted: client b moves from ${CLIENT}.a`],
    ],
    [
      "moved and replaced",
      [`${CLIENT}.b`, ["delete", "create"], { previous_address: `${CLIENT}.a` }],
      ["refused: client b would be replaced"],
    ],
    [
      "treated in a new way",
      [`${POOL}.users`, ["obliterate"]],
      ["refused: user pool users: unsupported action obliterate"],
    ],
    [
      "replaced, the old one let go of",
      [`${POOL}.users`, ["create", "forget"], { replace_paths: [["name"]] }],
      ["refused: user pool users would be replaced"],
    ],
    ["let go of and replaced", [`${CLIENT}.ios`, ["forget", "create"]], ["refused: client ios would be replaced"]],
    [
      "moved and let go of",
      [`${CLIENT}.b`, ["forget"], { previous_address: `${CLIENT}.a` }],
      ["noted: client b is removed from state but not deleted in AWS"],
    ],
    [
      "moved and treated in a new way",
      [`${CLIENT}.b`, ["obliterate"], { previous_address: `${CLIENT}.a` }],
      ["refused: client b: unsupported action obliterate"],
    ],
    ["another kind of resource", ["aws_s3_bucket.x", ["delete"]], []],
    [
      "a domain",
      ["aws_cognito_user_pool_domain.users", ["delete", "create"]],
      ["refused: domain users would be replaced"],
    ],
    ["a data source", [`data.${POOL}.users`, ["delete"], { mode: "data" }], []],
  ])("%s", (_, change, expected) => {
    expect(said([changeOf(...change)])).toEqual(expected);
  });

  test.each<[string, string[], Partial<ResourceChange>, RegExp]>([
    ["an edit", ["delete", "create"], {}, /^undo the edit, or allow it .* allowDestroy/],
    ["a removal", ["delete"], {}, /^restore it, or keep it in the config with only: \[\]/],
    ["a taint", ["delete", "create"], { action_reason: "replace_because_tainted" }, /^run terraform untaint/],
    ["a wish", ["delete", "create"], { action_reason: "replace_by_request" }, /^plan without -replace, or allow/],
    ["what is left over", ["delete"], { deposed: "byebye" }, /^keep the current one in the config; .* allowDestroy/],
  ])("the way out of %s", (_, actions, more, fix) => {
    expect(judge(planOf([changeOf(`${CLIENT}.ios`, actions, more)]), [], "2030-01-01")).toMatchObject([
      { verdict: "refused", fix: expect.stringMatching(fix) },
    ]);
  });

  test("a replacement for a value that the state does not have, as after an import, is not an edit to undo", () => {
    const replaced = (before: object) =>
      judge(
        planOf([
          changeOf(`${CLIENT}.ios`, ["delete", "create"], {
            ...{ before: { name: "ios", ...before }, after: { name: "ios", generate_secret: true } },
            replace_paths: [["generate_secret"]],
          } as never),
        ]),
        [],
        "2030-01-01",
      )[0]?.fix;
    expect(replaced({ generate_secret: null })).toMatch(
      /^mark the client with adopted: \{ clientId \}, so that generate_secret is not written, or allow it/,
    );
    expect(replaced({ generate_secret: false })).toMatch(/^undo the edit, or allow it/);
  });

  test("an argument that a later provider updates in place", () => {
    const change = changeOf(`${POOL}.users`, ["delete", "create"], { replace_paths: [["name"]] });
    expect(judge(planOf([change]), [], "2030-01-01")[0]?.why).toMatch(
      /^an AWS provider before 6\.6\.0 replaces the user pool when name changes, a later one updates it in place;/,
    );
  });

  test.each([
    ["aws_cognito_user_pool_domain", "domain"],
    ["aws_cognito_resource_server", "resource server"],
    ["aws_cognito_identity_provider", "identity provider"],
    ["aws_cognito_user_group", "group"],
  ])("refuses to destroy or replace %s", (type, noun) => {
    const of = (...actions: string[]) => said([changeOf(`${type}.x`, actions)]);
    expect(of("delete")).toEqual([`refused: ${noun} x would be destroyed`]);
    expect(of("delete", "create")).toEqual([`refused: ${noun} x would be replaced`]);
    expect(of("update")).toEqual([]);
  });

  const schema = (...attributes: object[]) => ({ schema: attributes });
  const many = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `a${index}` }));
  const tenant = {
    name: "tenant",
    mutable: true,
    string_attribute_constraints: [{ min_length: "0", max_length: "64" }],
  };

  test.each<[string, object, object, string[]]>([
    ["a new attribute", schema(tenant), schema(tenant, { name: "plan" }), []],
    ["as many new attributes as AWS takes at once", schema(tenant), schema(tenant, ...many(25)), []],
    [
      "one more",
      schema(tenant),
      schema(tenant, ...many(26)),
      ["refused: 26 attributes would be added at once; the limit is 25"],
    ],
    [
      "a standard attribute that is declared later",
      schema(tenant),
      schema(tenant, { name: "nickname" }),
      ["refused: attribute nickname would be added as custom:nickname"],
    ],
    ["another order", schema(tenant, { name: "plan" }), schema({ name: "plan" }, tenant), []],
    ["no attribute any more", schema(tenant), schema(), ["refused: attribute tenant would be removed"]],
    [
      "a mutability that changes",
      schema(tenant),
      schema({ ...tenant, mutable: false }),
      ["refused: attribute tenant would change: mutable false instead of true"],
    ],
    [
      "constraints that come",
      schema({ ...tenant, string_attribute_constraints: [] }),
      schema(tenant),
      [
        "refused: attribute tenant would change: string attribute constraints min_length 0, max_length 64 instead of nothing",
      ],
    ],
    ["a schema that is unknown", schema(tenant), {}, ["refused: the schema is known only after the apply"]],
  ])("%s", (_, before, after, expected) => {
    expect(said([changeOf(`${POOL}.users`, ["update"], { before, after } as never)])).toEqual(expected);
  });

  test("every condition that does not hold, with its message", () => {
    const of = (status: string, message?: string) => ({
      address: { kind: "check", to_display: `check.${status}` },
      status,
      instances: [{ status, ...(message && { problems: [{ message }] }) }],
    });
    const judgements = judge(
      planOf(
        [changeOf(`${CLIENT}.ios`, ["update"])],
        [of("pass"), of("fail", "TOK-25: too long"), of("error"), of("unknown"), of("odd")],
      ),
      [],
      "2030-01-01",
    );
    expect(judgements.map(({ message, why }) => `${plain(message)}: ${plain(why)}`)).toEqual([
      "check check.fail fails: TOK-25: too long",
      "check check.error cannot be evaluated: Terraform stopped while it evaluated the condition",
      "check check.unknown is unknown: a value is known only after the apply, so the condition may fail halfway through it",
      "check check.odd has status odd: it is not known to hold",
    ]);
  });

  /** The result of a condition of an output, as Terraform gives it. */
  const ruleSet = (status: string, ...instances: string[]) => ({
    address: { kind: "output_value", to_display: "output.rule_set" },
    status,
    instances: instances.map((each) => ({ status: each })),
  });
  const applying = changeOf(`${CLIENT}.ios`, ["update"]);
  const destroying = changeOf("aws_s3_bucket.x", ["delete"]);

  test.each<[string, ReturnType<typeof planOf>, string[]]>([
    [
      "of a part of the configuration",
      { ...planOf([applying], [ruleSet("unknown")]), complete: false },
      ["refused: the rules were not evaluated"],
    ],
    [
      "of a part of the configuration, by a Terraform that does not say so",
      planOf([applying], [ruleSet("unknown")]),
      ["refused: the rules were not evaluated"],
    ],
    [
      "of a part of the configuration, which only destroys",
      { ...planOf([destroying], [ruleSet("unknown")]), complete: false },
      ["refused: the rules were not evaluated"],
    ],
    [
      "that is complete and only destroys",
      { ...planOf([destroying], [ruleSet("unknown", "unknown")]), complete: true },
      ["noted: the rules were not evaluated"],
    ],
    [
      "that is complete, with a value that is known only after the apply",
      { ...planOf([applying], [ruleSet("unknown", "unknown")]), complete: true },
      ["noted: some rules are known only after the apply"],
    ],
    ["that is complete", { ...planOf([applying], [ruleSet("pass", "pass")]), complete: true }, []],
  ])("rules in a plan %s", (_, plan, expected) => {
    expect(judge(plan, [], "2030-01-01").map(({ verdict, message }) => `${verdict}: ${plain(message)}`)).toEqual(
      expected,
    );
  });

  test.each([
    [["a"], "fails"],
    [["a", "b"], "fails in 2 places"],
    [["a", "b", "c"], "fails in 3 places"],
  ])("counts every place in which a condition fails, and shows each message: %j", (messages, how) => {
    const failing = messages.map((message) => ({ status: "fail", problems: [{ message }] }));
    const instances = [...failing, { status: "pass" }];
    const check = { address: { kind: "resource", to_display: "x.y" }, status: "fail", instances };
    const [found] = judge(planOf([applying], [check]), [], "2030-01-01");
    expect(plain(found?.message ?? "")).toBe(`condition of x.y ${how}`);
    expect(plain(found?.why ?? "")).toBe(messages.join(", "));
  });

  test.each([
    [10, /^m0, m1, .*, m8, m9$/],
    [11, /^m0, .*, m9 and 1 more$/],
  ])("shows ten of %i messages", (number, expected) => {
    const problems = Array.from({ length: number }, (_, index) => ({ message: `m${index}` }));
    const address = { kind: "resource", to_display: "x.y" };
    const check = { address, status: "fail", instances: [{ status: "fail", problems }] };
    expect(plain(judge(planOf([applying], [check]), [], "2030-01-01")[0]?.why ?? "")).toMatch(expected);
  });

  test("a plan that stopped with errors, without the conditions that it did not come to", () => {
    const flows = { address: { kind: "check", to_display: "check.flow_03" }, status: "unknown" };
    const checks = [flows, ruleSet("unknown", "unknown")];
    expect(judge({ ...planOf([applying], checks), errored: true }, [], "2030-01-01")).toMatchObject([
      { verdict: "refused", message: "the plan is not complete" },
    ]);
  });
});

describe("the gate's words", () => {
  const hostile = "@octocat [x](https://evil.example) <b> | `\n";
  const judgements = judge(
    planOf([changeOf(`${CLIENT}.ios`, ["delete"], { before: { name: hostile } })]),
    [],
    "2030-01-01",
  );

  test("as Markdown show names in code spans", () => {
    const page = formatGate("markdown", judgements);
    expect(page.split("\n").filter((line) => line.startsWith("|"))).toHaveLength(3);
    expect(page.replace(/`[^`\n]*`/g, "")).not.toMatch(/octocat|evil|<b>/);
  });

  test("as Markdown tell objects of one name apart", () => {
    const same = ["a", "b"].map((module) => changeOf(`module.${module}.${CLIENT}.web`, ["delete"]));
    const rows = formatGate("markdown", judge(planOf(same), [], "2030-01-01")).split("\n");
    for (const module of ["a", "b"])
      expect(rows.filter((row) => row.includes(`\`module.${module}.${CLIENT}.web\``))).toHaveLength(1);
  });

  test("as JSON are plain", () => {
    expect(JSON.parse(formatGate("json", judgements))).toMatchObject({
      judgements: [{ verdict: "refused", address: `${CLIENT}.ios`, what: expect.stringContaining("@octocat") }],
      summary: { refused: 1, allowed: 0, noted: 0 },
    });
  });

  test("as Markdown stay short enough for a comment", () => {
    const many = judge(
      planOf(Array.from({ length: 1_000 }, (_, index) => changeOf(`${CLIENT}.c${index}`, ["delete"]))),
      [],
      "2030-01-01",
    );
    const page = formatGate("markdown", many);
    expect(Buffer.byteLength(page)).toBeLessThan(65_536);
    expect(page).toMatch(/\d+ more rows would not fit here/);
  });
});
