import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTerraform } from "../../lib/terraform/run";

/** A condition that Terraform shall evaluate where `model` is one of the models, and `self` one object of it. */
export interface Question {
  /** Index of the model. */
  readonly model: number;
  /** A Terraform expression over `model`: `model.clients["app"]`. */
  readonly self: string;
  readonly expression: string;
  /** A Terraform template. */
  readonly message: string;
}

export interface Answer {
  readonly holds: boolean;
  readonly message: string;
}

/**
 * Real Terraform's answers, in the order of the questions. Without provider and plan: the models are plain data in a
 * variable, and each different expression is evaluated once, in a loop over the models that it is asked of.
 *
 * @param type of one model, as a Terraform type constraint
 * @throws Error with Terraform's words where an expression or a message cannot be evaluated
 */
export async function evaluate(type: string, models: readonly object[], questions: readonly Question[]): Promise<Answer[]> {
  const folder = mkdtempSync(join(tmpdir(), "cdktf-cognito-evaluate-"));
  try {
    const conditions = groups(questions, ({ expression }) => expression);
    const messages = groups(questions, ({ message }) => message);
    const output = {
      conditions: {
        value: conditions.map(({ self, text, models }) => `\${[for index in ${list(models)} : ${within(self, text)}]}`),
      },
      messages: {
        value: messages.map(
          ({ self, text, models }) =>
            `%{for index in ${list(models)}}%{for model in [var.models[index]]}%{for self in [${self}]}${text}${END}%{endfor}%{endfor}%{endfor}`,
        ),
      },
    };
    const variable = { models: { type: `list(${type})` } };
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify({ variable, output }, null, 1));
    writeFileSync(join(folder, "terraform.tfvars.json"), JSON.stringify({ models }));
    const { exitCode, stderr } = await runTerraform(["apply", "-auto-approve", "-no-color"], folder);
    if (exitCode !== 0) throw new Error(`terraform cannot evaluate:\n${stderr}`);
    const { outputs } = JSON.parse(readFileSync(join(folder, "terraform.tfstate"), "utf8"));
    const holds = answers<boolean>(conditions, outputs.conditions.value, questions.length);
    const told = answers<string>(
      messages,
      outputs.messages.value.map((text: string) => text.split(END)),
      questions.length,
    );
    return holds.map((each, index) => ({ holds: each, message: told[index] as string }));
  } finally {
    if (!process.env.KEEP) rmSync(folder, { recursive: true, force: true }); else console.log(folder);
  }
}

/** Ends each message; no message holds it. */
const END = "\u241e";

interface Group {
  readonly self: string;
  readonly text: string;
  readonly models: number[];
  readonly questions: number[];
}

/** Questions that are the same but for the model. */
function groups(questions: readonly Question[], textOf: (question: Question) => string): Group[] {
  const found = new Map<string, Group>();
  for (const [index, question] of questions.entries()) {
    const { self, model } = question;
    const text = textOf(question);
    const key = JSON.stringify([self, text]);
    const group = found.get(key) ?? { self, text, models: [], questions: [] };
    found.set(key, group);
    group.models.push(model);
    group.questions.push(index);
  }
  return [...found.values()];
}

function within(self: string, expression: string): string {
  return `[for model in [var.models[index]] : [for self in [${self}] : ${expression}][0]][0]`;
}

function list(models: readonly number[]): string {
  return `[${models.join(", ")}]`;
}

function answers<T>(groups: readonly Group[], values: readonly (readonly T[])[], count: number): T[] {
  const all = new Array<T>(count);
  for (const [index, { questions }] of groups.entries())
    for (const [at, question] of questions.entries()) all[question] = values[index]?.[at] as T;
  return all;
}
