import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Answer, DescribedPool } from "./described";

/** Described pools on loopback. */
export interface ServedPools {
  /** In place of AWS's own. */
  readonly endpoint: string;
  readonly close: () => void;
}

/** An object that one call of the API answers: where it is, what names it in a request, and the key of the answer. */
interface Call {
  readonly part: keyof DescribedPool;
  readonly id: string;
  readonly answer: string;
  /** What is known here and AWS does not answer. */
  readonly hidden?: string;
}

const STYLE = { part: "styles", answer: "ManagedLoginBranding", hidden: "ClientId" } as const;

const CALLS: Readonly<Record<string, Call>> = {
  DescribeUserPoolClient: { part: "clients", id: "ClientId", answer: "UserPoolClient" },
  DescribeResourceServer: { part: "resourceServers", id: "Identifier", answer: "ResourceServer" },
  DescribeIdentityProvider: { part: "identityProviders", id: "ProviderName", answer: "IdentityProvider" },
  GetGroup: { part: "groups", id: "GroupName", answer: "Group" },
  DescribeRiskConfiguration: { part: "riskConfigurations", id: "ClientId", answer: "RiskConfiguration" },
  GetUICustomization: { part: "uiCustomizations", id: "ClientId", answer: "UICustomization", hidden: "ImageFile" },
  DescribeManagedLoginBranding: { ...STYLE, id: "ManagedLoginBrandingId" },
  DescribeManagedLoginBrandingByClient: { ...STYLE, id: "ClientId" },
};

/** Calls that read. */
const READS = /^(?:Describe|Get|List)/;

/** An error of the API. */
class Refused extends Error {
  constructor(
    readonly type: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Answers on loopback, for Cognito, what the AWS provider asks of pools when it imports them and what is attached to them:
 * exactly what is described. Every call that writes is refused, as AWS refuses whoever may only read.
 */
export function servePools(pools: readonly DescribedPool[]): Promise<ServedPools> {
  const server = createServer(async (message, response) => {
    try {
      const answer = answerTo(
        pools,
        String(message.headers["x-amz-target"]).split(".")[1] ?? "",
        await bodyOf(message),
      );
      response.writeHead(200, { "Content-Type": TYPE }).end(JSON.stringify(asSent(answer)));
    } catch (error) {
      const { type = "InternalErrorException", message: text } = error as Refused;
      response.writeHead(400, { "Content-Type": TYPE, "X-Amzn-ErrorType": type });
      response.end(JSON.stringify({ __type: type, message: text }));
    }
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      server.unref();
      const { port } = server.address() as AddressInfo;
      const close = () => {
        server.closeAllConnections();
        server.close();
      };
      resolve({ endpoint: `http://127.0.0.1:${port}`, close });
    });
  });
}

const TYPE = "application/x-amz-json-1.1";

async function bodyOf(message: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString() || "{}");
}

/** @throws Refused */
function answerTo(pools: readonly DescribedPool[], operation: string, request: Answer): Answer {
  if (!READS.test(operation))
    throw new Refused("NotAuthorizedException", `${operation} is refused: what is described here can only be read`);
  // a domain is asked for without its pool, and AWS answers with an empty description where there is none
  if (operation === "DescribeUserPoolDomain") {
    const found = pools.flatMap(({ domains }) => domains).find(({ Domain }) => Domain === request.Domain);
    return { DomainDescription: found === undefined ? {} : { Status: "ACTIVE", ...found } };
  }
  const pool = pools.find(({ userPool }) => userPool.Id === request.UserPoolId);
  if (pool === undefined)
    throw new Refused("ResourceNotFoundException", `User pool ${request.UserPoolId} does not exist.`);
  if (operation === "DescribeUserPool") return { UserPool: { ...generated(pool), ...pool.userPool } };
  if (operation === "GetUserPoolMfaConfig")
    return pool.mfaConfig ?? { MfaConfiguration: pool.userPool.MfaConfiguration ?? "OFF" };
  if (operation === "ListUserPoolClients")
    return {
      UserPoolClients: pool.clients.map(({ ClientId, ClientName }) => ({
        ClientId,
        ClientName,
        UserPoolId: pool.userPool.Id,
      })),
    };
  // AWS answers with an empty list where no logs are delivered
  if (operation === "GetLogDeliveryConfiguration")
    return {
      LogDeliveryConfiguration: { LogConfigurations: [], ...pool.logDeliveries[0], UserPoolId: pool.userPool.Id },
    };
  const call = CALLS[operation];
  if (call === undefined) throw new Refused("UnknownOperationException", `${operation} is not answered here`);
  const found = (pool[call.part] as readonly Answer[]).find((each) => each[call.id] === request[call.id]);
  if (found === undefined)
    throw new Refused("ResourceNotFoundException", `${call.answer} ${request[call.id]} does not exist.`);
  const { [call.hidden ?? ""]: _, ...answer } = found;
  return { [call.answer]: { UserPoolId: pool.userPool.Id, ...NO_DATES, ...answer } };
}

/** What AWS makes of every object by itself, and a state of Terraform does not have; the provider reads it as given. */
const NO_DATES = { CreationDate: 0, LastModifiedDate: 0 };

function generated({ region, userPool }: DescribedPool): Answer {
  return { ...NO_DATES, Arn: `arn:aws:cognito-idp:${region}:000000000000:userpool/${userPool.Id}` };
}

/** An answer as AWS sends it: the AWS CLI prints dates as text. */
function asSent(answer: Answer): Answer {
  return JSON.parse(JSON.stringify(answer), (key, value) =>
    key.endsWith("Date") && typeof value === "string" ? Date.parse(value) / 1000 : value,
  );
}
