import { type Fields, Refusal } from "../cognito/refusal";
import { checked, type RestAnswer, type RestRequest } from "./rest";

const SERVICE = "Logs_20140328.";

/** The log groups of CloudWatch. */
export class LogGroups {
  readonly #groups = new Map<string, Fields>();

  constructor(private readonly account: string) {}

  static has({ target }: RestRequest): boolean {
    return target.startsWith(SERVICE);
  }

  /** @throws Refusal */
  answer({ target, text, region }: RestRequest): RestAnswer {
    const operation = target.slice(SERVICE.length);
    const request = checked(`logs.${operation}`, JSON.parse(text));
    const name = String(request.logGroupName);
    switch (operation) {
      case "CreateLogGroup": {
        if (this.#groups.has(name))
          throw new Refusal("ResourceAlreadyExistsException", "The specified log group already exists");
        const arn = `arn:aws:logs:${region}:${this.account}:log-group:${name}`;
        this.#groups.set(name, {
          logGroupName: name,
          arn: `${arn}:*`,
          logGroupArn: arn,
          logGroupClass: "STANDARD",
          creationTime: 1_767_225_600_000,
          storedBytes: 0,
        });
        return { operation, request, body: {} };
      }
      case "PutRetentionPolicy":
        this.#groups.set(name, { ...this.#groups.get(name), retentionInDays: request.retentionInDays });
        return { operation, request, body: {} };
      case "DescribeLogGroups": {
        const prefix = String(request.logGroupNamePrefix);
        const found = [...this.#groups].filter(([each]) => each.startsWith(prefix)).map(([, group]) => group);
        return { operation, request, body: { logGroups: found } };
      }
      case "ListTagsForResource":
        return { operation, request, body: { tags: {} } };
      case "DeleteLogGroup":
        this.#groups.delete(name);
        return { operation, request, body: {} };
      default:
        throw new Refusal("UnknownOperationException", operation);
    }
  }
}
