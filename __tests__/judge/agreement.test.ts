import { judgePlan } from "../../lib/judge/judge-plan";
import type { PoolModel } from "../../lib/model/model";
import { rules } from "../../lib/rules";
import { checkPool } from "../../lib/rules/check";
import type { Example } from "../../lib/rules/rule";
import { configOf, modelOf } from "../support/models";
import { planOf } from "./plans";

/** What a plan does not show of an example, so that `check` knows more. */
const ONLY_IN_CONFIG: Readonly<Record<string, (model: PoolModel) => boolean>> = {
  "the account": ({ environment }) => Object.keys(environment).some((key) => /^(accountId|assumeRoleArn)$/.test(key)),
  "the backend": ({ environment }) => environment.backend.type !== "local",
  "privileged attributes": ({ pool }) => pool?.schema.some(({ authority }) => authority) ?? false,
  "guardrails but the baseline": ({ guardrails: { baseline, ...others } }) => Object.keys(others).length > 0,
  promises: ({ promises }) => promises.length > 0,
  "generations and retirements": ({ clients }) =>
    clients.some(({ generations, retire, current }) => generations.join() !== "1" || retire || current !== 1),
  "a pool that is managed elsewhere": ({ existing }) => existing !== undefined,
  "a lifetime of 0, which is none to Terraform": ({ clients }) =>
    clients.some((each) => [each.accessTokenValidity, each.idTokenValidity, each.refreshTokenValidity].includes(0)),
  "a secret that AWS Secrets Manager keeps": ({ identityProviders }) =>
    identityProviders.some(({ providerDetails }) => JSON.stringify(providerDetails).includes("secretsManager")),
  "what is unset on purpose": ({ clients }) => clients.some(({ unset }) => unset !== undefined && unset.length > 0),
  "a SECRET_HASH proxy": ({ clients }) => clients.some(({ secretHashProxy }) => secretHashProxy !== undefined),
  "the second domain before the first": ({ domain, additionalDomain }) => !domain && additionalDomain !== undefined,
};
/** Rules about how the config says something. */
const ABOUT_THE_CONFIG = new Set([
  "IDP-12", // the form of a secret, which is not read
  "IDP-15", // whether a secret is text or a variable
  "OAU-28", // the flows that the config writes itself
  "SCH-09", // limits that the type has not, which are not written to Terraform
  "SCH-03", // whether custom: is before a name
]);
/** Rules about resources that are not judged: rotation, deliveries, logs, published parameters, the proxy. */
const NOT_JUDGED = /^(ADO|DEL|LOG|PRX|PUB|REF|ROT)-/;
/** ATT-12 distinguishes attributes that are written from those that are allowed by default. */
const sameOf = (codes: Iterable<string>) =>
  [...new Set(codes)]
    .filter((code) => code !== "ATT-12" && !NOT_JUDGED.test(code) && !ABOUT_THE_CONFIG.has(code))
    .sort();

const examples = rules
  .flatMap(({ examples }) => [...examples().bad, ...examples().good])
  .filter(({ before }) => !before);
const models = examples
  .map((example): [Example, PoolModel] => [example, modelOf(configOf(example))])
  .filter(([, model]) => model.variables.length === 0 && !Object.values(ONLY_IN_CONFIG).some((hides) => hides(model)));

const judged = models.map(([example, model]) => {
  const diagnostics = judgePlan(planOf(model), model.guardrails.baseline);
  return { example, model, diagnostics };
});

test("most examples are judged by what a plan shows", () => {
  expect(models.length / examples.length).toBeGreaterThan(0.7);
});

test("a plan of each of them is judged as its config is", () => {
  const different = judged.flatMap(({ example, model, diagnostics }) => {
    const found = sameOf(diagnostics.map(({ code }) => code));
    const expected = sameOf(checkPool(model).map(({ rule }) => rule));
    return found.join() === expected.join() ? [] : [{ example, found, expected }];
  });
  expect(different).toEqual([]);
});

test("every finding names an address of the plan, and no key of the config", () => {
  const places = judged.flatMap(({ diagnostics }) => diagnostics.map(({ path }) => path));
  expect(places.length).toBeGreaterThan(500);
  expect(places.filter((path) => !/^aws_(cognito|wafv2)_\w+\.\w+(\.[a-z_]|$)/.test(path))).toEqual([]);
  expect(places.filter((path) => /^aws_cognito_user_pool_domain\.\w+\.(prefix|custom_domain)/.test(path))).toEqual([]);
});

test("rules that are seen in plans", () => {
  const seen = new Set(judged.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)));
  const conditioned = rules
    .filter((rule) => rule.conditions && !/^(GRD|BSL|PRM)/.test(rule.id) && !NOT_JUDGED.test(rule.id))
    .map(({ id }) => id);
  // of these, every example is about one of the above
  expect(conditioned.filter((id) => !seen.has(id))).toEqual(["TOK-04", "OAU-09", "OAU-13", "OAU-25", "SCH-09"]);
});
