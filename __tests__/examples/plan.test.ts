import { STANDARD_ATTRIBUTES } from "../../lib/cognito/attributes";
import { type StandIn, startStandIn } from "../../lib/terraform/stand-in-pool";
import { drawn } from "../support/sample";
import { describeTerraform, Workspace } from "../support/terraform";
import {
  addressesOf,
  type Example,
  examples,
  plannable,
  planStack,
  type Synthesized,
  synthesizeConfig,
} from "./examples";

jest.setTimeout(300_000);

describeTerraform("Terraform, with the real AWS provider, accepts every example", () => {
  // Two at a time: a plan keeps one core busy.
  const workspaces = [new Workspace(), new Workspace()] as const;
  let standIn: StandIn;

  beforeAll(async () => {
    standIn = await startStandIn(
      Object.entries(STANDARD_ATTRIBUTES).map(([name, { type }]) => ({
        Name: name,
        AttributeDataType: type,
        Mutable: true,
        Required: name === "email",
      })),
    );
  });
  afterAll(() => {
    standIn.close();
    for (const workspace of workspaces) workspace.remove();
  });

  test.each(drawn(examples, 4).map((example) => [example.file, example] as const))(
    "%s: valid, all to create, every condition holds, no warning",
    async (_, example) => {
      const { stacks } = synthesizeConfig(await example.config(), example.file);
      const queue = [...plannable(stacks)];
      await Promise.all(
        workspaces.map(async (workspace) => {
          for (let stack = queue.shift(); stack; stack = queue.shift()) await accepted(workspace, example, stack);
        }),
      );
    },
  );

  async function accepted(workspace: Workspace, example: Example, stack: Synthesized): Promise<void> {
    await workspace.use(stack.file, standIn.endpoint);
    await workspace.validate();
    const variables = example.variables(stack.stack);
    const { exitCode, output, plan } = await planStack(workspace, stack.file, {
      variables,
      endpoint: standIn.endpoint,
    });
    expect({ stack: stack.stack, exitCode, output }).toMatchObject({ exitCode: 0 });
    expect(output).not.toMatch(/Warning:|Error:/);

    const managed = addressesOf(stack).filter((address) => !/^data\.| \(was /.test(address));
    const created = plan?.resource_changes.filter(({ change }) => change.actions.join() === "create") ?? [];
    expect(created.map(({ address }) => address).sort()).toEqual(managed);
    expect(plan?.checks?.filter(({ status }) => status === "fail") ?? []).toEqual([]);
  }
});
