import { type SourceFile, unreadableFile } from "./source-file";
import { textLines } from "./text-lines";
import { readYaml } from "./yaml-file";

/**
 * Reads JSON. Positions come from the YAML reader, since JSON is YAML; what only YAML allows is refused first.
 */
export function readJson(file: string, text: string): SourceFile {
  const message = jsonError(text);
  if (message === undefined) return readYaml(file, text);
  const offset = errorOffset(text);
  const unreadable = {
    rule: "CFG-02",
    message: `not JSON: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
    fix: "fix the JSON here, or name the file .yaml",
    range: [offset, offset + 1] as const,
  };
  return { ...unreadableFile(file, unreadable), ...textLines(text) };
}

function jsonError(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return (error as Error).message.replace(/( in JSON)? at position.*|(?<='), (\.\.\.)?".* is not valid JSON$/s, "");
  }
}

/** Where the text stops being the beginning of some JSON: not every message of `JSON.parse` says it. */
function errorOffset(text: string): number {
  let valid = 0;
  let broken = text.length + 1;
  while (broken - valid > 1) {
    const middle = Math.floor((valid + broken) / 2);
    if (isBeginning(text.slice(0, middle))) valid = middle;
    else broken = middle;
  }
  return valid;
}

function isBeginning(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const { message } = error as Error;
    return /end of JSON input/.test(message) || /at position (\d+)/.exec(message)?.[1] === String(text.length);
  }
}
