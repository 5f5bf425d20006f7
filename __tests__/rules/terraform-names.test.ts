import { READABLE_ATTRIBUTES } from "../../lib/cognito/attributes";
import { CONTROLS } from "../../lib/cognito/baselines";
import { LOG_DELIVERY_ARGUMENTS } from "../../lib/cognito/log-delivery";
import { PROVIDER_DETAILS } from "../../lib/cognito/provider-details";
import { RECOVERY_MECHANISMS, STANDARD_SCOPES } from "../../lib/cognito/values";
import { rules } from "../../lib/rules";
import type { Message } from "../../lib/rules/language/expressions";
import { fixInTerraform } from "../../lib/rules/language/names";
import type { Rule } from "../../lib/rules/rule";
import { configOf, modelOf } from "../support/models";
import { resourceNames } from "../support/provider-types";
import { describeTerraform } from "../support/terraform";

/** A name of several words, or a path to one. */
const NAME = /(?<![\w.:/@$-])(?:[a-z]+(?:_[a-z0-9]+)+(?:\.\w+)*|[a-z]+(?:\.[a-z]+(?:_[a-z]+)*)+)(?![\w/@-]|:[\w/])/g;

/** What is written with underscores or dots and is a value. */
const VALUES: readonly string[] = [
  ...READABLE_ATTRIBUTES,
  ...RECOVERY_MECHANISMS,
  ...STANDARD_SCOPES,
  ...CONTROLS.map(({ id }) => id),
  ...Object.values(PROVIDER_DETAILS).flatMap((details) => Object.keys(details)),
  "client_credentials",
  "client_secrets",
];

/** An expression within a message, and what is in an example of a value: the name of a host or of a scope. */
const OTHERWISE = /^(?:self|local|each|server|attribute)\.|(?:^|\.)example(?:\.com)?$|^orders\.read$/;

/** The texts of a message, and those within its expressions. */
function textsOf(message: Message): string[] {
  return [message(new Set())].flat().flatMap((piece) => {
    if (typeof piece === "string") return [piece];
    return [...piece.expression.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = ""]) => text);
  });
}

/** What `plan` says of a rule, and what `judge` says of its fix. */
function saidOf(rule: Rule): string[] {
  const { bad, good } = rule.examples();
  const conditions = [...bad, ...good].flatMap((example) => rule.conditions?.(modelOf(configOf(example))) ?? []);
  return conditions.length === 0
    ? []
    : [fixInTerraform(rule), ...conditions.flatMap(({ message }) => textsOf(message))];
}

describeTerraform("what Terraform says of a rule", () => {
  test("names nothing that the AWS provider does not have", async () => {
    const ofProvider = await resourceNames(/^aws_(cognito|lambda_permission|wafv2|ssm_parameter|secretsmanager)/);
    // the AWS provider of the tests has no delivery of logs
    const later = Object.values(LOG_DELIVERY_ARGUMENTS).map(({ terraform }) => terraform);
    const known = new Set<string>([...ofProvider, ...later, ...VALUES]);
    const isKnown = (name: string) =>
      known.has(name) || OTHERWISE.test(name) || name.split(".").every((each) => known.has(each));
    const unknown = rules.flatMap((rule) =>
      saidOf(rule)
        .flatMap((text) => [...text.matchAll(NAME)].map(([name]) => name))
        .filter((name) => !isKnown(name))
        .map((name) => `${rule.id}: ${name}`),
    );
    expect([...new Set(unknown)]).toEqual([]);
  }, 120_000);
});
