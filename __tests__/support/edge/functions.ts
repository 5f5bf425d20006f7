import { createHash } from "node:crypto";
import { type Fields, Refusal } from "../cognito/refusal";
import { checked, type RestAnswer, type RestRequest } from "./rest";
import type { Roles } from "./roles";

interface LambdaFunction {
  readonly arn: string;
  readonly configuration: Fields;
}

/** The functions of Lambda, with one published version each. */
export class Functions {
  readonly #functions = new Map<string, LambdaFunction>();

  constructor(
    private readonly account: string,
    private readonly roles: Roles,
  ) {}

  /** Whether a request is one about functions: not about the permissions to call them. */
  static has({ url: { pathname } }: RestRequest): boolean {
    return /^\/20\d\d-\d\d-\d\d\/functions(?:\/[^/]+(?:\/versions|\/code-signing-config)?)?\/?$/.test(pathname);
  }

  /** Whether there is a version with an ARN. */
  hasVersion(arn: string): boolean {
    return [...this.#functions.values()].some((each) => `${each.arn}:1` === arn);
  }

  /** @throws Refusal */
  answer({ method, url, region, text }: RestRequest): RestAnswer {
    const [, , , name = "", part] = url.pathname.split("/").map(decodeURIComponent);
    if (method === "POST") return this.#create(region, JSON.parse(text));
    const found = this.#functions.get(name);
    if (found === undefined) throw new Refusal("ResourceNotFoundException", `Function not found: ${name}`);
    const { arn, configuration } = found;
    const request = { FunctionName: name };
    if (method === "DELETE") {
      this.#functions.delete(name);
      return { operation: "DeleteFunction", request, status: 204, body: "" };
    }
    if (part === "code-signing-config") return { operation: "GetFunctionCodeSigningConfig", request, body: request };
    if (part === "versions") {
      const versions = ["$LATEST", "1"].map((Version) => ({
        ...configuration,
        Version,
        FunctionArn: `${arn}:${Version}`,
      }));
      return { operation: "ListVersionsByFunction", request, body: { Versions: versions } };
    }
    const Code = { RepositoryType: "S3", Location: "https://local.example" };
    return { operation: "GetFunction", request, body: { Configuration: configuration, Code, Tags: {} } };
  }

  #create(region: string, given: Fields): RestAnswer {
    const request = checked("lambda.CreateFunction", given);
    const name = String(request.FunctionName);
    if (this.#functions.has(name)) throw new Refusal("ResourceConflictException", `Function already exist: ${name}`);
    const trust = JSON.stringify(this.roles.withArn(request.Role)?.AssumeRolePolicyDocument ?? "");
    if (!trust.includes("lambda.amazonaws.com"))
      throw new Refusal(
        "InvalidParameterValueException",
        "The role defined for the function cannot be assumed by Lambda.",
      );
    const { Code, Publish: _, Tags: __, ...settings } = request;
    const archive = Buffer.from(String((Code as Fields).ZipFile), "base64");
    const configuration = {
      ...settings,
      FunctionArn: `arn:aws:lambda:${region}:${this.account}:function:${name}`,
      CodeSize: archive.length,
      CodeSha256: createHash("sha256").update(archive).digest("base64"),
      LastModified: "2026-01-01T00:00:00.000+0000",
      Version: "$LATEST",
      State: "Active",
      LastUpdateStatus: "Successful",
      PackageType: "Zip",
      Architectures: ["x86_64"],
      EphemeralStorage: { Size: 512 },
      LoggingConfig: { LogFormat: "Text", LogGroup: `/aws/lambda/${name}` },
      SnapStart: { ApplyOn: "None", OptimizationStatus: "Off" },
      TracingConfig: { Mode: "PassThrough" },
    };
    this.#functions.set(name, { arn: configuration.FunctionArn, configuration });
    return { operation: "CreateFunction", request, status: 201, body: { ...configuration, Version: "1" } };
  }
}
