import { z } from "zod";
import { configSchema } from "./schema";

/** The JSON Schema of the config file, as text: what editors complete and check while one writes. */
export function jsonSchema(): string {
  const schema = z.toJSONSchema(configSchema, { target: "draft-7", io: "input", reused: "ref" });
  return `${JSON.stringify({ title: "cdktf-cognito config", ...schema }, null, 2)}\n`;
}
