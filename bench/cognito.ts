import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

type Fields = Record<string, unknown>;

/** Cognito takes so many calls a second of one operation on one pool. Source: AWS, quotas of user pools. */
const CALLS_PER_SECOND = 5;

/**
 * Cognito on loopback for one pool and its clients: it keeps what it is sent, and gives it back. What takes time on
 * AWS takes none, but for the quota of calls, which can be switched on.
 */
export class Cognito {
  limited = false;
  readonly #objects = new Map<string, Fields>();
  readonly #next = new Map<string, number>();
  readonly #server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const operation = String(request.headers["x-amz-target"]).split(".")[1] as string;
    await this.#turn(operation);
    const answer = this.#answer(operation, JSON.parse(Buffer.concat(chunks).toString() || "{}"));
    response.writeHead(200, { "Content-Type": "application/x-amz-json-1.1" });
    response.end(JSON.stringify(answer));
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** Waits until the quota has room for one more call. */
  async #turn(operation: string): Promise<void> {
    if (!this.limited) return;
    const now = performance.now();
    const turn = Math.max(now, this.#next.get(operation) ?? 0);
    this.#next.set(operation, turn + 1_000 / CALLS_PER_SECOND);
    await sleep(turn - now);
  }

  #answer(operation: string, request: Fields): Fields {
    const [, verb, kind] = /^(Create|Describe|Update)(UserPool|UserPoolClient)$/.exec(operation) ?? [];
    if (operation === "GetUserPoolMfaConfig") return { MfaConfiguration: "OFF" };
    if (kind === undefined) return {};
    const name = (request.PoolName ?? request.ClientName) as string;
    const id = (request.ClientId ?? request.UserPoolId ?? "") as string;
    const key = verb === "Create" ? `${kind} ${kind === "UserPool" ? POOL : name}` : `${kind} ${id}`;
    const dates = { CreationDate: 0, LastModifiedDate: 0 };
    const own =
      kind === "UserPool"
        ? { Id: POOL, Arn: ARN, Name: name, UserPoolTier: "ESSENTIALS", ...dates }
        : { ClientId: name, ClientSecret: "secret" };
    const stored = { AllowedOAuthFlowsUserPoolClient: false, ...own, ...this.#objects.get(key), ...request };
    if (verb !== "Describe") this.#objects.set(key, stored);
    const { Schema, GenerateSecret, ClientSecret, ...shown } = stored as Fields;
    return { [kind]: { ...shown, ...(GenerateSecret === true && { ClientSecret }), SchemaAttributes: Schema } };
  }
}

const POOL = "eu-west-1_AbCdEfGhI";
const ARN = `arn:aws:cognito-idp:eu-west-1:111122223333:userpool/${POOL}`;
