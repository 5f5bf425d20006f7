import type { Answer } from "./described";

/** An answer of the SDK as the AWS CLI would print it. */
export function plain(answer: object | undefined): Answer {
  const { $metadata: _, ...fields } = JSON.parse(JSON.stringify(answer ?? {}, inBase64));
  return fields;
}

/** Bytes in base64. */
function inBase64(this: Answer, key: string, value: unknown): unknown {
  const bytes = this[key];
  return ArrayBuffer.isView(bytes)
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64")
    : value;
}
