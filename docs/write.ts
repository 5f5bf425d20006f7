import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DOCUMENTS } from "./documents";

for (const [name, text] of Object.entries(DOCUMENTS)) writeFileSync(join(__dirname, name), text());
