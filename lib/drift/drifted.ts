import type { Risk } from "../review/risk";

/** Something that changed in AWS since the last apply. */
export interface Drifted {
  readonly risk: Risk;
  /** The address in Terraform, and the argument where it is one. */
  readonly address: string;
  /** Text of users is marked. */
  readonly what: string;
  readonly why: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Arguments of an object that the plan shows as changed, and that mean the same to AWS. */
export interface Folded {
  readonly address: string;
  readonly arguments: readonly string[];
}
