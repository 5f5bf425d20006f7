/** Every constraint known of Cognito, and what the project itself keeps. The ids are what people and tools hold on to. */
export const IDS: readonly string[] = [
  ...upTo("ADD", 1),
  ...upTo("ATT", 13),
  ...upTo("BRD", 9),
  ...upTo("CLI", 6),
  ...upTo("DOM", 11),
  ...upTo("DRIFT", 10),
  ...upTo("EML", 6),
  ...upTo("FLOW", 9, 7),
  ...upTo("GRP", 4),
  ...upTo("IDP", 18),
  ...upTo("LAM", 9),
  ...upTo("LOG", 5),
  ...upTo("MFA", 13),
  ...upTo("MIS", 7),
  ...upTo("NEW", 1),
  ...upTo("OAU", 35),
  ...upTo("POOL", 19),
  ...upTo("PRV", 2),
  ...upTo("QUO", 17),
  ...upTo("RATE", 8),
  ...upTo("REC", 4),
  ...upTo("RISK", 9),
  ...upTo("RS", 7),
  ...upTo("SCH", 26),
  ...upTo("SEC", 12),
  ...upTo("SIG", 4),
  ...upTo("TIER", 6),
  ...upTo("TOK", 26),
  ...upTo("UI", 3),
  ...upTo("WAF", 1),
];

/** Ids that only this project gives: the form of the file, stacks, guardrails, the lock. */
export const OWN_IDS: readonly string[] = [
  ...upTo("ADO", 11),
  ...upTo("BSL", 19),
  ...upTo("CFG", 15),
  ...upTo("DEL", 6),
  ...upTo("ENV", 3),
  ...upTo("GRD", 13),
  ...upTo("LOCK", 5),
  ...upTo("PRM", 2),
  ...upTo("PRX", 10),
  ...upTo("PUB", 2),
  ...upTo("REF", 1),
  ...upTo("ROT", 8),
  ...upTo("STK", 4),
];

/** `X-01` to the last, but for numbers that were never given. */
function upTo(family: string, last: number, ...never: readonly number[]): string[] {
  return Array.from({ length: last }, (_, index) => index + 1)
    .filter((number) => !never.includes(number))
    .map((number) => `${family}-${String(number).padStart(2, "0")}`);
}

/** Rules about what no config shows and AWS alone knows: a plan that imports evaluates their conditions. */
export const IN_AWS_ALONE: readonly string[] = ["ADO-11"];
