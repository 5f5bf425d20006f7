import type pc from "picocolors";

/** Colours of a terminal, or functions that leave the text as it is. */
export type Colors = ReturnType<typeof pc.createColors>;
