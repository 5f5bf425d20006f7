import type { Client, Pool } from "../../lib/config/schema";
import { ATTACHED_BLOCKS, type Block, CLIENT_BLOCKS, POOL_BLOCKS } from "./forms";

/** One thing that begins in a form of a block and goes on to each of the others. */
interface Subject<T> {
  readonly key: string;
  readonly block: Block<T>;
  readonly first: number;
}

const POOLS = [...subjectsOf(POOL_BLOCKS), ...subjectsOf(ATTACHED_BLOCKS)];
const CLIENTS = subjectsOf(CLIENT_BLOCKS);

/** How many applies bring every subject from each form to each other form: as many as the longest block has forms. */
export const STEPS = Math.max(...[...POOLS, ...CLIENTS].map(({ block }) => block.forms.length));

/** The pools of a step: at step 0 each block is created in each of its forms. */
export function poolsAt(step: number): Record<string, Pool> {
  const pools = POOLS.map(
    (subject) => [subject.key, { ...NOT_PROTECTED, clients: {}, ...formOf(subject, step) }] as const,
  );
  const clients = CLIENTS.map(
    (subject) =>
      [subject.key, { platform: "other", preventDestroy: false, ...formOf(subject, step) } as Client] as const,
  );
  return { ...Object.fromEntries(pools), clients: { ...CLIENTS_POOL, clients: Object.fromEntries(clients) } };
}

const NOT_PROTECTED = { preventDestroy: false } as const;

/** What the clients name. */
const CLIENTS_POOL: Omit<Pool, "clients"> = {
  ...NOT_PROTECTED,
  userPoolTier: "PLUS",
  advancedSecurityMode: "ENFORCED",
  domain: { prefix: "acme-clients" },
  attributes: { "custom:tenant": {} },
  resourceServers: { orders: { scopes: { read: "See orders" } } },
  identityProviders: {
    Google: {
      providerType: "Google",
      providerDetails: { client_id: "id", client_secret: "secret", authorize_scopes: "openid" },
    },
  },
};

function subjectsOf<T>(blocks: Readonly<Record<string, Block<T>>>): Subject<T>[] {
  return Object.entries(blocks).flatMap(([name, block]) =>
    block.forms.map((_, first) => ({ key: `${name.toLowerCase()}-${first}`, block, first })),
  );
}

/**
 * The form of a subject at a step. The steps grow (by 1, by 2, ...), so that a subject takes different ways between the
 * forms of its block.
 */
function formOf<T>({ key, block, first }: Subject<T>, step: number): Partial<T> {
  const { base, forms, permanent } = block;
  const index = permanent ? first : (first + (step * (step + 1)) / 2) % forms.length;
  return JSON.parse(JSON.stringify({ ...base, ...forms[index] }).replaceAll("SUBJECT", key));
}
