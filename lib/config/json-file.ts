import { type SourceFile, unreadableFile } from "./source-file";
import { readYaml } from "./yaml-file";

/**
 * Reads JSON. Positions come from the YAML reader, since JSON is YAML; what only YAML allows is refused first.
 */
export function readJson(file: string, text: string): SourceFile {
  const source = readYaml(file, text);
  if (source.unreadable.length > 0) return source;
  try {
    JSON.parse(text);
    return source;
  } catch (error) {
    const message = (error as Error).message;
    const offset = Number(/position (\d+)/.exec(message)?.[1] ?? 0);
    return {
      ...unreadableFile(file, {
        rule: "CFG-02",
        message: `not JSON: ${message.replace(/ in JSON at position.*| \(line.*/s, "")}`,
        fix: "mend the JSON here, or name the file .yaml",
        range: [offset, offset + 1],
      }),
      lines: source.lines,
      position: source.position,
    };
  }
}
