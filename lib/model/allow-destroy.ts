/** Lets a plan destroy or replace an object. */
export interface AllowDestroy {
  readonly reason: string;
  /** The last day on which this holds, UTC: YYYY-MM-DD. */
  readonly until: string;
}

/** Lets a plan destroy one generation of a client. */
export interface Retirement extends AllowDestroy {
  readonly generation: number;
}
