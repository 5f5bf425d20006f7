import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import { UserPool, type UserPoolProps } from "../../lib/index";
import { synthesizeApp } from "./app";

const region = "eu-west-1";
const custom = (customDomain: string) => ({
  customDomain,
  certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f",
});

/** Pools of one app, by the stack and the id of each; the last stack is synthesized. */
function pools(...given: [stack: string, id: string, props: UserPoolProps][]): () => string {
  return () => {
    const app = Testing.app();
    const stacks = new Map<string, TerraformStack>();
    for (const [name, id, props] of given) {
      const stack = stacks.get(name) ?? new TerraformStack(app, name);
      if (!stacks.has(name)) new AwsProvider(stack, "aws", { region: (props as { region: string }).region });
      stacks.set(name, stack);
      new UserPool(stack, id, props);
    }
    return Testing.synth([...stacks.values()].at(-1) as TerraformStack, true);
  };
}

describe("GIVEN two pools of an app with the same domain", () => {
  const domain = { prefix: "acme-login" };

  test("WHEN both are in one stack THEN DOM-03 fails the synth at the second", () => {
    expect(pools(["one", "a", { region, domain }], ["one", "b", { region, domain }])).toThrow(
      "[one/b] DOM-03 domain.prefix: prefix acme-login belongs to pool a in one already",
    );
  });

  test("WHEN they are in two stacks of a Region THEN it fails too", () => {
    expect(pools(["one", "a", { region, domain }], ["two", "a", { region, domain }])).toThrow(
      "[two/a] DOM-03 domain.prefix: prefix acme-login belongs to pool a in one already",
    );
  });

  test("WHEN their Regions differ THEN a prefix passes, and a custom domain does not", () => {
    const elsewhere = "eu-central-1";
    const login = custom("login.acme.example");
    expect(pools(["one", "a", { region, domain }], ["two", "a", { region: elsewhere, domain }])).not.toThrow();
    expect(pools(["one", "a", { region, domain: login }], ["two", "a", { region: elsewhere, domain: login }])).toThrow(
      "DOM-03",
    );
  });
});

test("custom domains are counted in a stack, since two stacks may be of two accounts", () => {
  const numbered = (stack: string) =>
    [1, 2, 3, 4, 5].map((index): [string, string, UserPoolProps] => [
      stack === "one" ? "one" : `of${index}`,
      `p${index}`,
      { region, domain: custom(`p${index}.example.com`) },
    ]);
  expect(pools(...numbered("one"))).toThrow("[one/p5] DOM-04");
  expect(pools(...numbered("each"))).not.toThrow();
});

describe("GIVEN a Region that is not that of the AWS provider", () => {
  const other = "us-east-1";

  test("THEN the synth fails and names both", () => {
    expect(() => synthesizeApp((stack) => new UserPool(stack, "people", { region: other }))).toThrow(
      '[theirs/people] region: "us-east-1" is not that of the AWS provider, eu-west-1,',
    );
  });

  test("WHEN it is that of a provider which the pool is given THEN it passes", () => {
    expect(() =>
      synthesizeApp((stack) => {
        const provider = new AwsProvider(stack, "other", { region: other, alias: "other" });
        const { resource } = new UserPool(stack, "people", { region: other });
        if (resource) resource.provider = provider;
      }),
    ).not.toThrow();
  });

  test("WHEN the resource has a Region of its own THEN that one counts", () => {
    expect(() =>
      synthesizeApp((stack) => {
        const { resource } = new UserPool(stack, "people", { region: other });
        if (resource) resource.region = other;
      }),
    ).not.toThrow();
  });

  test("WHEN one of them is known at plan alone THEN it passes", () => {
    expect(() =>
      synthesizeApp((stack) => {
        const variable = new TerraformVariable(stack, "place", { type: "string" });
        new UserPool(stack, "people", { region: variable.stringValue });
      }),
    ).not.toThrow();
  });
});
