import pc from "picocolors";

/** What a command may touch: everything about the process comes through here. */
export interface Context {
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Colours for standard output; none unless it is a terminal. */
  readonly colors: ReturnType<typeof pc.createColors>;
}

/** What the shell gets to know; a contract. */
export const EXIT = { ok: 0, findings: 1, usage: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The context of this very process. */
export function processContext(): Context {
  const terminal = process.stdout.isTTY === true && !process.env.NO_COLOR;
  return {
    cwd: process.cwd(),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    colors: pc.createColors(terminal),
  };
}
