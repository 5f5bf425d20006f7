/** What a config says of an object exactly as AWS has it; or why it cannot, so that the object is left as it is. */
export type Held<T> = { readonly said: T } | { readonly why: string };

/** Whether a config says the object. */
export function isHeld<T>(held: Held<T>): held is { readonly said: T } {
  return "said" in held;
}

/** What the config says; `undefined` where there is no object, or where no config can say it. */
export function saidOf<T>(held: Held<T> | undefined): T | undefined {
  return held !== undefined && isHeld(held) ? held.said : undefined;
}
