import { QUOTAS, type Quota } from "../../lib/cognito/quotas";
import type { ClientModel, PoolModel } from "../../lib/model/model";
import { clientQuotas, poolQuotas } from "../../lib/review/quotas";
import { plain } from "../../lib/text/quoted";
import { baseConfig } from "./base";
import { reviewed } from "./reviewed";

const POOL = reviewed(baseConfig()).pools[0] as PoolModel;
const CLIENT = POOL.clients[0] as ClientModel;

const STYLE = { assets: [] };

/** The pool or client with so many of something. */
const WITH: Readonly<Partial<Record<keyof typeof QUOTAS, (number: number) => PoolModel | ClientModel>>> = {
  tags: (number) =>
    pool({ pool: { ...POOL.pool, tags: Object.fromEntries(texts(number - 1).map((key) => [key, "x"])) } }),
  clients: (number) => pool({ clients: Array.from({ length: number }, () => CLIENT) }),
  brandingStyles: (number) => pool({ clients: Array.from({ length: number }, () => ({ ...CLIENT, branding: STYLE })) }),
  identityProviders: (number) => pool({ identityProviders: texts(number).map((name) => ({ providerName: name })) }),
  resourceServers: (number) => pool({ resourceServers: texts(number).map((key) => ({ key, scopes: [] })) }),
  groups: (number) => pool({ groups: texts(number) }),
  customAttributes: (number) =>
    pool({ pool: { ...POOL.pool, schema: texts(number).map((key) => ({ key: `custom:${key}` })) } }),
  scopes: (number) => pool({ resourceServers: [{ key: "orders", scopes: texts(number) }] }),
  idpIdentifiers: (number) => pool({ identityProviders: [{ providerName: "Work", idpIdentifiers: texts(number) }] }),
  callbackUrls: (number) => ({ ...CLIENT, callbackUrls: texts(number) }),
  logoutUrls: (number) => ({ ...CLIENT, logoutUrls: texts(number) }),
  allowedOauthScopes: (number) => ({ ...CLIENT, allowedOauthScopes: texts(number) }),
};

/** Each quota as AWS's pages have it, and how far AWS raises it. */
const DOCUMENTED: Readonly<Record<keyof typeof QUOTAS, readonly [limit: number, most?: number]>> = {
  userPools: [1_000, 10_000],
  customDomains: [4],
  clients: [1_000, 10_000],
  identityProviders: [300, 1_000],
  resourceServers: [25, 300],
  groups: [10_000],
  customAttributes: [50],
  brandingStyles: [20],
  tags: [50],
  callbackUrls: [100],
  logoutUrls: [100],
  allowedOauthScopes: [50],
  scopes: [100],
  idpIdentifiers: [50],
};

test.each(Object.entries<Quota>(QUOTAS))("the quota of %s is AWS's", (name, { limit, most }) => {
  expect([limit, most]).toEqual([...DOCUMENTED[name as keyof typeof QUOTAS], undefined].slice(0, 2));
});

describe("review reports a quota from 80 percent of it on", () => {
  test.each(Object.entries(WITH))("%s", (name, subject) => {
    const { limit, noun } = QUOTAS[name as keyof typeof QUOTAS];
    const near = limit * 0.8;
    expect(reported(subject(near), subject(near - 1))).toEqual([
      expect.stringMatching(`${near} ${noun}s of ${limit} that AWS allows`),
    ]);
    expect(reported(subject(near - 1), subject(0))).toEqual([]);
    expect(reported(subject(near), subject(near))).toEqual([]);
    expect(reported(subject(near), subject(near + 1))).toEqual([]);
    expect(reported(subject(near), undefined)).toHaveLength(1);
  });

  test("of everything that a pool or a client has", () => {
    const others = ["userPools", "customDomains"];
    expect([...Object.keys(WITH), ...others].sort()).toEqual(Object.keys(QUOTAS).sort());
  });
});

function reported(after: PoolModel | ClientModel, before: PoolModel | ClientModel | undefined): string[] {
  const verdicts =
    "platform" in after
      ? clientQuotas(before as ClientModel | undefined, after)
      : poolQuotas(before as PoolModel | undefined, after);
  return verdicts.map(({ what }) => plain(what));
}

function pool(parts: object): PoolModel {
  return { ...POOL, clients: [], identityProviders: [], resourceServers: [], groups: [], ...parts } as PoolModel;
}

function texts(number: number): string[] {
  return Array.from({ length: number }, (_, index) => `n${index}`);
}
