import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A condition that Terraform shall evaluate where `model` is one of the models, and `self` one object of it. */
export interface Question {
  /** Index of the model. */
  readonly model: number;
  /** Where `self` is in the model. */
  readonly self: readonly string[];
  /** A Terraform expression. */
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
 * variable. What was asked of the same arguments before is not asked again, and each different expression is evaluated
 * in one loop over the models that it is asked of.
 *
 * @param type of one model, as a Terraform type constraint
 * @throws Error with Terraform's words where an expression or a message cannot be evaluated
 */
export async function evaluate(
  type: string,
  models: readonly object[],
  questions: readonly Question[],
): Promise<Answer[]> {
  const conditions = group(models, questions, ({ expression }) => expression);
  const messages = group(models, questions, ({ message }) => message);
  const configuration = `variable "models" {
  type = list(${type})
}
locals {
  conditions = [
${conditions.map(({ self, text, models }) => `${loop(models, self, text)},\n`).join("")}]
  messages = [
${messages.map(({ self, text, models }) => `<<EOT\n${templateLoop(models, self, text + END)}\nEOT\n,\n`).join("")}]
}
`;
  const [values, texts] = (await run(configuration, { models })) as [boolean[][], string[]];
  const holds = spread(conditions, values, questions.length);
  const printed = spread(
    messages,
    texts.map((text) => text.split(END)),
    questions.length,
  );
  return holds.map((each, index) => ({ holds: each, message: printed[index] as string }));
}

/** Ends each message; no message holds it. */
const END = "\u241e";

/** Questions that ask the same of several models. */
interface Group {
  readonly self: string;
  readonly text: string;
  readonly models: number[];
  /** Those of the questions that each model's answer is for. */
  readonly questions: number[][];
  /** Position of an answer, by the arguments that it is about. */
  readonly seen: Map<string, number>;
}

function group(
  models: readonly object[],
  questions: readonly Question[],
  textOf: (question: Question) => string,
): Group[] {
  const groups = new Map<string, Group>();
  const argumentsIn = argumentReader(models);
  for (const [index, question] of questions.entries()) {
    const self = question.self.reduce((place, key) => `${place}[${JSON.stringify(key)}]`, "model");
    const text = textOf(question);
    const key = JSON.stringify([self, text]);
    const found: Group = groups.get(key) ?? { self, text, models: [], questions: [], seen: new Map() };
    groups.set(key, found);
    const given = argumentsIn(text, question.model, question.self);
    const position = found.seen.get(given) ?? found.models.length;
    if (position === found.models.length) {
      found.seen.set(given, position);
      found.models.push(question.model);
      found.questions.push([]);
    }
    found.questions[position]?.push(index);
  }
  return [...groups.values()];
}

/** What says all that a text names of a model: the same for models that are the same to it. */
function argumentReader(models: readonly object[]): (text: string, model: number, self: readonly string[]) => string {
  const places = new Map<string, string[][]>();
  const values = models.map(() => new Map<string, string>());
  return (text, model, self) => {
    const named = places.get(text) ?? namedIn(text);
    places.set(text, named);
    const known = values[model] as Map<string, string>;
    return named
      .map(([root, ...path]) => {
        const place = root === "self" ? [...self, ...path] : path;
        const key = place.join(".");
        const value = known.get(key) ?? JSON.stringify(valueAt(models[model], place) ?? null);
        known.set(key, value);
        return value;
      })
      .join();
  };
}

function namedIn(text: string): string[][] {
  const names = [...text.matchAll(/\b(self|model)((?:\.\w+)+)/g)].map(([name]) => name);
  return [...new Set(names)].map((name) => name.split("."));
}

function valueAt(model: unknown, place: readonly string[]): unknown {
  return place.reduce((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], model);
}

function loop(models: readonly number[], self: string, expression: string): string {
  return `[for index in [${models}] : [for model in [var.models[index]] : [for self in [${self}] : ${expression}][0]][0]]`;
}

function templateLoop(models: readonly number[], self: string, template: string): string {
  return `%{for index in [${models}]}%{for model in [var.models[index]]}%{for self in [${self}]}${template}%{endfor}%{endfor}%{endfor}`;
}

function spread<T>(groups: readonly Group[], values: readonly (readonly T[])[], count: number): T[] {
  const all = new Array<T>(count);
  for (const [index, { questions }] of groups.entries())
    for (const [position, same] of questions.entries())
      for (const question of same) all[question] = values[index]?.[position] as T;
  return all;
}

/** Evaluates `local.conditions` and `local.messages`. */
async function run(configuration: string, variables: object): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), "cdktf-cognito-evaluate-"));
  try {
    writeFileSync(join(folder, "main.tf"), configuration);
    writeFileSync(join(folder, "terraform.tfvars.json"), JSON.stringify(variables));
    const answer = await terraformConsole("base64encode(jsonencode([local.conditions, local.messages]))", folder);
    return JSON.parse(Buffer.from(answer, "base64").toString());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function terraformConsole(expression: string, cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn("terraform", ["console", "-no-color"], {
      cwd,
      env: { ...process.env, CHECKPOINT_DISABLE: "1" },
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
    });
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    child.on("error", reject);
    child.on("close", () => {
      const [, text] = /^"(.*)"\s*$/.exec(stdout) ?? [];
      if (text === undefined) reject(new Error(`terraform cannot evaluate:\n${stderr}`));
      else resolve(text);
    });
    child.stdin.end(`${expression}\n`);
  });
}
