import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "../support/repository";

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly items?: readonly unknown[] };
  readonly result?: unknown;
}

/**
 * What TypeScript's language server shows where the mouse rests over a text.
 *
 * @param text a TypeScript file of this repository, which need not be on disk
 * @param offsets places in the text
 */
export async function hover(text: string, offsets: readonly number[]): Promise<string[]> {
  const server = spawn(join(ROOT, "node_modules", ".bin", "tsc"), ["--lsp", "--stdio"], { cwd: ROOT });
  const waiting = new Map<number, (result: unknown) => void>();
  const send = (message: object) => {
    const json = JSON.stringify({ jsonrpc: "2.0", ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`);
  };
  let id = 0;
  const ask = <T>(method: string, params: object) =>
    new Promise<T>((resolve) => {
      id += 1;
      waiting.set(id, resolve as (result: unknown) => void);
      send({ id, method, params });
    });
  const receive = ({ id, method, params, result }: Message) => {
    if (id === undefined) return;
    // What the server asks of its editor has no answer here.
    if (method !== undefined) send({ id, result: params?.items?.map(() => null) ?? null });
    else waiting.get(id)?.(result);
  };
  let received = Buffer.alloc(0);
  server.stdout.on("data", (data: Buffer) => {
    received = Buffer.concat([received, data]);
    for (;;) {
      const end = received.indexOf("\r\n\r\n");
      const length = Number(/Content-Length: (\d+)/.exec(received.subarray(0, end).toString())?.[1]);
      if (end < 0 || received.length < end + 4 + length) return;
      receive(JSON.parse(received.subarray(end + 4, end + 4 + length).toString()));
      received = received.subarray(end + 4 + length);
    }
  });
  try {
    const textDocument = { uri: pathToFileURL(join(__dirname, "hovered.ts")).href };
    await ask("initialize", { processId: process.pid, rootUri: pathToFileURL(ROOT).href, capabilities: {} });
    send({ method: "initialized", params: {} });
    send({
      method: "textDocument/didOpen",
      params: { textDocument: { ...textDocument, languageId: "typescript", version: 1, text } },
    });
    const shown: string[] = [];
    for (const offset of offsets) {
      const before = text.slice(0, offset).split("\n");
      const position = { line: before.length - 1, character: (before.at(-1) as string).length };
      const found = await ask<{ contents?: { value?: string } } | null>("textDocument/hover", {
        textDocument,
        position,
      });
      shown.push(found?.contents?.value ?? "");
    }
    return shown;
  } finally {
    server.kill();
  }
}
