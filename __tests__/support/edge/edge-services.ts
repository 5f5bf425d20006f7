import type { IncomingMessage } from "node:http";
import { Refusal } from "../cognito/refusal";
import { Distributions } from "./distributions";
import { Functions } from "./functions";
import { LogGroups } from "./log-groups";
import type { RestAnswer, RestRequest } from "./rest";
import { Roles } from "./roles";
import { xmlOf } from "./xml";

/**
 * CloudFront, Lambda, IAM and CloudWatch Logs, as far as the AWS provider uses them for the SECRET_HASH proxy: part of
 * `LoopbackCognito`, so that one endpoint serves a whole stack. What makes something is held against the shapes of AWS's
 * own model, `__tests__/data/edge-api-model.json`.
 */
export class EdgeServices {
  readonly #services: readonly [has: (request: RestRequest) => boolean, of: Answering][];

  constructor(account: string) {
    const roles = new Roles(account);
    const functions = new Functions(account, roles);
    this.#services = [
      [Roles.has, roles],
      [Functions.has, functions],
      [LogGroups.has, new LogGroups(account)],
      [Distributions.has, new Distributions(account, functions)],
    ];
  }

  /** What is answered, a refusal included; `undefined` where the request is none of these services'. */
  answer(message: IncomingMessage, text: string): RestAnswer | undefined {
    const { method = "", url = "", headers } = message;
    const request: RestRequest = {
      method,
      url: new URL(url, "http://loopback"),
      target: String(headers["x-amz-target"] ?? ""),
      region: /Credential=\S+?\/\d+\/([\w-]+)\//.exec(headers.authorization ?? "")?.[1] ?? "",
      text,
    };
    const [, service] = this.#services.find(([has]) => has(request)) ?? [];
    try {
      return service?.answer(request);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return refused(error, service instanceof Roles || service instanceof Distributions);
    }
  }
}

interface Answering {
  answer(request: RestRequest): RestAnswer;
}

/** An error in the form of the service that refuses. */
function refused({ type, message }: Refusal, isXml: boolean): RestAnswer {
  const status = /^NoSuch|NotFound/.test(type) ? 404 : 400;
  const answer = { operation: `${type}: ${message}`, request: {}, status };
  if (!isXml)
    return { ...answer, headers: { "X-Amzn-ErrorType": type }, body: { __type: type, Message: message, message } };
  const error = { Error: { Type: "Sender", Code: type, Message: message }, RequestId: "local" };
  return { ...answer, type: "text/xml", body: `<ErrorResponse>${xmlOf(error)}</ErrorResponse>` };
}
