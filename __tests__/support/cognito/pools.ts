import { checkMfa, checkPool } from "./pool-refusals";
import { type Fields, found, invalid, Refusal } from "./refusal";
import { custom, schemaOf } from "./schema";

/** One user pool and what is attached to it. */
export interface StoredPool {
  readonly id: string;
  /** What `DescribeUserPool` answers. */
  pool: Fields;
  /** What `GetUserPoolMfaConfig` answers. */
  mfa: Fields;
  /** Clients, groups, resource servers and identity providers: `CLIENT id`. */
  readonly attached: Map<string, Fields>;
  /** Its domains: a prefix and a custom one at most. */
  readonly domains: Set<string>;
}

export type Operation = (request: Fields) => Fields;

/** What a change of a pool cannot touch. */
const PERMANENT = [
  ...["Id", "Arn", "Name", "CreationDate", "SchemaAttributes", "EstimatedNumberOfUsers"],
  ...["AliasAttributes", "UsernameAttributes", "UsernameConfiguration", "UserPoolTags"],
];

/** Pools, their MFA settings, attributes and tags. An update sets what a request leaves out to its default, as AWS does. */
export class Pools {
  readonly #pools = new Map<string, StoredPool>();
  /** Images of the classic pages, by path: AWS answers with their addresses. */
  readonly images = new Map<string, Buffer>();
  /** Where the images are. */
  origin = "https://d111111abcdef8.cloudfront.net";

  /** @param region of the request at hand */
  constructor(
    readonly account: string,
    public region: string,
  ) {}

  /** Makes a pool. @throws Refusal when AWS would not */
  add(id: string, { PoolName, Schema = [], ...request }: Fields): Fields {
    const pool = {
      Id: id,
      Name: PoolName,
      Arn: `arn:aws:cognito-idp:${this.region}:${this.account}:userpool/${id}`,
      CreationDate: now(),
      EstimatedNumberOfUsers: 0,
      SchemaAttributes: schemaOf(Schema as Fields[]),
      ...settings(request),
    };
    checkPool(pool);
    const mfa = { MfaConfiguration: pool.MfaConfiguration };
    this.#pools.set(id, { id, pool, mfa, attached: new Map(), domains: new Set() });
    return pool;
  }

  /** The pool of an app client, by the client's id alone. @throws Refusal when there is no such client */
  ofClient(ClientId: unknown): StoredPool {
    const pools = [...this.#pools.values()];
    return found(
      pools.find(({ attached }) => attached.has(`CLIENT ${ClientId}`)),
      `User pool client ${ClientId}`,
    );
  }

  /** @throws Refusal when there is no such pool */
  get({ UserPoolId }: Fields): StoredPool {
    return found(this.#pools.get(String(UserPoolId)), `User pool ${UserPoolId}`);
  }

  readonly operations: Readonly<Record<string, Operation>> = {
    CreateUserPool: (request) => {
      const number = String(this.#pools.size + 1).padStart(5, "0");
      return { UserPool: this.add(`${this.region}_Pool${number}`, request) };
    },
    DescribeUserPool: (request) => {
      const { pool, domains } = this.get(request);
      const custom = [...domains].find((domain) => domain.includes("."));
      const prefix = [...domains].find((domain) => !domain.includes("."));
      return { UserPool: { ...pool, ...(custom && { CustomDomain: custom }), ...(prefix && { Domain: prefix }) } };
    },
    UpdateUserPool: ({ PoolName, UserPoolId, ...request }) => {
      const stored = this.get({ UserPoolId });
      const permanent = Object.fromEntries(Object.entries(stored.pool).filter(([name]) => PERMANENT.includes(name)));
      const pool = { ...permanent, ...(PoolName !== undefined && { Name: PoolName }), ...settings(request) };
      checkPool(pool);
      stored.pool = pool;
      return {};
    },
    DeleteUserPool: (request) => {
      const { id, pool, domains } = this.get(request);
      if (pool.DeletionProtection === "ACTIVE")
        invalid("The user pool cannot be deleted because deletion protection is activated.");
      if (domains.size > 0)
        invalid("User pool cannot be deleted. It has a domain configured that should be deleted first.");
      this.#pools.delete(id);
      return {};
    },
    SetUserPoolMfaConfig: ({ UserPoolId, ...request }) => {
      const stored = this.get({ UserPoolId });
      const mfa = { MfaConfiguration: stored.mfa.MfaConfiguration, ...request };
      checkMfa({ ...stored.pool, ...mfa });
      stored.mfa = mfa;
      const sms = (request.SmsMfaConfiguration ?? {}) as Fields;
      stored.pool = {
        ...stored.pool,
        ...sms,
        MfaConfiguration: mfa.MfaConfiguration,
      };
      return mfa;
    },
    GetUserPoolMfaConfig: (request) => this.get(request).mfa,
    AddCustomAttributes: ({ UserPoolId, CustomAttributes }) => {
      const { pool } = this.get({ UserPoolId });
      const schema = pool.SchemaAttributes as Fields[];
      for (const attribute of (CustomAttributes as Fields[]).map(custom)) {
        if (schema.some(({ Name }) => Name === attribute.Name))
          invalid(`${attribute.Name}: Existing attribute already has name ${attribute.Name}.`);
        schema.push(attribute);
      }
      return {};
    },
    TagResource: ({ ResourceArn, Tags }) => {
      const { pool } = this.byArn(ResourceArn);
      pool.UserPoolTags = { ...(pool.UserPoolTags as Fields), ...(Tags as Fields) };
      return {};
    },
    ListTagsForResource: ({ ResourceArn }) => ({ Tags: this.byArn(ResourceArn).pool.UserPoolTags ?? {} }),
    UntagResource: ({ ResourceArn, TagKeys }) => {
      const { pool } = this.byArn(ResourceArn);
      for (const key of TagKeys as string[]) delete (pool.UserPoolTags as Fields)[key];
      return {};
    },
  };

  /** @throws Refusal when there is no such pool */
  byArn(arn: unknown): StoredPool {
    return found(
      [...this.#pools.values()].find(({ pool }) => pool.Arn === arn),
      String(arn),
    );
  }
}

/** What AWS demands of passwords where nobody says anything. */
const PASSWORD_POLICY = {
  MinimumLength: 8,
  RequireLowercase: true,
  RequireUppercase: true,
  RequireNumbers: true,
  RequireSymbols: true,
  TemporaryPasswordValidityDays: 7,
};

/** The settings of a pool: what a request gives, over AWS's defaults. */
function settings(request: Fields) {
  const { PasswordPolicy, SignInPolicy } = (request.Policies ?? {}) as Record<string, Fields>;
  const tier = request.UserPoolTier ?? "ESSENTIALS";
  return {
    DeletionProtection: "INACTIVE",
    MfaConfiguration: "OFF",
    UserPoolTier: tier,
    LambdaConfig: {},
    VerificationMessageTemplate: { DefaultEmailOption: "CONFIRM_WITH_CODE" },
    EmailConfiguration: { EmailSendingAccount: "COGNITO_DEFAULT" },
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: false, UnusedAccountValidityDays: 7 },
    LastModifiedDate: now(),
    ...request,
    ...inBothSpellings(request),
    Policies: {
      PasswordPolicy: PasswordPolicy ?? PASSWORD_POLICY,
      ...(tier !== "LITE" && { SignInPolicy: { AllowedFirstAuthFactors: ["PASSWORD"] } }),
      ...(SignInPolicy && { SignInPolicy }),
    },
  };
}

/** The verification texts have two places in the API, and AWS answers with both. */
function inBothSpellings({ VerificationMessageTemplate }: Fields): Fields {
  const { EmailMessage, EmailSubject, SmsMessage } = (VerificationMessageTemplate ?? {}) as Fields;
  return {
    ...(EmailMessage !== undefined && { EmailVerificationMessage: EmailMessage }),
    ...(EmailSubject !== undefined && { EmailVerificationSubject: EmailSubject }),
    ...(SmsMessage !== undefined && { SmsVerificationMessage: SmsMessage }),
  };
}

function now(): number {
  return Date.now() / 1000;
}

/** @throws Refusal when something of that name is there */
export function unused(taken: boolean, type: string, message: string): void {
  if (taken) throw new Refusal(type, message);
}
