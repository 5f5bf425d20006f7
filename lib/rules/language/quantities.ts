import type { ClientModel } from "../../model/model";
import { type ClientStatement, comparison, ifKnown } from "./statements";

/** A number about a client, with its Terraform expression. */
export interface Quantity {
  readonly of: (client: ClientModel) => number | undefined;
  readonly over: (self: string) => string;
  /** The same, shorter, for a client of which some values are known. */
  readonly given?: (client: ClientModel) => Quantity;
}

/** The quantity is this or more. */
export function atLeast(quantity: Quantity, least: number): ClientStatement {
  return compared(quantity, [">=", "<"], constant(least), (a, b) => a >= b);
}

/** The quantity is this or less. */
export function atMost(quantity: Quantity, most: number | Quantity): ClientStatement {
  return compared(quantity, ["<=", ">"], typeof most === "number" ? constant(most) : most, (a, b) => a <= b);
}

/** The quantity is another one. */
export function differs(quantity: Quantity, from: number): ClientStatement {
  return compared(quantity, ["!=", "=="], constant(from), (a, b) => a !== b);
}

/** The number is whole and from `least` to `most`. */
export function wholeWithin(quantity: Quantity, least: number, most: number): ClientStatement {
  return {
    holds: (client) =>
      ifKnown(quantity.of(client), (value) => Number.isInteger(value) && value >= least && value <= most),
    over: (self) => `contains(range(${least}, ${most + 1}), ${quantity.over(self)})`,
  };
}

function constant(value: number): Quantity {
  return { of: () => value, over: () => String(value) };
}

function compared(
  left: Quantity,
  [operator, opposite]: readonly [string, string],
  right: Quantity,
  test: (left: number, right: number) => boolean,
): ClientStatement {
  return comparison(
    (client) => {
      const a = left.of(client);
      const b = right.of(client);
      return a === undefined || b === undefined ? undefined : test(a, b);
    },
    (self) => `${left.over(self)} ${operator} ${right.over(self)}`,
    (self) => `${left.over(self)} ${opposite} ${right.over(self)}`,
    (client) => compared(decided(left, client), [operator, opposite], decided(right, client), test),
  );
}

function decided(quantity: Quantity, client: ClientModel): Quantity {
  const value = quantity.of(client);
  return value === undefined ? (quantity.given?.(client) ?? quantity) : constant(value);
}
