import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../support/repository";

type Fields = Record<string, unknown>;

/** A request that Cognito got: the operation, and what it was told. */
export interface ApiCall {
  readonly operation: string;
  readonly request: Fields;
}

const ACCOUNT = "111122223333";

/** What AWS says of arguments that a request leaves out: the SDK of the provider never sends false. */
const DEFAULTS = {
  UserPool: { UserPoolTier: "ESSENTIALS" },
  UserPoolClient: { AllowedOAuthFlowsUserPoolClient: false },
};

/**
 * Cognito on loopback: cognito-local, completed where its answers are not whole.
 *
 * cognito-local 5.3 has no domains, resource servers and identity providers, and forgets some arguments of pools and
 * clients: tier, deletion protection, authentication session, token rotation, propagated context. Those are kept here,
 * as they came from the provider. STS is here too, so that `allowed_account_ids` is really checked.
 */
export class LocalCognito {
  /** Every request of the AWS provider to Cognito, in order. */
  readonly calls: ApiCall[] = [];
  readonly #kept = new Map<string, Fields>();
  readonly #folder = mkdtempSync(join(tmpdir(), "cdktf-cognito-local-"));
  #emulator!: ChildProcess;
  #behind!: string;
  #front!: Server;

  static async start(): Promise<LocalCognito> {
    const cognito = new LocalCognito();
    await cognito.#start();
    return cognito;
  }

  async #start(): Promise<void> {
    // Its own default would give every pool usernameAttributes.
    mkdirSync(join(this.#folder, ".cognito"));
    writeFileSync(
      join(this.#folder, ".cognito", "config.json"),
      '{ "UserPoolDefaults": { "UsernameAttributes": [] } }',
    );
    const program = join(ROOT, "node_modules", "cognito-local", "lib", "bin", "start.js");
    this.#emulator = spawn(process.execPath, [program], {
      cwd: this.#folder,
      env: { ...process.env, HOST: "127.0.0.1", PORT: "0", NODE_NO_WARNINGS: "1" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.#behind = await new Promise((resolve, reject) => {
      this.#emulator.on("error", reject);
      this.#emulator.stdout?.on("data", (chunk: Buffer) => {
        const [url] = /http:\/\/[\d.]+:\d+/.exec(chunk.toString()) ?? [];
        if (url) resolve(url);
      });
    });
    this.#front = createServer(async (request, response) => {
      const { status, type, body } = await this.#answer(request);
      response.writeHead(status, { "Content-Type": type });
      response.end(body);
    });
    await new Promise<void>((resolve) => this.#front.listen(0, "127.0.0.1", resolve));
  }

  /** For `AWS_ENDPOINT_URL`: the AWS provider then asks nobody else. */
  get endpoint(): string {
    return `http://127.0.0.1:${(this.#front.address() as AddressInfo).port}`;
  }

  /** What the environment of Terraform needs; the configuration stays as it is. */
  get environment(): Readonly<Record<string, string>> {
    return {
      AWS_ENDPOINT_URL: this.endpoint,
      AWS_ACCESS_KEY_ID: "local",
      AWS_SECRET_ACCESS_KEY: "local",
      AWS_EC2_METADATA_DISABLED: "true",
    };
  }

  /** Calls the API as any program would. @throws Error with what the API said */
  async call(operation: string, request: Fields): Promise<Fields> {
    const { status, body } = await this.#cognito(operation, request);
    if (status !== 200) throw new Error(`${operation}: ${body}`);
    return JSON.parse(body);
  }

  stop(): void {
    this.#front.closeAllConnections();
    this.#front.close();
    this.#emulator.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #answer(message: IncomingMessage): Promise<{ status: number; type: string; body: string }> {
    const chunks: Buffer[] = [];
    for await (const chunk of message) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const target = message.headers["x-amz-target"];
    if (target === undefined) return { status: 200, type: "text/xml", body: callerIdentity() };
    const operation = String(target).split(".")[1] as string;
    const request = JSON.parse(text || "{}");
    this.calls.push({ operation, request });
    return { type: "application/x-amz-json-1.1", ...(await this.#cognito(operation, request)) };
  }

  async #cognito(operation: string, request: Fields): Promise<{ status: number; body: string }> {
    const own = this.#missingOperation(operation, request);
    if (own) return { status: 200, body: JSON.stringify(own) };
    const answer = await fetch(this.#behind, {
      method: "POST",
      headers: {
        "Content-Type": "application/x-amz-json-1.1",
        "X-Amz-Target": `AWSCognitoIdentityProviderService.${operation}`,
      },
      body: JSON.stringify(request),
    });
    const body = await answer.text();
    if (!answer.ok) return { status: answer.status, body };
    return { status: 200, body: JSON.stringify(this.#completed(request, JSON.parse(body || "{}"))) };
  }

  /** Adds to a pool or client what the emulator forgot of the request that made it. */
  #completed(request: Fields, answer: Fields): Fields {
    // AWS does not speak of a factor that was never set.
    const factor = answer.SoftwareTokenMfaConfiguration as { Enabled?: boolean } | undefined;
    if (factor?.Enabled === false) delete answer.SoftwareTokenMfaConfiguration;
    for (const [kind, id] of [
      ["UserPool", "Id"],
      ["UserPoolClient", "ClientId"],
    ] as const) {
      const object = answer[kind] as Fields | undefined;
      if (object === undefined) continue;
      const { GenerateSecret, Schema, ...written } = request;
      const key = `${kind} ${object[id]}`;
      const kept = { ...this.#kept.get(key), ...written };
      this.#kept.set(key, kept);
      answer[kind] = { ...DEFAULTS[kind], ...kept, ...object };
    }
    return answer;
  }

  /** Domains, resource servers and identity providers. */
  #missingOperation(operation: string, request: Fields): Fields | undefined {
    const store = (kind: string, id: unknown, fields: Fields) => {
      const kept = { ...this.#kept.get(`${kind} ${id}`), ...fields };
      this.#kept.set(`${kind} ${id}`, kept);
      return { [kind]: kept };
    };
    const { Domain, Identifier, ProviderName, UserPoolId } = request;
    switch (operation) {
      case "CreateUserPoolDomain":
        store("DomainDescription", Domain, { ...request, Status: "ACTIVE" });
        return {};
      case "DescribeUserPoolDomain":
        return store("DomainDescription", Domain, {});
      case "CreateResourceServer":
      case "DescribeResourceServer":
        return store("ResourceServer", `${UserPoolId} ${Identifier}`, request);
      case "CreateIdentityProvider":
      case "DescribeIdentityProvider":
        return store("IdentityProvider", `${UserPoolId} ${ProviderName}`, request);
      default:
        return undefined;
    }
  }
}

function callerIdentity(): string {
  return `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
<Arn>arn:aws:iam::${ACCOUNT}:user/local</Arn><UserId>AIDALOCAL</UserId><Account>${ACCOUNT}</Account>
</GetCallerIdentityResult><ResponseMetadata><RequestId>local</RequestId></ResponseMetadata></GetCallerIdentityResponse>`;
}
