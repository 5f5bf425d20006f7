import { type Fields, Refusal } from "../cognito/refusal";
import type { Functions } from "./functions";
import { checked, fieldsOf, type RestAnswer, type RestRequest } from "./rest";
import { fieldsOfXml } from "./xml";

const OPERATION = "cloudfront.CreateDistribution";
const XMLNS = "http://cloudfront.amazonaws.com/doc/2020-05-31/";

/** What AWS answers where nothing was sent. */
const NO_GROUPS = "<OriginGroups><Quantity>0</Quantity></OriginGroups>";

interface Distribution {
  /** The configuration as it is answered: as it arrived, with what AWS adds. */
  readonly xml: string;
  readonly request: Fields;
}

/** The distributions of CloudFront, which are deployed at once. */
export class Distributions {
  readonly #distributions = new Map<string, Distribution>();

  constructor(
    private readonly account: string,
    private readonly functions: Functions,
  ) {}

  static has({ url: { pathname } }: RestRequest): boolean {
    return pathname.startsWith("/2020-05-31/");
  }

  /** @throws Refusal */
  answer({ method, url, text }: RestRequest): RestAnswer {
    const [, , kind, id = "", part] = url.pathname.split("/");
    if (kind === "tagging") {
      const body = `<Tags xmlns="${XMLNS}"><Items></Items></Tags>`;
      return { operation: "ListTagsForResource", request: {}, type: "text/xml", body };
    }
    if (method === "POST") return this.#put("CreateDistribution", `E${this.#distributions.size + 1}LOCAL`, text, 201);
    if (!this.#distributions.has(id))
      throw new Refusal("NoSuchDistribution", "The specified distribution does not exist.");
    if (method === "PUT" && part === "config") return this.#put("UpdateDistribution", id, text);
    if (method === "DELETE") {
      if (this.#distributions.get(id)?.request.Enabled !== false)
        throw new Refusal(
          "DistributionNotDisabled",
          "The distribution you are trying to delete has not been disabled.",
        );
      this.#distributions.delete(id);
      return { operation: "DeleteDistribution", request: { Id: id }, status: 204, body: "" };
    }
    return { ...this.#described(id), operation: "GetDistribution", request: { Id: id } };
  }

  #put(operation: string, id: string, text: string, status = 200): RestAnswer {
    const [xml = ""] = /<DistributionConfig[\s>][\s\S]*<\/DistributionConfig>/.exec(text) ?? [];
    const request = checked(OPERATION, fieldsOfXml(xml, fieldsOf(OPERATION)));
    this.#refuse(request as never);
    const answered = request.OriginGroups === undefined ? NO_GROUPS : "";
    const config = xml.replace(/<DistributionConfig[^>]*>/, `<DistributionConfig>${answered}`);
    this.#distributions.set(id, { xml: config, request });
    return { ...this.#described(id), operation, request, status };
  }

  /** What CloudFront refuses of a proxy. */
  #refuse({ Aliases, ViewerCertificate, DefaultCacheBehavior }: Config): void {
    if ((Aliases?.Quantity ?? 0) > 0 && !ViewerCertificate?.ACMCertificateArn)
      throw new Refusal(
        "InvalidViewerCertificate",
        "To add an alternate domain name (CNAME) to a CloudFront distribution, you must attach a trusted certificate that validates your authorization to use the domain name.",
      );
    for (const { LambdaFunctionARN: arn } of DefaultCacheBehavior.LambdaFunctionAssociations?.Items ?? []) {
      if (!/^arn:aws:lambda:us-east-1:\d{12}:function:[\w-]+:\d+$/.test(arn) || !this.functions.hasVersion(arn))
        throw new Refusal(
          "InvalidLambdaFunctionAssociation",
          `The function ARN must reference a specific function version in us-east-1: ${arn}`,
        );
    }
  }

  #described(id: string): Pick<RestAnswer, "type" | "headers" | "body"> {
    const arn = `arn:aws:cloudfront::${this.account}:distribution/${id}`;
    const about =
      `<Id>${id}</Id><ARN>${arn}</ARN><Status>Deployed</Status><LastModifiedTime>2026-01-01T00:00:00Z</LastModifiedTime>` +
      `<InProgressInvalidationBatches>0</InProgressInvalidationBatches><DomainName>${id.toLowerCase()}.cloudfront.net</DomainName>`;
    const body = `<Distribution xmlns="${XMLNS}">${about}${this.#distributions.get(id)?.xml}</Distribution>`;
    return { type: "text/xml", headers: { ETag: `of-${id}` }, body };
  }
}

interface Config {
  readonly Aliases?: { readonly Quantity: number };
  readonly ViewerCertificate?: { readonly ACMCertificateArn?: string };
  readonly DefaultCacheBehavior: {
    readonly LambdaFunctionAssociations?: { readonly Items?: readonly { readonly LambdaFunctionARN: string }[] };
  };
}
