import type { Platform } from "../cognito/platforms";

/** A sentence of the config about what its clients are and may do. */
export interface PromiseModel {
  /** As it was written. */
  readonly text: string;
  /** Its position among the promises of the config. */
  readonly index: number;
  /** `only`: no client that the subject leaves out. */
  readonly quantifier: "no" | "every" | "only";
  readonly subject: PromisedClients;
  readonly predicate: Predicate;
}

/** The clients that meet each of these. */
export interface PromisedClients {
  readonly trust?: "public" | "confidential";
  /** Keys of clients. Default all. */
  readonly keys?: readonly string[];
  readonly within: readonly Within[];
}

/** A part of the config by its name; `either` where the sentence says only the name of a pool or an environment. */
export type Within =
  | { readonly kind: "platform"; readonly name: Platform }
  | { readonly kind: "pool" | "environment" | "either"; readonly name: string };

/** What is said of a client. */
export type Predicate =
  | { readonly verb: "writes" | "reads"; readonly attribute: string }
  | { readonly verb: "scope"; readonly scope: string }
  | {
      readonly verb: "lifetime";
      readonly token: "accessToken" | "idToken" | "refreshToken";
      readonly than: "over" | "under";
      readonly seconds: number;
    }
  | { readonly verb: "signs in"; readonly provider: string }
  | { readonly verb: "uses"; readonly flow: string }
  | { readonly verb: "trust"; readonly is: "public" | "confidential" }
  | { readonly verb: "callback"; readonly where: "to" | "outside"; readonly host: string }
  | { readonly verb: "rotates" };
