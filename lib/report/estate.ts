import type { Platform } from "../cognito/platforms";
import type { AttributeType, ProviderType } from "../cognito/values";
import type { VariableReference } from "../review/language/effective";
import type { Finding } from "../rules/finding";

/** Every pool in every environment with its clients: the JSON form of the report, a contract. */
export interface Estate {
  readonly generator: { readonly name: "cdktf-cognito"; readonly version: string; readonly ruleSet: string };
  readonly project: string;
  /** The config file, as it was named. */
  readonly config: string;
  /** In the order of the config. */
  readonly environments: readonly string[];
  readonly summary: EstateSummary;
  readonly stacks: readonly StackEntry[];
  /** As `check` reports them, with the client where one is concerned. */
  readonly findings: readonly EstateFinding[];
  readonly differences: readonly EnvironmentDifference[];
  /** In the order of the config. */
  readonly promises: readonly PromiseEntry[];
}

/** A promise of the config, and whether it is so of the stacks of the report. */
export interface PromiseEntry {
  readonly promise: string;
  readonly holds: boolean;
  /** What breaks it, each with the values of variables for which it does. */
  readonly counterexamples: readonly string[];
}

export interface EstateSummary {
  readonly pools: number;
  readonly stacks: number;
  /** Of all stacks. */
  readonly clients: number;
  readonly errors: number;
  /** Without those that are acknowledged. */
  readonly warnings: number;
  readonly acknowledged: number;
}

/** A value, or the variable that holds it, with its default. */
export type Shown<T> = T | VariableReference;

/** A list, whose items or which as a whole may be variables. */
export type ShownList = Shown<readonly Shown<string>[]>;

/** Whether something is so; `open` where a variable, or a pool that is managed elsewhere, decides. */
export type Word = "yes" | "no" | "open";

/** Where the config says something. */
export interface EntryPlace {
  readonly path: string;
  readonly file: string;
  /** 1-based; absent where the format keeps no positions. */
  readonly line?: number;
}

/** A fact that an answer rests on; without a place where Cognito itself says it. */
export interface EntryFact extends Partial<EntryPlace> {
  readonly fact: string;
}

/** One pool in one environment. */
export interface StackEntry {
  readonly stack: string;
  readonly pool: string;
  readonly environment: string;
  readonly region: Shown<string>;
  readonly account: Shown<string> | null;
  readonly managed: "here" | "adopted" | "elsewhere";
  readonly place: EntryPlace;
  /** What the config says of the pool itself; `null` of a pool that is managed elsewhere. */
  readonly settings: PoolSettings | null;
  readonly domains: readonly Shown<string>[];
  /** The ARN of the web ACL that filters requests to the pool; `null` without one. */
  readonly webAcl: Shown<string> | null;
  /** What threat protection does in every client without responses of its own. */
  readonly riskResponses: RiskResponses;
  /** Where its logs go, by what is in them; empty where nothing is logged. */
  readonly logs: Readonly<Partial<Record<LogContent, LogEntry>>>;
  readonly providers: readonly ProviderEntry[];
  readonly resourceServers: readonly {
    readonly key: string;
    readonly identifier: Shown<string>;
    readonly scopes: readonly string[];
  }[];
  readonly groups: readonly string[];
  /** Those that the pool declares or that a client may read or write, by name. */
  readonly attributes: readonly AttributeEntry[];
  readonly clients: readonly ClientEntry[];
}

export interface PoolSettings {
  readonly name: Shown<string>;
  readonly tier: Shown<string>;
  readonly mfa: Shown<string>;
  readonly threatProtection: Shown<string>;
  readonly deletionProtection: boolean;
  readonly selfSignUp: boolean;
  /** What users sign in by beside their user name, or in place of it. */
  readonly signInNames: readonly string[];
  readonly firstFactors: ShownList;
  readonly recovery: readonly string[];
  readonly passwordLength: Shown<number>;
  /** What Cognito calls a function for. */
  readonly triggers: readonly string[];
}

/** What threat protection does by what it sees: `compromised password`, `high risk`. */
export type RiskResponses = Readonly<Record<string, Shown<string>>>;

/** What a log of a pool has. */
export type LogContent = "errors of messages" | "activity of users";

export interface LogEntry {
  readonly to: "CloudWatch Logs" | "Data Firehose" | "S3";
  readonly arn: Shown<string>;
}

export interface ProviderEntry {
  readonly name: string;
  readonly type: ProviderType;
  /** Claim by attribute. */
  readonly maps: Readonly<Record<string, Shown<string>>>;
}

export interface AttributeEntry {
  readonly attribute: string;
  /** `null` where the pool is managed elsewhere and the attribute is not a standard one. */
  readonly type: AttributeType | null;
  readonly required: boolean;
  readonly mutable: boolean;
  /** Grants power: no public client may write it. */
  readonly privileged: boolean;
  /** Identity providers that write it at each sign-in. */
  readonly mappedBy: readonly string[];
}

/** One client in one environment. */
export interface ClientEntry {
  readonly client: string;
  readonly name: Shown<string>;
  readonly platform: Platform;
  /** `proxied`: it has a secret that only the SECRET_HASH proxy of its pool knows, and is public. */
  readonly type: "public" | "confidential" | "proxied";
  readonly place: EntryPlace;
  readonly signIn: {
    readonly answer: Word;
    /** By a flow of the Cognito API. */
    readonly api: Word;
    /** By the hosted pages. */
    readonly pages: Word;
    readonly providers: Readonly<Record<string, Word>>;
    readonly because: readonly EntryFact[];
  };
  readonly refresh: { readonly answer: Word; readonly because: readonly EntryFact[] };
  readonly authFlows: ShownList;
  readonly lifetimes: Lifetimes;
  /** `null` where refresh tokens do not rotate. */
  readonly rotation: { readonly graceSeconds: Shown<number> } | null;
  readonly revocation: boolean;
  /** Whether errors hide which users exist. */
  readonly hidesUsers: Shown<string>;
  readonly oauth: {
    readonly grants: ShownList;
    /** As Cognito knows them. */
    readonly scopes: ShownList;
    readonly callbackUrls: ShownList;
    readonly logoutUrls: ShownList;
    readonly defaultRedirectUri: Shown<string> | null;
  };
  readonly readAttributes: ShownList;
  readonly writeAttributes: ShownList;
  /** By privileged attribute that it has permission to write, whether anybody can through it. */
  readonly writesPrivileged: Readonly<Record<string, Word>>;
  /** Numbers of its app clients in AWS. */
  readonly generations: readonly number[];
  readonly currentGeneration: number;
  /** Where the credentials of the current generation are stored. */
  readonly deliveries: Readonly<Record<string, Shown<string>>>;
  /** Prefix of the parameters of Systems Manager that have its public values; `null` where they are not published. */
  readonly publishedAt: string | null;
  /** The SECRET_HASH proxy that knows its secret; `null` without one. */
  readonly proxy: ProxyEntry | null;
  /** How its sign-in pages look: by a style or a customization of its own, that of its pool, or as Cognito has them. */
  readonly look: "own style" | "own customization" | "customization of the pool" | "default";
  /** What threat protection does in it: its own responses replace all of the pool. */
  readonly riskResponses: RiskResponses;
  /** The reason by rule id. */
  readonly acknowledged: Readonly<Record<string, string>>;
}

export interface ProxyEntry {
  /** Its host name; `null` where CloudFront gives one. */
  readonly domain: Shown<string> | null;
  readonly webAcl: Shown<string> | null;
  /** Operations of the Cognito API that it forwards; `null` for all that it knows. */
  readonly operations: readonly string[] | null;
}

/** In seconds. */
export interface Lifetimes {
  readonly accessToken: Shown<number>;
  readonly idToken: Shown<number>;
  readonly refreshToken: Shown<number>;
  readonly authSession: Shown<number>;
}

export interface EstateFinding extends Finding {
  /** `null` where it is about the pool, or the file. */
  readonly client: string | null;
}

/** One thing that is not the same in every environment of a pool. */
export interface EnvironmentDifference {
  readonly pool: string;
  /** `null` where it is about the pool itself. */
  readonly client: string | null;
  /** Keys from the pool, or from the client; empty of a client that not every environment has. */
  readonly path: string;
  /** The effective value by environment; of a client that not every environment has, whether it has it. */
  readonly values: Readonly<Record<string, unknown>>;
}
