/** Prefixes of domains are unique in a Region: each environment has one of its own. */
const REGIONS = [
  "eu-west-1",
  "eu-west-2",
  "eu-west-3",
  "eu-central-1",
  "eu-north-1",
  "us-east-1",
  "us-east-2",
  "us-west-2",
  "ap-southeast-2",
  "ca-central-1",
] as const;
const PLATFORMS = ["ios", "android", "spa", "server", "machine"] as const;

/** How many of each an estate has. */
export interface EstateSize {
  readonly pools: number;
  readonly environments: number;
  /** Of each pool. */
  readonly clients: number;
}

/** The config of an estate: pools with attributes, a provider and scopes, and an environment that differs in a lifetime. */
export function estateConfig({ pools, environments, clients }: EstateSize): string {
  return `project: bench
environments:
${numbered(environments, (each) => `  e${each}: { region: ${REGIONS[each % REGIONS.length]}, pools: ${overlays(pools, each)} }`)}
pools:
${numbered(pools, (each) => pool(each, clients))}
`;
}

function overlays(pools: number, environment: number): string {
  return `{ ${Array.from({ length: pools }, (_, pool) => `pool${pool}: { clients: { c0: { accessTokenValidity: ${environment === 0 ? 10 : 11}m } } }`).join(", ")} }`;
}

function pool(number: number, clients: number): string {
  return `  pool${number}:
    usernameAttributes: [email]
    attributesRequireVerificationBeforeUpdate: [email]
    domain: { prefix: bench-${number} }
    attributes:
      email: { required: true }
      custom:tenant: { mutable: false, authority: true }
      custom:role: { authority: true }
    resourceServers: { orders: { identifier: https://orders-${number}.example.com, scopes: { read: Read, write: Write } } }
    identityProviders:
      Corporate${number}:
        providerType: OIDC
        providerDetails: { client_id: a, client_secret: { var: secret, sensitive: true }, authorize_scopes: openid email, attributes_request_method: GET, oidc_issuer: https://login.example.com }
        attributeMapping: { email: email }
    clients:
${numbered(clients, (each) => client(each, number))}`;
}

function client(number: number, pool: number): string {
  const platform = PLATFORMS[number % PLATFORMS.length];
  if (platform === "machine") return `      c${number}: { platform: machine, allowedOauthScopes: [orders/read] }`;
  const url = `https://c${number}.pool${pool}.example.com/callback`;
  return `      c${number}: { platform: ${platform}, callbackUrls: ["${url}"], allowedOauthScopes: [openid, email, orders/read], supportedIdentityProviders: [COGNITO, Corporate${pool}], writeAttributes: [email, name, given_name, family_name] }`;
}

function numbered(length: number, line: (index: number) => string): string {
  return Array.from({ length }, (_, index) => line(index)).join("\n");
}
