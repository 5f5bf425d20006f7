import type { IncomingMessage } from "node:http";
import { type Fields, found, Refusal } from "./refusal";

/** The permissions of Lambda functions, by function: what `aws_lambda_permission` reads and writes. */
export class FunctionPolicies {
  readonly #statements = new Map<string, Map<string, Fields>>();

  /** Whether a request is one about the permissions to call a function. */
  static has({ url = "" }: IncomingMessage): boolean {
    return /^\/2015-03-31\/functions\/[^/]+\/policy\b/.test(url);
  }

  /** The name of the operation and its answer. @throws Refusal when a statement is there already, or none is */
  answer({ url = "", method }: IncomingMessage, request: Fields): { operation: string; answer: Fields } {
    const { pathname, searchParams } = new URL(url, "http://lambda");
    const [, , , name = "", , id = ""] = pathname.split("/").map(decodeURIComponent);
    const key = [name, searchParams.get("Qualifier") ?? request.Qualifier].filter(Boolean).join(":");
    const statements = this.#statements.get(key) ?? new Map<string, Fields>();
    this.#statements.set(key, statements);
    if (method === "POST") {
      if (statements.has(String(request.StatementId)))
        throw new Refusal(
          "ResourceConflictException",
          `The statement id (${request.StatementId}) provided already exists.`,
        );
      const statement = statementOf(key, request);
      statements.set(String(request.StatementId), statement);
      return { operation: "AddPermission", answer: { Statement: JSON.stringify(statement) } };
    }
    if (method === "DELETE") {
      found(statements.get(id), `Statement ${id}`);
      statements.delete(id);
      return { operation: "RemovePermission", answer: {} };
    }
    if (statements.size === 0)
      throw new Refusal("ResourceNotFoundException", "The resource you requested does not exist.");
    const policy = { Version: "2012-10-17", Id: "default", Statement: [...statements.values()] };
    return { operation: "GetPolicy", answer: { Policy: JSON.stringify(policy), RevisionId: "1" } };
  }
}

function statementOf(resource: string, { StatementId, Principal, Action, SourceArn, SourceAccount }: Fields): Fields {
  const condition = {
    ...(SourceArn !== undefined && { ArnLike: { "AWS:SourceArn": SourceArn } }),
    ...(SourceAccount !== undefined && { StringEquals: { "AWS:SourceAccount": SourceAccount } }),
  };
  const Resource = resource.startsWith("arn:")
    ? resource
    : `arn:aws:lambda:eu-west-1:111122223333:function:${resource}`;
  return {
    Sid: StatementId,
    Effect: "Allow",
    Principal: { Service: Principal },
    Action,
    Resource,
    Condition: condition,
  };
}
