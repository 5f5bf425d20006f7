import { CLIENT_ARGUMENTS } from "../../cognito/app-client";
import { PLATFORM_PRESETS } from "../../cognito/platforms";
import type { TimeUnit } from "../../cognito/values";
import { type Duration, parseDuration, SECONDS, toSeconds } from "../../config/duration";
import type { ClientModel } from "../../model/model";
import { known } from "../../model/value";
import { argumentName } from "../../text/case";
import { type Message, planText } from "../language/expressions";
import { atLeast, atMost, type Quantity } from "../language/quantities";
import { any, type ClientStatement, has, isEmpty, not, someItem } from "../language/statements";
import { is } from "../language/text-statements";

export type Token = keyof ClientModel["tokenValidityUnits"];

/** A token, the argument that holds its lifetime, and how long Cognito lets it live. */
export interface TokenLimits {
  readonly field: "accessTokenValidity" | "idTokenValidity" | "refreshTokenValidity";
  /** Name of the rule that limits it. */
  readonly name: string;
  readonly words: string;
  readonly least: string;
  readonly most: string;
}

export const TOKENS: Readonly<Record<Token, TokenLimits>> = {
  accessToken: {
    field: "accessTokenValidity",
    name: "access-token-validity",
    words: "access token",
    ...limits("accessTokenValidity", "minutes", "hours"),
  },
  idToken: {
    field: "idTokenValidity",
    name: "id-token-validity",
    words: "ID token",
    ...limits("idTokenValidity", "minutes", "hours"),
  },
  refreshToken: {
    field: "refreshTokenValidity",
    name: "refresh-token-validity",
    words: "refresh token",
    ...limits("refreshTokenValidity", "hours", "days"),
  },
};

/** What Cognito allows of a lifetime, as a config would say it: `5m`, `24h`. */
function limits(field: TokenLimits["field"], short: TimeUnit, long: TimeUnit): Pick<TokenLimits, "least" | "most"> {
  const [least, most] = CLIENT_ARGUMENTS[field].range;
  return { least: `${least / SECONDS[short]}${short.charAt(0)}`, most: `${most / SECONDS[long]}${long.charAt(0)}` };
}
/** Lifetimes that Cognito gives where there is none. */
const BY_COGNITO = PLATFORM_PRESETS.other;

/** Users sign in through the client, so it gets ID and refresh tokens; a machine gets access tokens only. */
export const signsInUsers: ClientStatement = any(
  not(has("allowedOauthFlows", "client_credentials")),
  isEmpty("explicitAuthFlows"),
  someItem("explicitAuthFlows", not(is("ALLOW_REFRESH_TOKEN_AUTH"))),
);

/** Seconds that a token of the client lives. */
export function lifetime(token: Token): Quantity {
  const { field } = TOKENS[token];
  return {
    of: (client) => {
      const value = known(client[field]);
      return value === undefined ? undefined : value * SECONDS[client.tokenValidityUnits[token]];
    },
    over: (self) => {
      const argument = `${self}.${argumentName(field)}`;
      return `(${isUnset(self, token)} ? ${secondsOf(BY_COGNITO[field])} : ${argument} * local.seconds[${unit(self, token)}])`;
    },
    given: (client) => inSeconds(field, client.tokenValidityUnits[token], lifetime(token)),
  };
}

/** The same, of a token whose unit is known. */
function inSeconds(field: TokenLimits["field"], unit: TimeUnit, { of }: Quantity): Quantity {
  const factor = SECONDS[unit];
  return { of, over: (self) => `${self}.${argumentName(field)}${factor === 1 ? "" : ` * ${factor}`}` };
}

/** The token lives as long as Cognito lets one live at least. */
export function livesLeast(token: Token): ClientStatement {
  return atLeast(lifetime(token), secondsOf(TOKENS[token].least));
}

/** The token lives as long as Cognito lets one live at most. */
export function livesMost(token: Token): ClientStatement {
  return atMost(lifetime(token), secondsOf(TOKENS[token].most));
}

/** The number in a token's lifetime, in whatever unit. */
export function validity(token: Token): Quantity {
  const { field } = TOKENS[token];
  return { of: (client) => known(client[field]), over: (self) => `${self}.${argumentName(field)}` };
}

/** How long a token of the client lives, in words: `4 minutes`. */
export function lived(client: ClientModel, token: Token): string {
  return words({ value: known(client[TOKENS[token].field]) ?? 0, unit: client.tokenValidityUnits[token] });
}

/** The same as Terraform shows it. */
export function plannedLifetime(token: Token): Message {
  const written = `"\${${validity(token).over("self")}} \${${unit("self", token)}}"`;
  return planText`${`${isUnset("self", token)} ? "${words(parseDuration(BY_COGNITO[TOKENS[token].field]))}" : ${written}`}`;
}

/** A duration in words, in its own unit: `24 hours`. */
export function words({ value, unit }: Duration): string {
  return `${value} ${value === 1 ? unit.slice(0, -1) : unit}`;
}

/** Seconds of a written duration. */
export function secondsOf(text: string): number {
  return toSeconds(parseDuration(text));
}

/** What Cognito allows, in words: `5 minutes to 24 hours`. */
export function limitsInWords({ least, most }: TokenLimits): string {
  return `${words(parseDuration(least))} to ${words(parseDuration(most))}`;
}

/** A Terraform expression: an adopted client has no lifetime of its own, which the provider plans as 0. */
function isUnset(self: string, token: Token): string {
  return `${self}.generate_secret == null && ${validity(token).over(self)} == 0`;
}

/** The unit of a lifetime in Terraform, of an adopted client without units Cognito's own. */
function unit(self: string, token: Token): string {
  const { means } = CLIENT_ARGUMENTS.tokenValidityUnits.unset;
  return `coalesce(try(${self}.token_validity_units[0].${argumentName(token)}, null), "${means[token]}")`;
}
