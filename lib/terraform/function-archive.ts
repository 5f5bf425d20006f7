import { FUNCTION_CODE } from "../secret-hash-proxy/function-code";
import { zipOf } from "./zip";

/** The file with the function's code, beside the configuration. */
export const FUNCTION_ARCHIVE = "secret-hash-proxy.zip";

/** The function's code as Lambda takes it: the same bytes for everybody. */
export function functionArchive(): Buffer {
  return zipOf("index.js", FUNCTION_CODE);
}
