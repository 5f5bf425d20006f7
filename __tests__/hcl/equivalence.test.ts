import type { PoolModel } from "../../lib/model/model";
import { breachesOf } from "../../lib/module/carriers";
import { StackTerraform } from "../../lib/module/stack-terraform";
import type { JsonObject } from "../../lib/terraform/hcl-values";
import { examples } from "../examples/examples";
import { type RandomModel, randomModels } from "../rules/random-models";
import { describeTerraform } from "../support/terraform";
import { type Part, TwoForms } from "./two-forms";

/** `EQUIVALENCE=500 npx jest __tests__/hcl/equivalence` plans so many random configs; `SEED` says which. */
const COUNT = Number(process.env.EQUIVALENCE ?? 15);
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);

/** Stacks that are planned at once. */
const BATCH = 25;

jest.setTimeout(3_600_000);

describeTerraform("Terraform makes the same of HCL and of JSON", () => {
  const forms = new TwoForms();
  beforeEach(() => forms.reset());
  afterAll(() => forms.remove());

  test("of every example", async () => {
    const parts = await Promise.all(
      examples.map(async (example) => {
        const { pools } = await example.load();
        return pools.filter(({ pool }) => pool).map((model) => partOf(model, example.variables(model.stack)));
      }),
    );
    await forms.compare(parts.flat());
  });

  test(`of ${COUNT} random configs, seed ${SEED}`, async () => {
    const models = randomModels(COUNT * 8, SEED).filter(({ open }) => open.pool);
    const sound = models.filter(({ closed }) => breachesOf(closed).length === 0).slice(0, COUNT);
    const broken = models.filter((each) => !sound.includes(each)).slice(0, Math.ceil(COUNT / 20));
    for (let next = 0; next < sound.length; next += BATCH)
      await forms.compare(sound.slice(next, next + BATCH).map(toPart));
    for (const each of broken) await forms.compare([toPart(each)]);
    process.stderr.write(`random configs, seed ${SEED}: ${JSON.stringify(forms.tally)}\n`);
    expect(sound.length).toBe(COUNT);
  });
});

function partOf(model: PoolModel, values: Part["values"]): Part {
  const { json, layout } = new StackTerraform(model);
  const { provider: _, terraform, ...rest } = json;
  const { backend, ...settings } = terraform as JsonObject;
  return { json: { ...rest, terraform: settings }, layout, values };
}

function toPart({ open, values }: RandomModel): Part {
  return partOf(open, valuesOf(open, values));
}

function valuesOf({ variables }: PoolModel, values: Part["values"]): Part["values"] {
  return Object.fromEntries(variables.map(({ name }) => [name, values[name]]));
}
