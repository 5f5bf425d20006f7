import { ALL_CLIENTS } from "../cognito/ui-customization";
import { UsageError } from "../usage-error";
import { wrongFields } from "./answer-shapes";
import { readDescriptions } from "./description-files";
import { stylesOf, withSettings } from "./found-styles";

/** An object as AWS answers it, by AWS's names. */
export type Answer = Readonly<Record<string, unknown>>;

/** A pool of Cognito with all that was found of it, each part as the operation of the API answers it. */
export interface DescribedPool {
  readonly region: string;
  /** `UserPool` of DescribeUserPool. */
  readonly userPool: Answer;
  /** The answer of GetUserPoolMfaConfig. */
  readonly mfaConfig?: Answer;
  /** `UserPoolClient` of DescribeUserPoolClient. */
  readonly clients: readonly Answer[];
  /** `DomainDescription` of DescribeUserPoolDomain. */
  readonly domains: readonly Answer[];
  /** `ResourceServer` of DescribeResourceServer. */
  readonly resourceServers: readonly Answer[];
  /** `IdentityProvider` of DescribeIdentityProvider. */
  readonly identityProviders: readonly Answer[];
  /** `Group` of GetGroup. */
  readonly groups: readonly Answer[];
  /** `RiskConfiguration` of DescribeRiskConfiguration: of the pool, or of the client that it names. */
  readonly riskConfigurations: readonly Answer[];
  /** `UICustomization` of GetUICustomization, with the logo in base64 as `ImageFile` where its bytes are known. */
  readonly uiCustomizations: readonly Answer[];
  /** `ManagedLoginBranding` of DescribeManagedLoginBrandingByClient, with the `ClientId` that AWS does not answer. */
  readonly styles: readonly Answer[];
  /** `LogDeliveryConfiguration` of GetLogDeliveryConfiguration, where any logs are delivered: one at most. */
  readonly logDeliveries: readonly Answer[];
  /** Whatever else was found of the pool; a web ACL as {@link WEB_ACL}. */
  readonly others: readonly OtherAnswer[];
}

/** An object of a pool of which this program knows no more than its kind. */
export interface OtherAnswer {
  /** The name under which the API answers it: `Terms`. */
  readonly kind: string;
  readonly value: Answer;
}

/** Under which key AWS WAF answers GetWebACLForResource; the `ARN` in it is that of the web ACL. */
export const WEB_ACL = "WebACL";

/** The web ACL that filters requests to a pool. */
export function webAclOf({ others }: DescribedPool): string | undefined {
  const arn = others.find(({ kind }) => kind === WEB_ACL)?.value.ARN;
  return typeof arn === "string" ? arn : undefined;
}

/** The lists of a described pool by the key under which the API answers one item, and under which it lists them. */
const PARTS = {
  clients: { one: "UserPoolClient", id: "ClientId" },
  domains: { one: "DomainDescription", id: "Domain" },
  resourceServers: { one: "ResourceServer", many: "ResourceServers", id: "Identifier" },
  identityProviders: { one: "IdentityProvider", id: "ProviderName" },
  groups: { one: "Group", many: "Groups", id: "GroupName" },
  riskConfigurations: { one: "RiskConfiguration", id: "ClientId" },
  uiCustomizations: { one: "UICustomization", id: "ClientId" },
  styles: { one: "ManagedLoginBranding", id: "ManagedLoginBrandingId" },
  logDeliveries: { one: "LogDeliveryConfiguration", id: "UserPoolId" },
} as const satisfies Partial<Record<keyof DescribedPool, { one: string; many?: string; id: string }>>;

/** Lists that name what must be described as well: without it the pool is not known whole. */
const INDEXES: Readonly<Record<string, { readonly part: keyof typeof PARTS; readonly command: string }>> = {
  UserPoolClients: { part: "clients", command: "describe-user-pool-client" },
  Providers: { part: "identityProviders", command: "describe-identity-provider" },
};

/** Answers about no pool, or about users and their tokens: nothing of a pool's configuration. */
const NOT_OF_A_POOL = ["UserPools", "Users", "Tags", "Certificate", "CSVHeader", "NextToken", "PaginationToken"];

/** Thrown for a folder from which no pool can be read whole; each reason is a line. */
export class DescribedError extends UsageError {
  constructor(readonly reasons: readonly string[]) {
    super(reasons.join("\n"));
  }
}

/**
 * Reads the pools of a folder from files as `aws cognito-idp describe-...`, `get-...` and `list-...` print them. Files are
 * recognised by what they hold, whatever their names; one file may hold several answers, as a list. What an answer says
 * of no pool, such as that of get-user-pool-mfa-config, is of the one pool that is described in the same folder, or whose
 * id its file's name contains.
 *
 * @throws DescribedError when a file cannot be read, belongs to no pool, or names what no file describes
 */
export function readDescribed(folder: string): DescribedPool[] {
  const { files, reasons } = readDescriptions(folder);
  const builders = new Map<string, Builder>();
  const judge = (file: string, kind: string, answer: Answer) =>
    reasons.push(...wrongFields(kind, answer).map((each) => `${file}: ${each}`));
  for (const { file, directory, answer } of files) {
    if (!isAnswer(answer.UserPool)) continue;
    judge(file, "UserPool", answer.UserPool);
    if (typeof answer.UserPool.Id === "string")
      builders.set(answer.UserPool.Id, new Builder(answer.UserPool, directory, file));
  }
  const all = [...builders.values()];
  const ownerOf = (poolId: unknown, directory: string, file: string) => {
    if (typeof poolId === "string") return builders.get(poolId);
    const beside = all.filter((each) => each.directory === directory);
    const near = beside.length > 0 ? beside : all;
    return near.length === 1 ? near[0] : near.find(({ id }) => file.includes(id));
  };

  for (const { file, directory, answer, image } of files) {
    const known = Object.entries(answer).filter(([key]) => key !== "UserPool" && !NOT_OF_A_POOL.includes(key));
    if ("MfaConfiguration" in answer) {
      judge(file, "GetUserPoolMfaConfig", answer);
      const owner = ownerOf(undefined, directory, file);
      if (owner === undefined) reasons.push(noPool(file, "get-user-pool-mfa-config"));
      else owner.mfaConfig = answer;
      continue;
    }
    for (const [key, value] of known) {
      for (const each of Array.isArray(value) ? value : [value]) {
        if (!isAnswer(each) || Object.keys(each).length === 0) continue;
        const item = key === PARTS.styles.one ? withSettings(each) : each;
        judge(file, partOf(key)?.one ?? key, item);
        const owner = ownerOf(item.UserPoolId, directory, file);
        if (owner !== undefined)
          owner.add(key, key === PARTS.uiCustomizations.one ? withImage(item, image) : item, file);
        else if (item.UserPoolId === undefined) reasons.push(noPool(file, key));
        else reasons.push(`${file}: ${key} is of pool ${item.UserPoolId}, which no file describes`);
      }
    }
  }
  for (const each of all) reasons.push(...each.missing());
  if (all.length === 0) reasons.push(`${folder}: no file is the output of: aws cognito-idp describe-user-pool`);
  if (reasons.length > 0) throw new DescribedError(reasons);
  return all.map((each) => each.pool()).sort((a, b) => (String(a.userPool.Id) < String(b.userPool.Id) ? -1 : 1));
}

/** How the classic pages look, with the logo in base64 as SetUICustomization takes it: AWS answers with an address alone. */
export function withImage(look: Answer, image: Buffer | undefined): Answer {
  return { ClientId: ALL_CLIENTS, ...look, ...(image && { ImageFile: image.toString("base64") }) };
}

/** Whether an answer about threat protection or about the classic pages has any setting. */
export function hasSettings(answer: Answer): boolean {
  return Object.entries(answer).some(
    ([key, value]) => (key.endsWith("Configuration") || LOOKS.includes(key)) && Boolean(value),
  );
}

/** Whether an answer says that any logs of the pool are delivered. */
export function hasLogs({ LogConfigurations: logs }: Answer): boolean {
  return logs !== undefined && !(Array.isArray(logs) && logs.length === 0);
}

const LOOKS = ["CSS", "ImageUrl", "ImageFile"];

/** Whether AWS answers with a secret of a client. */
export function hasSecret({ ClientSecret }: Answer): boolean {
  return typeof ClientSecret === "string" && ClientSecret !== "";
}

/** The Region of a pool: its id begins with it. */
export function regionOfPool({ Id }: Answer): string {
  return String(Id).split("_")[0] as string;
}

/** The part of a described pool that is answered under a key, one or many. */
function partOf(key: string) {
  return (Object.keys(PARTS) as (keyof typeof PARTS)[])
    .map((part) => ({ part, ...(PARTS[part] as { one: string; many?: string; id: string }) }))
    .find(({ one, many }) => key === one || key === many);
}

class Builder {
  readonly id: string;
  mfaConfig: Answer | undefined;
  readonly #parts = new Map<keyof typeof PARTS, Map<string, Answer>>();
  readonly #others: OtherAnswer[] = [];
  /** The files of each style, by its id. */
  readonly #styleFiles = new Map<string, string[]>();
  readonly #named: { readonly part: keyof typeof PARTS; readonly id: string; readonly command: string }[] = [];

  constructor(
    readonly userPool: Answer,
    readonly directory: string,
    readonly file: string,
  ) {
    this.id = String(userPool.Id);
  }

  add(key: string, item: Answer, file: string): void {
    const index = INDEXES[key];
    if (index !== undefined) {
      const id = item[PARTS[index.part].id];
      if (typeof id === "string") this.#named.push({ ...index, id });
      return;
    }
    const found = partOf(key);
    if (found === undefined) {
      this.#others.push({ kind: key, value: item });
      return;
    }
    const items = this.#parts.get(found.part) ?? new Map<string, Answer>();
    this.#parts.set(found.part, items.set(String(item[found.id]), item));
    if (found.part === "styles") {
      const id = String(item[found.id]);
      this.#styleFiles.set(id, [...(this.#styleFiles.get(id) ?? []), file]);
    }
  }

  #part(name: keyof typeof PARTS): Answer[] {
    return [...(this.#parts.get(name)?.values() ?? [])];
  }

  #styles() {
    const found = this.#part("styles").map((style) => {
      const files = this.#styleFiles.get(String(style.ManagedLoginBrandingId)) ?? [];
      return { style, files };
    });
    return stylesOf(found, this.#part("clients"));
  }

  /** What lists name and no file describes, and what is of no client. */
  missing(): string[] {
    const listed = this.#named
      .filter(({ part, id }) => !this.#parts.get(part)?.has(id))
      .map(({ id, command }) => `pool ${this.id}: ${id} is listed, and no file is the output of ${command} for it`);
    return [...listed, ...this.#styles().reasons];
  }

  pool(): DescribedPool {
    const part = (name: keyof typeof PARTS) => this.#part(name);
    return {
      region: regionOfPool(this.userPool),
      userPool: this.userPool,
      ...(this.mfaConfig && { mfaConfig: this.mfaConfig }),
      clients: part("clients"),
      domains: part("domains"),
      resourceServers: part("resourceServers"),
      identityProviders: part("identityProviders"),
      groups: part("groups"),
      riskConfigurations: part("riskConfigurations").filter(hasSettings),
      uiCustomizations: part("uiCustomizations").filter(hasSettings),
      styles: this.#styles().styles,
      logDeliveries: part("logDeliveries").filter(hasLogs),
      others: this.#others,
    };
  }
}

function noPool(file: string, what: string): string {
  return `${file}: ${what} does not say of which pool it is: put the files of each pool into a folder of their own, or its id into the name of the file`;
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
