import { configDocument } from "../lib/config/document";
import { jsonSchema } from "../lib/config/json-schema";
import { typeDeclarations } from "../lib/config/type-declarations";
import { baselinesDocument } from "../lib/rules/baseline/document";
import { rulesDocument } from "../lib/rules/document";
import { apiReport } from "./api-report";
import { functionCode } from "./function-code";
import { pageCode } from "./page-code";

/** Every file that follows from definitions in the code. */
export const DOCUMENTS: Readonly<Record<string, () => string>> = {
  "api.md": apiReport,
  "baselines.md": baselinesDocument,
  "config.md": configDocument,
  "config.schema.json": jsonSchema,
  "rules.md": rulesDocument,
  "../lib/config/types.ts": typeDeclarations,
  "../lib/report/page-code.ts": pageCode,
  "../lib/secret-hash-proxy/function-code.ts": functionCode,
};
