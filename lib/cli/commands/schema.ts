import { jsonSchema } from "../../config/json-schema";
import { type Context, EXIT, type ExitCode } from "../context";

/** `schema`: the JSON Schema of the config. */
export function schema({ out }: Context): ExitCode {
  out(jsonSchema());
  return EXIT.ok;
}
