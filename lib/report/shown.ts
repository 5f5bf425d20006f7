import type { TimeUnit } from "../cognito/values";
import { SECONDS } from "../config/duration";
import type { PoolModel } from "../model/model";
import { isOpen, type List, type Text, type Value } from "../model/value";
import { effective, VariableReference } from "../review/language/effective";
import type { Shown, ShownList } from "./estate";

/** Shows values of one stack, each variable with its default; a sensitive one without. */
export class Values {
  constructor(private readonly variables: PoolModel["variables"]) {}

  text(text: Text): Shown<string> {
    return effective(text, this.variables) as Shown<string>;
  }

  number(number: Value<number>): Shown<number> {
    return effective(number, this.variables) as Shown<number>;
  }

  list(list: List): ShownList {
    return effective(list, this.variables) as ShownList;
  }

  /** A length of time in seconds. */
  seconds(value: Value<number>, unit: TimeUnit): Shown<number> {
    if (!isOpen(value)) return value * SECONDS[unit];
    const { var: name, default: preset } = effective(value, this.variables) as VariableReference;
    return new VariableReference(name, typeof preset === "number" ? preset * SECONDS[unit] : preset, "seconds");
  }
}
