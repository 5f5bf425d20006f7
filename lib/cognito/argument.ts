import type { Open } from "../model/value";
import type { TimeUnit, UserPoolTier } from "./values";

/** What Cognito, Terraform and the AWS provider do with one argument. */
export interface Argument {
  /** Where Terraform has it, from the resource: `name`, or blocks and argument, `username_configuration.case_sensitive`. */
  readonly terraform: string;
  /** A change after creation replaces the resource, or AWS refuses it. Default: it is updated in place. */
  readonly permanent?: "replaced" | "refused";
  /** The AWS provider version from which a change no longer replaces the resource. */
  readonly inPlaceFrom?: string;
  /** It stays in AWS when it is removed from the configuration: the provider plans the old value again. */
  readonly retained?: true;
  /** The tier that it needs, unless its value, or every item of it, is among `free`. Default: any tier has it. */
  readonly tier?: { readonly needs: UserPoolTier; readonly free: readonly unknown[] };
  /** What is written to Terraform when the config says nothing. Default: nothing. */
  readonly default?: unknown;
  /** An adopted object may leave it out for life, where AWS has never been given a value: the value that AWS acts on. */
  readonly unset?: { readonly means: unknown };
  /** The value that AWS acts on where the answer about an older object has no such field. Default: it always has. */
  readonly absent?: unknown;
  /** It is JSON: only another value is a change. Default false. */
  readonly json?: true;
  /** What AWS takes: the number itself, or the length of a text in characters. */
  readonly range?: readonly [least: number, most: number];
  /** Unit of `range` and of a numeric default. */
  readonly unit?: TimeUnit | "characters" | "bytes";
  /** The AWS provider refuses a value outside its range or its closed set at plan, before any condition is evaluated. */
  readonly refusedByProvider?: true;
}

/** Facts of every argument of a resource, by the model's field; of a block those of its arguments too. */
export type ArgumentsOf<T> = {
  readonly [K in keyof T]-?: Argument & ([Block<T[K]>] extends [never] ? unknown : BlockFacts<T[K]>);
};

interface BlockFacts<T> {
  readonly arguments: ArgumentsOf<Block<T>>;
}

/** The fields of a block; `never` for a value, a list or a map. */
type Block<T> = T extends string | number | boolean | undefined | Open | readonly unknown[]
  ? never
  : string extends keyof T
    ? never
    : T;

/** What is written to Terraform of each argument when the config says nothing, where that is anything. */
export function defaultsOf<T extends Readonly<Record<string, Argument>>>(facts: T): DefaultsOf<T> {
  const defaults = Object.entries(facts).filter(([, row]) => "default" in row);
  return Object.fromEntries(defaults.map(([field, row]) => [field, row.default])) as DefaultsOf<T>;
}

type DefaultsOf<T> = {
  readonly [K in keyof T as T[K] extends { readonly default: unknown } ? K : never]: T[K] extends {
    readonly default: infer D;
  }
    ? Wider<D>
    : never;
};

/** The fields of a table that an adopted object may leave unset. */
export function unsettable<T extends Readonly<Record<string, Argument>>>(
  facts: T,
): [Unsettable<T>, ...Unsettable<T>[]] {
  return Object.keys(facts).filter((field) => facts[field]?.unset) as [Unsettable<T>];
}

type Unsettable<T> = {
  readonly [K in keyof T & string]: T[K] extends { readonly unset: unknown } ? K : never;
}[keyof T & string];

/** A default as a value that may be otherwise. */
type Wider<D> = D extends boolean ? boolean : D extends number ? number : D extends string ? string : D;

/**
 * The Terraform arguments of a resource that its facts name, as CDKTF spells them. What a construct writes satisfies it:
 * an argument that has facts and is not written does not compile.
 */
export type WrittenArguments<F extends Readonly<Record<string, Argument>>> = Readonly<
  Record<CamelCase<First<F[keyof F]["terraform"]>>, unknown>
>;

type First<P extends string> = P extends `${infer Name}.${string}` ? Name : P;
type CamelCase<N extends string> = N extends `${infer Word}_${infer Rest}`
  ? `${Word}${Capitalize<CamelCase<Rest>>}`
  : N;
