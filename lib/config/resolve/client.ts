import { CLIENT_ARGUMENTS } from "../../cognito/app-client";
import { CUSTOM_PREFIX, READABLE_ATTRIBUTES, STANDARD_ATTRIBUTES, WRITABLE_ATTRIBUTES } from "../../cognito/attributes";
import { PLATFORM_PRESETS, type Platform, type PlatformPreset } from "../../cognito/platforms";
import { DEFAULT_SECRETS_KEY } from "../../cognito/secrets-manager";
import { COGNITO_PROVIDER, SIGN_IN_FLOWS, STANDARD_SCOPES } from "../../cognito/values";
import type {
  AllowDestroy,
  AttributeModel,
  ClientModel,
  DeliveryModel,
  ResourceServerModel,
  Retirement,
  SecretHashProxyModel,
} from "../../model/model";
import { overlay, part, type Source } from "../../model/source";
import { isOpen, knownItems, type List, type Text } from "../../model/value";
import { parseDuration } from "../duration";
import { clientSchema } from "../schema/client";
import { resolveAttributeSet } from "./attribute-set";
import { DEFAULT_STYLE, resolveBranding } from "./branding";
import { defined } from "./defined";
import type { OpenValues } from "./open-values";
import { resolveThreatProtection } from "./threat-protection";
import { resolveUiCustomization } from "./ui-customization";
import { withUnset } from "./unset";

const FACTS = CLIENT_ARGUMENTS;

type Lifetime = "accessTokenValidity" | "idTokenValidity" | "refreshTokenValidity";

/** What a client needs to know of its pool. */
export interface ClientSurroundings {
  readonly resourceServers: readonly ResourceServerModel[];
  readonly attributes: readonly AttributeModel[];
  /** Whether Terraform makes the pool with a domain of managed login, so that each client with pages needs a style. */
  readonly managedLogin: boolean;
}

/** What a client can have in place of its pool's settings, by resources of its own. */
const OWN = ["threatProtection", "uiCustomization"];

/** What a platform supports, but takes only from the client itself: a machine gets no refresh tokens. */
const NOT_BY_DEFAULT: Partial<Record<Platform, readonly string[]>> = { machine: ["refreshTokenRotation"] };

/** The keys of `clientDefaults` that reach a platform. */
const DEFAULTS_OF_PLATFORM = new Map(
  clientSchema.options.flatMap(({ shape }) =>
    [...(shape.platform.values as ReadonlySet<Platform>)].map((platform) => {
      const keys = Object.keys(shape).filter((key) => !NOT_BY_DEFAULT[platform]?.includes(key));
      return [platform, new Set(keys)] as const;
    }),
  ),
);

/** Resolves one client: its own values over the pool's `clientDefaults` over the preset of its platform. */
export function resolveClient(
  key: string,
  own: Source,
  defaults: Source | undefined,
  pool: ClientSurroundings,
  open: OpenValues,
): ClientModel {
  const platform = part(own, "platform")?.value as Platform;
  const preset = PLATFORM_PRESETS[platform];
  const unset = (part(own, "unset")?.value as readonly string[] | undefined) ?? [];
  const source = overlay(applicable(defaults, platform, unset), own) as Source;
  const at = (name: string) => part(source, name);
  const plain = <T>(name: string, preset: T) => (at(name)?.value ?? preset) as T;
  const session = FACTS.authSessionValidity;
  const rotation = FACTS.refreshTokenRotation.arguments;

  /** What is unset has the length that Cognito itself gives; without a unit it is a number of Cognito's own. */
  const lifetime = (name: Lifetime, token: keyof ClientModel["tokenValidityUnits"]) => {
    if (unset.includes(name)) return parseDuration(PLATFORM_PRESETS.other[name]);
    if (!unset.includes("tokenValidityUnits")) return open.duration(at(name), preset[name]);
    const unit = FACTS.tokenValidityUnits.unset.means[token];
    return { value: open.durationIn(unit, at(name), parseDuration(preset[name]).value), unit };
  };
  const access = lifetime("accessTokenValidity", "accessToken");
  const id = lifetime("idTokenValidity", "idToken");
  const refresh = lifetime("refreshTokenValidity", "refreshToken");
  const rotates = plain<unknown>("refreshTokenRotation", false) !== false;
  const callbackUrls = open.list(at("callbackUrls")) ?? FACTS.callbackUrls.default;
  const allowedOauthFlows = oauthFlows(open.list(at("allowedOauthFlows")), preset, callbackUrls);
  const usesOauth = isOpen(allowedOauthFlows) || allowedOauthFlows.length > 0;
  // Scopes that only the defaults name are for those clients that use OAuth.
  const named = usesOauth ? at("allowedOauthScopes") : part(own, "allowedOauthScopes");
  const scopes = open.list(named) ?? (usesOauth ? preset.oauthScopes : []);
  const standardRead = [...READABLE_ATTRIBUTES, ...pool.attributes.map(({ key }) => key).filter(isCustomName)];
  const analytics = at("analyticsConfiguration");
  const generations = plain<readonly number[]>("generations", [1]);
  const branding = part(own, "branding") ?? (opensPages(allowedOauthFlows) ? at("branding") : undefined);
  const isStyled = pool.managedLogin && at("adopted") === undefined && opensPages(allowedOauthFlows);
  const secretHashProxy = resolveSecretHashProxy(at("secretHashProxy"), open);
  const adopted = part(at("adopted"), "clientId");

  const resolved: ClientModel = {
    key,
    platform,
    unset,
    name: open.text(at("name")) ?? key,
    generateSecret:
      secretHashProxy !== undefined ||
      (preset.generateSecret ?? plain<boolean>("generateSecret", FACTS.generateSecret.default)),
    accessTokenValidity: access.value,
    idTokenValidity: id.value,
    refreshTokenValidity: refresh.value,
    tokenValidityUnits: { accessToken: access.unit, idToken: id.unit, refreshToken: refresh.unit },
    authSessionValidity: open.durationIn(session.unit, at("authSessionValidity"), session.default),
    refreshTokenRotation: {
      feature: rotates ? "ENABLED" : rotation.feature.default,
      retryGracePeriodSeconds: open.durationIn(
        rotation.retryGracePeriodSeconds.unit,
        part(at("refreshTokenRotation"), "retryGracePeriod"),
        rotation.retryGracePeriodSeconds.default,
      ),
    },
    enableTokenRevocation: plain<boolean>("enableTokenRevocation", FACTS.enableTokenRevocation.default),
    preventUserExistenceErrors: open.text(at("preventUserExistenceErrors")) ?? FACTS.preventUserExistenceErrors.default,
    explicitAuthFlows: open.list(at("explicitAuthFlows")) ?? presetFlows(preset, rotates),
    allowedOauthFlowsUserPoolClient: usesOauth,
    allowedOauthFlows,
    ...scopeReferences(scopes, pool.resourceServers),
    callbackUrls,
    logoutUrls: open.list(at("logoutUrls")) ?? FACTS.logoutUrls.default,
    supportedIdentityProviders:
      open.list(at("supportedIdentityProviders")) ?? presetProviders(preset, allowedOauthFlows),
    readAttributes: resolveAttributeSet(open, at("readAttributes"), "read", standardRead),
    writeAttributes: resolveAttributeSet(open, at("writeAttributes"), "write", WRITABLE_ATTRIBUTES),
    enablePropagateAdditionalUserContextData: plain<boolean>(
      "enablePropagateAdditionalUserContextData",
      FACTS.enablePropagateAdditionalUserContextData.default,
    ),
    preventDestroy: plain<boolean>("preventDestroy", FACTS.preventDestroy.default),
    acknowledge: plain("acknowledge", {}),
    generations,
    current: plain<number>("current", generations[0] ?? 1),
    source,
    ...defined({
      renamedFrom: plain<string | undefined>("renamedFrom", undefined),
      adopted: adopted && {
        clientId: open.text(adopted) as Text,
        creates: OWN.filter((name) => part(at(name), "new")?.value === true),
        ...defined({ styleId: open.text(part(at("adopted"), "styleId")) }),
      },
      allowDestroy: plain<AllowDestroy | undefined>("allowDestroy", undefined),
      retire: plain<Retirement | undefined>("retire", undefined),
      publish: plain<ClientModel["publish"]>("publish", undefined),
      defaultRedirectUri: open.text(at("defaultRedirectUri")),
      threatProtection: resolveThreatProtection(at("threatProtection"), open),
      uiCustomization: resolveUiCustomization(at("uiCustomization"), open),
      branding: branding ? resolveBranding(branding, open) : isStyled ? DEFAULT_STYLE : undefined,
      secretHashProxy,
      deliver: resolveDelivery(at("deliver"), open),
      analyticsConfiguration: analytics && {
        userDataShared:
          (part(analytics, "userDataShared")?.value as boolean | undefined) ??
          FACTS.analyticsConfiguration.arguments.userDataShared.default,
        ...defined({
          applicationArn: open.text(part(analytics, "applicationArn")),
          applicationId: open.text(part(analytics, "applicationId")),
          externalId: open.text(part(analytics, "externalId")),
          roleArn: open.text(part(analytics, "roleArn")),
        }),
      },
    }),
  };
  return withUnset(resolved, FACTS);
}

/** Whether the key of an attribute names a custom one; SCH-03 reports what names neither such nor a standard one. */
function isCustomName(key: string): boolean {
  return key.startsWith(CUSTOM_PREFIX) && STANDARD_ATTRIBUTES[key.slice(CUSTOM_PREFIX.length)] === undefined;
}

/** Whether the client certainly sends users to sign-in pages. */
function opensPages(flows: List): boolean {
  return knownItems(flows).some((flow) => SIGN_IN_FLOWS.some((each) => each === flow));
}

function resolveDelivery(source: Source | undefined, open: OpenValues): DeliveryModel | undefined {
  if (source === undefined) return undefined;
  const [secret, ssm] = [part(source, "secretsManager"), part(source, "ssm")];
  const kmsKeyId = open.text(part(secret, "kmsKeyId"));
  return defined({
    secretsManager: secret && {
      name: open.text(part(secret, "name")) as Text,
      ...defined({ kmsKeyId: kmsKeyId === DEFAULT_SECRETS_KEY ? undefined : kmsKeyId }),
    },
    ssm: ssm && { prefix: open.text(part(ssm, "prefix")) as Text },
  });
}

function resolveSecretHashProxy(source: Source | undefined, open: OpenValues): SecretHashProxyModel | undefined {
  if (source === undefined || source.value === false) return undefined;
  return defined({
    domain: open.text(part(source, "domain")),
    certificateArn: open.text(part(source, "certificateArn")),
    webAclArn: open.text(part(source, "webAclArn")),
    operations: part(source, "operations")?.value as SecretHashProxyModel["operations"],
  });
}

/** The defaults that a client of this platform can take, but for what it leaves unset. */
function applicable(defaults: Source | undefined, platform: Platform, unset: readonly string[]): Source | undefined {
  if (defaults === undefined) return undefined;
  const keys = DEFAULTS_OF_PLATFORM.get(platform);
  const filtered = <T>(record: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(record).filter(([key]) => keys?.has(key) && !unset.includes(key)));
  return {
    path: defaults.path,
    value: filtered(defaults.value as Record<string, unknown>),
    ...(defaults.moved && { moved: filtered(defaults.moved) }),
  };
}

/** Rotation and the flow ALLOW_REFRESH_TOKEN_AUTH exclude each other, so a preset gives way. */
function presetFlows(preset: PlatformPreset, rotates: boolean): List {
  return rotates
    ? preset.explicitAuthFlows.filter((flow) => flow !== "ALLOW_REFRESH_TOKEN_AUTH")
    : preset.explicitAuthFlows;
}

function oauthFlows(written: List | undefined, preset: PlatformPreset, callbackUrls: List): List {
  if (preset.fixedOauthFlows) return preset.fixedOauthFlows;
  const returns = isOpen(callbackUrls) || callbackUrls.length > 0;
  return written ?? (returns ? preset.oauthFlows : []);
}

function presetProviders(preset: PlatformPreset, flows: List): List {
  const machine = !isOpen(flows) && flows.includes("client_credentials");
  return preset.signsInUsers && !machine ? [COGNITO_PROVIDER] : [];
}

/**
 * Writes scopes of resource servers in Cognito's form `<identifier>/<scope>`, and notes which server each belongs to.
 * In the file they may begin with the server's key or its identifier; while an identifier is a variable, its key is used.
 */
function scopeReferences(
  scopes: List,
  servers: readonly ResourceServerModel[],
): Pick<ClientModel, "allowedOauthScopes" | "scopeReferences"> {
  const references: Record<string, { resourceServer: string; scope: string }> = {};
  if (isOpen(scopes)) return { allowedOauthScopes: scopes, scopeReferences: references };
  const allowedOauthScopes = scopes.map((item): Text => {
    if (isOpen(item) || (STANDARD_SCOPES as readonly string[]).includes(item)) return item;
    // An identifier may hold a slash, a scope's name never does.
    const [, prefix, scope = ""] = /^(.*)\/([^/]*)$/s.exec(item) ?? [];
    const server = servers.find(({ key }) => key === prefix) ?? servers.find(({ identifier }) => identifier === prefix);
    if (server === undefined) return item;
    const name = `${isOpen(server.identifier) ? server.key : server.identifier}/${scope}`;
    references[name] = { resourceServer: server.key, scope };
    return name;
  });
  return { allowedOauthScopes, scopeReferences: references };
}
