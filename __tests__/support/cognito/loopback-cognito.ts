import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { EdgeServices } from "../edge/edge-services";
import type { RestAnswer } from "../edge/rest";
import { checkRequest } from "./api-model";
import { attachmentOperations, domainOperations } from "./attachments";
import { brandingOperations } from "./branding";
import { clientOperations } from "./clients";
import { FunctionPolicies } from "./function-policies";
import { listOperations } from "./lists";
import { logDeliveryOperations } from "./log-deliveries";
import { type Operation, Pools } from "./pools";
import { type Fields, Refusal } from "./refusal";
import { Secrets } from "./secrets";
import { threatProtectionOperations } from "./threat-protection";
import { uiCustomizationOperations } from "./ui-customizations";
import { userOperations } from "./users";
import { webAclOperations } from "./web-acls";

/** A request of the AWS provider. */
export interface ApiCall {
  readonly operation: string;
  readonly request: Fields;
  /** Empty where the request was refused. */
  readonly answer: Fields;
  /** AWS's error, where there was one. */
  readonly refused?: string;
}

const REGION = "eu-west-1";
const ACCOUNT = "111122223333";

/**
 * Cognito's API on loopback, as far as the AWS provider uses it: takes and refuses what AWS does, gives back what AWS
 * gives back, and writes down each request. STS, the permissions of Lambda functions, Secrets Manager, the Parameter Store,
 * the web ACLs of AWS WAF, and what the SECRET_HASH proxy is made of are here too.
 */
export class LoopbackCognito {
  /** Every request but those that read, in order. */
  readonly calls: ApiCall[] = [];
  readonly #operations: Readonly<Record<string, Operation>>;
  readonly #pools = new Pools(ACCOUNT, REGION);
  readonly #functions = new FunctionPolicies();
  readonly #edge = new EdgeServices(ACCOUNT);
  /** What is stored in Secrets Manager and in the Parameter Store. */
  readonly secrets = new Secrets(ACCOUNT, REGION);
  readonly #server: Server;

  private constructor() {
    this.#operations = {
      ...this.#pools.operations,
      ...clientOperations(this.#pools),
      ...attachmentOperations(this.#pools),
      ...domainOperations(this.#pools),
      ...listOperations(this.#pools),
      ...threatProtectionOperations(this.#pools),
      ...uiCustomizationOperations(this.#pools),
      ...brandingOperations(this.#pools),
      ...logDeliveryOperations(this.#pools),
      ...webAclOperations(this.#pools),
      ...userOperations(this.#pools),
    };
    this.#server = createServer(async (message, response) => {
      const image = this.image(message.url ?? "");
      if (image) {
        response.end(image);
        return;
      }
      const { status = 200, type = "application/x-amz-json-1.1", body, error, headers } = await this.#answer(message);
      response.writeHead(status, { "Content-Type": type, ...(error && { "X-Amzn-ErrorType": error }), ...headers });
      response.end(typeof body === "string" ? body : JSON.stringify(body));
    });
  }

  static async start(): Promise<LoopbackCognito> {
    const cognito = new LoopbackCognito();
    await new Promise<void>((resolve) => cognito.#server.listen(0, "127.0.0.1", resolve));
    cognito.#pools.origin = cognito.endpoint;
    return cognito;
  }

  /** An image of the classic pages. @param path that of its address */
  image(path: string): Buffer | undefined {
    return this.#pools.images.get(path);
  }

  /** For `AWS_ENDPOINT_URL`: the AWS provider then asks nobody else. */
  get endpoint(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
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

  /** Adds a pool that somebody else made. */
  add(id: string): this {
    this.#pools.add(id, { PoolName: "existing" });
    return this;
  }

  /** Calls the API as any program would. @throws Refusal */
  call(operation: string, request: Fields): Fields {
    const answer = this.#operations[operation];
    if (answer === undefined) throw new Refusal("UnknownOperationException", operation);
    checkRequest(operation, request);
    return answer(structuredClone(request));
  }

  /** Every request but those that read, since this was called last. */
  newCalls(): ApiCall[] {
    return this.calls.splice(0);
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(message: IncomingMessage): Promise<Answer> {
    const chunks: Buffer[] = [];
    for await (const chunk of message) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    if (FunctionPolicies.has(message)) {
      const request = JSON.parse(text || "{}");
      return this.#recorded(request, () => this.#functions.answer(message, request));
    }
    const edge = this.#edge.answer(message, text);
    if (edge) return this.#recordedEdge(edge);
    const target = message.headers["x-amz-target"];
    if (target === undefined) return { type: "text/xml", body: CALLER_IDENTITY };
    const operation = String(target).split(".")[1] as string;
    const request = JSON.parse(text);
    const region = /Credential=\S+?\/\d+\/([\w-]+)\//.exec(message.headers.authorization ?? "")?.[1] ?? REGION;
    this.secrets.region = region;
    if (Secrets.has(String(target)))
      return this.#recorded(
        request,
        () => ({ operation, answer: this.secrets.answer(String(target), request) }),
        operation,
      );
    this.#pools.region = region;
    return this.#recorded(request, () => ({ operation, answer: this.call(operation, request) }), operation);
  }

  #recordedEdge({ operation, request, ...answer }: RestAnswer): Answer {
    if (!/^(Describe|Get|List)/.test(operation)) this.calls.push({ operation, request, answer: {} });
    return answer;
  }

  #recorded(request: Fields, answer: () => { operation: string; answer: Fields }, name = "Lambda"): Answer {
    try {
      const { operation, answer: body } = answer();
      if (!/^(Describe|Get|List)/.test(operation))
        this.calls.push({ operation, request, answer: structuredClone(body) });
      return { body };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { type, message } = error;
      if (!/^(Describe|Get|List)/.test(name))
        this.calls.push({ operation: name, request, answer: {}, refused: `${type}: ${message}` });
      return { status: type === "ResourceNotFoundException" ? 404 : 400, error: type, body: { __type: type, message } };
    }
  }
}

interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly error?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Fields | string;
}

const CALLER_IDENTITY = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
<Arn>arn:aws:iam::${ACCOUNT}:user/local</Arn><UserId>AIDALOCAL</UserId><Account>${ACCOUNT}</Account>
</GetCallerIdentityResult><ResponseMetadata><RequestId>local</RequestId></ResponseMetadata></GetCallerIdentityResponse>`;
