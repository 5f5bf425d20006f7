import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { STACK_FILES } from "./stack-output";

/** What Terraform writes into a folder itself. */
const OF_TERRAFORM = /^\.terraform|\.tfstate(\.|$)|^crash\.log$|\.tfplan$/;

/**
 * Copies what people have beside a stack's generated files: Terraform files of their own, and what these refer to, such as
 * modules, templates and values of variables.
 *
 * @param change what becomes of the text of a Terraform file
 * @returns whether there are Terraform files among them
 */
export function copyOwnFiles(from: string, to: string, change: (file: string, text: string) => string): boolean {
  const own = (existsSync(from) ? readdirSync(from) : []).filter((name) => !STACK_FILES.includes(name) && isOwn(name));
  for (const name of own)
    cpSync(join(from, name), join(to, name), { recursive: true, filter: (path) => isOwn(basename(path)) });
  const configuration = own.filter((name) => /\.tf(\.json)?$/.test(name));
  for (const name of configuration) {
    const text = readFileSync(join(from, name), "utf8");
    writeFileSync(join(to, name), change(name, text));
  }
  return configuration.length > 0;
}

function isOwn(name: string): boolean {
  return !OF_TERRAFORM.test(name);
}
