import pc from "picocolors";
import type { Colors } from "../diagnostics/colors";

/** What a command may touch: everything about the process comes through here. */
export interface Context {
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Shows what a long command is at, in place of what it showed before; nothing unless standard error is a terminal. */
  readonly progress: (text: string) => void;
  /** The folder to which a pipeline's annotations name files; absent outside of one. */
  readonly workspace?: string;
  /** Colours for standard output; none unless it is a terminal, or FORCE_COLOR asks for them. */
  readonly colors: Colors;
  /** The same for standard error. */
  readonly errColors: Colors;
}

/** Exit codes; a contract. */
export const EXIT = { ok: 0, findings: 1, usage: 2, drift: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The context of this very process. */
export function processContext(): Context {
  const colorsOf = (stream: NodeJS.WriteStream) => pc.createColors(hasColors(stream, process.env));
  const line = new ProgressLine(process.stderr);
  process.on("exit", () => line.clear());
  return {
    cwd: process.cwd(),
    out: (text) => line.clear() && process.stdout.write(text),
    err: (text) => line.clear() && process.stderr.write(text),
    // GitHub shows an annotation at a path from the root of the checkout, wherever the command ran.
    ...(process.env.GITHUB_WORKSPACE && { workspace: process.env.GITHUB_WORKSPACE }),
    progress: process.env.TERM === "dumb" ? () => {} : (text) => line.show(text),
    colors: colorsOf(process.stdout),
    errColors: colorsOf(process.stderr),
  };
}

/**
 * Whether text on a stream is coloured: on a terminal that can, or where FORCE_COLOR asks for it, as in the log of a pipeline.
 *
 * @see https://no-color.org, which comes first
 */
export function hasColors({ isTTY }: Pick<NodeJS.WriteStream, "isTTY">, env: NodeJS.ProcessEnv): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return !["0", "false"].includes(FORCE_COLOR);
  return isTTY === true && TERM !== "dumb";
}

/** One line at the bottom of a terminal that is overwritten; nothing in a pipe or a file. */
export class ProgressLine {
  #shown = false;

  constructor(private readonly stream: Pick<NodeJS.WriteStream, "isTTY" | "columns" | "write">) {}

  show(text: string): void {
    if (!this.stream.isTTY) return;
    this.clear();
    this.stream.write(text.slice(0, (this.stream.columns || 80) - 1));
    this.#shown = true;
  }

  clear(): true {
    if (this.#shown) this.stream.write("\r\x1b[K");
    this.#shown = false;
    return true;
  }
}
