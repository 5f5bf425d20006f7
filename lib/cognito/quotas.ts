/** How many of something AWS allows. */
export interface Quota {
  /** One of them, in a sentence. */
  readonly noun: string;
  /** What they are counted in. */
  readonly per: "account and Region" | "user pool" | "client" | "resource server" | "identity provider";
  /** What every account has. */
  readonly limit: number;
  /** How far AWS raises it on request. Default: it does not. */
  readonly most?: number;
  /** Page of AWS's documentation. */
  readonly source: string;
}

const source = "https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html";
const api = (operation: string) =>
  `https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_${operation}.html`;

/** AWS's quotas, by what they limit. */
export const QUOTAS = {
  userPools: { noun: "user pool", per: "account and Region", limit: 1_000, most: 10_000, source },
  customDomains: { noun: "custom domain", per: "account and Region", limit: 4, source },
  clients: { noun: "app client", per: "user pool", limit: 1_000, most: 10_000, source },
  identityProviders: { noun: "identity provider", per: "user pool", limit: 300, most: 1_000, source },
  resourceServers: { noun: "resource server", per: "user pool", limit: 25, most: 300, source },
  groups: { noun: "group", per: "user pool", limit: 10_000, source },
  customAttributes: { noun: "custom attribute", per: "user pool", limit: 50, source },
  brandingStyles: { noun: "managed login branding style", per: "user pool", limit: 20, source },
  tags: { noun: "tag", per: "user pool", limit: 50, source: api("TagResource") },
  callbackUrls: { noun: "callback URL", per: "client", limit: 100, source },
  logoutUrls: { noun: "logout URL", per: "client", limit: 100, source },
  allowedOauthScopes: { noun: "scope", per: "client", limit: 50, source },
  scopes: { noun: "scope", per: "resource server", limit: 100, source },
  idpIdentifiers: { noun: "identifier", per: "identity provider", limit: 50, source },
} as const satisfies Readonly<Record<string, Quota>>;

/** Attributes that one call can add to a user pool that exists. */
export const ATTRIBUTES_PER_CALL = 25;

/**
 * Calls of one operation that AWS answers for one user pool in a second. DescribeUserPoolClient is of the category
 * UserPoolClientRead, of which all operations together have 15 in an account and Region; DescribeUserPool is of
 * UserPoolRead, with 15, and what is attached to a pool of UserPoolResourceRead, with 20. Within each, one operation has
 * 5 for one pool. None of them can be raised.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html#category_operations
 */
export const CALLS_PER_SECOND = 5;

/** E-mails that an account may send in a day through Cognito's own sender. */
export const DEFAULT_EMAILS_PER_DAY = 50;
