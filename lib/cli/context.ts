import pc from "picocolors";

export type Colors = ReturnType<typeof pc.createColors>;

/** What a command may touch: everything about the process comes through here. */
export interface Context {
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Colours for standard output; none unless it is a terminal. */
  readonly colors: Colors;
  /** The same for standard error. */
  readonly errColors: Colors;
}

/** What the shell gets to know; a contract. */
export const EXIT = { ok: 0, findings: 1, usage: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The context of this very process. */
export function processContext(): Context {
  const colorsOf = ({ isTTY }: NodeJS.WriteStream) => pc.createColors(isTTY === true && !process.env.NO_COLOR);
  for (const stream of [process.stdout, process.stderr]) stream.on("error", ignoreClosedPipe);
  return {
    cwd: process.cwd(),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    colors: colorsOf(process.stdout),
    errColors: colorsOf(process.stderr),
  };
}

/** Whoever reads may have read enough, as `head` does. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
