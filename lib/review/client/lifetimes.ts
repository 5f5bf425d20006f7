import { SECONDS } from "../../config/duration";
import type { ClientModel } from "../../model/model";
import { isOpen, type Value } from "../../model/value";
import { count } from "../../text/quoted";
import type { Facet } from "../language/facet";
import { amount, get, lifetime, toggle } from "../language/facet-kinds";
import { type FacetTable, silent } from "../language/facet-table";

type Token = keyof ClientModel["tokenValidityUnits"];

export const REFRESH = "ALLOW_REFRESH_TOKEN_AUTH";

const ROTATION: readonly Facet<ClientModel>[] = [
  {
    ...toggle<ClientModel>(["refreshTokenRotation"], "refresh token rotation", rotates, {
      on: {
        risk: "breaks",
        what: "refresh token rotation is enabled: each refresh returns a new token and invalidates the old one",
        why: "installed apps that refresh with REFRESH_TOKEN_AUTH are rejected; they must use GetTokensFromRefreshToken or the token endpoint",
      },
      off: {
        risk: "opens",
        what: "refresh token rotation is disabled",
        why: "a stolen refresh token works unnoticed until it expires",
      },
    }),
    when: (before, after) => refreshes(before) && refreshes(after),
  },
  {
    ...amount<ClientModel>(
      ["refreshTokenRotation", "retryGracePeriod"],
      "retry grace period of rotated refresh tokens",
      ({ refreshTokenRotation: { retryGracePeriodSeconds: seconds } }) =>
        isOpen(seconds) ? { ...seconds, unit: "seconds" } : seconds,
      {
        more: (now, was) => ({
          risk: "opens",
          what: `a rotated refresh token still works for ${count(now, "second")} instead of ${count(was, "second")}`,
          why: "a stolen token can be used beside the new one for that long",
        }),
        less: (now, was) => ({
          risk: "changes",
          what: `a rotated refresh token still works for ${count(now, "second")} instead of ${count(was, "second")}`,
          why: "an app that loses the response to a refresh has less time to retry",
        }),
      },
    ),
    when: (before, after) => rotates(before) && rotates(after),
  },
];

/** How long tokens and sign-ins are valid, and how refresh tokens are rotated and revoked. */
export const LIFETIMES = {
  tokenValidityUnits: silent("each lifetime is compared together with its unit"),
  accessTokenValidity: lifetime(["accessTokenValidity"], "access token lifetime", seconds("accessToken"), {
    longer: (now, was) => ({
      risk: "opens",
      what: `a stolen access token works for ${now} instead of ${was}`,
      why: "an access token cannot be revoked before it expires where APIs verify it offline",
    }),
    shorter: (now, was) => ({
      risk: "changes",
      what: `an access token works for ${now} instead of ${was}`,
      why: "apps refresh more often; tokens issued before keep their lifetime",
    }),
  }),
  idTokenValidity: lifetime(["idTokenValidity"], "ID token lifetime", seconds("idToken"), {
    longer: (now, was) => ({
      risk: "opens",
      what: `a stolen ID token is accepted for ${now} instead of ${was}`,
      why: "an ID token cannot be revoked before it expires",
    }),
    shorter: (now, was) => ({
      risk: "changes",
      what: `an ID token is accepted for ${now} instead of ${was}`,
      why: "apps refresh more often; tokens issued before keep their lifetime",
    }),
  }),
  refreshTokenValidity: lifetime(["refreshTokenValidity"], "refresh token lifetime", seconds("refreshToken"), {
    longer: (now, was) => ({
      risk: "opens",
      what: `a stolen refresh token gives new tokens for ${now} instead of ${was}`,
      why: "whoever holds it stays signed in until it expires or is revoked",
    }),
    shorter: (now, was) => ({
      risk: "changes",
      what: `users sign in again after ${now} instead of ${was}`,
      why: "sessions end sooner; refresh tokens issued before keep their lifetime",
    }),
  }),
  authSessionValidity: lifetime(
    ["authSessionValidity"],
    "sign-in session lifetime",
    ({ authSessionValidity: minutes }) => (isOpen(minutes) ? { ...minutes, unit: "minutes" } : minutes * 60),
    {
      longer: (now, was) => ({
        risk: "opens",
        what: `a sign-in may take ${now} instead of ${was}`,
        why: "an intercepted code or session stays usable longer",
      }),
      shorter: (now, was) => ({
        risk: "changes",
        what: `a sign-in may take ${now} instead of ${was}`,
        why: "users who take longer must restart sign-in",
      }),
    },
  ),
  refreshTokenRotation: ROTATION,
  enableTokenRevocation: toggle(["enableTokenRevocation"], "token revocation", get("enableTokenRevocation"), {
    on: {
      risk: "changes",
      what: "refresh tokens can be revoked",
      why: "tokens get the claims origin_jti and jti",
    },
    off: {
      risk: "opens",
      what: "refresh tokens can no longer be revoked",
      why: "after a sign-out elsewhere, or with a stolen device, tokens work until they expire",
    },
  }),
} satisfies Partial<FacetTable<ClientModel>>;

function rotates(client: ClientModel): boolean {
  return client.refreshTokenRotation.feature === "ENABLED";
}

/** Whether apps may refresh at all: by the flow, or by rotation, which excludes it. A variable may let them. */
export function refreshes(client: ClientModel): boolean {
  return rotates(client) || isOpen(client.explicitAuthFlows) || client.explicitAuthFlows.includes(REFRESH);
}

/** The lifetime of a token in seconds; of a variable with its unit. */
function seconds(token: Token): (client: ClientModel) => unknown {
  return (client) => {
    const value: Value<number> = client[`${token}Validity`];
    const unit = client.tokenValidityUnits[token];
    return isOpen(value) ? { ...value, unit } : value * SECONDS[unit];
  };
}
