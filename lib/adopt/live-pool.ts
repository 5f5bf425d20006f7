import type { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { CALLS_PER_SECOND } from "../cognito/quotas";
import { UsageError } from "../usage-error";
import { wrongFields } from "./answer-shapes";
import { type Answer, type DescribedPool, hasLogs, type OtherAnswer } from "./described";
import { LiveSettings } from "./live-settings";
import { readWebAcl } from "./live-web-acl";
import { plain } from "./plain-answer";

/** Which pool is read, and how. */
export interface LiveOptions {
  readonly userPoolId: string;
  readonly region: string;
  /** In place of AWS's own. */
  readonly endpoint?: string | undefined;
  /** Shows how far it is. */
  readonly progress?: (text: string) => void;
  /** Calls of one operation in a second, at most. Default what AWS answers for one pool. */
  readonly callsPerSecond?: number;
}

const SDK = "@aws-sdk/client-cognito-identity-provider";

/** Tries of a call that AWS throttles, or that the network loses. */
const TRIES = 10;

/** What a refused call of no consequence means: what it would have shown is not known. */
const REFUSED =
  /^(?:AccessDenied|NotAuthorized|ResourceNotFound|InvalidParameter|UserPoolAddOnNotEnabled|FeatureUnavailable|UnknownOperation)/;

/**
 * Reads a pool from AWS, by calls that read alone, with the credentials that the SDK finds. Each operation is called as often
 * in a second as AWS answers it for one pool, and again where it is throttled all the same.
 *
 * @throws UsageError when the SDK is not installed, or AWS refuses to show the pool
 */
export async function readLive(options: LiveOptions): Promise<DescribedPool> {
  const sdk = loadSdk();
  const { userPoolId: UserPoolId, region, endpoint, progress = () => {} } = options;
  const client = new sdk.CognitoIdentityProviderClient({
    region,
    ...(endpoint !== undefined && { endpoint }),
    maxAttempts: TRIES,
    retryMode: "adaptive",
  });
  pace(client, options.callsPerSecond ?? CALLS_PER_SECOND);
  const address = addressOf(client);
  const pool = { UserPoolId };
  const query = { client };
  try {
    progress(`reading pool ${UserPoolId}`);
    const userPool = plain((await client.send(new sdk.DescribeUserPoolCommand(pool))).UserPool);
    const mfaConfig = plain(await client.send(new sdk.GetUserPoolMfaConfigCommand(pool)));
    const names = await all(sdk.paginateListUserPoolClients(query, pool), (page) => page.UserPoolClients);
    const others: OtherAnswer[] = [];
    const optional = optionalCalls(others);
    const settings = new LiveSettings({ sdk, client, optional }, userPool);
    await settings.read();
    const clients: Answer[] = [];
    for (const { ClientId } of names) {
      progress(`reading pool ${UserPoolId}: client ${clients.length + 1} of ${names.length}`);
      const command = new sdk.DescribeUserPoolClientCommand({ UserPoolId, ClientId });
      const [answer] = await Promise.all([client.send(command), settings.read(ClientId)]);
      clients.push(plain(answer.UserPoolClient));
    }
    const domains: Answer[] = [];
    for (const Domain of [userPool.Domain, userPool.CustomDomain])
      if (typeof Domain === "string")
        domains.push(plain((await client.send(new sdk.DescribeUserPoolDomainCommand({ Domain }))).DomainDescription));
    const providers = await all(sdk.paginateListIdentityProviders(query, pool), (page) => page.Providers);
    const identityProviders: Answer[] = [];
    for (const { ProviderName } of providers) {
      const command = new sdk.DescribeIdentityProviderCommand({ UserPoolId, ProviderName });
      identityProviders.push(plain((await client.send(command)).IdentityProvider));
    }
    const resourceServers = await all(sdk.paginateListResourceServers(query, pool), (page) => page.ResourceServers);
    const groups = await all(sdk.paginateListGroups(query, pool), (page) => page.Groups);
    const logDeliveries = await optional("LogDeliveryConfiguration", async () => {
      return (await client.send(new sdk.GetLogDeliveryConfigurationCommand(pool))).LogDeliveryConfiguration;
    });
    const cognito = address();
    if (cognito !== undefined && typeof userPool.Arn === "string") {
      const credentials = await client.config.credentials();
      others.push(...(await readWebAcl({ resource: userPool.Arn, region, cognito, credentials })));
    }
    const wrong = [
      ["UserPool", userPool] as const,
      ...clients.map((each) => ["UserPoolClient", each] as const),
      ...settings.styles.map((each) => ["ManagedLoginBranding", each] as const),
      ...logDeliveries.map((each) => ["LogDeliveryConfiguration", each] as const),
    ];
    const [lack] = wrong.flatMap(([kind, answer]) => wrongFields(kind, answer));
    if (lack !== undefined) throw new Error(`an answer ${lack}`);
    return {
      region,
      userPool,
      mfaConfig,
      clients,
      domains,
      resourceServers: resourceServers.map(plain),
      identityProviders,
      groups: groups.map(plain),
      riskConfigurations: settings.riskConfigurations,
      uiCustomizations: settings.uiCustomizations,
      styles: settings.styles,
      logDeliveries: logDeliveries.filter(hasLogs),
      others,
    };
  } catch (error) {
    throw new UsageError(`pool ${UserPoolId} cannot be read: ${(error as Error).name}: ${(error as Error).message}`);
  } finally {
    client.destroy();
  }
}

/** Calls whose answer the config does without: where AWS refuses one, that is among the others. */
function optionalCalls(others: OtherAnswer[]) {
  const refused = new Set<string>();
  return async (kind: string, call: () => Promise<object | undefined>): Promise<Answer[]> => {
    if (refused.has(kind)) return [];
    try {
      const answer = await call();
      return answer === undefined ? [] : [plain(answer)];
    } catch (error) {
      const { name } = error as Error;
      if (!REFUSED.test(name)) throw error;
      refused.add(kind);
      if (!name.startsWith("UnknownOperation")) others.push({ kind: `${kind}, not known (${name})`, value: {} });
      return [];
    }
  };
}

function loadSdk(): typeof import("@aws-sdk/client-cognito-identity-provider") {
  try {
    return require("@aws-sdk/client-cognito-identity-provider");
  } catch {
    throw new UsageError(
      `reading a pool from AWS needs ${SDK}, which is not installed: npm install ${SDK}; without it, adopt a folder of files that the AWS CLI prints`,
    );
  }
}

/** How much longer than the quota asks two calls are apart, so that a late timer brings none too early. */
const MARGIN = 1.05;

/** Lets each operation begin at most so often in a second. */
function pace(client: CognitoIdentityProviderClient, perSecond: number): void {
  const next = new Map<string, number>();
  const apart = (MARGIN * 1000) / perSecond;
  client.middlewareStack.add(
    (call, { commandName = "" }) =>
      async (args) => {
        const wait = (next.get(commandName) ?? 0) - Date.now();
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        next.set(commandName, Date.now() + apart);
        return call(args);
      },
    { step: "initialize", name: "pace" },
  );
}

/** Where the last request went: an endpoint can also be said by the environment, or in the configuration of AWS. */
function addressOf(client: CognitoIdentityProviderClient): () => URL | undefined {
  let address: URL | undefined;
  client.middlewareStack.add(
    (call) => (args) => {
      const { protocol, hostname, port } = args.request as {
        readonly protocol: string;
        readonly hostname: string;
        readonly port?: number;
      };
      address = new URL(`${protocol}//${hostname}${port === undefined ? "" : `:${port}`}`);
      return call(args);
    },
    { step: "build", name: "address" },
  );
  return () => address;
}

async function all<P, T>(pages: AsyncIterable<P>, itemsOf: (page: P) => readonly T[] | undefined): Promise<T[]> {
  const items: T[] = [];
  for await (const page of pages) items.push(...(itemsOf(page) ?? []));
  return items;
}
