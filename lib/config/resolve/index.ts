import { RESOURCES, type ResourceKind } from "../../cognito/resources";
import type {
  AllowDestroy,
  DomainModel,
  GroupModel,
  IdentityProviderModel,
  PoolModel,
  ResourceServerModel,
  StoredSecret,
} from "../../model/model";
import { same } from "../../model/same";
import { originOf, overlay, type Path, part, type Source, written } from "../../model/source";
import { isOpen, type Text } from "../../model/value";
import { formatPath, type Problem } from "../problem";
import { promisesOf } from "../promises/read";
import type { Config, Pool } from "../schema";
import { poolSchema } from "../schema/pool";
import { existsIn, poolReferenceProblems } from "../validate/reference-problems";
import { schemaProblems } from "../validate/schema-problems";
import { resolveClient } from "./client";
import { collisions } from "./collisions";
import { defined } from "./defined";
import { resolveEnvironment } from "./environment";
import { resolveLogDelivery } from "./log-delivery";
import { OpenValues } from "./open-values";
import { resolveThreatProtection } from "./threat-protection";
import { resolveUiCustomization } from "./ui-customization";
import { resolveUserPool } from "./user-pool";

/** What a config describes: one model per pool and environment, and the problems of those that it cannot make. */
export interface Resolution {
  readonly pools: readonly PoolModel[];
  readonly problems: readonly Problem[];
}

/**
 * Resolves a valid config to models, by pool and then by environment, each in the order of the file.
 *
 * @param environments only these; default all
 */
export function resolveConfig(config: Config, environments?: readonly string[]): Resolution {
  const problems: Problem[] = [];
  const pools = Object.keys(config.pools).flatMap((pool) => {
    const sound: unknown[] = [];
    return Object.keys(config.environments)
      .filter((environment) => environments?.includes(environment) ?? true)
      .filter((environment) => existsIn(config.pools[pool] as Pool, environment))
      .flatMap((environment) => {
        const resolved = resolvePool(config, pool, environment, sound);
        problems.push(...resolved.problems);
        return resolved.pool ? [resolved.pool] : [];
      });
  });
  return { pools, problems: unique([...problems, ...collisions(pools)]) };
}

/** The names of all stacks that a valid config describes. */
export function stacksOf(config: Config): string[] {
  const environments = Object.keys(config.environments);
  return Object.entries(config.pools).flatMap(([pool, written]) =>
    environments
      .filter((environment) => existsIn(written, environment))
      .map((environment) => stackOf(pool, environment)),
  );
}

function stackOf(pool: string, environment: string): string {
  return `${pool}-${environment}`;
}

/** @param sound overlays of the pool that are known to leave it valid; gets that of the environment */
function resolvePool(
  config: Config,
  key: string,
  environment: string,
  sound: unknown[],
): { pool?: PoolModel; problems: readonly Problem[] } {
  const stack = stackOf(key, environment);
  const root = written(config, []);
  const environmentSource = part(part(root, "environments"), environment) as Source;
  const over = part(part(environmentSource, "pools"), key);
  const source = overlay(part(part(root, "pools"), key), over) as Source;
  if (over !== undefined && !sound.some((each) => same(each, over.value))) {
    const problems = mergedProblems(source, over, Object.keys(config.environments));
    if (problems.length > 0) return { problems };
    sound.push(over.value);
  }

  const open = new OpenValues();
  const at = (name: string) => part(source, name);
  const entries = (name: string) =>
    keysOf(at(name))
      .map((each) => [each, part(at(name), each) as Source] as const)
      .filter(([, each]) => existsIn(each.value, environment));
  const existing = part(at("existing"), "userPoolId");
  const adopted = part(at("adopted"), "userPoolId");
  const pool = existing ? undefined : resolveUserPool(source, `${config.project}-${stack}`, open);
  const resourceServers = entries("resourceServers").map(([name, server]) => resolveResourceServer(name, server, open));
  const domainAt = (name: DomainModel["key"]) => {
    const domain = at(name);
    return domain && existsIn(domain.value, environment) ? resolveDomain(name, domain, open) : undefined;
  };
  const [domain, additionalDomain] = [domainAt("domain"), domainAt("additionalDomain")];
  const surroundings = {
    resourceServers,
    attributes: pool?.schema ?? [],
    managedLogin: [domain, additionalDomain].some((each) => each?.managedLoginVersion === 2),
  };

  const model = {
    stack,
    project: config.project,
    key,
    environment: resolveEnvironment(environment, environmentSource, stack, open),
    resourceServers,
    identityProviders: entries("identityProviders").map(([name, provider]) => resolveProvider(name, provider, open)),
    groups: entries("groups").map(([name, group]) => resolveGroup(name, group, open)),
    clients: entries("clients").map(([name, client]) =>
      resolveClient(name, client, at("clientDefaults"), surroundings, open),
    ),
    exportClientSecrets: (at("exportClientSecrets")?.value as boolean | undefined) ?? false,
    guardrails: config.guardrails ?? {},
    promises: promisesOf(config.promises),
    acknowledge: (at("acknowledge")?.value as PoolModel["acknowledge"] | undefined) ?? {},
    source,
    ...defined({
      pool,
      existing: existing && { userPoolId: open.text(existing) as Text },
      adopted: adopted && { userPoolId: open.text(adopted) as Text, creates: newIn(source) },
      domain,
      additionalDomain,
      threatProtection: resolveThreatProtection(at("threatProtection"), open),
      uiCustomization: resolveUiCustomization(at("uiCustomization"), open),
      logDelivery: resolveLogDelivery(at("logDelivery"), open),
      webAclArn: open.text(at("webAclArn")),
      allowDestroy: at("allowDestroy")?.value as AllowDestroy | undefined,
    }),
  };
  return { pool: { ...model, variables: open.variables }, problems: open.problems };
}

/**
 * An overlay can make a valid pool invalid. Each problem then points into the overlay: at what it wrote there, or else at the nearest thing around it.
 */
function mergedProblems(merged: Source, over: Source, environments: readonly string[]): Problem[] {
  const problems = [
    ...schemaProblems(poolSchema, merged.value),
    ...poolReferenceProblems(merged.value, [], environments),
  ];
  return problems.map((problem) => {
    const { path, found } = originOf(over, problem.path);
    const beside = !found && problem.target === "key" && path.length === over.path.length + problem.path.length - 1;
    return { ...problem, path: beside ? [...over.path, ...problem.path] : path };
  });
}

function resolveResourceServer(key: string, source: Source, open: OpenValues): ResourceServerModel {
  const scopes = part(source, "scopes");
  return {
    key,
    identifier: open.text(part(source, "identifier")) ?? key,
    name: open.text(part(source, "name")) ?? key,
    scopes: keysOf(scopes).map((name) => ({
      scopeName: name,
      scopeDescription: open.text(part(scopes, name)) as Text,
    })),
  };
}

function resolveProvider(name: string, source: Source, open: OpenValues): IdentityProviderModel {
  const details = open.record(part(source, "providerDetails")) as Record<string, Text | StoredSecret>;
  const isStored = (value: Text | StoredSecret): value is StoredSecret =>
    typeof value === "object" && "secretsManager" in value;
  const stored = Object.entries(details).filter((entry): entry is [string, StoredSecret] => isStored(entry[1]));
  const left = stored.map(([key, secret]) => [key, { variable: JSON.stringify(secret), token: "", sensitive: true }]);
  return {
    providerName: name,
    providerType: part(source, "providerType")?.value as IdentityProviderModel["providerType"],
    providerDetails: { ...(details as Record<string, Text>), ...Object.fromEntries(left) },
    ...(stored.length > 0 && { storedSecrets: Object.fromEntries(stored) }),
    attributeMapping: open.record(part(source, "attributeMapping")),
    ...defined({ idpIdentifiers: open.list(part(source, "idpIdentifiers")) }),
  };
}

function resolveGroup(name: string, source: Source, open: OpenValues): GroupModel {
  return {
    name,
    ...defined({
      description: open.text(part(source, "description")),
      precedence: part(source, "precedence")?.value as number | undefined,
      roleArn: open.text(part(source, "roleArn")),
    }),
  };
}

function resolveDomain(key: DomainModel["key"], source: Source, open: OpenValues): DomainModel {
  const custom = open.text(part(source, "customDomain"));
  return {
    key,
    domain: custom ?? (open.text(part(source, "prefix")) as Text),
    managedLoginVersion: (part(source, "managedLoginVersion")?.value as 1 | 2 | undefined) ?? 1,
    custom: custom !== undefined,
    unset: (part(source, "unset")?.value as string[] | undefined) ?? [],
    ...defined({ certificateArn: open.text(part(source, "certificateArn")) }),
  };
}

/** The places of what an adopted pool does not have yet: `groups.admins`. */
function newIn(pool: Source): string[] {
  return Object.values<ResourceKind>(RESOURCES)
    .flatMap(({ key, secondKey, per }): Path[] => {
      if (key === undefined) return [];
      if (per === "pool") return [[key], ...(secondKey ? [[secondKey]] : [])];
      return keysOf(part(pool, key)).map((name) => [key, name]);
    })
    .filter((path) => part(path.reduce<Source | undefined>(part, pool), "new")?.value === true)
    .map(formatPath);
}

function keysOf(source: Source | undefined): string[] {
  return isOpen(source?.value) ? [] : Object.keys((source?.value as object | undefined) ?? {});
}

/** A problem of a value that several environments share is one problem. */
function unique(problems: readonly Problem[]): Problem[] {
  const seen = new Map(
    problems.map((problem) => [JSON.stringify([problem.rule, problem.path, problem.message]), problem]),
  );
  return [...seen.values()];
}
