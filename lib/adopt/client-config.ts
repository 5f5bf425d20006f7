import { PLATFORM_PRESETS } from "../cognito/platforms";
import { UNSETTABLE } from "../cognito/unset";
import { clientConfig } from "../judge/app-client";
import { type ConfigPart, defined, read } from "./config-part";
import type { Answer, DescribedPool } from "./described";
import { saidOf } from "./held";
import { ownSettings } from "./own-settings";
import { resourceServerKeys } from "./pool-config";
import { brandingOf, styleOfClient } from "./style";
import { clientValues, type TerraformValues } from "./terraform-values";

/** The client of a config that says all that AWS has of an app client; its platform, `other`, decides nothing. */
export function wholeClient(client: Answer, described: DescribedPool): ConfigPart {
  const values = clientValues(client);
  const said = clientConfig(read(values));
  const unset = UNSETTABLE.client.filter((name) => isUnset(name, values));
  const style = styleOfClient(described, client.ClientId);
  const branding = saidOf(style && brandingOf(style));
  const usesOauth = client.AllowedOAuthFlowsUserPoolClient === true;
  return defined({
    ...said,
    adopted: { clientId: client.ClientId, styleId: branding && style?.ManagedLoginBrandingId },
    unset: unset.length > 0 ? unset : undefined,
    refreshTokenValidity: said.refreshTokenValidity ?? PLATFORM_PRESETS.other.refreshTokenValidity,
    refreshTokenRotation: said.refreshTokenRotation ?? false,
    enableTokenRevocation: said.enableTokenRevocation ?? false,
    // the conversion of plans gives the flows that AWS acts on where it has none
    explicitAuthFlows: client.ExplicitAuthFlows ?? [],
    allowedOauthFlows: usesOauth ? said.allowedOauthFlows : [],
    allowedOauthScopes: scopes(said.allowedOauthScopes as readonly string[], described),
    ...ownSettings(described, client.ClientId),
    branding,
    ...Object.fromEntries(unset.map((name) => [name, undefined])),
  });
}

/** Whether AWS has never been given an argument. An import does not show units that are Cognito's own. */
function isUnset(name: (typeof UNSETTABLE.client)[number], values: TerraformValues): boolean {
  if (name === "tokenValidityUnits") {
    const [units = {}] = (values.token_validity_units ?? []) as readonly TerraformValues[];
    const { access_token: access = "hours", id_token: id = "hours", refresh_token: refresh = "days" } = units;
    return access === "hours" && id === "hours" && refresh === "days";
  }
  const value = values[ARGUMENTS[name]];
  return value === undefined || value === null || value === 0 || (Array.isArray(value) && value.length === 0);
}

const ARGUMENTS: Readonly<Record<Exclude<(typeof UNSETTABLE.client)[number], "tokenValidityUnits">, string>> = {
  accessTokenValidity: "access_token_validity",
  idTokenValidity: "id_token_validity",
  refreshTokenRotation: "refresh_token_rotation",
  preventUserExistenceErrors: "prevent_user_existence_errors",
  readAttributes: "read_attributes",
  writeAttributes: "write_attributes",
};

/** Scopes of a resource server by the key of the server. */
function scopes(written: readonly string[], described: DescribedPool): readonly string[] {
  const keys = resourceServerKeys(described);
  return written.map((scope) => {
    // an identifier may hold a slash, the name of a scope never does
    const [, identifier = "", name = ""] = /^(.*)\/([^/]*)$/s.exec(scope) ?? [];
    const index = described.resourceServers.findIndex((each) => each.Identifier === identifier);
    return index < 0 ? scope : `${keys[index]}/${name}`;
  });
}
