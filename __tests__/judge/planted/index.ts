import { ATTRIBUTES } from "./attributes";
import { DOMAINS } from "./domains";
import { FACTORS } from "./factors";
import { OAUTH_MISTAKES } from "./oauth";
import { POOLS } from "./pools";
import { PROVIDERS } from "./providers";
import { RISKS } from "./risks";
import { SERVERS_AND_GROUPS } from "./servers-and-groups";
import type { Planted } from "./terraform";
import { TOKENS_AND_CLIENTS } from "./tokens-and-clients";

/** Every planted mistake, by family of rules. */
export const PLANTED: readonly Planted[] = [
  ...TOKENS_AND_CLIENTS,
  ...OAUTH_MISTAKES,
  ...ATTRIBUTES,
  ...POOLS,
  ...FACTORS,
  ...DOMAINS,
  ...SERVERS_AND_GROUPS,
  ...PROVIDERS,
  ...RISKS,
];
