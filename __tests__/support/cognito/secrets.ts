import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../repository";
import { checkRequest } from "./api-model";
import { type Fields, Refusal } from "./refusal";

/**
 * Secrets Manager and the Parameter Store of Systems Manager, as far as the AWS provider uses them: part of
 * `LoopbackCognito`, so that one endpoint serves a whole stack, and shared by every suite that delivers, publishes or
 * reads a secret. Requests are held against the shapes of AWS's own model, `__tests__/data/secrets-api-model.json`.
 */
export class Secrets {
  readonly #secrets = new Map<string, Secret>();
  readonly #parameters = new Map<string, Parameter>();

  constructor(
    private readonly account: string,
    /** The Region that is asked. */
    public region: string,
  ) {}

  /** Whether a request is one of these services', by its `X-Amz-Target`. */
  static has(target: string): boolean {
    return target.startsWith("secretsmanager.") || target.startsWith("AmazonSSM.");
  }

  /** Stores a secret that somebody else made: a text, or an object as JSON. */
  add(name: string, value: string | object): this {
    const SecretString = typeof value === "string" ? value : JSON.stringify(value);
    this.answer("secretsmanager.CreateSecret", { Name: name, ClientRequestToken: TOKEN, SecretString });
    return this;
  }

  /** The current value of a secret; `undefined` where there is none. */
  valueOf(name: string): string | undefined {
    return current(this.#secrets.get(name))?.value;
  }

  /** The value of a parameter, decrypted; `undefined` where there is none. */
  parameter(name: string): string | undefined {
    return this.#parameters.get(name)?.Value;
  }

  /** Names of all secrets that are not deleted, and of all parameters. */
  get names(): readonly string[] {
    const secrets = [...this.#secrets.values()].filter(({ deleted }) => deleted === undefined);
    return [...secrets.map(({ name }) => name), ...this.#parameters.keys()].sort();
  }

  /** @throws Refusal */
  answer(target: string, request: Fields): Fields {
    const operation = this.#operations[target];
    if (operation === undefined) throw new Refusal("UnknownOperationException", target);
    checkRequest(target, request, MODEL);
    return operation(request);
  }

  readonly #operations: Readonly<Record<string, (request: Fields) => Fields>> = {
    "secretsmanager.CreateSecret": (request) => {
      const name = String(request.Name);
      const existing = this.#secrets.get(name);
      if (existing?.deleted !== undefined)
        throw new Refusal(
          "InvalidRequestException",
          "You can't create this secret because a secret with this name is already scheduled for deletion.",
        );
      if (existing)
        throw new Refusal("ResourceExistsException", `The operation failed because the secret ${name} already exists.`);
      const arn = `arn:aws:secretsmanager:${this.region}:${this.account}:secret:${name}-AbCdEf`;
      const secret: Secret = { name, arn, request, versions: new Map(), replicas: [], tags: tagsOf(request.Tags) };
      this.#secrets.set(name, secret);
      for (const replica of (request.AddReplicaRegions as Fields[] | undefined) ?? []) secret.replicas.push(replica);
      const VersionId = request.SecretString === undefined ? undefined : put(secret, request);
      return { ARN: arn, Name: name, VersionId };
    },
    "secretsmanager.DescribeSecret": (request) => {
      const { name, arn, request: made, versions, replicas, tags, deleted } = this.#secret(request);
      return {
        ARN: arn,
        Name: name,
        Description: made.Description,
        KmsKeyId: this.#answeredKey(made.KmsKeyId),
        Tags: [...tags].map(([Key, Value]) => ({ Key, Value })),
        VersionIdsToStages: Object.fromEntries([...versions].map(([id, { stages }]) => [id, stages])),
        ReplicationStatus: replicas.map((each) => ({ ...each, Status: "InSync" })),
        CreatedDate: NOW,
        ...(deleted !== undefined && { DeletedDate: deleted }),
      };
    },
    "secretsmanager.UpdateSecret": (request) => {
      const secret = this.#secret(request);
      secret.request = { ...secret.request, ...request };
      return { ARN: secret.arn, Name: secret.name };
    },
    "secretsmanager.GetSecretValue": (request) => {
      const secret = this.#secret(request);
      if (secret.deleted !== undefined)
        throw new Refusal(
          "InvalidRequestException",
          "You can't perform this operation on the secret because it was marked for deletion.",
        );
      const { VersionId, VersionStage = "AWSCURRENT" } = request;
      const found = [...secret.versions].find(([id, { stages }]) =>
        VersionId === undefined ? stages.includes(String(VersionStage)) : id === VersionId,
      );
      if (found === undefined)
        throw new Refusal(
          "ResourceNotFoundException",
          `Secrets Manager can't find the specified secret value for ${VersionId ? "VersionId" : "staging label"}: ${VersionId ?? VersionStage}`,
        );
      const [id, { value, stages }] = found;
      return {
        ARN: secret.arn,
        Name: secret.name,
        VersionId: id,
        SecretString: value,
        VersionStages: stages,
        CreatedDate: NOW,
      };
    },
    "secretsmanager.PutSecretValue": (request) => {
      const secret = this.#secret(request);
      const id = put(secret, request);
      return { ARN: secret.arn, Name: secret.name, VersionId: id, VersionStages: secret.versions.get(id)?.stages };
    },
    "secretsmanager.UpdateSecretVersionStage": (request) => {
      const secret = this.#secret(request);
      const stage = String(request.VersionStage);
      for (const [id, version] of secret.versions) {
        version.stages = version.stages.filter((each) => each !== stage);
        if (id === request.MoveToVersionId) version.stages.push(stage);
      }
      return { ARN: secret.arn, Name: secret.name };
    },
    "secretsmanager.ListSecretVersionIds": (request) => {
      const { arn, name, versions } = this.#secret(request);
      const Versions = [...versions].map(([VersionId, { stages }]) => ({ VersionId, VersionStages: stages }));
      return { ARN: arn, Name: name, Versions };
    },
    "secretsmanager.DeleteSecret": (request) => {
      const secret = this.#secret(request);
      if (request.ForceDeleteWithoutRecovery === true) this.#secrets.delete(secret.name);
      else secret.deleted = NOW;
      return { ARN: secret.arn, Name: secret.name, DeletionDate: NOW };
    },
    "secretsmanager.GetResourcePolicy": (request) => {
      const { arn, name } = this.#secret(request);
      return { ARN: arn, Name: name };
    },
    "secretsmanager.TagResource": (request) => {
      for (const [key, value] of tagsOf(request.Tags)) this.#secret(request).tags.set(key, value);
      return {};
    },
    "secretsmanager.UntagResource": (request) => {
      for (const key of request.TagKeys as string[]) this.#secret(request).tags.delete(key);
      return {};
    },
    "secretsmanager.ReplicateSecretToRegions": (request) => {
      const secret = this.#secret(request);
      secret.replicas.push(...(request.AddReplicaRegions as Fields[]));
      return { ARN: secret.arn };
    },
    "secretsmanager.RemoveRegionsFromReplication": (request) => {
      const secret = this.#secret(request);
      const regions = request.RemoveReplicaRegions as string[];
      secret.replicas = secret.replicas.filter(({ Region }) => !regions.includes(String(Region)));
      return { ARN: secret.arn };
    },
    "AmazonSSM.PutParameter": (request) => {
      const { Name, Value, Type, Overwrite, Tags, ...rest } = request;
      const name = String(Name);
      const existing = this.#parameters.get(name);
      if (existing && Overwrite !== true)
        throw new Refusal(
          "ParameterAlreadyExists",
          "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.",
        );
      if (existing && Tags !== undefined)
        throw new Refusal("ValidationException", "Invalid request: tags and overwrite can't be used together.");
      if (!/^[a-zA-Z0-9_.\-/]+$/.test(name) || /^\/?(aws|ssm)/i.test(name))
        throw new Refusal("ValidationException", `Parameter name: ${name} is not allowed.`);
      const bytes = Buffer.byteLength(String(Value));
      if (bytes > (rest.Tier === "Advanced" ? 8_192 : 4_096))
        throw new Refusal(
          "ValidationException",
          `Standard tier parameters support a maximum value of 4096 characters.`,
        );
      const Version = (existing?.Version ?? 0) + 1;
      const Tier = String(rest.Tier ?? "Standard");
      const tags = existing?.tags ?? tagsOf(Tags);
      const type = String(Type ?? existing?.Type);
      const KeyId = type === "SecureString" ? String(rest.KeyId ?? "alias/aws/ssm") : undefined;
      const arn = `arn:aws:ssm:${this.region}:${this.account}:parameter${name.startsWith("/") ? "" : "/"}${name}`;
      const { Description } = rest;
      const parameter = { Name: name, Type: type, Value: String(Value), Version, Tier, KeyId, ARN: arn, tags };
      this.#parameters.set(name, { ...parameter, Description });
      return { Version, Tier };
    },
    "AmazonSSM.GetParameter": (request) => {
      const { tags: _, KeyId, Tier, Description, ...parameter } = this.#parameter(request.Name);
      const isHidden = parameter.Type === "SecureString" && request.WithDecryption !== true;
      const Value = isHidden ? Buffer.from("encrypted").toString("base64") : parameter.Value;
      return { Parameter: { ...parameter, Value, DataType: "text", LastModifiedDate: NOW } };
    },
    "AmazonSSM.DescribeParameters": (request) => {
      const filters = (request.ParameterFilters as { Key: string; Values: string[] }[] | undefined) ?? [];
      const names = filters.filter(({ Key }) => Key === "Name").flatMap(({ Values }) => Values);
      const Parameters = [...this.#parameters.values()]
        .filter(({ Name }) => names.includes(Name))
        .map(({ tags: _, Value, ...shown }) => ({ ...shown, DataType: "text", LastModifiedDate: NOW }));
      return { Parameters };
    },
    "AmazonSSM.DeleteParameter": (request) => {
      this.#parameter(request.Name);
      this.#parameters.delete(String(request.Name));
      return {};
    },
    "AmazonSSM.ListTagsForResource": (request) => ({
      TagList: [...this.#parameter(request.ResourceId).tags].map(([Key, Value]) => ({ Key, Value })),
    }),
    "AmazonSSM.AddTagsToResource": (request) => {
      for (const [key, value] of tagsOf(request.Tags)) this.#parameter(request.ResourceId).tags.set(key, value);
      return {};
    },
    "AmazonSSM.RemoveTagsFromResource": (request) => {
      for (const key of request.TagKeys as string[]) this.#parameter(request.ResourceId).tags.delete(key);
      return {};
    },
  };

  /** "The key ID or alias ARN", says AWS's model of DescribeSecret, and none of the key that is the default. */
  #answeredKey(key: unknown): unknown {
    if (key === "alias/aws/secretsmanager") return undefined;
    const isAlias = String(key).startsWith("alias/");
    return isAlias ? `arn:aws:kms:${this.region}:${this.account}:${key}` : key;
  }

  /** By name or ARN. */
  #secret({ SecretId }: Fields): Secret {
    const found = [...this.#secrets.values()].find(({ name, arn }) => name === SecretId || arn === SecretId);
    if (found === undefined)
      throw new Refusal("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
    return found;
  }

  #parameter(name: unknown): Parameter {
    const found = this.#parameters.get(String(name));
    if (found === undefined) throw new Refusal("ParameterNotFound", `Parameter ${name} not found.`);
    return found;
  }
}

interface Secret {
  readonly name: string;
  readonly arn: string;
  request: Fields;
  readonly versions: Map<string, Version>;
  replicas: Fields[];
  readonly tags: Map<string, string>;
  deleted?: number;
}

interface Version {
  readonly value: string;
  stages: string[];
}

interface Parameter {
  readonly Name: string;
  readonly Type: string;
  readonly Value: string;
  readonly Version: number;
  readonly Tier: string;
  readonly KeyId: string | undefined;
  readonly Description: unknown;
  readonly ARN: string;
  readonly tags: Map<string, string>;
}

/** What AWS's model says of each operation that is here, by `X-Amz-Target`. */
const MODEL = JSON.parse(readFileSync(join(ROOT, "__tests__", "data", "secrets-api-model.json"), "utf8")).operations;

/** Seconds since 1970, as AWS's JSON has dates. */
const NOW = 1_767_225_600;
const TOKEN = "00000000-0000-4000-8000-000000000000";

/** A further version becomes the current one, and the current one the previous one. */
function put(secret: Secret, { ClientRequestToken, SecretString, VersionStages }: Fields): string {
  const id = String(ClientRequestToken);
  const stages = (VersionStages as string[] | undefined) ?? ["AWSCURRENT"];
  if (stages.includes("AWSCURRENT"))
    for (const version of secret.versions.values())
      version.stages = version.stages.includes("AWSCURRENT") ? ["AWSPREVIOUS"] : [];
  secret.versions.set(id, { value: String(SecretString), stages: [...stages] });
  return id;
}

function current(secret: Secret | undefined): Version | undefined {
  return secret && [...secret.versions.values()].find(({ stages }) => stages.includes("AWSCURRENT"));
}

function tagsOf(tags: unknown): Map<string, string> {
  return new Map(((tags as { Key: string; Value: string }[] | undefined) ?? []).map(({ Key, Value }) => [Key, Value]));
}
