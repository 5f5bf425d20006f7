import { awsProviderRange } from "../../lib/cognito/provider-versions";
import { RESOURCES } from "../../lib/cognito/resources";
import type { PoolModel } from "../../lib/model/model";
import { knownItems } from "../../lib/model/value";
import { StackTerraform } from "../../lib/module/stack-terraform";
import { checkPool } from "../../lib/rules/check";
import type { JsonObject } from "../../lib/terraform/hcl-values";
import { type Example, example, examples } from "../examples/examples";
import { drawnModels, type RandomModel } from "../rules/random-models";
import { sampleSize } from "../support/sample";
import { describeTerraform, hasProvider } from "../support/terraform";
import { type Part, TwoForms } from "./two-forms";

/** `EQUIVALENCE=500 npx jest __tests__/hcl/equivalence` plans so many random configs; `SEED` says which. */
const COUNT = Number(process.env.EQUIVALENCE ?? sampleSize(300, 3));
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);

/** Stacks that are planned at once. */
const BATCH = 25;

jest.setTimeout(3_600_000);

describeTerraform("Terraform makes the same of HCL and of JSON", () => {
  const forms = new TwoForms();
  beforeEach(() => forms.reset());
  afterAll(() => forms.remove());

  test("of every example", async () => {
    const parts = (await Promise.all(examples.map(partsOf))).flat();
    await forms.compare(parts);
    expect(forms.tally).toEqual({ planned: parts.length, existing: expect.any(Number), refused: 0 });
    expect(forms.tally.existing).toBeGreaterThan(0);
  });

  test("of an existing pool that requires an attribute its clients do not write", async () => {
    const parts = await partsOf(example("existing-pool"));
    await forms.compare(parts, ["phone_number"]);
    expect(forms.tally).toEqual({ planned: 0, existing: 0, refused: parts.length });
  });

  test(`of ${COUNT} random configs, seed ${SEED}`, async () => {
    const models = plannableModels();
    const existing = chosen(models.filter(({ open }) => !open.pool));
    const managed = chosen(models.filter(({ open }) => open.pool));
    const sound = [...existing.sound.slice(0, Math.ceil(COUNT / 6)), ...managed.sound].slice(0, COUNT);
    for (let next = 0; next < sound.length; next += BATCH)
      await forms.compare(sound.slice(next, next + BATCH).map(toPart));
    for (const each of [...existing.broken, ...managed.broken]) await forms.compare([toPart(each)]);
    process.stderr.write(`random configs, seed ${SEED}: ${JSON.stringify(forms.tally)}\n`);
    expect(sound.length).toBe(COUNT);
    expect(forms.tally.existing).toBeGreaterThan(0);
  });
});

/** Random models, until one on an existing pool breaks no rule: one in some 600 does. */
function plannableModels(): RandomModel[] {
  const models: RandomModel[] = [];
  const isEnough = () =>
    models.length >= COUNT * 50 && models.some(({ open, closed }) => !open.pool && checkPool(closed).length === 0);
  for (let seed = SEED; !isEnough(); seed++)
    models.push(...drawnModels(COUNT * 100, seed).filter(({ closed }) => isPlannable(closed)));
  return models;
}

/** Models that break no rule, and a few that do. */
function chosen(models: readonly RandomModel[]): { sound: RandomModel[]; broken: RandomModel[] } {
  const sound = models.filter(({ closed }) => checkPool(closed).length === 0);
  const broken = models.filter((each) => !sound.includes(each)).slice(0, Math.ceil(COUNT / 20));
  return { sound, broken };
}

async function partsOf(example: Example): Promise<Part[]> {
  const { pools } = await example.load();
  return pools.filter(isPlannable).map((model) => partOf(model, model, example.variables(model.stack)));
}

/** Whether the AWS provider at hand has every resource of a stack; the examples are planned aloud elsewhere. */
function isPlannable({ clients, logDelivery }: PoolModel): boolean {
  const later = [
    ...(clients.some(({ branding }) => branding !== undefined) ? [RESOURCES.branding.type] : []),
    ...(logDelivery === undefined ? [] : [RESOURCES.logDelivery.type]),
  ];
  return later.length === 0 || hasProvider(awsProviderRange(later));
}

/** A stack as a module: the root has the providers, and imports are for the root alone. */
function partOf(model: PoolModel, closed: PoolModel, values: Part["values"]): Part {
  const { json, layout } = new StackTerraform(model);
  const { provider, import: _, terraform, ...rest } = json;
  const { backend, ...settings } = terraform as JsonObject;
  const configured = [(provider as JsonObject).aws].flat() as JsonObject[];
  const aliases = configured.flatMap(({ alias }) => (alias === undefined ? [] : [String(alias)]));
  return { json: { ...rest, terraform: settings }, layout, values, attributes: attributesOf(closed), aliases };
}

function toPart({ open, closed, values }: RandomModel): Part {
  return partOf(open, closed, valuesOf(open, values));
}

function valuesOf({ variables }: PoolModel, values: Part["values"]): Part["values"] {
  return Object.fromEntries(variables.map(({ name }) => [name, values[name]]));
}

/** Every attribute that a client reads or writes. */
function attributesOf({ clients }: PoolModel): string[] {
  return clients.flatMap(({ readAttributes, writeAttributes }) =>
    [readAttributes, writeAttributes].flatMap(knownItems),
  );
}
