import { synthesizeOne } from "../examples/examples";
import { configOf } from "../support/models";
import { describeTerraform, Workspace } from "../support/terraform";

describeTerraform("the message of a condition that holds", () => {
  const workspace = new Workspace();
  afterAll(() => workspace.remove());

  // A template that writes null is an error, and an applied pool without SMS has no sns_region.
  test("may write an argument that is null", async () => {
    const { locals, output } = synthesizeOne(configOf({})).json as unknown as Rules;
    const { mfa_10 } = locals;
    const asked = output.rule_set.precondition.filter(({ condition }) => /\bmfa_10\b/.test(condition));
    expect(asked).toHaveLength(1);
    await workspace.use({
      locals: { mfa_10, user_pool: "${{ sms_configuration = [{ sns_region = null }] }}" },
      output: { rule_set: { value: "", precondition: asked } },
    });
    expect(await workspace.run("plan")).toContain("+ rule_set");
  }, 60_000);
});

interface Rules {
  readonly locals: Readonly<Record<string, string>>;
  readonly output: { readonly rule_set: { readonly precondition: readonly { readonly condition: string }[] } };
}
