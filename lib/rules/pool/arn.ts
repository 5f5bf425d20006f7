/** Parts of an ARN by the name that AWS gives them. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
}

/** Reads the head of an ARN; `undefined` where the text is none. */
export function parseArn(text: string | undefined): Arn | undefined {
  const match = /^arn:([^:]+):([^:]+):([^:]*):([^:]*):/.exec(text ?? "");
  if (!match) return undefined;
  const [, partition = "", service = "", region = "", account = ""] = match;
  return { partition, service, region, account };
}
