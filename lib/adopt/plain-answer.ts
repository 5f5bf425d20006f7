import type { Answer } from "./described";

/** An answer of the SDK as the AWS CLI would print it. */
export function plain(answer: object | undefined): Answer {
  const { $metadata: _, ...fields } = JSON.parse(JSON.stringify(answer ?? {}));
  return fields;
}
