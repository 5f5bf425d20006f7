import { CUSTOM_PREFIX, WRITABLE_ATTRIBUTES } from "../../../lib/cognito/attributes";
import { STANDARD_SCOPES } from "../../../lib/cognito/values";
import type { Operation, Pools, StoredPool } from "./pools";
import { type Fields, found, invalid, Refusal } from "./refusal";

/** App clients. An update sets what a request leaves out to its default, as AWS does; the secret stays. */
export function clientOperations(pools: Pools): Readonly<Record<string, Operation>> {
  let made = 0;
  const client = (request: Fields) =>
    found(pools.get(request).attached.get(`CLIENT ${request.ClientId}`), `User pool client ${request.ClientId}`);
  return {
    CreateUserPoolClient: ({ GenerateSecret, ...request }) => {
      made += 1;
      const ClientId = `client${String(made).padStart(20, "0")}`;
      const secret = GenerateSecret === true ? { ClientSecret: `secret_of_${ClientId}` } : {};
      return store(pools, { ...request, ClientId }, secret);
    },
    DescribeUserPoolClient: (request) => ({ UserPoolClient: client(request) }),
    UpdateUserPoolClient: (request) => {
      const { ClientName, ClientSecret } = client(request);
      return store(pools, { ClientName, ...request }, ClientSecret === undefined ? {} : { ClientSecret });
    },
    DeleteUserPoolClient: (request) => {
      client(request);
      pools.get(request).attached.delete(`CLIENT ${request.ClientId}`);
      return {};
    },
    ...secretOperations(client),
  };
}

/** AWS's own two secrets of a client: at most two, each with an id; the value is returned once, if AWS made it. */
function secretOperations(client: (request: Fields) => Fields): Readonly<Record<string, Operation>> {
  const added = new Map<string, string[]>();
  let made = 0;
  const secretsOf = (request: Fields): string[] => {
    const id = String(request.ClientId);
    const original = client(request).ClientSecret === undefined ? [] : [`${id}--1767225600`];
    return added.get(id) ?? original;
  };
  return {
    AddUserPoolClientSecret: (request) => {
      const ids = secretsOf(request);
      if (ids.length >= 2) throw new Refusal("LimitExceededException", "A client can have at most 2 secrets.");
      made += 1;
      const ClientSecretId = `${request.ClientId}--${1_767_225_600 + made}`;
      added.set(String(request.ClientId), [...ids, ClientSecretId]);
      const own = request.ClientSecret === undefined;
      const descriptor = { ClientSecretId, ...(own && { ClientSecretValue: `secret-${made}-of-${request.ClientId}` }) };
      return { ClientSecretDescriptor: { ...descriptor, ClientSecretCreateDate: 1_767_225_600 + made } };
    },
    ListUserPoolClientSecrets: (request) => ({
      ClientSecrets: secretsOf(request).map((ClientSecretId) => ({
        ClientSecretId,
        ClientSecretCreateDate: 1_767_225_600,
      })),
    }),
    DeleteUserPoolClientSecret: (request) => {
      const ids = secretsOf(request);
      found(ids.includes(String(request.ClientSecretId)) || undefined, `Client secret ${request.ClientSecretId}`);
      if (ids.length < 2) invalid("A client must have at least one secret.");
      added.set(
        String(request.ClientId),
        ids.filter((each) => each !== request.ClientSecretId),
      );
      // Whether AWS leaves the secret out of what it answers of the client is to be verified; this server does.
      if (String(request.ClientSecretId).endsWith("--1767225600")) delete client(request).ClientSecret;
      return {};
    },
  };
}

function store(pools: Pools, request: Fields, secret: Fields): Fields {
  const pool = pools.get(request);
  const UserPoolClient = { ...DEFAULTS, ...withoutEmptyLists(request), ...secret };
  checkClient(pool, UserPoolClient);
  pool.attached.set(`CLIENT ${request.ClientId}`, UserPoolClient);
  return { UserPoolClient };
}

/** What AWS answers of arguments that a request leaves out. */
const DEFAULTS = {
  RefreshTokenValidity: 30,
  TokenValidityUnits: {},
  AllowedOAuthFlowsUserPoolClient: false,
  EnableTokenRevocation: true,
  EnablePropagateAdditionalUserContextData: false,
  AuthSessionValidity: 3,
};

function withoutEmptyLists(request: Fields): Fields {
  return Object.fromEntries(
    Object.entries(request).filter(([, value]) => !(Array.isArray(value) && value.length === 0)),
  );
}

/** @throws Refusal when AWS would not take a client of that pool */
function checkClient(pool: StoredPool, client: Fields): void {
  const list = (name: string) => (client[name] ?? []) as string[];
  const flows = list("AllowedOAuthFlows");
  checkMachine(client, flows, list("AllowedOAuthScopes"));
  for (const scope of list("AllowedOAuthScopes"))
    if (!STANDARD_SCOPES.includes(scope as never) && !scopesOf(pool).includes(scope))
      throw new Refusal("ScopeDoesNotExistException", `Invalid scope requested: ${scope}`);
  for (const name of list("SupportedIdentityProviders"))
    if (name !== "COGNITO" && !pool.attached.has(`PROVIDER ${name}`))
      invalid(`The provider ${name} does not exist for User Pool ${pool.id}.`);
  checkAttributes(pool, list("ReadAttributes"), list("WriteAttributes"));
  if (client.DefaultRedirectURI !== undefined && !list("CallbackURLs").includes(String(client.DefaultRedirectURI)))
    invalid("Default redirect URI must be in the list of callback URLs.");
  const { Feature } = (client.RefreshTokenRotation ?? {}) as Fields;
  if (Feature === "ENABLED" && list("ExplicitAuthFlows").includes("ALLOW_REFRESH_TOKEN_AUTH"))
    invalid("ALLOW_REFRESH_TOKEN_AUTH is not a permitted ExplicitAuthFlow when refresh token rotation is enabled.");
}

function checkMachine(client: Fields, flows: readonly string[], scopes: readonly string[]): void {
  const refuse = (message: string) => {
    throw new Refusal("InvalidOAuthFlowException", message);
  };
  if (client.EnablePropagateAdditionalUserContextData === true && client.ClientSecret === undefined)
    invalid("Client Secret is required to set EnablePropagateAdditionalUserContextData as true");
  if (!flows.includes("client_credentials")) return;
  if (client.ClientSecret === undefined)
    refuse("client_credentials flow can not be selected if client does not have a client secret.");
  if (flows.length > 1) refuse("client_credentials flow can not be selected along with code flow or implicit flow.");
  const openid = scopes.find((scope) => STANDARD_SCOPES.includes(scope as never));
  if (openid !== undefined) refuse(`${openid} is not supported with client_credentials flow`);
}

/** AWS names no attribute in its refusals. */
function checkAttributes({ pool }: StoredPool, read: readonly string[], write: readonly string[]): void {
  const schema = pool.SchemaAttributes as Fields[];
  const names = schema.map(({ Name }) => Name);
  const writable = (name: string) =>
    name.startsWith(CUSTOM_PREFIX) ? names.includes(name) : WRITABLE_ATTRIBUTES.includes(name);
  if (!read.every((name) => names.includes(name))) invalid("Invalid read attributes specified while creating a client");
  const required = schema.filter(({ Required, Name }) => Required === true && Name !== "sub").map(({ Name }) => Name);
  if (!write.every(writable) || (write.length > 0 && !required.every((name) => write.includes(String(name)))))
    invalid("Invalid write attributes specified while creating a client");
}

function scopesOf(pool: StoredPool): string[] {
  return [...pool.attached.entries()]
    .filter(([key]) => key.startsWith("SERVER "))
    .flatMap(([, { Identifier, Scopes = [] }]) =>
      (Scopes as Fields[]).map(({ ScopeName }) => `${Identifier}/${ScopeName}`),
    );
}
