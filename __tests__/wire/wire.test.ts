import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LoopbackCognito } from "../support/cognito/loopback-cognito";
import type { Fields } from "../support/cognito/refusal";
import { sampleSize } from "../support/sample";
import { describeTerraform, Workspace } from "../support/terraform";
import { apiShape, flat } from "./api-shape";
import { BEHAVIOURS, type Behaviour } from "./behaviours";
import { inOneStack, type Resources } from "./one-stack";
import { Sent } from "./sent";
import { poolsAt, STEPS } from "./subjects";

jest.setTimeout(600_000);

/** Each form created, and each changed to two others; the whole run changes each to every other. */
const steps = [...Array(sampleSize(STEPS, 1)).keys()];

describeTerraform("what the AWS provider sends is what the arguments of a stack say", () => {
  const workspace = new Workspace();
  const sent = new Sent();
  const shown = new Set<string>();
  let cognito: LoopbackCognito;

  beforeAll(async () => {
    cognito = await LoopbackCognito.start();
  });
  afterAll(() => {
    cognito?.stop();
    workspace.remove();
  });

  describe.each(steps)("step %d", (step) => {
    const { terraform, resource } = inOneStack(poolsAt(step));

    test("every call is taken, and what is sent differs by known behaviours of the provider alone", async () => {
      await workspace.use(terraform, cognito.endpoint);
      await workspace.run("apply", "-auto-approve");
      sent.record(cognito.newCalls());
      const unknown = differences(resource).filter((difference) => {
        const known = Object.entries(BEHAVIOURS).find(([, behaviour]) => explains(behaviour, difference));
        if (known) shown.add(known[0]);
        return known === undefined;
      });
      expect(unknown).toEqual([]);
    });

    test("the next plan changes nothing", async () => {
      expect(await workspace.run("plan")).toContain("No changes.");
    });
  });

  if (steps.length === STEPS)
    test("each known behaviour is seen", () => {
      expect([...shown].sort()).toEqual(Object.keys(BEHAVIOURS).sort());
    });

  function differences(resources: Resources): Difference[] {
    const state = JSON.parse(readFileSync(join(workspace.folder, "terraform.tfstate"), "utf8"));
    const cognitos = state.resources.filter(({ type }: StateResource) => /^aws_(cognito|wafv2)_/.test(type));
    return cognitos.flatMap(({ type, name, instances }: StateResource) => {
      const claimed = flat(apiShape(type, resources[type]?.[name] as Fields));
      const found = flat(sent.for(type, instances[0].attributes));
      return [...new Set([...claimed.keys(), ...found.keys()])]
        .filter((field) => claimed.get(field) !== found.get(field))
        .map((field) => ({ type, name, field, claimed: claimed.get(field), sent: found.get(field) }));
    });
  }
});

interface StateResource {
  readonly type: string;
  readonly name: string;
  readonly instances: readonly [{ readonly attributes: Fields }];
}

interface Difference {
  readonly type: string;
  readonly name: string;
  readonly field: string;
  readonly claimed: unknown;
  readonly sent: unknown;
}

function explains({ at, claimed, sent }: Behaviour, difference: Difference): boolean {
  return (
    at.test(`${difference.type.replace("aws_cognito_", "")} ${difference.field}`) &&
    matches(claimed, difference.claimed) &&
    matches(sent, difference.sent)
  );
}

function matches(pattern: RegExp | undefined, value: unknown): boolean {
  return pattern === undefined ? value === undefined : value !== undefined && pattern.test(JSON.stringify(value));
}
