import { type Fields, Refusal } from "../cognito/refusal";
import { checked, fieldsOf, type RestAnswer, type RestRequest } from "./rest";
import { xmlOf } from "./xml";

interface Role {
  readonly request: Fields;
  readonly arn: string;
  readonly policies: Map<string, string>;
}

/** The roles of IAM with their inline policies. */
export class Roles {
  readonly #roles = new Map<string, Role>();

  constructor(private readonly account: string) {}

  /** Whether a request is one of IAM's: a form of its version. */
  static has({ text }: RestRequest): boolean {
    return text.startsWith("Action=") && text.includes("Version=2010-05-08");
  }

  /** The role that has an ARN. */
  withArn(arn: unknown): Fields | undefined {
    return [...this.#roles.values()].find((role) => role.arn === arn)?.request;
  }

  /** @throws Refusal */
  answer({ text }: RestRequest): RestAnswer {
    const { Action: operation, Version: _, ...given } = Object.fromEntries(new URLSearchParams(text));
    const request = checked(`iam.${operation}`, typed(given, operation));
    const result = this.#operations[String(operation)]?.(request);
    if (result === undefined) throw new Refusal("InvalidAction", String(operation));
    const answer = { [`${operation}Result`]: result, ResponseMetadata: { RequestId: "local" } };
    return {
      operation: String(operation),
      request,
      type: "text/xml",
      body: `<${operation}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/">${xmlOf(answer)}</${operation}Response>`,
    };
  }

  readonly #operations: Readonly<Record<string, (request: Fields) => Fields>> = {
    CreateRole: (request) => {
      const name = String(request.RoleName);
      if (this.#roles.has(name)) throw new Refusal("EntityAlreadyExists", `Role with name ${name} already exists.`);
      JSON.parse(String(request.AssumeRolePolicyDocument));
      this.#roles.set(name, { request, arn: `arn:aws:iam::${this.account}:role/${name}`, policies: new Map() });
      return this.#described(request);
    },
    GetRole: (request) => this.#described(request),
    DeleteRole: (request) => {
      if (this.#role(request).policies.size > 0)
        throw new Refusal("DeleteConflict", "Cannot delete entity, must delete policies first.");
      this.#roles.delete(String(request.RoleName));
      return {};
    },
    PutRolePolicy: (request) => {
      JSON.parse(String(request.PolicyDocument));
      this.#role(request).policies.set(String(request.PolicyName), String(request.PolicyDocument));
      return {};
    },
    GetRolePolicy: (request) => {
      const document = this.#role(request).policies.get(String(request.PolicyName));
      if (document === undefined)
        throw new Refusal("NoSuchEntity", `The role policy with name ${request.PolicyName} cannot be found.`);
      return { ...request, PolicyDocument: encodeURIComponent(document) };
    },
    DeleteRolePolicy: (request) => {
      this.#role(request).policies.delete(String(request.PolicyName));
      return {};
    },
    ListRolePolicies: (request) => ({ PolicyNames: [...this.#role(request).policies.keys()], IsTruncated: false }),
    ListAttachedRolePolicies: () => ({ AttachedPolicies: [], IsTruncated: false }),
    ListInstanceProfilesForRole: () => ({ InstanceProfiles: [], IsTruncated: false }),
  };

  #role({ RoleName }: Fields): Role {
    const role = this.#roles.get(String(RoleName));
    if (role === undefined) throw new Refusal("NoSuchEntity", `The role with name ${RoleName} cannot be found.`);
    return role;
  }

  #described(request: Fields): Fields {
    const { arn, request: made } = this.#role(request);
    return {
      Role: {
        Path: "/",
        RoleName: made.RoleName,
        RoleId: "AROALOCAL",
        Arn: arn,
        CreateDate: "2026-01-01T00:00:00Z",
        AssumeRolePolicyDocument: encodeURIComponent(String(made.AssumeRolePolicyDocument)),
        Description: made.Description,
        MaxSessionDuration: made.MaxSessionDuration ?? 3600,
      },
    };
  }
}

/** A form has texts alone. */
function typed(form: Fields, operation: string | undefined): Fields {
  const fields = fieldsOf(`iam.${operation}`);
  return Object.fromEntries(
    Object.entries(form).map(([name, text]) => [name, fields[name]?.type === "integer" ? Number(text) : text]),
  );
}
