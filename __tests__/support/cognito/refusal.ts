/** Plain data of a request or an answer of Cognito's API. */
export type Fields = Record<string, unknown>;

/** What AWS answers in place of doing what was asked. */
export class Refusal extends Error {
  /** @param type AWS's name of the error, such as `InvalidParameterException` */
  constructor(
    readonly type: string,
    message: string,
  ) {
    super(message);
  }
}

/** @throws Refusal of type `InvalidParameterException` */
export function invalid(message: string): never {
  throw new Refusal("InvalidParameterException", message);
}

/** @throws Refusal where there is nothing of that name */
export function found<T>(item: T | undefined, what: string): T {
  if (item === undefined) throw new Refusal("ResourceNotFoundException", `${what} does not exist.`);
  return item;
}
