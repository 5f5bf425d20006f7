import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ApiField, checkRequest } from "../cognito/api-model";
import type { Fields } from "../cognito/refusal";
import { ROOT } from "../repository";

/** A request as it arrives: nothing of it is read yet. */
export interface RestRequest {
  readonly method: string;
  readonly url: URL;
  /** `X-Amz-Target`, of services that have one address for all operations. */
  readonly target: string;
  /** The Region for which the request is signed. */
  readonly region: string;
  readonly text: string;
}

/** What was asked, and what is answered. */
export interface RestAnswer {
  readonly operation: string;
  readonly request: Fields;
  readonly status?: number;
  /** Type of the content. Default JSON */
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Fields | string;
}

const MODEL: Readonly<Record<string, { required: string[]; fields: Record<string, ApiField> }>> = JSON.parse(
  readFileSync(join(ROOT, "__tests__", "data", "edge-api-model.json"), "utf8"),
).operations;

/** What AWS's model says of the fields of an operation; of one that only reads, nothing. */
export function fieldsOf(operation: string): Readonly<Record<string, ApiField>> {
  return MODEL[operation]?.fields ?? {};
}

/** Holds a request against AWS's model. @throws Refusal */
export function checked(operation: string, request: Fields): Fields {
  checkRequest(operation, request, MODEL);
  return request;
}
